"""Finds room for the words of a plot over time: none over another, over a line or over the edge."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.charts.layout.boxes import TIPPED, Boxes, apart, first_clear
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.layout.station_labels import PlacedStations, place_stations
from desktop_app.charts.layout.time_frame import LINE_STEP, MOST_END, Field, Frame, stations
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.placing import Box, spread
from desktop_app.charts.time_plot import Block, Dot, TimePlot, Track
from desktop_app.words.formats import Formats

LABEL_ROWS = 2
"""A label looks so many of its own heights above and below its mark."""
APART = 1.06
"""From one label at the ends to the next, in heights."""
NEAR = 6.0
"""Words nearer than so many radii of a mark need no line that leads to them."""
COLUMNS, ROWS = 24, 14
"""Words that stand beside nothing are tried at so many places across and down."""


Leader = tuple[tuple[float, float], tuple[float, float]]
"""From what words are about to the words, where they found no room beside it."""


@dataclass(frozen=True, slots=True)
class Among:
    """All words that found room, and what goes with them."""

    words: tuple[Lettered, ...]
    leaders: tuple[Leader, ...]
    """Lines that lead to some of them."""
    halos: tuple[Box, ...]
    """Where the ground shows through behind words."""


def words_among(
    plot: TimePlot, framed: Frame, box: Box, style: ChartStyle, letters: Lettering, formats: Formats
) -> Among:
    """All words that find room, those that matter most first."""
    leaders: list[Leader] = []
    found = [] if not framed.fields else stations(plot, framed.fields[0])
    named = PlacedStations()
    if style.has(Part.MILESTONES):
        named = place_stations(found, framed.strip, style, letters, formats)
    words = list(named.words)
    uprights = [x for _name, *places in found for x in places]
    for field in framed.fields:
        placing = _Placing(field, box, style, letters, uprights)
        words += placing.words()
        leaders += placing.leaders
    return Among(tuple(words), tuple(leaders), named.halos)


class _Placing:
    """The words of one panel."""

    def __init__(
        self, field: Field, box: Box, style: ChartStyle, letters: Lettering, uprights: Sequence[float]
    ) -> None:
        self._field, self._style, self._letters = field, style, letters
        self._uprights = uprights
        self._panel = field.panel
        above = style.sizes.gap * 0.8
        self._room = Box(field.box.x, field.box.y - above, box.right - field.box.x, field.box.height + above)
        drawn = Boxes.joined((Boxes.of(self._covered()), *map(self._steps, self._panel.tracks)))
        self._drawn = drawn.grown(style.sizes.gap * 0.3)
        dots = [dot for track in field.panel.tracks for dot in track.dots]
        ends = [(field.x(dot.day), field.y(dot.high), field.y(dot.low)) for dot in dots]
        self._marks = np.array(ends, np.float64).reshape(-1, 3).T
        self._words: list[Lettered] = []
        self.leaders: list[Leader] = []

    def words(self) -> list[Lettered]:
        """Ends of lines, levels, what the sides mean, turns, then the values."""
        self._ends()
        if self._style.has(Part.POINTS):
            self._bars()
        self._sides()
        self._levels()
        if self._style.has(Part.BALANCE):
            self._turns()
        if self._style.has(Part.POINTS):
            self._values()
        return self._words

    def _covered(self) -> Iterator[Box]:
        """What uprights, marks, levels and bars cover."""
        field, sizes = self._field, self._style.sizes
        turned = [field.x(day) for turn in self._panel.turns for day in (turn.start, turn.end)]
        for x in (*self._uprights, *turned):
            yield Box(x, field.box.y, sizes.thin, field.box.height)
        for track in self._panel.tracks:
            yield from (self._mark(dot) for dot in track.dots)
        for level in self._panel.levels:
            yield Box(field.box.x, field.y(level.value), field.box.width, sizes.thin)
        for block in self._panel.blocks:
            x0, x1, y = field.x(block.start), field.x(block.end + 1), field.y(block.high)
            yield Box(x0, y, x1 - x0, field.y(0) - y)

    def _steps(self, track: Track) -> Boxes:
        """What the level and the upright stretches of a line cover; thousands of them are placed at once."""
        (x, y), half = self._field.places(track.corners), self._style.sizes.line / 2
        level = Boxes.between(x[:-1], y[:-1] - half, x[1:], y[:-1] + half)
        upright = Boxes.between(x[1:] - half, y[:-1], x[1:] + half, y[1:])
        return Boxes.joined((level, upright))

    def _mark(self, dot: Dot) -> Box:
        field = self._field
        reach = self._style.sizes.dot * (2.2 if dot.mark in TIPPED else 1.1)
        x0, x1 = max(field.x(dot.earliest), field.box.x), field.x(dot.day)
        return Box(x0, field.y(dot.high), max(x1 - x0, 0.0), field.y(dot.low) - field.y(dot.high)).grown(
            reach
        )

    def _ends(self) -> None:
        """The words at the right end of each line, as near to it as there is room."""
        sizes, letters, field = self._style.sizes, self._letters, self._field
        tracks = [track for track in self._panel.tracks if track.end and track.corners]
        if not tracks:
            return
        height = letters.height(sizes.label, bold=True)
        furthest = max(track.corners[-1][0] for track in tracks)
        beside = [t for t in tracks if field.x(furthest) - field.x(t.corners[-1][0]) <= height * 2]
        column = field.x(furthest) + sizes.dot + sizes.gap
        wished = [field.y(track.corners[-1][1]) for track in beside]
        room = (self._room.y, self._room.bottom + height * 0.3)
        tops = spread(wished, [height * APART] * len(beside), *room)
        for track, top in zip(beside, tops, strict=True):
            self._end(track, column, top)
        for track in tracks:
            if track not in beside:
                self._near(track)

    def _end(self, track: Track, x: float, top: float) -> None:
        size, bold = self._style.sizes.label, not track.is_faint
        text = self._letters.shortened(track.end, size, self._room.right - x, bold=bold)
        self._words.append(set_line(self._letters, text, x, top, size, self._colour(track), bold=bold))

    def _near(self, track: Track) -> None:
        """A line that ends long before the others has its words at its own end."""
        size = self._style.sizes.label
        day, value = track.corners[-1]
        text = self._letters.shortened(track.end, size, self._room.width * MOST_END, bold=True)
        before = len(self._words)
        self._beside(text, day, value, value, size, self._colour(track), bold=True)
        if len(self._words) == before:
            across, tall = self._letters.width(text, size, True), self._letters.height(size, True)
            at = (self._field.x(day), self._field.y(value))
            self._put(text, self._everywhere(across, tall, *at), size, self._colour(track), bold=True)
            if len(self._words) > before:
                box = self._words[-1].box
                end = min(max(at[0], box.x), box.right), min(max(at[1], box.y), box.bottom)
                if math.dist(at, end) > self._style.sizes.dot * NEAR:
                    self.leaders.append((at, end))

    def _colour(self, track: Track) -> str:
        colour: str = getattr(self._style.tokens, track.tint.value)
        return self._style.tokens.muted if track.is_faint else colour

    def _sides(self) -> None:
        """What is above zero and what is below it, at the edges of the panel."""
        size, field = self._style.sizes.tick, self._field
        gap, tall = self._style.sizes.gap * 0.6, self._letters.height(self._style.sizes.tick)
        low, high = self._panel.span
        for text, top, is_in_view in (
            (self._panel.above, field.box.y, high > 0),
            (self._panel.below, field.box.bottom - tall, low < 0),
        ):
            across = self._letters.width(text, size)
            places = [field.box.x + gap, field.box.right - across - gap]
            places += [field.box.x + (field.box.width - across) * share for share in (0.25, 0.5, 0.75)]
            if text and is_in_view:
                self._put(text, [Box(x, top, across, tall) for x in places], size, self._style.tokens.muted)

    def _levels(self) -> None:
        """The words of a level on its line, or below it: at the left, at the right, between."""
        size, field = self._style.sizes.remark, self._field
        tall = self._letters.height(size)
        for level in self._panel.levels:
            text = self._letters.shortened(level.text, size, field.box.width)
            across, gap = self._letters.width(text, size), self._style.sizes.gap * 0.5
            tops = [field.y(level.value) - tall - gap, field.y(level.value) + gap]
            spare = field.box.width - across
            places = [
                Box(field.box.x + spare * share, top, across, tall)
                for top in tops
                for share in (0.0, 1.0, 0.5, *(place / COLUMNS for place in range(1, COLUMNS)))
            ]
            self._put(text, places, size, self._style.tokens.ink)

    def _turns(self) -> None:
        """What changed, beside the days among which it did."""
        size, field = self._style.sizes.remark, self._field
        height = self._letters.height(size)
        for turn in self._panel.turns:
            across = max(self._letters.width(line, size) for line in turn.lines)
            tall = height * (1 + LINE_STEP * (len(turn.lines) - 1))
            middle = (field.x(turn.start) + field.x(turn.end)) / 2
            places = self._everywhere(across, tall, middle, field.box.y)
            free = first_clear(places, self._blocked(), self._room)
            if free is None:
                continue
            for number, line in enumerate(turn.lines):
                top = free.y + number * height * LINE_STEP
                self._words.append(set_line(self._letters, line, free.x, top, size, self._style.tokens.muted))

    def _everywhere(self, across: float, tall: float, x: float, y: float) -> list[Box]:
        """Places all over the panel, those nearest to a spot first."""
        box = self._field.box
        found = [
            Box(
                box.x + (box.width - across) * column / COLUMNS,
                box.y + (box.height - tall) * row / ROWS,
                across,
                tall,
            )
            for column in range(COLUMNS + 1)
            for row in range(ROWS + 1)
        ]

        def away(one: Box) -> float:
            sideways = max(one.x - x, x - one.right, 0.0)
            return sideways * 2 + abs(one.middle - y)

        return sorted(found, key=away)

    def _bars(self) -> None:
        """The numbers of bars, above them or beside."""
        size = self._style.sizes.remark
        for block in self._panel.blocks:
            if block.label:
                day, colour = (block.start + block.end + 1) / 2, self._style.tokens.ink
                before = len(self._words)
                self._beside(block.label, day, block.high, block.high, size, colour)
                if len(self._words) == before:
                    self._after(block, size, colour)

    def _values(self) -> None:
        """The labels of dots, those with the least weight first."""
        dots = [(dot, track) for track in self._panel.tracks for dot in track.dots if dot.label]
        size = self._style.sizes.remark
        for dot, track in sorted(dots, key=lambda pair: pair[0].weight):
            colour = self._style.tokens.muted if dot.is_faint else self._colour(track)
            self._beside(dot.label, dot.day, dot.low, dot.high, size, colour)

    def _after(self, block: Block, size: float, colour: str) -> None:
        """The words of a bar right or left of it, where there is no room above."""
        field, away = self._field, self._style.sizes.gap
        across, tall = self._letters.width(block.label, size), self._letters.height(size)
        top, foot = field.y(block.high), field.y(0)
        ends = (field.x(block.end + 1) + away, field.x(block.start) - away - across)
        tops = (max(top, foot - tall - away), (top + foot - tall) / 2)
        self._put(block.label, [Box(x, y, across, tall) for x in ends for y in tops], size, colour)

    def _beside(
        self, text: str, day: float, low: float, high: float, size: float, colour: str, *, bold: bool = False
    ) -> None:
        """Words above, below or beside what stands on a day from low to high."""
        away, field = self._style.sizes.dot * 2, self._field
        across, tall = self._letters.width(text, size, bold), self._letters.height(size, bold)
        x, top, foot = field.x(day), field.y(high), field.y(low)
        rows = [top - away - tall * (step + 1) for step in range(LABEL_ROWS)]
        under = [foot + away + tall * step for step in range(LABEL_ROWS)]
        if (low + high) < 0:
            rows, under = under, rows
        level = (top + foot - tall) / 2
        tops = [rows[0], level, under[0], *rows[1:], *under[1:]]
        # Beside a mark that stands away from its value too.
        aside = self._style.sizes.dot * 2.2 + self._style.sizes.gap * 0.4
        lefts = (x - across / 2, x + aside, x - aside - across)
        places = [Box(left, y, across, tall) for y in tops for left in lefts]

        def is_nearest(box: Box) -> bool:
            """Whether words there are nearer to what they are about than to any other mark."""
            own = apart(box, np.array([x]), np.array([top]), np.array([foot]))
            return not np.any(apart(box, *self._marks) < own)

        self._put(text, places, size, colour, bold=bold, may=is_nearest)

    def _put(
        self,
        text: str,
        places: Sequence[Box],
        size: float,
        colour: str,
        *,
        bold: bool = False,
        may: Callable[[Box], bool] | None = None,
    ) -> None:
        """Set words at the first of some places that is free, and that they may have."""
        taken = self._blocked()
        for box in places:
            if box.within(self._room) and not taken.meet(box) and (may is None or may(box)):
                self._words.append(set_line(self._letters, text, box.x, box.y, size, colour, bold=bold))
                return

    def _blocked(self) -> Boxes:
        gap = self._style.sizes.gap * 0.3
        return Boxes.joined((self._drawn, Boxes.of(word.box for word in self._words).grown(gap)))
