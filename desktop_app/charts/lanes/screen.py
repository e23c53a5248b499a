"""Paints what is in sight of a timeline: readable rows with their words, or low rows as one image."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.lanes.crowd import Canvas, image
from desktop_app.charts.lanes.crowded import Crowded, crowded
from desktop_app.charts.lanes.folding import Folds
from desktop_app.charts.lanes.outlines import Numbers, gather
from desktop_app.charts.lanes.painting import LanePainter
from desktop_app.charts.lanes.rows import RowStack
from desktop_app.charts.lanes.shapes import Axis, LaneChart
from desktop_app.charts.lanes.sight import LaneSight
from desktop_app.charts.lanes.spine import spine
from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.words.formats import Formats

TILE = 256
"""Low rows are drawn in images so many pixels wide, made as they come into view."""
_TILES_KEPT = 24
_EDGE = 2
"""How wide the edge at the beginning of the days is."""
_FLAGGED = 1.2
"""A chosen row lower than so many letters has a flag with its code."""


@dataclass(frozen=True)
class _Place:
    """What the image of low rows depends on."""

    rows: Crowded
    stack: RowStack
    offset: float
    height: int
    """Device pixels of the window, without its axis."""
    ratio: float
    tokens: Tokens


class LaneScreen:
    """Keeps of low rows what stays the same while the days move."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._gathered: tuple[LaneChart, range, Folds, Crowded] | None = None
        self._tiles_made: dict[int, QImage] = {}
        self._tiled_for: tuple[_Place, float] | None = None
        self._gutter: tuple[_Place, str, float, QImage] | None = None

    def paint(self, painter: QPainter, sight: LaneSight, tokens: Tokens, *, focused: bool) -> None:
        """Everything in the window."""
        style = ChartStyle.page(tokens, sight.layout.letter)
        painter.fillRect(QRectF(0, 0, sight.width, sight.height), QColor(style.ground))
        draw = LanePainter(painter, style, sight.layout, sight.letters)
        if sight.is_low:
            self._low(painter, draw, sight, tokens)
        else:
            self._readable(painter, draw, sight, focused)
        painter.save()
        painter.setClipRect(self._plane(sight))
        draw.folds(sight.scale, sight.layout.axis, sight.height)
        painter.restore()
        for text, top in sight.headings_in_view():
            draw.heading(text, top, sight.stack.heading, sight.width)
        if sight.is_low:
            self._choice(draw, sight, focused)
        draw.axis(sight.ticks(self._formats), sight.scale, sight.width)
        draw.fold_words(sight.fold_words())

    @staticmethod
    def _plane(sight: LaneSight) -> QRectF:
        left = sight.scale.left
        return QRectF(left, 0, sight.width - left, sight.height)

    # readable rows

    def _readable(self, painter: QPainter, draw: LanePainter, sight: LaneSight, focused: bool) -> None:
        tracks = sight.chart.tracks
        rows = [(sight.top(place), tracks[place]) for place in sight.rows_in_view()]
        for top, track in rows:
            draw.ground(top, sight.width, track.case == sight.case)
        draw.grid(sight.ticks(self._formats), sight.scale, sight.layout.axis, sight.height)
        for top, track in rows:
            in_tray = any(mark.event == sight.event for mark in track.undated)
            if track.case == sight.case and focused:
                draw.ring(top, sight.width)
            draw.gutter(track, top, in_tray)
            painter.save()
            painter.setClipRect(self._plane(sight))
            draw.row(sight.arranged(track), top, sight.event)
            if track.aside:
                draw.aside(track.aside, top, sight.scale)
            painter.restore()

    # low rows

    def _low(self, painter: QPainter, draw: LanePainter, sight: LaneSight, tokens: Tokens) -> None:
        chosen = sight.place(sight.case)
        height = sight.stack.height
        if chosen is not None:
            draw.ground(sight.top(chosen), sight.width, chosen=True, height=height)
        painter.save()
        painter.setClipRect(self._plane(sight))
        draw.grid(sight.ticks(self._formats), sight.scale, sight.layout.axis, sight.height)
        painter.restore()
        place = self._place(painter, sight, tokens)
        axis = sight.layout.axis
        painter.save()
        painter.setClipRect(self._plane(sight))
        for x, tile in self._tiles(place, sight):
            painter.drawImage(QPointF(x, axis), tile)
        painter.restore()
        painter.drawImage(QPointF(0, axis), self._side(place, sight))

    def _choice(self, draw: LanePainter, sight: LaneSight, focused: bool) -> None:
        """The chosen case and event, over everything."""
        chosen = sight.place(sight.case)
        if chosen is None or chosen not in sight.rows_in_view():
            return
        top, height = sight.top(chosen), sight.stack.height
        if sight.event:
            box = sight.box(sight.event)
            if box is not None and box.right >= sight.scale.left - 1:
                draw.ringed(box)
        if height < sight.layout.letter * _FLAGGED:
            draw.flag(sight.chart.tracks[chosen].code, top + height / 2, strong=focused)
        elif focused:
            draw.ring(top, sight.width, height)

    def _place(self, painter: QPainter, sight: LaneSight, tokens: Tokens) -> _Place:
        ratio = painter.device().devicePixelRatioF()
        height = max(1, math.ceil(sight.room * ratio))
        return _Place(self._rows(sight), sight.stack, sight.offset, height, ratio, tokens)

    def _rows(self, sight: LaneSight) -> Crowded:
        """The rows in view, gathered once while they are the same."""
        rows, chart, folds = sight.rows_in_view(), sight.chart, sight.scale.folds
        known = self._gathered
        if known is not None and known[0] is chart and known[1] == rows and known[2] is folds:
            return known[3]
        outlines = chart.outlines[rows.start : rows.stop]
        made = crowded(gather(outlines, relative=chart.axis is Axis.SINCE_ARRIVAL), folds)
        self._gathered = (chart, rows, folds, made)
        return made

    def _tiles(self, place: _Place, sight: LaneSight) -> list[tuple[float, QImage]]:
        """The images in view and where each begins. A day always has the same pixel of the same tile."""
        scale, ratio = sight.scale, place.ratio
        per_place = scale.per_day * ratio
        if (place, per_place) != self._tiled_for:
            self._tiles_made.clear()
            self._tiled_for = (place, per_place)
        begin = round(scale.first * per_place)
        width = math.ceil((sight.width - scale.left) * ratio)
        found, tops = [], None
        for number in range(begin // TILE, (begin + width) // TILE + 1):
            tile = self._tiles_made.get(number)
            if tile is None:
                if len(self._tiles_made) > _TILES_KEPT:
                    self._tiles_made.clear()
                tops = _tops(place, sight) if tops is None else tops
                tile = self._tiles_made[number] = _tile(place, sight, tops, number * TILE, per_place)
            found.append((scale.left + (number * TILE - begin) / ratio, tile))
        return found

    def _side(self, place: _Place, sight: LaneSight) -> QImage:
        """The gutter: codes where rows are high enough for them, and the edge at which the days begin."""
        letter, known = sight.layout.letter, self._gutter
        if known is not None and known[:3] == (place, sight.case, letter):
            return known[3]
        width = round(sight.scale.left * place.ratio)
        made = QImage(width, place.height, QImage.Format.Format_ARGB32_Premultiplied)
        made.setDevicePixelRatio(place.ratio)
        made.fill(Qt.GlobalColor.transparent)
        edge = (max(1, round(_EDGE * place.ratio)), place.height)
        aside, height = place.rows.gathered.aside, place.stack.height * place.ratio
        strip = spine(aside, _tops(place, sight), height, edge, place.tokens)
        strip.setDevicePixelRatio(place.ratio)
        painter = QPainter(made)
        painter.drawImage(QPointF((width - edge[0]) / place.ratio, 0), strip)
        if sight.stack.height >= letter * _FLAGGED:
            draw = LanePainter(painter, ChartStyle.page(place.tokens, letter), sight.layout, sight.letters)
            for row in sight.rows_in_view():
                track = sight.chart.tracks[row]
                top = sight.top(row) - sight.layout.axis
                draw.code(track.code, top, sight.stack.height, chosen=track.case == sight.case)
        painter.end()
        self._gutter = (place, sight.case, letter, made)
        return made


def _tile(place: _Place, sight: LaneSight, tops: Numbers, begin: int, per_place: float) -> QImage:
    """The image of so many columns, the first of which is so many pixels from the beginning of all days."""
    ratio = place.ratio
    canvas = Canvas(TILE, place.height, begin / per_place, per_place)
    largest = 2.2 * sight.layout.radius * ratio
    made = image(place.rows, tops, place.stack.height * ratio, canvas, place.tokens, largest)
    made.setDevicePixelRatio(ratio)
    return made


def _tops(place: _Place, sight: LaneSight) -> Numbers:
    """Where the rows in view begin, in device pixels below the axis."""
    rows = sight.rows_in_view()
    return (place.stack.tops()[rows.start : rows.stop] - place.offset) * place.ratio
