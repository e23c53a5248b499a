"""Marks drawn once and stamped where there are hundreds of them: a picture of a mark is laid, not drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import draw_mark
from desktop_app.charts.shapes import Mark

FROM = 80
"""So few marks are drawn one by one, exactly where they are."""
PLACES = 4
"""A stamped mark lies at most an eighth of a pixel from its place: there are four of them to a pixel."""
REACH = 2.3
"""No mark is larger than so many of its radii around its middle."""

Numbers = npt.NDArray[np.float64]


class Stamps:
    """The marks of one picture in its own colours and sizes, by where in a pixel their middle is."""

    def __init__(self) -> None:
        self._made_for: tuple[ChartStyle | None, float] = (None, 1.0)
        self._origin = (0.0, 0.0)
        self._images: dict[tuple[Mark, str, float, float], QImage] = {}

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

    def of(
        self, marks: Sequence[Mark], xs: Numbers, ys: Numbers, colour: str, style: ChartStyle
    ) -> Iterator[tuple[QPointF, QImage]]:
        """For each mark of one colour with its middle at x, y the picture to be laid and where to lay it.

        To be asked after `fit` has said that they may be stamped.
        """
        scale, (left, top) = self._made_for[1], self._origin
        columns, across = np.divmod(np.rint((xs * scale + left) * PLACES), PLACES)
        rows, down = np.divmod(np.rint((ys * scale + top) * PLACES), PLACES)
        reach = _reach(style, scale)
        lefts, tops = ((columns - reach - left) / scale).tolist(), ((rows - reach - top) / scale).tolist()
        images = self._images
        for mark, x, y, right, low in zip(marks, lefts, tops, across.tolist(), down.tolist(), strict=True):
            stamp = images.get((mark, colour, right, low))
            if stamp is None:
                stamp = _stamp(mark, colour, style, scale, (right / PLACES, low / PLACES))
                images[mark, colour, right, low] = stamp
            yield QPointF(x, y), stamp

    def lay(self, painter: QPainter, mark: Mark, x: float, y: float, colour: str, style: ChartStyle) -> None:
        """The mark of one value with its middle at x, y; after `fit` has said that it may be stamped."""
        for at, stamp in self.of([mark], np.array([x]), np.array([y]), colour, style):
            painter.drawImage(at, stamp)


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
