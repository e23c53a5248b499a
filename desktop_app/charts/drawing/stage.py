"""The scene of a picture: everything a screen shows and a file contains, at one size."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from desktop_app.charts.drawing.glide import Drawn, Glide
from desktop_app.charts.drawing.painting import count_words, paint_bars, paint_labels, paint_paper
from desktop_app.charts.layout.arranging import Arrangement, arrange, whole
from desktop_app.charts.layout.labels import Labels, place
from desktop_app.charts.layout.lettering import Lettered, Lettering
from desktop_app.charts.layout.painting_lines import paint_lines
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.line import DeviceLine
from desktop_app.charts.marks.stamps import Stamps
from desktop_app.charts.placing import Plane
from desktop_app.charts.shapes import ComparisonChart

LEAST_DAYS = 7.0
"""The time axis is never zoomed closer than a week."""


class Layer(pg.GraphicsObject):
    """One layer of the scene, painted by a function in the pixels of the scene."""

    def __init__(self, paint: Callable[[QPainter], None], depth: float) -> None:
        super().__init__()
        self._paint = paint
        self._area = QRectF()
        self.setZValue(depth)

    def cover(self, area: QRectF) -> None:
        """The area it may paint on."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        self.update()

    def boundingRect(self) -> QRectF:
        """The area it may paint on."""
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """All of it, with smooth edges."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint(painter)


class Stage:
    """A scene with one chart: arranged for a size and a style, and looking at some of its days.

    It needs no window: a file is drawn from a stage of its own.
    """

    def __init__(
        self, style: ChartStyle, width: float, height: float, scene: pg.GraphicsScene | None = None
    ) -> None:
        self.scene = pg.GraphicsScene() if scene is None else scene
        self._style = style
        self._letters = Lettering()
        self._stamps = Stamps()
        self._size = (max(width, 1.0), max(height, 1.0))
        self._chart = EMPTY
        self._days = self.whole
        self._line = DeviceLine()
        self._line.setZValue(5)
        self._glide: Glide | None = None
        self._moving: ComparisonChart | None = None
        self._fades = False
        self._layers = (
            Layer(self._paint_paper, 0),
            Layer(self._paint_data, 10),
            Layer(self._paint_words, 20),
        )
        for item in (self._line, *self._layers):
            self.scene.addItem(item)
        self._arrange()

    @property
    def chart(self) -> ComparisonChart:
        """What is shown."""
        return self._chart

    @property
    def letters(self) -> Lettering:
        """Measures of its texts."""
        return self._letters

    @property
    def days(self) -> tuple[float, float]:
        """The first and last day in view."""
        return self._days

    @property
    def whole(self) -> tuple[float, float]:
        """The first and last day in view when nothing is zoomed."""
        return whole(self._chart)

    def show(self, chart: ComparisonChart) -> None:
        """Show this chart; a zoomed view stays where it is while the chart's days stay the same."""
        same = (chart.first, chart.last) == (self._chart.first, self._chart.last)
        self._chart = chart
        if not same:
            self._days = self.whole
        daily = chart.daily
        if daily is None:
            self._line.set_data([], [])
        else:
            self._line.set_data(*_with_gaps(daily.days, daily.values))
        self._arrange()

    def glide_to(self, chart: ComparisonChart) -> bool:
        """Show this chart, with its marks where they stood before: `pass_on` then moves them.

        False where nothing moves; the chart is then shown as it is.
        """
        before, daily = Drawn(self._chart, self.upper, self.lower), self._chart.daily
        self.show(chart)
        glide = Glide(before, Drawn(chart, self.upper, self.lower))
        if not glide.is_worth:
            return False
        self._glide, self._fades = glide, chart.daily != daily
        self.pass_on(0.0)
        return True

    def pass_on(self, share: float | None) -> None:
        """Have the marks so far on their way, from 0 to 1; None is there."""
        if self._glide is None:
            return
        self._moving = None if share is None else self._glide.at(share)
        self._line.setOpacity(1.0 if share is None or not self._fades else share)
        if share is None:
            self._glide = None
        self._layers[1].update()

    def restyle(self, style: ChartStyle) -> None:
        """Draw the same chart with other colours and sizes."""
        self._style = style
        self._arrange()

    def resize(self, width: float, height: float) -> None:
        """Arrange the chart anew for this size."""
        if (width, height) != self._size:
            self._size = (max(width, 1.0), max(height, 1.0))
            self._arrange()

    def look(self, first: float, last: float) -> None:
        """Look at these days, kept within the chart and at least a week."""
        low, high = self.whole
        length = min(max(last - first, LEAST_DAYS), high - low)
        first = min(max(first, low), high - length)
        self._days = (first, first + length)
        self._place()

    def texts(self) -> tuple[Lettered, ...]:
        """Every line of text of the picture, where it stands."""
        there = self.arrangement
        counts = count_words(there, self._letters)
        return (*there.texts, *counts, *(key.words for key in there.key), *self.labels.texts)

    def render(self, painter: QPainter, target: QRectF) -> None:
        """Draw the whole scene into a part of any paint device."""
        self.scene.prepareForPaint()
        self.scene.render(painter, target, self.area, Qt.AspectRatioMode.IgnoreAspectRatio)

    @property
    def area(self) -> QRectF:
        """The scene's extent in pixels."""
        return QRectF(0, 0, *self._size)

    def _arrange(self) -> None:
        self.arrangement: Arrangement = arrange(self._chart, self._style, self._letters, *self._size)
        self.scene.setSceneRect(self.area)
        style = self.arrangement.style
        self._line.set_pen(style.tokens.arrivals, style.sizes.line * 0.8)
        self._place()

    def _place(self) -> None:
        # What is placed anew is where it belongs: a passage ends.
        self.pass_on(None)
        first, last = self._days
        there = self.arrangement
        self.upper = Plane(there.upper, first, last, there.upper_top)
        self.lower = Plane(there.lower, first, last, there.lower_top)
        self._line.look(first, last, _transform(self.upper))
        self.labels: Labels = place(self._chart, there, self._letters, self.upper, self.lower)
        for layer in self._layers:
            layer.cover(self.area)

    def _paint_paper(self, painter: QPainter) -> None:
        paint_paper(painter, self.arrangement, self.labels, self.lower, self._letters)

    def _paint_data(self, painter: QPainter) -> None:
        chart = self._moving or self._chart
        paint_bars(painter, chart, self.upper, self.arrangement.style)
        paint_lines(painter, chart, self.lower, self.arrangement.style, self._stamps)

    def _paint_words(self, painter: QPainter) -> None:
        paint_labels(painter, self.labels, self.arrangement.style, self._letters)


def _transform(plane: Plane) -> QTransform:
    """From days and numbers to the pixels of a panel."""
    across = plane.box.width / (plane.last - plane.first)
    up = plane.box.height / plane.top
    return QTransform(across, 0, 0, -up, plane.x(0), plane.y(0))


def _with_gaps(days: tuple[int, ...], values: tuple[float, ...]) -> tuple[np.ndarray, np.ndarray]:
    """The points with a break wherever a day is missing; each stands at noon of its day."""
    x = np.asarray(days, dtype=np.float64)
    y = np.asarray(values, dtype=np.float64)
    breaks = np.flatnonzero(np.diff(x) > 1) + 1
    return np.insert(x + 0.5, breaks, x[breaks] - 0.5), np.insert(y, breaks, np.nan)


EMPTY = ComparisonChart(730_000, 730_365, "", "", "", "", "", "", "", "", "")
"""What a picture shows before it is given a chart."""
