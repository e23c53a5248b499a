"""Marks drawn once and stamped where there are hundreds of them: a picture of a mark is laid, not drawn."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from desktop_app.charts.marks import draw_mark
from desktop_app.charts.shapes import Mark
from desktop_app.charts.style import ChartStyle

FROM = 80
"""So few marks are drawn one by one, exactly where they are."""
PLACES = 4
"""A stamped mark lies at most an eighth of a pixel from its place: there are four of them to a pixel."""
REACH = 2.3
"""No mark is larger than so many of its radii around its middle."""


class Stamps:
    """The marks of one picture in its own colours and sizes, by where in a pixel their middle is."""

    def __init__(self) -> None:
        self._made_for: tuple[ChartStyle | None, float] = (None, 1.0)
        self._origin = (0.0, 0.0)
        self._images: dict[tuple[Mark, str, int, int], QImage] = {}

    def fit(self, painter: QPainter, count: int, style: ChartStyle) -> bool:
        """Whether so many marks may be stamped here: many, on pixels that are neither turned nor stretched.

        A file of lines gets each mark as lines.
        """
        whole, scale = painter.combinedTransform(), painter.device().devicePixelRatioF()
        straight = whole.m11() == whole.m22() == scale and whole.m12() == whole.m21() == 0
        if count < FROM or not straight or painter.paintEngine().type() is not QPaintEngine.Type.Raster:
            return False
        if (style, scale) != self._made_for:
            self._images.clear()
            self._made_for = (style, scale)
        self._origin = (whole.dx(), whole.dy())
        return True

    def lay(self, painter: QPainter, mark: Mark, x: float, y: float, colour: str, style: ChartStyle) -> None:
        """The mark of one value with its middle at x, y; after `fit` has said that it may be stamped."""
        scale, (left, top) = self._made_for[1], self._origin
        column, across = divmod(round((x * scale + left) * PLACES), PLACES)
        row, down = divmod(round((y * scale + top) * PLACES), PLACES)
        stamp = self._images.get((mark, colour, across, down))
        if stamp is None:
            within = (across / PLACES, down / PLACES)
            stamp = self._images[mark, colour, across, down] = _stamp(mark, colour, style, scale, within)
        reach = stamp.width() // 2
        painter.drawImage(QPointF((column - reach - left) / scale, (row - reach - top) / scale), stamp)


def _stamp(mark: Mark, colour: str, style: ChartStyle, scale: float, within: tuple[float, float]) -> QImage:
    """A mark whose middle is so far within its pixel, with nothing around it."""
    reach = _reach(style, scale)
    side = 2 * reach + 1
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, mark, (reach + within[0]) / scale, (reach + within[1]) / scale, colour, style)
    painter.end()
    return image


def _reach(style: ChartStyle, scale: float) -> int:
    """How many pixels around its own a mark may need."""
    return math.ceil((style.sizes.dot * REACH + style.sizes.ring) * scale) + 1
