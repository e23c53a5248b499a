"""A line through thousands of daily numbers that costs as little to draw as the pixels it covers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

Numbers = npt.NDArray[np.float64]

SPARSE = 8.0
"""Points further apart than so many pixels are joined by lines; closer ones are drawn column by column."""

CROWDED = 6
"""From so many points to a column on, the ends of a column are not softened."""


class DeviceLine(pg.GraphicsObject):
    """A line that paints in pixels: joined points where there is room, else what it covers of each column.

    Days in x ascend. A number that is NaN breaks the line. What is out of view is not drawn at all, so
    the line needs no clipping in files.
    """

    def __init__(self, colour: str = "#000000", width: float = 2.0) -> None:
        super().__init__()
        self._x: Numbers = np.empty(0)
        self._y: Numbers = np.empty(0)
        self._pen = QPen()
        self._bounds = QRectF()
        self._window: tuple[float, float] | None = None
        self._rects = PrimitiveArray(QRectF, 4)
        self._lines = PrimitiveArray(QLineF, 4)
        self.set_pen(colour, width)

    def set_pen(self, colour: str, width: float) -> None:
        """Colour, and width in pixels."""
        self._pen = QPen(QColor(colour), width)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.update()

    def set_data(self, x: npt.ArrayLike, y: npt.ArrayLike) -> None:
        """Draw these points from now on; both equally long, x ascending."""
        self.prepareGeometryChange()
        self._x = np.ascontiguousarray(x, dtype=np.float64)
        self._y = np.ascontiguousarray(y, dtype=np.float64)
        known = self._y[np.isfinite(self._y)]
        if known.size:
            low, high = float(known.min()), float(known.max())
            left, right = float(self._x[0]), float(self._x[-1])
            self._bounds = QRectF(left, low, max(right - left, 1e-9), max(high - low, 1e-9))
        else:
            self._bounds = QRectF()
        self.informViewBoundsChanged()
        self.update()

    def look(self, first: float, last: float, transform: QTransform) -> None:
        """Show these days through a transform of one's own, where the line is not in a view box."""
        self.prepareGeometryChange()
        self._window = (first, last)
        self.setTransform(transform)
        self.update()

    def boundingRect(self) -> QRectF:
        """The points' extent, with room for the pen."""
        transform = self.sceneTransform()
        if self._bounds.isNull() or not transform.isInvertible():
            return self._bounds
        half = self._pen.widthF()
        across, down = half / abs(transform.m11()), half / abs(transform.m22())
        return self._bounds.adjusted(-across, -down, across, down)

    def viewTransformChanged(self) -> None:
        """The room for the pen depends on the view."""
        super().viewTransformChanged()
        self.prepareGeometryChange()

    def dataBounds(
        self, ax: int, frac: float = 1.0, orthoRange: tuple[float, float] | None = None
    ) -> tuple[float | None, float | None]:
        """Least and greatest along an axis, for a view that fits itself to its contents."""
        if self._bounds.isNull():
            return (None, None)
        if ax == 0:
            return (self._bounds.left(), self._bounds.right())
        return (self._bounds.top(), self._bounds.bottom())

    def pixelPadding(self) -> float:
        """How far the pen reaches beyond the points."""
        return self._pen.widthF() / 2

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The part of the line that is in view."""
        transform = painter.transform()
        left, right = self._days_in_view()
        low = max(int(np.searchsorted(self._x, left)) - 1, 0)
        high = min(int(np.searchsorted(self._x, right, side="right")) + 1, self._x.size)
        if high <= low:
            return
        across = (right - left) * abs(transform.m11())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(self._pen.widthF() * self._scale(transform), 1.0)
        if (high - low) * SPARSE > across:
            self._paint_columns(painter, transform, slice(low, high), (left, right), width)
        else:
            self._paint_segments(painter, transform, slice(low, high), (left, right), width)
        painter.restore()

    def _days_in_view(self) -> tuple[float, float]:
        if self._window is not None:
            return self._window
        view = self.viewRect()
        return (self._bounds.left(), self._bounds.right()) if view is None else (view.left(), view.right())

    def _scale(self, transform: QTransform) -> float:
        """Pixels of the device to a pixel of the scene: more than 1 in a file drawn larger."""
        return abs(transform.m11() / self.sceneTransform().m11())

    def _paint_columns(
        self,
        painter: QPainter,
        transform: QTransform,
        part: slice,
        days: tuple[float, float],
        width: float,
    ) -> None:
        """Of each column of pixels, all that the line covers in it: where it enters, leaves and turns."""
        x, y = self._x[part], self._y[part]
        edges, least, most, rise = _columns(x, y, transform, days)
        top = np.minimum(least * transform.m22(), most * transform.m22()) + transform.dy()
        foot = np.maximum(least * transform.m22(), most * transform.m22()) + transform.dy()
        slope = rise * abs(transform.m22())
        steep = slope > 1
        pad = np.where(steep, width, np.maximum(width * np.hypot(1, slope) - slope, 1.0)) / 2
        across = np.where(steep, np.round(width), 1.0)
        self._rects.resize(edges.size)
        rects = self._rects.ndarray()
        rects[:, 0] = np.floor(edges + 0.5 - across / 2)
        rects[:, 1] = top - pad
        rects[:, 2] = across
        rects[:, 3] = foot - top + 2 * pad
        # Where every column is full, soft ends cost much and show nothing.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, x.size < CROWDED * edges.size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._pen.color())
        painter.drawRects(*self._rects.drawargs())

    def _paint_segments(
        self,
        painter: QPainter,
        transform: QTransform,
        part: slice,
        days: tuple[float, float],
        width: float,
    ) -> None:
        x, y = _cut(self._x[part], self._y[part], *days)
        known = np.isfinite(y)
        both = known[:-1] & known[1:]
        px, py = x * transform.m11() + transform.dx(), y * transform.m22() + transform.dy()
        self._lines.resize(int(both.sum()))
        lines = self._lines.ndarray()
        lines[:, 0], lines[:, 1] = px[:-1][both], py[:-1][both]
        lines[:, 2], lines[:, 3] = px[1:][both], py[1:][both]
        stroke = QPen(self._pen)
        stroke.setWidthF(width)
        painter.setPen(stroke)
        painter.drawLines(*self._lines.drawargs())


def _columns(
    x: Numbers, y: Numbers, transform: QTransform, days: tuple[float, float]
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Of each pixel column that the line is in: left edge, least and greatest number, how far it rises."""
    first = np.floor(max(days[0], x[0]) * transform.m11() + transform.dx())
    last = np.ceil(min(days[1], x[-1]) * transform.m11() + transform.dx())
    edges = np.arange(first, max(last, first + 1) + 1)
    at = np.clip((edges - transform.dx()) / transform.m11(), *days)
    through = np.interp(at, x, y, left=np.nan, right=np.nan)
    least, most = np.fmin(through[:-1], through[1:]), np.fmax(through[:-1], through[1:])
    rise = np.nan_to_num(most - least)
    place = np.searchsorted(x, at)
    filled = np.diff(place) > 0
    starts = np.minimum(place[:-1][filled], x.size - 1)
    if starts.size:
        within = y[: place[-1]]
        least[filled] = np.fmin(least[filled], np.fmin.reduceat(within, starts))
        most[filled] = np.fmax(most[filled], np.fmax.reduceat(within, starts))
        rise[filled] = np.nan_to_num(most[filled] - least[filled])
    drawn = np.isfinite(least)
    return edges[:-1][drawn], least[drawn], most[drawn], rise[drawn]


def _cut(x: Numbers, y: Numbers, left: float, right: float) -> tuple[Numbers, Numbers]:
    """The points with the two neighbours outside the view drawn in to its edges."""
    if x.size < 2:
        return x, y
    x, y = x.copy(), y.copy()
    if x[0] < left < x[1]:
        y[0] += (y[1] - y[0]) * (left - x[0]) / (x[1] - x[0])
        x[0] = left
    if x[-2] < right < x[-1]:
        y[-1] = y[-2] + (y[-1] - y[-2]) * (right - x[-2]) / (x[-1] - x[-2])
        x[-1] = right
    inside = (x >= left) & (x <= right)
    return x[inside], y[inside]
