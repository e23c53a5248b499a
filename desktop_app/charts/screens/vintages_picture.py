"""Draws the small chart of vintages in the mark grammar of the large ones."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import draw_mark, draw_range, pen
from desktop_app.charts.shapes import RANGED
from desktop_app.charts.vintages import VintagesChart

_LINES_HIGH = 7


class VintagesPicture(QWidget):
    """A step line by the day of publication, with the values at its marks. What it says is its description.

    It takes no keyboard: the table beside it leads to the figures.
    """

    def __init__(self, style: ChartStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vintagesChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = style
        self._letters = Lettering()
        self._chart = VintagesChart()

    def show_chart(self, chart: VintagesChart) -> None:
        """Draw these vintages."""
        self._chart = chart
        self.setAccessibleName(chart.alt)
        self.setToolTip(chart.alt)
        self.update()

    def restyle(self, style: ChartStyle) -> None:
        """Draw in other colours or sizes."""
        self._style = style
        self.update()

    def sizeHint(self) -> QSize:
        """As high as seven lines of text."""
        return QSize(200, round(self._high * _LINES_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw line, marks, values and the first and last day."""
        if not self._chart.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._letters.font(self._style.sizes.label))
        places = self._places()
        self._draw_line(painter, places)
        self._draw_marks(painter, places)
        self._draw_days(painter)
        painter.end()

    @property
    def _high(self) -> float:
        """How high a line of its letters is."""
        return self._letters.height(self._style.sizes.label)

    def _places(self) -> list[QPointF]:
        points = self._chart.points
        side = max(self._across(point.text) for point in points) / 2 + 4
        first, last = points[0].day, points[-1].day
        room = self.width() - 2 * side
        days = max(1, last - first)
        return [
            QPointF(side + room * ((p.day - first) / days if last > first else 0.5), self._y(p.value))
            for p in points
        ]

    def _across(self, text: str) -> float:
        return self._letters.width(text, self._style.sizes.label)

    def _y(self, value: float) -> float:
        low, high = self._chart.span
        top, foot = self._high * 1.7, self.height() - self._high * 1.9
        return (top + foot) / 2 if high == low else foot - (foot - top) * (value - low) / (high - low)

    def _draw_line(self, painter: QPainter, places: list[QPointF]) -> None:
        tokens = self._style.tokens
        painter.setPen(pen(tokens.grid, self._style.sizes.hairline))
        foot = self.height() - self._high * 1.3
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))
        painter.setPen(pen(tokens.arrivals, self._style.sizes.line))
        for before, after in itertools.pairwise(places):
            painter.drawLine(before, QPointF(after.x(), before.y()))
            painter.drawLine(QPointF(after.x(), before.y()), after)

    def _draw_marks(self, painter: QPainter, places: list[QPointF]) -> None:
        tokens = self._style.tokens
        reach, taken = self._style.sizes.dot * 1.8, -1.0
        for point, at in zip(self._chart.points, places, strict=True):
            colour = tokens.ink if point.stands else tokens.muted
            if point.mark in RANGED:
                low, high = (self._y(end) for end in (point.low, point.high))
                draw_range(painter, at.x(), low, high, colour, self._style)
            draw_mark(painter, point.mark, at.x(), at.y(), colour, self._style)
            width = self._across(point.text)
            left = at.x() - width / 2
            if left < taken:
                continue
            taken = left + width + 4
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(left, at.y() - reach), point.text)

    def _draw_days(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._style.tokens.muted))
        baseline = self.height() - self._high + self._letters.ascent(self._style.sizes.label)
        first, last = self._chart.first, self._chart.last
        if first == last:
            painter.drawText(QPointF((self.width() - self._across(first)) / 2, baseline), first)
            return
        painter.drawText(QPointF(0, baseline), first)
        painter.drawText(QPointF(self.width() - self._across(last), baseline), last)
