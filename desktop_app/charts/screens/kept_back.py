"""What lies at the back of a sheet, kept as a picture as long as one sheet after another has it alike.

A figure that is written changes one line of many; those under it need not be drawn again. The picture is
opaque and whatever is drawn over it is drawn in the same order as before, so no pixel is another.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from desktop_app.charts.drawing.sheet_stage import SheetArrangement, SheetStage
from desktop_app.charts.layout.forms import AnyForm, paint_forms

WORTH = 4
"""Fewer forms than so many are drawn as soon as their picture."""


class KeptBack:
    """Draws the sheets of one stage, one after the other."""

    def __init__(self) -> None:
        self._before: SheetArrangement | None = None
        self._image: QPixmap | None = None
        self._count = 0
        """So many forms of the sheet before are on the picture."""

    def paint(
        self, painter: QPainter, stage: SheetStage, there: SheetArrangement, size: QSize, scale: float
    ) -> None:
        """Draw a sheet as it is arranged, in a widget of a size with so many pixels to one of its own."""
        before, self._before = self._before, there
        same = 0 if before is None else _alike(before, there)
        image = self._image
        if same < WORTH:
            self._image = None
            stage.paint(painter)
            return
        if image is None or image.devicePixelRatioF() != scale or self._count > same:
            image, self._count = blank(size, scale), 0
            self._paint(image, painter, stage, there, same)
        elif self._count < same:
            self._paint(image, painter, stage, there, same)
        self._image = image
        painter.drawPixmap(QPointF(0, 0), image)
        stage.paint_front(painter, same)

    def _paint(
        self, image: QPixmap, like: QPainter, stage: SheetStage, there: SheetArrangement, count: int
    ) -> None:
        """Have so many forms on the picture, where some of them may be already."""
        onto = QPainter(image)
        onto.setRenderHints(like.renderHints())
        if self._count:
            paint_forms(onto, there.laid.forms[self._count : count], there.style)
        else:
            stage.paint_back(onto, count)
        onto.end()
        self._count = count


def blank(size: QSize, scale: float) -> QPixmap:
    """A picture to draw a widget of this size on, pixel by pixel."""
    image = QPixmap((QSizeF(size) * scale).toSize())
    image.setDevicePixelRatio(scale)
    return image


def _alike(before: SheetArrangement, there: SheetArrangement) -> int:
    """How many forms are the same in both, from the one furthest back on; none where the ground is not."""
    around = (before.width, before.height, before.style, before.rule, before.key)
    if around != (there.width, there.height, there.style, there.rule, there.key):
        return 0
    return _same_at_first(before.laid.forms, there.laid.forms)


def _same_at_first(some: Sequence[AnyForm], others: Sequence[AnyForm]) -> int:
    count = 0
    for one, other in zip(some, others, strict=False):
        if one is not other and one != other:
            break
        count += 1
    return count
