"""Places all that is said of one number: a row of words for each origin, and its mark on one common axis.

The rows share the whole height, the highest number first; the words of a row stand left, its number beside
its mark. So nothing that is said covers anything else, be it two numbers or thirty.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, isclose, log10

from desktop_app.charts.bodies import Claims, Said
from desktop_app.charts.layout import cut_axis
from desktop_app.charts.layout.claims_rows import ARROW, RowWords, fitted
from desktop_app.charts.layout.forms import AnyForm, Form, Laid, Sign, Spot
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.layout.ticks import Tick
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import RANGED, Mark
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n

AIR = 0.08
"""Free ends of the axis, as a share of what the numbers span."""
FROM_ZERO = 0.4
"""The axis begins at zero where the lowest number is below such a share of the highest."""
STEPS = 6


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
        self._rows = fitted(claims.said, box.width, self._foot - self._top, style, letters)
        self._dot = sizes.dot * self._rows.larger
        self._words_end = box.x + self._rows.words
        numbers = self._rows.number + sizes.gap * 2 if self._rows.is_beside else 0.0
        self._left = self._words_end + sizes.gap * 3 + self._dot * 2
        self._across = max(box.right - numbers - self._dot * (ARROW + 1) - self._left, 6.0)

    def laid(self) -> Laid:
        """All of it."""
        self._axis()
        y, rows = self._top, self._rows
        for said, words in zip(self._claims.said, rows.rows, strict=False):
            self._lay_row(said, words, y)
            y += rows.height
        left_out = len(self._claims.said) - len(rows.rows)
        if left_out:
            text = _n("{n} more in the table", "{n} more in the table", left_out)
            size = self._style.sizes.tick
            top = min(y, self._foot - self._letters.height(size))
            self._say(text.format(n=self._formats.number(left_out)), self._box.x, top, size, muted=True)
        return Laid((*self._forms, *self._signs), tuple(self._words), tuple(self._spots))

    def _x(self, number: float) -> float:
        return self._left + (number - self._first) / (self._last - self._first) * self._across

    def _axis(self) -> None:
        """The grid through all rows, its numbers below, and what is counted."""
        tokens, sizes, letters = self._style.tokens, self._style.sizes, self._letters
        top, foot, box = self._top, self._foot, self._box
        widest = letters.width(self._formats.number(int(self._last)), sizes.tick)
        most = max(2, min(STEPS, int(self._across / max(widest * 2.2, 1.0))))
        reached, below = self._words_end + sizes.gap, foot + sizes.tick_gap
        for tick in round_ticks(self._first, self._last, most, self._formats):
            x, across = self._x(tick.at), letters.width(tick.text, sizes.tick)
            line = ((x, top), (x, foot))
            self._forms.append(Form(line, tokens.grid, width=sizes.hairline, is_closed=False))
            at = min(max(x - across / 2, reached), box.right - across)
            if at >= reached and abs(at + across / 2 - x) < across:
                self._say(tick.text, at, below, sizes.tick, muted=True)
                reached = at + across + sizes.gap
        axis = ((self._left, foot), (self._left + self._across, foot))
        self._forms.append(Form(axis, tokens.edge, width=sizes.thin, is_dashed=self._is_cut, is_closed=False))
        if self._is_cut:
            self._signs.append(cut_axis.zigzag(self._left, foot, self._style, upright=False))
            self._say(cut_axis.words(self._first, self._formats), box.x, box.y, sizes.tick, muted=True)
        if letters.width(self._claims.unit, sizes.tick) <= self._rows.words:
            self._say(self._claims.unit, box.x, below, sizes.tick, muted=True)

    def _lay_row(self, said: Said, words: RowWords, top: float) -> None:
        """The words, the way to the mark, the mark with all that is possible, and the number."""
        sizes, letters, tokens, rows = self._style.sizes, self._letters, self._style.tokens, self._rows
        middle = top + rows.height / 2
        guide = ((self._left - self._dot, middle), (self._left + self._across, middle))
        self._forms.append(Form(guide, tokens.line, width=sizes.hairline, is_closed=False))
        reached = self._mark(said, middle)
        label, small = letters.height(rows.label), letters.height(rows.small)
        deep = len(words.who) * label + (0.0 if rows.is_inline else len(words.remark) * small)
        start, y = self._box.x, middle - deep / 2
        if rows.is_beside:
            at = min(reached + sizes.gap, self._box.right - rows.number)
            self._say(said.number, at, middle - label / 2, rows.label, bold=True)
        else:
            self._say(said.number, start, y, rows.label, bold=True)
            start += rows.number + sizes.gap
        end = start
        for line in words.who:
            end = self._say(line, start, y, rows.label)
            y += label
        if rows.is_inline:
            start, y = end + sizes.gap * 1.5, y - label + (label - small) / 2
        for line in words.remark:
            self._say(line, start, y, rows.small, muted=True)
            y += small
        self._spots.append(Spot(said.key, Box(self._box.x, top, self._box.width, rows.height)))

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
            self._signs.append(Sign(said.mark, x, y, self._colour, self._rows.larger))
        return reached

    def _say(
        self, text: str, x: float, top: float, size: float, *, bold: bool = False, muted: bool = False
    ) -> float:
        """Set a line, cut at the edge; gives where it ends."""
        room = self._box.right - x
        if not text or room < size:
            return x
        text = self._letters.shortened(text, size, room, bold=bold)
        colour = self._style.tokens.muted if muted else self._style.tokens.ink
        self._words.append(set_line(self._letters, text, x, top, size, colour, bold=bold))
        return self._words[-1].box.right


def _head(x: float, y: float, dot: float) -> tuple[tuple[float, float], ...]:
    """The head of an arrow; with `dot` below zero it points to the left."""
    return ((x - dot, y - abs(dot) * 0.8), (x, y), (x - dot, y + abs(dot) * 0.8))
