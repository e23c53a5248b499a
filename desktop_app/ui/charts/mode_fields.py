"""How a chart is drawn: on which scale, and of which stretch of days a pace is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.choice import Per, Scale
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _


class ModeField(QWidget):
    """A few ways side by side under a heading; `changed` carries the key of another that is chosen."""

    changed = Signal(str)

    def __init__(self, heading: str, ways: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.buttons = Segmented(heading, ways)
        self.buttons.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(heading, "heading"))
        column.addWidget(self.buttons)
        self.buttons.chosen.connect(self.changed)

    def show_way(self, key: str) -> None:
        """Show which is chosen, without telling."""
        blocked = self.buttons.blockSignals(True)
        self.buttons.choose(key)
        self.buttons.blockSignals(blocked)


def scale_field() -> ModeField:
    """Panels, one axis, or steps of ten."""
    ways = (
        (Scale.PANELS.value, _("Panels")),
        (Scale.ONE_AXIS.value, _("One axis")),
        (Scale.LOG.value, _("Steps of ten")),
    )
    return ModeField(_("Scale"), ways, "scaleField")


def per_field() -> ModeField:
    """Weeks or months."""
    ways = ((Per.WEEK.value, _("Each week")), (Per.MONTH.value, _("Each month")))
    return ModeField(_("Pace"), ways, "perField")
