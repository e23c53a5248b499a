"""Gives everything of a plot over time its form: grid, ranges, bars, lines, marks, and the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from desktop_app.charts.layout import cut_axis
from desktop_app.charts.layout.forms import Form, Hatch, Laid, Marked, Points, Sign, Spot, Spots, corners
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.painting_lines import runs
from desktop_app.charts.layout.time_frame import Field, Frame, frame, stations
from desktop_app.charts.layout.time_labels import words_among
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.marks.marks import LIGHTER
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import Mark
from desktop_app.charts.sheets import Tint
from desktop_app.charts.time_plot import Block, Dot, Shade, TimePlot, Track, Turn
from desktop_app.words.formats import Formats

SHADE = 0.16
TURNED = 0.14
BAR_SHARE = 0.82
"""How much of its days a bar covers; the rest parts it from the next."""
THICK = 1.5
LEAST_PANEL = 3.2
"""A panel lower than so many lines of tick words asks for more room."""

Drawn = Form | Hatch | Marked | Sign


def lay_time(plot: TimePlot, box: Box, style: ChartStyle, letters: Lettering, formats: Formats) -> Laid:
    """The forms of a plot within a box."""
    framed = frame(plot, box, style, letters, formats)
    found = [_Drawing(field, style) for field in framed.fields]
    forms = [form for drawing in found for form in (*drawing.behind(), *drawing.forms())]
    spots = Spots(lambda: (spot for drawing in found for spot in drawing.spots()))
    if style.has(Part.MILESTONES):
        forms = [*_stations(plot, framed, style), *forms]
    forms += _along_axis(plot, framed, style)
    among = words_among(plot, framed, box, style, letters, formats)
    forms += [Form(corners(halo), style.ground, fill=1.0) for halo in among.halos]
    for leader in among.leaders:
        forms.append(Form(leader, style.tokens.ink, width=style.sizes.hairline, is_closed=False))
    least = style.sizes.tick * LEAST_PANEL
    is_tight = any(field.box.height < least for field in framed.fields)
    return Laid(tuple(forms), (*framed.words, *among.words), spots, is_tight=is_tight)


def step_points(field: Field, track: Track) -> Points:
    """The corners of a line in pixels: every stretch is level or upright."""
    across, down = field.places(track.corners)
    # Each corner, and before it the place level with the last one.
    xs, ys = np.repeat(across, 2)[1:], np.repeat(down, 2)[:-1]
    # Where nothing is added for days on end, the line is one stretch.
    turns = np.ones(len(xs), np.bool_)
    level = ys[1:] == ys[:-1]
    turns[1:-1] = ~(level[1:] & level[:-1])
    return tuple(zip(xs[turns].tolist(), ys[turns].tolist(), strict=True))


def _stations(plot: TimePlot, framed: Frame, style: ChartStyle) -> Iterator[Drawn]:
    """An upright for each milestone through all panels; an area where its day is vague."""
    colour = style.tokens.milestone
    found = stations(plot, framed.fields[0]) if framed.fields else []
    for _name, x0, x1 in found:
        for field in framed.fields:
            top = framed.strip.y if field is framed.fields[0] else field.box.y
            if x1 > x0:
                area = Box(x0, top, x1 - x0, field.box.bottom - top)
                yield Form(corners(area), colour, fill=TURNED)
            line = ((x0, top), (x0, field.box.bottom))
            yield Form(line, colour, width=style.sizes.thin, is_dotted=True, is_closed=False)


def _along_axis(plot: TimePlot, framed: Frame, style: ChartStyle) -> Iterator[Drawn]:
    """Short uprights at the words of days, and the days of field notes, at the foot of the last panel."""
    if not framed.fields:
        return
    field = framed.fields[-1]
    foot, long = field.box.bottom, style.sizes.tick_gap * 0.6
    for tick in framed.days:
        x = field.x(tick.at)
        if field.box.x <= x <= field.box.right:
            line = ((x, foot), (x, foot + long))
            yield Form(line, style.tokens.edge, width=style.sizes.hairline, is_closed=False)
    for each in plot.noted:
        if field.first <= each.day <= field.last:
            yield Sign(Mark.NOTED, field.x(each.day), foot, style.tokens.muted)


class _Drawing:
    """The forms of one panel."""

    def __init__(self, field: Field, style: ChartStyle) -> None:
        self._field, self._style, self._panel = field, style, field.panel

    def behind(self) -> Iterator[Drawn]:
        """What everything else is drawn over: the grid, the days of a turn, ranges."""
        tokens, sizes, field = self._style.tokens, self._style.sizes, self._field
        box = field.box
        for tick in field.ticks:
            line = ((box.x, field.y(tick.at)), (box.right, field.y(tick.at)))
            yield Form(line, tokens.grid, width=sizes.hairline, is_closed=False)
        for turn in self._panel.turns:
            yield from self._turn(turn)
        colour = self._colour(self._panel.tint)
        for shades in _runs(self._panel.shades):
            yield Form(self._outline(shades), colour, fill=SHADE)

    def forms(self) -> Iterator[Drawn]:
        """Bars, lines and marks, and the zero line over all bars."""
        tokens, sizes, field = self._style.tokens, self._style.sizes, self._field
        for block in self._panel.blocks:
            yield from self._block(block)
        yield from self._foot()
        for level in self._panel.levels:
            line = ((field.box.x, field.y(level.value)), (field.box.right, field.y(level.value)))
            yield Form(line, tokens.ink, width=sizes.thin, is_dashed=True, is_closed=False)
        for track in sorted(self._panel.tracks, key=_depth):
            yield from self._track(track)
        if self._style.has(Part.POINTS):
            for track in self._panel.tracks:
                yield from (self._marked(dot, track) for dot in track.dots)

    def _foot(self) -> Iterator[Drawn]:
        """The line of zero; where the axis begins elsewhere it is dashed, and a zigzag says it is cut."""
        tokens, sizes, box = self._style.tokens, self._style.sizes, self._field.box
        foot = ((box.x, self._field.base), (box.right, self._field.base))
        if self._panel.floor is not None:
            yield Form(foot, tokens.muted, width=sizes.thin, is_dashed=True, is_closed=False)
            yield cut_axis.zigzag(box.x, box.bottom, self._style, upright=True)
            return
        width = sizes.thin if self._panel.above else sizes.hairline
        yield Form(foot, tokens.muted if self._panel.above else tokens.edge, width=width, is_closed=False)

    def spots(self) -> Iterator[Spot]:
        """Where each value can be pointed at."""
        reach, field = self._style.sizes.dot * 2, self._field
        for block in self._panel.blocks:
            yield Spot(block.key, self._bar(block, block.high))
        for track in self._panel.tracks:
            for key, (day, value) in zip(track.keys, track.corners, strict=False):
                x, y = field.x(day), field.y(value)
                yield Spot(key, Box(x - reach / 2, y - reach / 2, reach, reach))
            for dot in track.dots:
                top, foot = field.y(dot.high), field.y(dot.low)
                x = field.x(dot.day)
                yield Spot(dot.key, Box(x - reach, top - reach, 2 * reach, foot - top + 2 * reach))

    def _colour(self, tint: Tint) -> str:
        colour: str = getattr(self._style.tokens, tint.value)
        return colour

    def _turn(self, turn: Turn) -> Iterator[Drawn]:
        tokens, sizes, box = self._style.tokens, self._style.sizes, self._field.box
        x0, x1 = (self._inside(self._field.x(day)) for day in (turn.start, turn.end))
        if x1 <= x0:
            return
        yield Form(corners(Box(x0, box.y, x1 - x0, box.height)), tokens.milestone, fill=TURNED)
        high = sizes.dot * 2
        yield Hatch(Box(x0, self._field.y(0) - high / 2, x1 - x0, high), tokens.milestone)
        for x in (x0, x1):
            line = ((x, box.y), (x, box.bottom))
            yield Form(line, tokens.milestone, width=sizes.hairline, is_closed=False)

    def _inside(self, x: float) -> float:
        return min(max(x, self._field.box.x), self._field.box.right)

    def _outline(self, shades: Sequence[Shade]) -> Points:
        field = self._field
        over = [(field.x(day), field.y(s.high)) for s in shades for day in (s.start, s.end)]
        under = [(field.x(day), field.y(s.low)) for s in shades for day in (s.start, s.end)]
        return (*over, *reversed(under))

    def _bar(self, block: Block, value: float) -> Box:
        field = self._field
        x0, x1 = field.x(block.start), field.x(block.end + 1)
        spare = min((x1 - x0) * (1 - BAR_SHARE) / 2, self._style.sizes.line)
        x0, x1 = self._inside(x0 + spare), self._inside(x1 - spare)
        y = min(field.y(value), field.y(0) - self._style.sizes.thin)
        return Box(x0, y, max(x1 - x0, 0.5), field.y(0) - y)

    def _block(self, block: Block) -> Iterator[Drawn]:
        colour, sizes = self._colour(self._panel.tint), self._style.sizes
        bar = self._bar(block, block.value)
        if block.is_light:
            yield Form(corners(bar), colour, fill=LIGHTER, width=sizes.thin)
        else:
            yield Form(corners(bar), colour, fill=1.0)
        if block.high > block.value:
            whole = self._bar(block, block.high)
            vague = Box(whole.x, whole.y, whole.width, bar.y - whole.y)
            yield Hatch(vague, colour)
            yield Form(corners(vague), colour, width=sizes.thin)

    def _track(self, track: Track) -> Iterator[Drawn]:
        points = step_points(self._field, track)
        if len(points) < 2:
            return
        tentative = {self._field.x(dot.day) for dot in track.dots if dot.is_provisional}
        sizes = self._style.sizes
        width = sizes.thin if track.is_faint else sizes.line * (THICK if track.is_thick else 1.0)
        colour = self._colour(track.tint)
        for run, is_tentative in runs(points, tentative):
            dashed = track.is_dashed and not is_tentative
            yield Form(
                tuple(run),
                colour,
                width=width,
                is_dashed=dashed,
                is_closed=False,
                is_tentative=is_tentative,
            )

    def _marked(self, dot: Dot, track: Track) -> Marked:
        field = self._field
        colour = self._style.tokens.muted if dot.is_faint else self._colour(track.tint)
        start = self._inside(field.x(dot.earliest))
        x, y = field.x(dot.day), field.y(dot.value)
        low, high = field.y(dot.low), field.y(dot.high)
        start = min(start, x)
        # Where the line goes on it is dashed itself.
        has_tail = dot.is_provisional and (not track.corners or dot.day >= track.corners[-1][0])
        return Marked(dot.mark, x, y, colour, low, high, start, dot.is_bare, has_tail)


def _depth(track: Track) -> tuple[bool, bool]:
    """What lies in the background first, what matters most last."""
    return (track.is_thick, not track.is_faint)


def _runs(shades: Sequence[Shade]) -> Iterator[list[Shade]]:
    """Shades that follow each other without a gap, so that no seam shows between them."""
    run: list[Shade] = []
    for shade in shades:
        if run and run[-1].end != shade.start:
            yield run
            run = []
        run.append(shade)
    if run:
        yield run
