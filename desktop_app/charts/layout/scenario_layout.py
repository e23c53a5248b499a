"""Places a scenario: returns a week against the share of those arriving, the share supposed, and levels."""

from __future__ import annotations

from desktop_app.charts.bodies import Level, Supposed
from desktop_app.charts.layout.claims_layout import round_ticks
from desktop_app.charts.layout.forms import AnyForm, Form, Laid, Sign, Spot, corners
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box, first_free
from desktop_app.charts.shapes import Mark
from desktop_app.words.formats import Formats, percent
from desktop_app.words.translate import _

CHOSEN = "scenario"
"""The key of the share supposed."""
HEADROOM = 1.06
SHADE = 0.2
PIECES = 48
"""The slope is kept clear of words in so many pieces."""
NEAR_LEVEL = 4.0
"""Levels nearer than so many heights of words have theirs on the sides away from each other."""
PLACES = 24
"""How many places along a level are tried for its words."""


def lay_scenario(
    supposed: Supposed, box: Box, style: ChartStyle, letters: Lettering, formats: Formats
) -> Laid:
    """The forms within a box."""
    return _Laying(supposed, box, style, letters, formats).laid()


class _Laying:
    """A scenario while its forms are made."""

    def __init__(
        self, supposed: Supposed, box: Box, style: ChartStyle, letters: Lettering, formats: Formats
    ) -> None:
        self._of, self._box, self._style, self._letters = supposed, box, style, letters
        self._formats = formats
        self._forms: list[AnyForm] = []
        self._words: list[Lettered] = []
        self._spots: list[Spot] = []
        self._taken: list[Box] = []
        sizes = style.sizes
        self._top = max(supposed.top, 1.0) * HEADROOM
        high = letters.height(sizes.tick)
        title = letters.height(sizes.title, bold=True) + sizes.gap
        room = box.height - title - high - max(sizes.tick_gap, high * 0.6)
        most = max(2, min(6, int(room / (high * 3.5))))
        self._counts = round_ticks(0.0, self._top, most, formats)
        widest = max(letters.width(tick.text, sizes.tick) for tick in self._counts)
        left = box.x + widest + sizes.tick_gap
        across = max(box.right - left - sizes.dot * 2, 10.0)
        self._area = Box(left, box.y + title, across, max(room, 4.0))

    def laid(self) -> Laid:
        """All of it."""
        self._titles()
        self._axes()
        self._slope()
        for level in self._of.levels:
            self._level_line(level)
        self._chosen()
        for level in self._of.levels:
            self._level_words(level)
        return Laid(tuple(self._forms), tuple(self._words), tuple(self._spots))

    def _x(self, share: float) -> float:
        return self._area.x + share / self._of.farthest * self._area.width

    def _y(self, number: float) -> float:
        return self._area.bottom - number / self._top * self._area.height

    def _titles(self) -> None:
        """What is counted upright, and at the other end that it is supposed."""
        sizes, letters, tokens = self._style.sizes, self._letters, self._style.tokens
        size = sizes.title
        title = letters.shortened(self._of.units[0], size, self._box.width, bold=True)
        self._put(title, self._box.x, self._box.y, size, tokens.ink, bold=True)
        across = letters.width(self._of.tag, size, bold=True) + sizes.gap
        x = self._box.right - across
        if x < self._words[-1].box.right + sizes.gap:
            return
        high = letters.height(size, bold=True)
        frame = Box(x - sizes.gap, self._box.y - sizes.gap / 4, across + sizes.gap, high + sizes.gap / 2)
        self._forms.append(Form(corners(frame), tokens.edge, width=sizes.hairline, is_dashed=True))
        self._put(self._of.tag, x, self._box.y, size, tokens.ink, bold=True)

    def _axes(self) -> None:
        sizes, letters, tokens, area = self._style.sizes, self._letters, self._style.tokens, self._area
        high = letters.height(sizes.tick)
        for tick in self._counts:
            y = self._y(tick.at)
            colour = tokens.edge if tick.at == 0 else tokens.grid
            line = ((area.x, y), (area.right, y))
            self._forms.append(Form(line, colour, width=sizes.hairline, is_closed=False))
            x = area.x - sizes.tick_gap - letters.width(tick.text, sizes.tick)
            self._put(tick.text, x, y - high / 2, sizes.tick, tokens.muted)
        widest = letters.width(percent(int(self._of.farthest), self._formats), sizes.tick)
        most = max(2, min(10, int(area.width / max(widest * 3, 1.0))))
        top = area.bottom + max(sizes.tick_gap, high * 0.6)
        ticks = round_ticks(0.0, self._of.farthest, most, self._formats)
        reached = self._box.x
        for tick in ticks:
            words = _("{number}%").format(number=tick.text)
            longer = _("{share} {unit}").format(share=words, unit=self._of.units[1])
            is_last = tick is ticks[-1]
            x = self._x(tick.at) - letters.width(words, sizes.tick) / 2
            if is_last:
                x = min(x, self._box.right - letters.width(longer, sizes.tick))
                while self._words and x < reached and self._words[-1].box.y == top and len(ticks) > 1:
                    reached = self._words.pop().box.x
            if x < reached and not is_last:
                continue
            self._put(longer if is_last else words, max(x, self._box.x), top, sizes.tick, tokens.muted)
            reached = self._words[-1].box.right + sizes.gap

    def _slope(self) -> None:
        tokens, sizes = self._style.tokens, self._style.sizes
        start = (self._x(0), self._y(0))
        low, high = self._of.at(self._of.farthest)
        ends = [(self._x(self._of.farthest), self._y(number)) for number in (low, high)]
        if high > low:
            self._forms.append(Form((start, ends[0], ends[1]), tokens.ink, fill=SHADE))
        for end in dict.fromkeys(ends):
            line = (start, end)
            self._forms.append(Form(line, tokens.ink, width=sizes.line, is_dashed=True, is_closed=False))
        for place in range(PIECES):
            share = self._of.farthest * place / PIECES
            then = self._of.farthest * (place + 1) / PIECES
            top, bottom = self._y(self._of.at(then)[1]), self._y(self._of.at(share)[0])
            x0 = self._x(share)
            self._taken.append(Box(x0, top, self._x(then) - x0, bottom - top).grown(sizes.line))

    def _level_line(self, level: Level) -> None:
        tokens, sizes, area = self._style.tokens, self._style.sizes, self._area
        colour = tokens.returned if level.is_recorded else tokens.admitted
        y0 = self._y(level.low)
        y1 = y0 if level.high is None else self._y(level.high)
        if y1 < y0:
            self._forms.append(Form(corners(Box(area.x, y1, area.width, y0 - y1)), colour, fill=SHADE))
        for y in dict.fromkeys((y0, y1)):
            line = ((area.x, y), (area.right, y))
            self._forms.append(
                Form(line, colour, width=sizes.thin, is_dashed=not level.is_recorded, is_closed=False)
            )
        box = Box(area.x, y1, area.width, y0 - y1).grown(sizes.line)
        self._taken.append(box)
        self._spots.append(Spot(level.key, box))

    def _level_words(self, level: Level) -> None:
        """Beside its line, as far right as there is room; without any it is left to the table."""
        sizes, letters, area = self._style.sizes, self._letters, self._area
        size = sizes.tick
        high = letters.height(size)
        y0 = self._y(level.low)
        y1 = y0 if level.high is None else self._y(level.high)
        tops = [y1 - high - sizes.line * 2, y0 + sizes.line * 2]
        near = high * NEAR_LEVEL
        if any(0 < y0 - self._y(other.low) < near for other in self._of.levels):
            # What is said of the line above stands there: below it, no word is between the two.
            tops.reverse()
        for text in (level.text, level.brief):
            across = letters.width(text, size)
            step = max(area.width - across, 0.0) / PLACES
            places = [
                Box(area.right - across - step * place, top, across, high)
                for top in tops
                for place in range(PLACES + 1)
            ]
            found = first_free(places, self._taken, area)
            if found is not None:
                self._taken.append(found)
                self._put(text, found.x, found.y, size, self._style.tokens.ink)
                return

    def _chosen(self) -> None:
        """The share supposed: uprights to its axis and to the number, marks, and words."""
        tokens, sizes, letters, area = self._style.tokens, self._style.sizes, self._letters, self._area
        x = self._x(self._of.percent)
        low, high = self._of.at(self._of.percent)
        marks = [(x, self._y(number)) for number in dict.fromkeys((low, high))]
        top = marks[-1][1]
        line = ((x, area.bottom), (x, top), (area.x, top))
        self._forms.append(Form(line, tokens.ink, width=sizes.hairline, is_closed=False))
        self._forms += [Sign(Mark.SUPPOSED, at, y, tokens.ink) for at, y in marks]
        reach = sizes.dot * 3
        self._spots.append(Spot(CHOSEN, Box(x - reach, top - reach, 2 * reach, 2 * reach)))
        self._taken += [
            Box(x, top, 0.1, area.bottom - top).grown(sizes.line),
            Box(area.x, top, x - area.x, 0.1).grown(sizes.line),
        ]
        size = sizes.label
        across, tall = letters.width(self._of.text, size, bold=True), letters.height(size, bold=True)
        gap = sizes.gap
        places = [
            Box(at, top + down, across, tall)
            for down in (
                -gap - tall,
                gap,
                -gap * 3 - tall * 2,
                gap * 3 + tall,
                area.bottom - top - tall - gap,
            )
            for at in (x - across - gap, x + gap, x - across / 2, area.x + gap, area.right - across)
        ]
        found = first_free(places, self._taken, area)
        if found is not None:
            self._taken.append(found)
            self._put(self._of.text, found.x, found.y, size, tokens.ink, bold=True)

    def _put(self, text: str, x: float, top: float, size: float, colour: str, *, bold: bool = False) -> None:
        self._words.append(set_line(self._letters, text, x, top, size, colour, bold=bold))
