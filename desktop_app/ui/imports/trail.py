"""The steps of an import in a row, the present one marked, for eyes and for ears."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _


class Trail(QFrame):
    """Names of steps: "File › Sheet › Columns › Rows › Add"."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("importTrail")
        self._steps = tuple(steps)
        self._labels = [TextLabel(step, "muted") for step in steps]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for place, label in enumerate(self._labels):
            if place:
                row.addWidget(TextLabel("‹" if self.isRightToLeft() else "›", "muted"))
            row.addWidget(label)
        row.addStretch(1)

    @property
    def step(self) -> str:
        """The name of the present step, as it is read out."""
        return self.accessibleName()

    def show_step(self, place: int) -> None:
        """Mark this step as the present one, and say so."""
        for number, label in enumerate(self._labels):
            label.set_look("heading" if number == place else "muted")
        words = _("Step {n} of {all}: {step}")
        self.setAccessibleName(words.format(n=place + 1, all=len(self._steps), step=self._steps[place]))
        announce(self, self.accessibleName())
