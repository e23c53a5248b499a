"""Paints very many dots on a grid: as one image on a screen, as dotted lines in SVG and PDF.

Told apart without colour: who was returned is a large filled dot, who may have been is a large ring, who
arrived is a small dot, and who may have arrived is a small ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPainterPath

from desktop_app.charts.bodies import People
from desktop_app.charts.marks.marks import pen
from desktop_app.charts.placing import Box

LARGE, SMALL = 0.46, 0.3
"""The radius of a dot as a share of its cell."""
RING = 0.13
"""How thick a ring is, as a share of its cell."""
PALE = 0.62
"""How opaque the dots of those are who arrived and were not returned."""
_DRAWN = frozenset({QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture})
_KEPT = 4
_POINT = 0.001
"""How long a dot is, as a share of its cell: nothing can be drawn of what has no length."""

Kinds = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint32]


class Dot(IntEnum):
    """What one cell of the grid holds."""

    NOBODY = 0
    RETURNED = 1
    MAYBE_RETURNED = 2
    ARRIVED = 3
    MAYBE_ARRIVED = 4


@dataclass(frozen=True, slots=True)
class DotGrid:
    """People on a grid of square cells that begins at x, y; in pixels."""

    people: People
    x: float
    y: float
    cell: float
    columns: int
    rows: int
    strong: str
    """The colour of those returned."""
    pale: str
    """The colour of those who arrived."""
    paper: str
    """The colour below them."""

    @property
    def box(self) -> Box:
        """All of it."""
        return Box(self.x, self.y, self.cell * self.columns, self.cell * self.rows)


def kinds_of(grid: DotGrid) -> Kinds:
    """What each cell holds, row by row: those returned stand together in the first corner."""
    people, count = grid.people, grid.people.count
    kinds = np.zeros(grid.rows * grid.columns, np.uint8)
    kinds[:count] = Dot.ARRIVED
    kinds[people.arrived : count] = Dot.MAYBE_ARRIVED
    marked = people.returned + people.maybe_returned
    if marked:
        numbers = np.arange(count)
        from_corner = np.maximum(numbers // grid.columns, numbers % grid.columns)
        nearest = np.argsort(from_corner, kind="stable")[:marked]
        kinds[nearest] = Dot.MAYBE_RETURNED
        kinds[nearest[: people.returned]] = Dot.RETURNED
    return kinds.reshape(grid.rows, grid.columns)


def reach(kinds: Kinds, *wanted: Dot) -> tuple[int, int]:
    """How many rows and columns from the corner hold such dots."""
    rows, columns = np.nonzero(np.isin(kinds, wanted))
    return (int(rows.max()) + 1, int(columns.max()) + 1) if len(rows) else (0, 0)


def paint_dots(painter: QPainter, grid: DotGrid) -> None:
    """All of them, with any painter."""
    turned = painter.deviceTransform()
    if painter.paintEngine().type() in _DRAWN or turned.m12() or turned.m21():
        _paint_lines(painter, grid)
        return
    scale, box = turned.m11(), grid.box
    place = turned.mapRect(QRectF(box.x, box.y, box.width, box.height)).toAlignedRect()
    if place.isEmpty() or scale <= 0:
        return
    shift = ((place.x() - turned.dx()) / scale - grid.x, (place.y() - turned.dy()) / scale - grid.y)
    image = _image(grid, scale, shift, (place.width(), place.height()))
    back, _is_possible = turned.inverted()
    painter.drawImage(back.mapRect(QRectF(place)), image)


def _paint_lines(painter: QPainter, grid: DotGrid) -> None:
    """A dotted line with round ends for each run of one kind in a row: a file of lines, not of circles."""
    kinds = kinds_of(grid)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for kind in (Dot.ARRIVED, Dot.MAYBE_ARRIVED, Dot.RETURNED, Dot.MAYBE_RETURNED):
        path = _runs(grid, kinds == kind)
        if path.isEmpty():
            continue
        colour = QColor(_colour(grid, kind))
        _dot(painter, path, grid, _on_paper(grid) if kind is Dot.ARRIVED else colour, _radius(kind))
        if _is_ring(kind):
            _dot(painter, path, grid, QColor(grid.paper), _radius(kind) - RING)
    painter.restore()


def _on_paper(grid: DotGrid) -> QColor:
    """The pale colour as it looks on the paper: Qt writes a line that lets light through as shapes."""
    ink, paper = QColor(grid.pale), QColor(grid.paper)
    parts = ((ink.red(), paper.red()), (ink.green(), paper.green()), (ink.blue(), paper.blue()))
    return QColor(*(round(PALE * above + (1 - PALE) * below) for above, below in parts))


def _runs(grid: DotGrid, here: npt.NDArray[np.bool_]) -> QPainterPath:
    """A line for each run of true in a row, from the middle of its first cell to that of its last."""
    path = QPainterPath()
    edges = np.diff(np.pad(here.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    starts, ends = np.argwhere(edges == 1).tolist(), np.argwhere(edges == -1).tolist()
    for (row, first), (_row, after) in zip(starts, ends, strict=True):
        x, y = grid.x + (first + 0.5) * grid.cell, grid.y + (row + 0.5) * grid.cell
        path.moveTo(x, y)
        path.lineTo(x + (after - first - 1 + _POINT) * grid.cell, y)
    return path


def _dot(painter: QPainter, path: QPainterPath, grid: DotGrid, colour: QColor, radius: float) -> None:
    """Dot the lines, one dot to a cell; the radius is a share of the cell."""
    dots = pen(colour, radius * 2 * grid.cell)
    dots.setCapStyle(Qt.PenCapStyle.RoundCap)
    # A dash and a gap, in widths of the pen.
    dots.setDashPattern([_POINT / (radius * 2), (1 - _POINT) / (radius * 2)])
    painter.strokePath(path, dots)


@lru_cache(maxsize=_KEPT)
def _image(grid: DotGrid, scale: float, shift: tuple[float, float], size: tuple[int, int]) -> QImage:
    """The dots as pixels of a device; `shift` is from the grid's corner to that of the image."""
    across, columns = _from_middles(size[0], scale, shift[0], grid.cell, grid.columns)
    down, rows = _from_middles(size[1], scale, shift[1], grid.cell, grid.rows)
    kinds, cell = kinds_of(grid), grid.cell * scale
    pixels = _layer(grid, Dot.ARRIVED, cell, across, down)
    for kind in (Dot.NOBODY, Dot.RETURNED, Dot.MAYBE_RETURNED, Dot.MAYBE_ARRIVED):
        found = np.nonzero(kinds == kind)
        if not len(found[0]):
            continue
        high = slice(*np.searchsorted(rows, (found[0].min(), found[0].max() + 1)))
        wide = slice(*np.searchsorted(columns, (found[1].min(), found[1].max() + 1)))
        here = kinds[np.ix_(rows[high], columns[wide])] == kind
        layer = _layer(grid, kind, cell, across[wide], down[high])
        np.copyto(pixels[high, wide], layer, where=here)
    image = QImage(pixels.tobytes(), size[0], size[1], size[0] * 4, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def _from_middles(
    length: int, scale: float, shift: float, cell: float, cells: int
) -> tuple[Floats, npt.NDArray[np.intp]]:
    """For each pixel along one side: how far it is from the middle of its cell, squared, and which cell."""
    at = (np.arange(length) + 0.5) / scale + shift
    numbers = np.clip(np.floor(at / cell), 0, cells - 1).astype(np.intp)
    return (((at - (numbers + 0.5) * cell) * scale) ** 2).astype(np.float32), numbers


def _layer(grid: DotGrid, kind: Dot, cell: float, across: Floats, down: Floats) -> Pixels:
    """Every cell as if it held this kind of dot."""
    if kind is Dot.NOBODY:
        return np.zeros((len(down), len(across)), np.uint32)
    distance = np.sqrt(down[:, None] + across[None, :])
    radius = _radius(kind) * cell
    cover = np.clip(radius + 0.5 - distance, 0, 1)
    if _is_ring(kind):
        cover -= np.clip(radius - RING * cell + 0.5 - distance, 0, 1)
    cover *= 255
    return _shades(_colour(grid, kind), PALE if kind is Dot.ARRIVED else 1.0)[cover.astype(np.uint8)]


@lru_cache(maxsize=16)
def _shades(colour: str, opacity: float) -> Pixels:
    """The colour at each of 256 opacities, its parts already multiplied by it."""
    alpha = np.arange(256) * opacity
    solid = QColor(colour)
    inks = (255, solid.red(), solid.green(), solid.blue())
    parts = [np.rint(alpha * ink / 255).astype(np.uint32) for ink in inks]
    return ((parts[0] << 24) | (parts[1] << 16) | (parts[2] << 8) | parts[3]).astype(np.uint32)


def _radius(kind: Dot) -> float:
    return LARGE if kind in (Dot.RETURNED, Dot.MAYBE_RETURNED) else SMALL


def _is_ring(kind: Dot) -> bool:
    return kind in (Dot.MAYBE_RETURNED, Dot.MAYBE_ARRIVED)


def _colour(grid: DotGrid, kind: Dot) -> str:
    return grid.strong if kind in (Dot.RETURNED, Dot.MAYBE_RETURNED) else grid.pale
