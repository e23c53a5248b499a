"""Draws many low rows at once: one image made of arrays, in which every event of every case leaves its mark.

Rows under two pixels share their lines: then both lanes of a case are one line, and several cases may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from desktop_app.charts.lanes import outlines as of
from desktop_app.charts.lanes.crowd_colours import Code
from desktop_app.charts.lanes.crowded import Crowded
from desktop_app.charts.lanes.outlines import Mask, Numbers, Places
from desktop_app.charts.lanes.row_shape import RowShape
from desktop_app.charts.lanes.spine import Codes, coloured, first_lines
from desktop_app.charts.lanes.stamping import Stamper
from desktop_app.charts.looks.palette import Tokens

_MOST_AT_ONCE = 1_000_000
"""So many pixels of vague spans are written at once; more of them take several turns."""
_CROWDED = 60_000
"""With more pixels of vague spans than these, lines are gone over instead of spans."""
_HATCH = 3
"""Every so-manieth pixel of a vague span is a stroke."""
_LAYER = 1 << 20
"""What a stay of the second layer counts, over any number of the first."""
_REACH = 24
"""So far, in pixels, a mark may reach to either side of its day."""
_TAIL = tuple(x for start in (5, 10, 15) for x in range(start, start + 3))
"""The columns of the dashes behind the end of what is known."""

_ROOM_FOR_BOTH = 6
"""So many lines a lane needs to show a bar beside a span."""


@dataclass(frozen=True)
class Canvas:
    """So many pixels, of which the first column is at the place `first`, each place `per_place` wide."""

    width: int
    height: int
    first: float
    per_place: float


def image(
    rows: Crowded, tops: Numbers, row_height: float, canvas: Canvas, tokens: Tokens, largest: float
) -> QImage:
    """The image of rows that begin at these heights; everything is in pixels of the image.

    Marks are at most `largest` pixels.
    """
    draw = _Drawing(rows, tops, RowShape.of_height(row_height), canvas)
    draw.stays()
    draw.rails()
    draw.spans()
    draw.tails()
    draw.links()
    if not draw.shape.shows_forms:
        draw.points()
    made = coloured(draw.codes, tokens)
    if draw.shape.shows_forms:
        pixels = np.frombuffer(made.bits(), np.uint32).reshape(canvas.height, canvas.width)
        draw.stamp(pixels, Stamper(tokens, min(max(5.0, draw.shape.lane * 1.2), largest)))
    return made


class _Drawing:
    """One image being made: a code for each pixel."""

    def __init__(self, rows: Crowded, tops: Numbers, shape: RowShape, canvas: Canvas) -> None:
        self._rows, self._gathered, self.shape = rows, rows.gathered, shape
        self._bases = first_lines(tops)
        self._width, self._height, self._canvas = canvas.width, canvas.height, canvas
        self.codes: Codes = np.zeros((canvas.height, canvas.width), np.uint8)
        self._points = self._points_in_view()
        self._xs = np.floor(self._across(rows.points[self._points])).astype(np.int64)

    def _across(self, places: Numbers) -> Numbers:
        return (places - self._canvas.first) * self._canvas.per_place

    def _points_in_view(self) -> Places:
        """The marks that stand at one day in view, those to be painted last at the end."""
        beyond = _REACH / self._canvas.per_place
        first = self._canvas.first - beyond
        last = self._canvas.first + self._width / self._canvas.per_place + beyond
        parts = []
        for marks, places in self._rows.by_form:
            start, end = np.searchsorted(places, [first, last])
            parts.append(marks[start:end])
        return np.concatenate(parts)

    def _y_of(self, marks: Places, *, other: bool = False) -> Places:
        """The first line of these marks' lane, or of the other one."""
        bases = self._bases[self._gathered.mark_rows[marks]]
        if self.shape.is_shared:
            return bases
        france = (self._gathered.marks[marks, of.FRANCE] > 0) != other
        return np.asarray(bases + np.where(france, self.shape.france, self.shape.uk))

    # bars

    def stays(self) -> None:
        """The bars: what is certain, and what is only possible, lighter."""
        stays, gathered = self._rows.stays, self._gathered
        seen = self._in_view(stays[:, 0], stays[:, 3])
        if not len(seen):
            return
        x0, x1 = self._columns(stays[seen, 0], stays[seen, 3])
        france, rows = gathered.stays[seen, of.SIDE] > 0, gathered.stay_rows[seen]
        if self.shape.is_shared:
            table = np.array([[Code.NOTHING, Code.FRANCE], [Code.UK, Code.BOTH]], np.uint8)
            worth = np.where(france, _LAYER, 1)
            first, second = self._covered([(self._bases[rows], x0, x1, worth)], self._height)
            self.codes[:] = table[first.view(np.uint8), second.view(np.uint8)]
            return
        s0, s1 = self._columns(stays[seen, 1], stays[seen, 2])
        solid = s1 > s0
        lines, worth = rows * 2 + france, np.ones(len(rows), np.int64)
        runs = [(lines, x0, x1, worth), (lines[solid], s0[solid], s1[solid], worth[solid] * _LAYER)]
        possible, certain = self._covered(runs, len(self._bases) * 2)
        for side, (light, full) in enumerate(
            ((Code.UK_POSSIBLE, Code.UK), (Code.FRANCE_POSSIBLE, Code.FRANCE))
        ):
            shown = np.where(certain[side::2], full, np.where(possible[side::2], light, Code.NOTHING))
            self._fill(shown.astype(np.uint8), self.shape.france if side else self.shape.uk)

    def _fill(self, shown: Codes, top: int) -> None:
        """Write one line of codes for each row into all lines of its lane."""
        for line in range(self.shape.lane):
            ys = self._bases + top + line
            inside = (ys >= 0) & (ys < self._height)
            self.codes[ys[inside]] = shown[inside]

    def _covered(self, runs: Sequence[tuple[Places, ...]], count: int) -> tuple[Mask, Mask]:
        """For each pixel of each line: whether a run worth 1 covers it, and whether one worth _LAYER does."""
        stride = self._width + 1
        places, worths = [], []
        for lines, x0, x1, worth in runs:
            on_page = (lines >= 0) & (lines < count)
            at = lines[on_page] * stride
            places += [at + x0[on_page], at + x1[on_page]]
            worths += [worth[on_page], -worth[on_page]]
        changes = np.bincount(
            np.concatenate(places), np.concatenate(worths).astype(np.float64), minlength=count * stride
        )
        cover = np.cumsum(changes).astype(np.int32).reshape(count, stride)[:, : self._width]
        return (cover & (_LAYER - 1)) != 0, cover >= _LAYER

    def _columns(self, starts: Numbers, ends: Numbers) -> tuple[Places, Places]:
        """From which column up to which a run goes, at least one column where it is in view at all."""
        left = np.clip(np.floor(self._across(starts)), 0, self._width).astype(np.int64)
        right = np.clip(np.ceil(self._across(ends)), 0, self._width).astype(np.int64)
        return left, right

    def _in_view(self, starts: Numbers, ends: Numbers) -> Places:
        """Which runs are at least partly in view."""
        last = self._canvas.first + self._width / self._canvas.per_place
        return np.flatnonzero((starts < last) & (ends > self._canvas.first) & (ends > starts))

    def rails(self) -> None:
        """A faint line through each lane, where rows are high enough."""
        if not self.shape.shows_rails:
            return
        for top in (self.shape.uk, self.shape.france):
            ys = self._bases + top + self.shape.lane // 2
            ys = ys[(ys >= 0) & (ys < self._height)]
            lines = self.codes[ys]
            lines[lines == Code.NOTHING] = Code.RAIL
            self.codes[ys] = lines

    # events

    def spans(self) -> None:
        """Vague events, hatched: every day that an event may have been on, and none of them as its day."""
        rows = self._rows
        seen = self._in_view(rows.span_from, rows.span_to)
        x0, x1 = self._columns(rows.span_from[seen], rows.span_to[seen])
        marks, lengths = rows.spans[seen], x1 - x0
        if self.shape.is_shared and lengths.sum() > _CROWDED:
            self._crowded_spans(marks, x0, x1)
            return
        start = 0
        while start < len(marks):
            turn = int(np.searchsorted(np.cumsum(lengths[start:]), _MOST_AT_ONCE)) + 1
            part = slice(start, start + turn)
            self._span(marks[part], x0[part], lengths[part])
            start += turn

    def _crowded_spans(self, marks: Places, x0: Places, x1: Places) -> None:
        """The same where most lines are full of them: then the lines are gone over, not the spans."""
        gathered, lines = self._gathered, self._bases[self._gathered.mark_rows[marks]]
        forms = gathered.marks[marks, of.FORM].astype(np.int8)
        whole = gathered.extents[marks] == of.WHOLE
        ys, xs = np.arange(self._height)[:, None], np.arange(self._width)
        strokes = (xs + ys) % _HATCH == 0
        for form in np.unique(forms).tolist():
            some = forms == form
            worth = np.where(whole[some], _LAYER, 1)
            within, throughout = self._covered([(lines[some], x0[some], x1[some], worth)], self._height)
            self.codes[within] = Code.TINT + form
            self.codes[(within & strokes) | throughout] = Code.STROKE + form

    def _span(self, marks: Places, x0: Places, lengths: Places) -> None:
        owners = np.repeat(np.arange(len(marks)), lengths)
        ends = np.cumsum(lengths)
        xs = np.arange(len(owners)) + np.repeat(x0 - (ends - lengths), lengths)
        gathered = self._gathered
        forms = gathered.marks[marks, of.FORM].astype(np.uint8)
        tint = np.where(gathered.extents[marks] == of.WITHIN, Code.TINT, Code.STROKE).astype(np.uint8) + forms
        stroke = forms + np.uint8(Code.STROKE)
        lanes = [(self._y_of(marks), np.ones(len(marks), np.bool_))]
        if not self.shape.is_shared:
            lanes.append((self._y_of(marks, other=True), gathered.marks[marks, of.CROSSES] > 0))
        outer = self._outer(marks)
        for tops, chosen in lanes:
            for line in range(self.shape.lane):
                some = (chosen & outer[line])[owners]
                columns, whose = xs[some], owners[some]
                ys = tops[whose] + line
                codes = np.where((columns + ys) % _HATCH == 0, stroke[whose], tint[whose])
                self._put(columns, ys, codes)

    def _outer(self, marks: Places) -> list[Mask]:
        """For each line of a lane, which of these spans it is drawn in: the bar stays to be seen under those
        that are no journey, where there is room for both.
        """
        lane, crosses = self.shape.lane, self._gathered.marks[marks, of.CROSSES] > 0
        if lane < _ROOM_FOR_BOTH:
            return [np.ones(len(marks), np.bool_)] * lane
        in_france, half = self._gathered.marks[marks, of.FRANCE] > 0, lane // 2
        return [
            crosses | (in_france if line >= lane - half else ~in_france & (line < half))
            for line in range(lane)
        ]

    def tails(self) -> None:
        """Dashes where knowledge ends."""
        if not self.shape.shows_links:
            return
        gathered, ends = self._gathered, self._rows.stays[:, 3]
        open_ended = np.flatnonzero((gathered.stays[:, of.TAIL] > 0) & np.isfinite(ends))
        xs = np.floor(np.clip(self._across(ends[open_ended]), -_REACH, self._width)).astype(np.int64)
        france = gathered.stays[open_ended, of.SIDE] > 0
        tops = np.where(france, self.shape.france, self.shape.uk) + self.shape.lane // 2
        ys = self._bases[gathered.stay_rows[open_ended]] + tops
        for dash in _TAIL:
            self._put(xs + dash, ys, np.full(len(xs), Code.TAIL, np.uint8))

    def links(self) -> None:
        """A line from lane to lane on the day of an exact journey."""
        if not self.shape.shows_links:
            return
        crossing = self._gathered.marks[self._points, of.CROSSES] > 0
        marks, xs = self._points[crossing], self._xs[crossing]
        tops = self._bases[self._gathered.mark_rows[marks]]
        codes = Code.POINT + self._gathered.marks[marks, of.FORM].astype(np.uint8)
        half = self.shape.lane // 2
        for line in range(self.shape.uk + half, self.shape.france + half + 1):
            self._put(xs, tops + line, codes)

    def points(self) -> None:
        """Marks too small for their forms."""
        marks = self._points
        ys = self._y_of(marks)
        exact = self._gathered.extents[marks] == of.DAY
        codes = np.where(exact, Code.POINT, Code.ABOUT).astype(np.uint8)
        codes += self._gathered.marks[marks, of.FORM].astype(np.uint8)
        for across in range(1 if self.shape.is_shared else 2):
            for line in range(self.shape.lane):
                self._put(self._xs + across, ys + line, codes)

    def stamp(self, pixels: npt.NDArray[np.uint32], stamper: Stamper) -> None:
        """Marks in their forms, hollow where their day is in doubt, with a dot where they are contested."""
        marks, gathered = self._points, self._gathered
        xs, ys = self._xs, self._y_of(marks) + self.shape.lane // 2
        forms = gathered.marks[marks, of.FORM].astype(np.int8)
        hollow = gathered.extents[marks] == of.ABOUT
        for form, name in enumerate(of.FORMS):
            for is_hollow in (False, True):
                some = (forms == form) & (hollow == is_hollow)
                stamper.lay(pixels, name, is_hollow, xs[some], ys[some])
        contested = gathered.marks[marks, of.CONTESTED] > 0
        stamper.badge(pixels, xs[contested], ys[contested])

    def _put(self, xs: Places, ys: Places, codes: npt.NDArray[Any]) -> None:
        inside = (xs >= 0) & (xs < self._width) & (ys >= 0) & (ys < self._height)
        self.codes.reshape(-1)[ys[inside] * self._width + xs[inside]] = codes[inside]
