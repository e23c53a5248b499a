"""Lays the timelines of a few cases into a picture: rows as high as their words need, the days above them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop_app.charts.bodies import CaseLanes
from desktop_app.charts.lanes import axis
from desktop_app.charts.lanes.arranging import ArrangedTrack, arrange
from desktop_app.charts.lanes.layout import LaneLayout, levels_for
from desktop_app.charts.lanes.painting import LanePainter, tray_box
from desktop_app.charts.lanes.scale import NARROWEST, LaneScale
from desktop_app.charts.lanes.shapes import Axis
from desktop_app.charts.layout.forms import AnyForm, Laid, Painted, Spot
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.layout.ticks import Tick
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.domain.journeys import Territory
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n

SMALL = 0.84
"""The words beside marks are so much smaller than the letters that rows are measured in."""
LARGER = (1.2, 1.1, 1.0)
"""How much larger the letters may be where there is room."""


def lay_lanes(lanes: CaseLanes, box: Box, style: ChartStyle, letters: Lettering, formats: Formats) -> Laid:
    """The rows within a box; where it is too low for all, the first of them, and how many more there are."""
    if not lanes.tracks or box.height < 1 or box.width < 1:
        return Laid()
    return _Laying(lanes, box, style, letters, formats).laid()


class _Laying:
    """One drawing while it is made; x and y of its parts are those of the box's own corner."""

    def __init__(
        self, lanes: CaseLanes, box: Box, style: ChartStyle, letters: Lettering, formats: Formats
    ) -> None:
        self._lanes, self._box, self._style, self._letters = lanes, box, style, letters
        self._formats = formats
        more = letters.height(style.sizes.tick) * 1.4
        self._layout, self._rows = _fitting(lanes, box.height, style.sizes.tick / SMALL, more)
        self._scale = self._whole()

    def laid(self) -> Laid:
        """All of it."""
        layout, tracks = self._layout, self._lanes.tracks[: self._rows]
        rows = [arrange(track, self._scale, layout, self._letters.width) for track in tracks]
        ticks = self._ticks()
        forms: list[AnyForm] = [Painted((ticks, self._box), partial(self._paint_axis, ticks))]
        spots: list[Spot] = []
        said: list[Lettered] = []
        for number, row in enumerate(rows):
            top = layout.axis + number * layout.row
            forms.append(Painted((row, top, self._box), partial(self._paint_row, row, top)))
            spots += self._spots(row, top)
            said += self._said(row, top)
        return Laid(tuple(forms), tuple(self._more()), tuple(spots), tuple(said))

    def _whole(self) -> LaneScale:
        """All days, with room at the end for words."""
        layout, ends = self._layout, self._lanes.ends
        left, right = layout.gutter, max(self._box.width, layout.gutter + 60)
        first, last = ends if ends is not None else (0, 0)
        span = max(last - first, NARROWEST)
        before, after = layout.letter * 1.5, min(layout.letter * 12, (right - left) * 0.3)
        per_day = max(right - left - before - after, 20.0) / span
        return LaneScale(first - before / per_day, first + span + after / per_day, left, right)

    def _ticks(self) -> list[Tick]:
        if self._lanes.ends is None:
            return []
        layout = self._layout
        return axis.ticks(self._scale, Axis.CALENDAR, self._small, layout.letter * 1.2, self._formats)

    def _small(self, text: str) -> float:
        return self._letters.width(text, self._layout.small)

    def _spots(self, row: ArrangedTrack, top: float) -> list[Spot]:
        left, above = self._box.x, self._box.y + top
        spots = [Spot(placed.mark.event, placed.box.moved(left, above)) for placed in row.marks]
        tray = tray_box(row.track, top, self._layout, self._letters).moved(left, self._box.y)
        return spots + [Spot(mark.event, tray) for mark in row.track.undated]

    def _said(self, row: ArrangedTrack, top: float) -> list[Lettered]:
        """The labels of a row, as they are painted with it."""
        size, colour = self._layout.small, self._style.tokens.muted
        boxes = [(label.text, label.box.moved(self._box.x, self._box.y + top)) for label in row.labels]
        return [Lettered(text, box.x, box.bottom, size, colour, box=box) for text, box in boxes]

    def _more(self) -> list[Lettered]:
        """How many cases there was no room for."""
        count = len(self._lanes.tracks) - self._rows
        if not count:
            return []
        words = _n("and {n} more case", "and {n} more cases", count).format(n=self._formats.number(count))
        size, style = self._style.sizes.tick, self._style
        top = self._box.y + self._layout.axis + self._rows * self._layout.row
        left = self._box.x + self._layout.letter * 0.9
        return [set_line(self._letters, words, left, top + size * 0.2, size, style.tokens.muted)]

    # painting

    def _painter(self, painter: QPainter) -> LanePainter:
        style = ChartStyle.page(self._style.tokens, self._layout.letter)
        painter.translate(self._box.x, self._box.y)
        return LanePainter(painter, style, self._layout, self._letters)

    def _paint_axis(self, ticks: list[Tick], painter: QPainter) -> None:
        painter.save()
        draw = self._painter(painter)
        foot = self._layout.axis + self._rows * self._layout.row
        draw.grid(ticks, self._scale, self._layout.axis, foot)
        draw.axis(ticks, self._scale, self._box.width, ground=self._style.ground)
        painter.restore()

    def _paint_row(self, row: ArrangedTrack, top: float, painter: QPainter) -> None:
        painter.save()
        draw = self._painter(painter)
        draw.ground(top, self._box.width, chosen=False)
        draw.gutter(row.track, top, False)
        left = self._scale.left
        area = QRectF(left, 0, self._box.width - left, self._box.height)
        painter.setClipRect(area)
        draw.row(row, top, "")
        painter.restore()


def _fitting(lanes: CaseLanes, height: float, letter: float, more: float) -> tuple[LaneLayout, int]:
    """The lengths of the rows, and how many of them there is room for.

    All of them with letters as large as possible and the lines that their words need; else with fewer lines;
    else as many as there is room for above `more` pixels for the words about the others.
    """
    needed = (levels_for(lanes.tracks, Territory.UK), levels_for(lanes.tracks, Territory.FRANCE))
    count = len(lanes.tracks)
    layouts = [LaneLayout(letter * larger, *needed) for larger in LARGER]
    uk, france = needed
    while uk > 1 or france > 1:
        uk, france = max(uk - 1, 1), max(france - 1, 1)
        layouts.append(LaneLayout(letter, uk, france))
    for layout in layouts:
        if layout.axis + count * layout.row <= height:
            return layout, count
    layout = layouts[-1]
    return layout, min(max(int((height - more - layout.axis) // layout.row), 1), count)
