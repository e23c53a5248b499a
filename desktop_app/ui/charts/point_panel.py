"""The foot of the panel: what stands at the chosen point, and every figure it rests on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.charts.passage import Passage
from desktop_app.ui.charts.point import PointWords
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

LISTED = 8
"""So many figures behind a point are listed; the others are in the table of figures."""


class PointPanel(QWidget):
    """Says what the cursor is on; each reading opens its figure (`figureAsked` carries the id)."""

    figureAsked = Signal(str)

    def __init__(self, formats: Formats, after: QWidget) -> None:
        """`after` is what the Tab key leaves for the first reading."""
        super().__init__()
        self.setObjectName("pointPanel")
        self._after = after
        self._formats = formats
        self._shown: PointWords | None = None
        self.heading = TextLabel("", "heading", wrap=True)
        self.value = TextLabel("", "title", wrap=True)
        self.basis = TextLabel("", "muted", wrap=True)
        self._hint = TextLabel("", "muted", wrap=True)
        self.is_of_cases = False
        self._readings = QVBoxLayout()
        self._readings.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (self._hint, self.heading, self.value, self.basis):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(self._readings)
        self.show_point(None)

    @property
    def is_of_cases(self) -> bool:
        """Whether the values rest on cases rather than on figures: the hint says so."""
        return self._is_of_cases

    @is_of_cases.setter
    def is_of_cases(self, is_so: bool) -> None:
        self._is_of_cases = is_so
        words = _("Click a part of the chart, or go through it with the arrow keys, to see its cases.")
        points = _("Click a point, or move along the chart with the arrow keys, to see its sources.")
        self._hint.setText(words if is_so else points)

    @property
    def passages(self) -> list[Passage]:
        """The readings listed now, the drawn one first."""
        found = (self._readings.itemAt(place) for place in range(self._readings.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, Passage)]

    def show_point(self, point: PointWords | None) -> None:
        """Show this point, or how to choose one. The same again changes nothing, so the focus stays."""
        if point is not None and point == self._shown:
            return
        self._shown = point
        self._hint.setVisible(point is None)
        for label in (self.heading, self.value, self.basis):
            label.setVisible(point is not None)
        while (item := self._readings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if point is None:
            return
        self.heading.setText(point.heading)
        self.value.setText(point.value)
        self.basis.setText(point.basis)
        before = self._after
        for reading in point.readings[:LISTED]:
            passage = Passage(reading.lines, colour=point.colour, faint=not reading.drawn)
            passage.clicked.connect(partial(self._ask, reading.figure))
            self._readings.addWidget(passage)
            QWidget.setTabOrder(before, passage)
            before = passage
        rest = len(point.readings) - LISTED
        if rest > 0:
            words = _n("and {n} more", "and {n} more", rest).format(n=self._formats.number(rest))
            self._readings.addWidget(TextLabel(words, "small"))

    def _ask(self, figure: str, _checked: bool = False) -> None:
        self.figureAsked.emit(figure)
