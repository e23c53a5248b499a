"""Places all that is said of one number: marks on one line, and under it a row of words for each origin.

The highest number has the first row, and every row's words stand right of its mark: so no upright line from
a mark to its row runs over other words.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor, isclose, log10

from desktop_app.charts.bodies import Claims, Said
from desktop_app.charts.forms import AnyForm, Form, Laid, Sign, Spot
from desktop_app.charts.lettering import Lettered, Lettering, set_line
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import RANGED
from desktop_app.charts.style import ChartStyle
from desktop_app.charts.ticks import Tick
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n

LEAST_AXIS, MOST_AXIS = 0.3, 0.62
"""Which share of the width the line has; the words beside its end have the rest."""
AIR = 0.08
"""Free ends of the line, as a share of it."""
FROM_ZERO = 0.4
"""The line begins at zero where the lowest number is below such a share of the highest."""
ROW = 3.4
"""A row is no higher than so many heights of its two lines of words."""
SINGLE_ROW = 1.8
"""The same where it has one line."""


def lay_claims(claims: Claims, box: Box, style: ChartStyle, letters: Lettering, formats: Formats) -> Laid:
    """The forms within a box."""
    return _Laying(claims, box, style, letters, formats).laid()


def line_ends(low: float, high: float) -> tuple[float, float]:
    """Where the line begins and ends for numbers from low to high."""
    if isclose(low, high, rel_tol=1e-6):
        low, high = low - max(abs(low) * 0.1, 1.0), high + max(abs(high) * 0.1, 1.0)
    spare = (high - low) * AIR
    first = 0.0 if 0 <= low < high * FROM_ZERO else low - spare
    return first, high + spare


def round_ticks(first: float, last: float, most: int, formats: Formats) -> list[Tick]:
    """At most about `most` round numbers between two, evenly 1, 2 or 5 apart."""
    raw = (last - first) / max(most, 1)
    power = Decimal(10) ** floor(log10(raw))
    step = next(power * lead for lead in (1, 2, 5, 10) if float(power * lead) >= raw)
    ticks = []
    for number in range(ceil(first / float(step)), floor(last / float(step)) + 1):
        at = step * number
        ticks.append(Tick(float(at), formats.number(int(at) if at == int(at) else at.normalize())))
    return ticks


class _Laying:
    """A line of numbers while its forms are made."""

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
        sizes = style.sizes
        widest = max((self._wide(each) for each in claims.said), default=0.0)
        beside = sizes.gap * 4
        share = (box.width - widest - beside) / max(box.width, 1.0)
        self._left = box.x + sizes.dot * 2
        self._across = max(box.width * min(max(share, LEAST_AXIS), MOST_AXIS) - sizes.dot * 4, 10.0)
        self._first, self._last = line_ends(*claims.ends)
        self._top = box.y + letters.height(sizes.tick) + sizes.tick_gap + sizes.dot * 1.5

    def laid(self) -> Laid:
        """All of it."""
        self._axis()
        room = self._box.bottom - self._top - self._style.sizes.dot * 2.5
        said, height, both = self._rows(room)
        y = self._top + self._style.sizes.dot * 2.5
        for each in said:
            self._row(each, y, height, both=both)
            y += height
        left_out = len(self._claims.said) - len(said)
        if left_out:
            words = _n("{n} more in the table", "{n} more in the table", left_out)
            size = self._style.sizes.tick
            top = min(y, self._box.bottom - self._letters.height(size))
            self._say(words.format(n=self._formats.number(left_out)), self._box.x, top, size, muted=True)
        return Laid((*self._forms, *self._signs), tuple(self._words), tuple(self._spots))

    def _rows(self, room: float) -> tuple[tuple[Said, ...], float, bool]:
        """Which rows there is room for, how high each is, and whether both lines of words go in."""
        said, sizes, letters = self._claims.said, self._style.sizes, self._letters
        one = letters.height(sizes.label) * 1.15
        two = (letters.height(sizes.label) + letters.height(sizes.tick)) * 1.05
        for high, both in ((two, True), (one, False)):
            if room >= len(said) * high:
                return said, min(room / max(len(said), 1), high * (ROW if both else SINGLE_ROW)), both
        fitting = max(int((room - letters.height(sizes.tick)) / one), 0)
        return said[:fitting], one, False

    def _x(self, number: float) -> float:
        return self._left + (number - self._first) / (self._last - self._first) * self._across

    def _axis(self) -> None:
        tokens, sizes, letters = self._style.tokens, self._style.sizes, self._letters
        line = ((self._left, self._top), (self._left + self._across, self._top))
        self._forms.append(Form(line, tokens.edge, width=sizes.thin, is_closed=False))
        widest = letters.width(self._formats.number(int(self._last)), sizes.tick)
        most = max(2, min(8, int(self._across / max(widest * 2.5, 1.0))))
        reached = self._box.x
        for tick in round_ticks(self._first, self._last, most, self._formats):
            x, across = self._x(tick.at), letters.width(tick.text, sizes.tick)
            short = ((x, self._top - sizes.tick_gap * 0.6), (x, self._top))
            self._forms.append(Form(short, tokens.edge, width=sizes.hairline, is_closed=False))
            at = max(x - across / 2, self._box.x)
            if at >= reached:
                self._say(tick.text, at, self._box.y, sizes.tick, muted=True)
                reached = at + across + sizes.gap
        start = max(self._left + self._across + sizes.gap, reached)
        self._say(self._claims.unit, start, self._box.y, sizes.tick, muted=True)

    def _row(self, said: Said, top: float, height: float, *, both: bool) -> None:
        """The mark on the line, the way down to its words, and the words."""
        sizes, letters, tokens = self._style.sizes, self._letters, self._style.tokens
        x = self._x(said.at)
        label = letters.height(sizes.label)
        middle = top + label / 2
        words = x + sizes.gap * 2
        way = ((x, self._top), (x, middle), (words - sizes.gap * 0.5, middle))
        self._forms.append(Form(way, tokens.line_strong, width=sizes.thin, is_closed=False))
        self._range(said)
        self._signs.append(Sign(said.mark, x, self._top, self._colour))
        number = self._say(said.number, words, top, sizes.label, bold=True)
        who = self._say(said.who, number + sizes.gap, top, sizes.label)
        if both:
            self._say(said.remark, words, top + label, sizes.tick, muted=True)
        else:
            lower = (label - letters.height(sizes.tick)) / 2
            self._say(said.remark, who + sizes.gap * 2, top + lower, sizes.tick, muted=True)
        across = max(self._box.right - words, 1.0)
        self._spots.append(Spot(said.key, Box(words, top, across, min(height, label * 2.2))))

    def _range(self, said: Said) -> None:
        if said.mark not in RANGED or said.low is None or said.high is None:
            return
        sizes, y = self._style.sizes, self._top
        x0, x1, cap = self._x(said.low), self._x(said.high), self._style.sizes.dot * 0.9
        for line in (((x0, y), (x1, y)), ((x0, y - cap), (x0, y + cap)), ((x1, y - cap), (x1, y + cap))):
            self._signs.append(Form(line, self._colour, width=sizes.ring, is_closed=False))

    def _wide(self, said: Said) -> float:
        sizes, letters = self._style.sizes, self._letters
        first = letters.width(said.number, sizes.label, bold=True) + sizes.gap
        return max(first + letters.width(said.who, sizes.label), letters.width(said.remark, sizes.tick))

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
