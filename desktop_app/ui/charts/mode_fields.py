"""How a chart is drawn: on which scale, and of which stretch of days a pace is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.choice import Per, Scale
from desktop_app.ui.charts.period_fields import StillCombo
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


class ModeField(QWidget):
    """A few ways to draw under a heading; `changed` carries the key of another that is chosen."""

    changed = Signal(str)

    def __init__(self, heading: str, ways: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.combo = StillCombo()
        self.combo.setObjectName(name)
        self.combo.setAccessibleName(heading)
        self.combo.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, words in ways:
            self.combo.addItem(words, key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(heading, "heading"))
        column.addWidget(self.combo)
        self.combo.activated.connect(self._take)

    def show_way(self, key: str) -> None:
        """Show which is chosen, without telling."""
        self.combo.setCurrentIndex(self.combo.findData(key))

    def _take(self, place: int) -> None:
        self.changed.emit(str(self.combo.itemData(place)))


def scale_field() -> ModeField:
    """Panels, one axis, or steps of ten."""
    ways = (
        (Scale.PANELS.value, _("Panels")),
        (Scale.ONE_AXIS.value, _("Totals on one axis")),
        (Scale.LOG.value, _("Totals in steps of ten (log)")),
    )
    return ModeField(_("Scale"), ways, "scaleField")


def per_field() -> ModeField:
    """Weeks or months."""
    ways = ((Per.WEEK.value, _("Each week")), (Per.MONTH.value, _("Each month")))
    return ModeField(_("Pace"), ways, "perField")
