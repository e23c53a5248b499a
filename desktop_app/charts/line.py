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

DENSE = 1.0
"""From so many points to a pixel column on, only the span of each column is drawn."""


class DeviceLine(pg.GraphicsObject):
    """A line that paints in pixels: joined points where there is room, else the span of each column.

    Days in x ascend. A number that is NaN breaks the line. What is out of view is not drawn at all, so
    the line needs no clipping in files.
    """

    def __init__(self, colour: str = "#000000", width: float = 2.0) -> None:
        super().__init__()
        self._x: Numbers = np.empty(0)
        self._y: Numbers = np.empty(0)
        self._pen = QPen()
        self._bounds = QRectF()
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

    def boundingRect(self) -> QRectF:
        """The points' extent, with room for the pen."""
        wide, high = self.pixelVectors() if self.getViewBox() is not None else (None, None)
        if wide is None or high is None or self._bounds.isNull():
            return self._bounds
        half = self._pen.widthF()
        across, down = abs(wide.x()) * half, abs(high.y()) * half
        return self._bounds.adjusted(-across, -down, across, down)

    def viewTransformChanged(self) -> None:
        """The room for the pen depends on the view."""
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
        x, y, columns = self._in_view(transform)
        if x.size < 1:
            return
        painter.save()
        painter.resetTransform()
        scale = self._scale(painter, transform)
        if x.size > DENSE * columns:
            self._paint_columns(painter, x, y, scale)
        else:
            self._paint_segments(painter, x, y, scale)
        painter.restore()

    def _in_view(self, transform: QTransform) -> tuple[Numbers, Numbers, float]:
        """Pixels of the points in view, with one neighbour on each side, and how many columns that is."""
        view = self.viewRect()
        left, right = (
            (view.left(), view.right()) if view is not None else (self._bounds.left(), self._bounds.right())
        )
        low = max(int(np.searchsorted(self._x, left)) - 1, 0)
        high = min(int(np.searchsorted(self._x, right, side="right")) + 1, self._x.size)
        x, y = self._x[low:high], self._y[low:high]
        if x.size > 1:
            x, y = _cut(x, y, left, right)
        px = x * transform.m11() + transform.dx()
        py = y * transform.m22() + transform.dy()
        return px, py, max((right - left) * abs(transform.m11()), 1.0)

    def _scale(self, painter: QPainter, transform: QTransform) -> float:
        """Pixels of the device to a pixel of the view: more than 1 in a file drawn larger."""
        view = self.getViewBox()
        rect = self.viewRect()
        if view is None or rect is None or rect.width() <= 0 or view.width() <= 0:
            return 1.0
        return abs(transform.m11()) * rect.width() / view.width()

    def _paint_columns(self, painter: QPainter, x: Numbers, y: Numbers, scale: float) -> None:
        """From the least to the greatest of each column, reaching over to its neighbour's last point."""
        width = max(self._pen.widthF() * scale, 1.0)
        known = np.isfinite(y)
        x, y = x[known], y[known]
        column = np.floor(x / scale).astype(np.int64)
        starts = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
        top, foot = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
        joined = np.diff(column[starts], prepend=column[starts[0]]) == 1
        before = np.where(joined, y[np.maximum(starts - 1, 0)], y[starts])
        top, foot = np.minimum(top, before), np.maximum(foot, before)
        self._rects.resize(starts.size)
        rects = self._rects.ndarray()
        rects[:, 0] = column[starts] * scale - (width - scale) / 2
        rects[:, 1] = top - width / 2
        rects[:, 2] = width
        rects[:, 3] = foot - top + width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._pen.color())
        painter.drawRects(*self._rects.drawargs())

    def _paint_segments(self, painter: QPainter, x: Numbers, y: Numbers, scale: float) -> None:
        known = np.isfinite(y)
        both = known[:-1] & known[1:]
        self._lines.resize(int(both.sum()))
        lines = self._lines.ndarray()
        lines[:, 0], lines[:, 1] = x[:-1][both], y[:-1][both]
        lines[:, 2], lines[:, 3] = x[1:][both], y[1:][both]
        stroke = QPen(self._pen)
        stroke.setWidthF(self._pen.widthF() * scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(stroke)
        painter.drawLines(*self._lines.drawargs())


def _cut(x: Numbers, y: Numbers, left: float, right: float) -> tuple[Numbers, Numbers]:
    """The points with the two neighbours outside the view drawn in to its edges."""
    x, y = x.copy(), y.copy()
    if x[0] < left < x[1]:
        y[0] += (y[1] - y[0]) * (left - x[0]) / (x[1] - x[0])
        x[0] = left
    if x[-2] < right < x[-1]:
        y[-1] = y[-2] + (y[-1] - y[-2]) * (right - x[-2]) / (x[-1] - x[-2])
        x[-1] = right
    inside = (x >= left) & (x <= right)
    return x[inside], y[inside]
