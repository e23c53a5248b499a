"""Places all that is said of one number: a row of words for each origin, and its mark on one common axis.

The rows share the whole height, the highest number first; the words of a row stand left, its number beside
its mark. So nothing that is said covers anything else, be it two numbers or thirty.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, isclose, log10

from desktop_app.charts import cut_axis
from desktop_app.charts.bodies import Claims, Said
from desktop_app.charts.forms import AnyForm, Form, Laid, Sign, Spot
from desktop_app.charts.lettering import Lettered, Lettering, set_line
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import RANGED, Mark
from desktop_app.charts.style import ChartStyle
from desktop_app.charts.ticks import Tick
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n

MOST_WORDS = 0.46
"""The words of the rows take at most such a share of the width."""
LEAST_AXIS = 2.0
"""Where the axis would be shorter than so many times the widest number, numbers stand with the words."""
AIR = 0.08
"""Free ends of the axis, as a share of what the numbers span."""
FROM_ZERO = 0.4
"""The axis begins at zero where the lowest number is below such a share of the highest."""
STEPS = 6
LARGER, SMALLER = 1.5, 0.75
REMARK_LARGER = 1.15
"""Letters grow so far where there are few rows, and shrink so far where there are many; never for a room."""
LOOSE, CLOSE = 1.7, 1.12
"""Height of a row in heights of its words: where there is room, and at the least."""
BIG_MARK = 1.5
ARROW = 5.0
"""Length of the line of a number that is open to one side, in dots."""


def lay_claims(claims: Claims, box: Box, style: ChartStyle, letters: Lettering, formats: Formats) -> Laid:
    """The forms within a box."""
    return _Laying(claims, box, style, letters, formats).laid()


def line_ends(low: float, high: float) -> tuple[float, float]:
    """Where the axis begins and ends for numbers from low to high: at zero, or at a round number."""
    if isclose(low, high, rel_tol=1e-6):
        low, high = low - max(abs(low) * 0.1, 1.0), high + max(abs(high) * 0.1, 1.0)
    spare = (high - low) * AIR
    first = 0.0 if 0 <= low < high * FROM_ZERO else low - spare
    last = high + spare
    if first:
        step = float(_round_step(first, last, STEPS))
        rounded = floor(first / step) * step
        first = max(rounded, 0.0) if low >= 0 else rounded
    return first, last


def round_ticks(first: float, last: float, most: int, formats: Formats) -> list[Tick]:
    """At most about `most` round numbers between two, evenly 1, 2 or 5 apart."""
    step = _round_step(first, last, most)
    ticks = []
    for number in range(ceil(first / float(step)), floor(last / float(step)) + 1):
        at = step * number
        ticks.append(Tick(float(at), formats.number(int(at) if at == int(at) else at.normalize())))
    return ticks


def _round_step(first: float, last: float, most: int) -> Decimal:
    raw = (last - first) / max(most, 1)
    power = Decimal(10) ** floor(log10(raw))
    return next(power * lead for lead in (1, 2, 5, 10) if float(power * lead) >= raw)


class _Laying:
    """Rows and their axis while their forms are made."""

    def __init__(
        self, claims: Claims, box: Box, style: ChartStyle, letters: Lettering, formats: Formats
    ) -> None:
        self._claims, self._box, self._style, self._letters = claims, box, style, letters
        self._formats = formats
        self._colour = style.colour(claims.ink)
        self._forms: list[AnyForm] = []
        self._signs: list[AnyForm] = []
        self._words: list[Lettered] = []
        self._spots: list[Spot] = []
        self._first, self._last = line_ends(*claims.ends)
        sizes = style.sizes
        tick = letters.height(sizes.tick)
        self._is_cut = self._first > 0
        self._top = box.y + (tick * 1.5 if self._is_cut else tick * 0.2)
        self._foot = box.bottom - tick - sizes.tick_gap
        self._scale, self._both, self._row = self._fitting()
        room = self._foot - self._top
        self._rows = len(claims.said)
        if self._rows * self._row > room * 1.001:
            # Below the last row stands how many find no room.
            self._rows = max(int((room - tick * 1.2) / max(self._row, 1.0)), 0)
        self._beside = self._columns()

    def laid(self) -> Laid:
        """All of it."""
        self._axis()
        y = self._top
        for said in self._claims.said[: self._rows]:
            self._lay_row(said, y)
            y += self._row
        left_out = len(self._claims.said) - self._rows
        if left_out:
            words = _n("{n} more in the table", "{n} more in the table", left_out)
            size = self._style.sizes.tick
            top = min(y, self._foot - self._letters.height(size))
            self._say(words.format(n=self._formats.number(left_out)), self._box.x, top, size, muted=True)
        return Laid((*self._forms, *self._signs), tuple(self._words), tuple(self._spots))

    # How large, and where

    def _fitting(self) -> tuple[float, bool, float]:
        """How large the letters are, whether both lines of words go in, and how high a row is."""
        room, count = self._foot - self._top, max(len(self._claims.said), 1)
        least = 1.0 if self._style.for_room else SMALLER
        scales = (LARGER, 1.25, 1.1, 1.0)
        for scale in scales:
            if scale > 1.0 and not self._fits(scale):
                continue
            if room >= self._high(scale, both=True) * (LOOSE if scale > 1.0 else CLOSE) * count:
                return scale, True, room / count
        for scale in (1.0, 0.9, 0.82, SMALLER):
            if scale >= least and room >= self._high(scale, both=False) * CLOSE * count:
                return scale, False, room / count
        return least, False, self._high(least, both=False) * CLOSE

    def _fits(self, scale: float) -> bool:
        """Whether nobody's name is cut at such a scale."""
        widest = max(
            (self._letters.width(each.who, self._style.sizes.label * scale) for each in self._claims.said),
            default=0.0,
        )
        return widest <= self._box.width * MOST_WORDS

    def _high(self, scale: float, *, both: bool) -> float:
        sizes, letters = self._style.sizes, self._letters
        label = letters.height(sizes.label * scale, bold=True)
        return label + letters.height(self._remark_size(scale)) if both else label

    def _remark_size(self, scale: float) -> float:
        return self._style.sizes.tick * min(scale, REMARK_LARGER)

    def _columns(self) -> bool:
        """Share the width out between words and axis; gives whether numbers stand beside their marks."""
        sizes, letters, said = self._style.sizes, self._letters, self._claims.said
        self._label, self._small = sizes.label * self._scale, self._remark_size(self._scale)
        self._larger = BIG_MARK if self._scale > 1.0 else 1.0
        self._dot = sizes.dot * self._larger
        self._widest = max((letters.width(each.number, self._label, bold=True) for each in said), default=0.0)
        wished = max((self._wide(each) for each in said), default=0.0)
        wished = max(wished, letters.width(self._claims.unit, sizes.tick))
        words = min(wished, self._box.width * MOST_WORDS)
        left = self._box.x + words + sizes.gap * 3
        room = self._box.right - left - self._widest - sizes.gap * 2 - self._dot * (ARROW + 1)
        beside = room >= self._widest * LEAST_AXIS
        if not beside:
            words = self._box.width * MOST_WORDS
            left = self._box.x + words + sizes.gap * 2
            room = self._box.right - left - self._dot * (ARROW + 1)
        self._words_end = self._box.x + words
        self._left, self._across = left + self._dot * 2, max(room - self._dot * 2, 6.0)
        return beside

    def _wide(self, said: Said) -> float:
        letters = self._letters
        if self._both:
            return max(letters.width(said.who, self._label), letters.width(said.remark, self._small))
        gap = self._style.sizes.gap * 1.5
        return letters.width(said.who, self._label) + gap + letters.width(said.remark, self._small)

    def _x(self, number: float) -> float:
        return self._left + (number - self._first) / (self._last - self._first) * self._across

    # What is drawn

    def _axis(self) -> None:
        """The grid through all rows, its numbers below, and what is counted."""
        tokens, sizes, letters = self._style.tokens, self._style.sizes, self._letters
        top, foot = self._top, self._foot
        widest = letters.width(self._formats.number(int(self._last)), sizes.tick)
        most = max(2, min(STEPS, int(self._across / max(widest * 2.2, 1.0))))
        reached, below = self._words_end + sizes.gap, foot + sizes.tick_gap
        for tick in round_ticks(self._first, self._last, most, self._formats):
            x, across = self._x(tick.at), letters.width(tick.text, sizes.tick)
            line = ((x, top), (x, foot))
            self._forms.append(Form(line, tokens.grid, width=sizes.hairline, is_closed=False))
            at = min(max(x - across / 2, reached), self._box.right - across)
            if at >= reached and abs(at + across / 2 - x) < across:
                self._say(tick.text, at, below, sizes.tick, muted=True)
                reached = at + across + sizes.gap
        end = self._left + self._across
        axis = ((self._left, foot), (end, foot))
        self._forms.append(Form(axis, tokens.edge, width=sizes.thin, is_dashed=self._is_cut, is_closed=False))
        if self._is_cut:
            self._signs.append(cut_axis.zigzag(self._left, foot, self._style, upright=False))
            words = cut_axis.words(self._first, self._formats)
            self._say(words, self._box.x, self._box.y, sizes.tick, muted=True)
        room = self._words_end - self._box.x
        unit = letters.shortened(self._claims.unit, sizes.tick, max(room, 1.0))
        self._say(unit, self._box.x, below, sizes.tick, muted=True)

    def _lay_row(self, said: Said, top: float) -> None:
        """The words, the way to the mark, the mark with all that is possible, and the number."""
        sizes, letters, tokens = self._style.sizes, self._letters, self._style.tokens
        middle = top + self._row / 2
        end = self._left + self._across
        guide = ((self._left - self._dot, middle), (end, middle))
        self._forms.append(Form(guide, tokens.line, width=sizes.hairline, is_closed=False))
        reached = self._mark(said, middle)
        start = self._box.x
        label = letters.height(self._label)
        remark = self._remark(said, label)
        upper = middle - (label + self._deep(remark)) / 2
        if self._beside:
            tall = letters.height(self._label, bold=True)
            at = min(reached + sizes.gap, self._box.right - self._widest)
            self._say(said.number, at, middle - tall / 2, self._label, bold=True)
        else:
            start = self._say(said.number, start, upper, self._label, bold=True, to=self._words_end)
            start += sizes.gap
        who = self._say(said.who, start, upper, self._label, to=self._words_end)
        if self._both:
            for place, line in enumerate(remark):
                y = upper + label + place * letters.height(self._small)
                self._say(line, self._box.x, y, self._small, muted=True, to=self._words_end)
        else:
            lower = (label - letters.height(self._small)) / 2
            gap = sizes.gap * 1.5
            self._say(said.remark, who + gap, upper + lower, self._small, muted=True, to=self._words_end)
        self._spots.append(Spot(said.key, Box(self._box.x, top, self._box.width, self._row)))

    def _remark(self, said: Said, label: float) -> list[str]:
        """The remark in as many lines as the row has room for; the last is cut where there are more."""
        if not self._both:
            return []
        room, tall = self._words_end - self._box.x, self._letters.height(self._small)
        lines = self._letters.wrapped(said.remark, self._small, max(room, 1.0))
        most = max(int((self._row / CLOSE - label) / tall), 1)
        return [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines

    def _deep(self, remark: list[str]) -> float:
        return len(remark) * self._letters.height(self._small)

    def _mark(self, said: Said, y: float) -> float:
        """The mark on the axis; an arrow where it is open, a bar alone over a range. Gives its end."""
        x, dot, width = self._x(said.at), self._dot, self._style.sizes.ring
        lines: list[tuple[tuple[float, float], ...]] = []
        reached = x + dot * 1.4
        if said.mark is Mark.MORE_THAN:
            reached = x + dot * ARROW
            lines += [((x, y), (reached, y)), _head(reached, y, dot)]
        elif said.mark is Mark.FEWER_THAN:
            tip = max(x - dot * ARROW, self._left - dot * 2)
            lines += [((x, y), (tip, y)), _head(tip, y, -dot)]
        is_bare = said.mark is Mark.RANGE and said.low is not None and said.high is not None
        if said.mark in RANGED and said.low is not None and said.high is not None:
            x0, x1, cap = self._x(said.low), self._x(said.high), dot * 0.9
            lines += [((x0, y), (x1, y)), ((x0, y - cap), (x0, y + cap)), ((x1, y - cap), (x1, y + cap))]
            reached = x1 + dot
        for line in lines:
            self._signs.append(Form(line, self._colour, width=width, is_closed=False))
        if not is_bare:
            self._signs.append(Sign(said.mark, x, y, self._colour, self._larger))
        return reached

    def _say(
        self,
        text: str,
        x: float,
        top: float,
        size: float,
        *,
        bold: bool = False,
        muted: bool = False,
        to: float | None = None,
    ) -> float:
        """Set a line, cut at an edge; gives where it ends."""
        room = (self._box.right if to is None else to) - x
        if not text or room < size:
            return x
        text = self._letters.shortened(text, size, room, bold=bold)
        colour = self._style.tokens.muted if muted else self._style.tokens.ink
        self._words.append(set_line(self._letters, text, x, top, size, colour, bold=bold))
        return self._words[-1].box.right


def _head(x: float, y: float, dot: float) -> tuple[tuple[float, float], ...]:
    """The head of an arrow; with `dot` below zero it points to the left."""
    return ((x - dot, y - abs(dot) * 0.8), (x, y), (x - dot, y + abs(dot) * 0.8))
