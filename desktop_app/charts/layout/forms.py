"""The plain forms that a sheet is drawn of: outlines, words, and the places that can be pointed at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

import pyqtgraph.functions as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desktop_app.charts.layout.lettering import Lettered
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.dot_painting import DotGrid, paint_dots
from desktop_app.charts.marks.marks import (
    DOTS,
    draw_hatch,
    draw_mark,
    draw_range,
    draw_span,
    draw_tail,
    faint,
    pen,
    tentative_pen,
)
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import RANGED, Mark

DASHES = (4.0, 3.0)
LONG = 24
"""A line of so many corners is made at once."""

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A line, or an area where it is filled; widths and places in pixels."""

    points: Points
    colour: str
    fill: float = 0.0
    """How opaque the area is, from 0 to 1."""
    width: float = 0.0
    """Of the line around it, or of the line that it is."""
    is_dashed: bool = False
    is_closed: bool = True
    is_tentative: bool = False
    """Whether it is the line of a total that may still be revised."""
    is_dotted: bool = False


@dataclass(frozen=True, slots=True)
class Hatch:
    """Slanted strokes in a box."""

    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark of the grammar at a place, with its range upright and its days along; all in pixels."""

    mark: Mark
    x: float
    y: float
    colour: str
    low: float
    high: float
    """The y of the least and of the most that is possible."""
    start: float
    """The x of the earliest day it can stand for."""
    is_bare: bool = False
    """Whether only the range is drawn, for nobody said a number within it."""
    has_tail: bool = False
    """Whether the beginning of a dashed line says that it may still be revised."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark of the grammar with its middle at x, y."""

    mark: Mark
    x: float
    y: float
    colour: str
    scale: float = 1.0
    """How much larger than the style has it."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A part that paints itself, for what no plain form can say; two are equal that draw the same."""

    what: object
    paint: Callable[[QPainter], None] = field(compare=False)


AnyForm = Form | Hatch | Marked | Sign | DotGrid | Painted


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value of the table is drawn."""

    key: str
    box: Box


class Spots(Sequence[Spot]):
    """The places of thousands of values, made when somebody points."""

    def __init__(self, make: Callable[[], Iterable[Spot]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Spot, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, place: int) -> Spot: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Spot]: ...

    def __getitem__(self, place: int | slice) -> Spot | Sequence[Spot]:
        return self._made[place]

    def __len__(self) -> int:
        return len(self._made)


@dataclass(frozen=True, slots=True)
class Laid:
    """A drawing: forms from the back to the front, then words."""

    forms: tuple[AnyForm, ...] = ()
    words: tuple[Lettered, ...] = ()
    spots: Sequence[Spot] = ()
    said: tuple[Lettered, ...] = ()
    """Words that a form paints itself, where they stand."""
    is_tight: bool = False
    """Whether it would be read better with the room of the words around it."""


def corners(box: Box) -> Points:
    """The outline of a box."""
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def paint_forms(painter: QPainter, forms: Sequence[AnyForm], style: ChartStyle) -> None:
    """All of them in their order, with any painter."""
    for form in forms:
        if isinstance(form, Marked):
            _paint_marked(painter, form, style)
            continue
        if isinstance(form, Hatch):
            area = QRectF(form.box.x, form.box.y, form.box.width, form.box.height)
            draw_hatch(painter, area, form.colour, style)
            continue
        if isinstance(form, Sign):
            sized = style if form.scale == 1.0 else style.scaled(form.scale)
            draw_mark(painter, form.mark, form.x, form.y, form.colour, sized)
            continue
        if isinstance(form, DotGrid):
            paint_dots(painter, form)
            continue
        if isinstance(form, Painted):
            form.paint(painter)
            continue
        if form.width:
            line = (tentative_pen if form.is_tentative else pen)(form.colour, form.width)
            if form.is_dashed or form.is_dotted:
                line.setDashPattern(DASHES if form.is_dashed else DOTS)
            painter.setPen(line)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        filled = form.is_closed and form.fill > 0.0
        painter.setBrush(_area(form) if filled else Qt.BrushStyle.NoBrush)
        if form.is_closed:
            painter.drawPolygon(_polygon(form.points))
        else:
            painter.drawPolyline(_polygon(form.points))


def _polygon(points: Points) -> QPolygonF:
    """Made point by point a long one costs as much as drawing it."""
    if len(points) < LONG:
        return QPolygonF([QPointF(x, y) for x, y in points])
    polygon: QPolygonF = pg.create_qpolygonf(len(points))
    pg.ndarray_from_qpolygonf(polygon)[:] = points
    return polygon


def _paint_marked(painter: QPainter, form: Marked, style: ChartStyle) -> None:
    if form.start < form.x:
        draw_span(painter, form.start, form.x, form.y, form.colour, style)
    if form.has_tail:
        draw_tail(painter, form.x, form.y, form.colour, style)
    if form.mark in RANGED or form.is_bare:
        draw_range(painter, form.x, form.low, form.high, form.colour, style)
    if not form.is_bare:
        draw_mark(painter, form.mark, form.x, form.y, form.colour, style)


def _area(form: Form) -> QColor:
    return QColor(form.colour) if form.fill >= 1.0 else faint(form.colour, form.fill)
