"""How the words of rows fit: as large as there is room for, and rather fewer words than words cut short.

First all words are tried in smaller and smaller letters, then the outlets go, then the days; the table has
them all. Where not even the names fit, the lower rows go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.charts.bodies import Said
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.style import ChartStyle

SHARES = (0.46, 0.6)
"""The words of the rows take at most such a share of the width."""
LEAST_AXIS = 2.0
"""Where the axis would be shorter than so many times the widest number, numbers begin the words."""
LEAST_WORDS = 5.0
"""Narrower than so many heights of its letters no column of words is tried."""
SCALES = (1.5, 1.3, 1.15, 1.0, 0.9, 0.82, 0.75)
"""Letters grow so far where there are few rows, and shrink so far where there are many; never for a room."""
REMARK_LARGER = 1.15
LOOSE, CLOSE = 1.4, 1.08
"""Height of a row in heights of its words: where letters are larger, and at the least."""
ARROW = 5.0
"""Length of the line of a number that is open to one side, in dots."""
BIG_MARK = 1.5


@dataclass(frozen=True, slots=True)
class RowWords:
    """The lines of one row: whose word it is, and the remark below it, or behind it on the same line."""

    who: tuple[str, ...]
    remark: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that find room, all alike."""

    label: float
    small: float
    """Sizes of the letters: of names and numbers, and of remarks."""
    larger: float
    """How much larger marks are than the style has them."""
    words: float
    """Width of the column of words."""
    number: float
    """Width of the widest number."""
    is_beside: bool
    """Whether numbers stand beside their marks; else they begin the column of words."""
    is_inline: bool
    """Whether the remark stands behind the name."""
    height: float
    rows: tuple[RowWords, ...]


def fitted(
    said: tuple[Said, ...], width: float, height: float, style: ChartStyle, letters: Lettering
) -> Rows:
    """The rows of a width and a height."""
    trying = _Trying(said, width, height, style, letters)
    return next(trying.ways(), None) or trying.rest()


class _Trying:
    def __init__(
        self, said: tuple[Said, ...], width: float, height: float, style: ChartStyle, letters: Lettering
    ) -> None:
        self._said, self._width, self._height = said, width, height
        self._style, self._letters = style, letters
        self._scales = [scale for scale in SCALES if scale >= 1.0 or not style.for_room]

    def ways(self) -> Iterator[Rows]:
        """Those in which every row is whole, the best first."""
        row = self._height / max(len(self._said), 1)
        for remarks in ([each.remark for each in self._said], [each.day for each in self._said], None):
            for scale in self._scales:
                for share in SHARES:
                    rows = self._tried(remarks or [""] * len(self._said), scale, share, row)
                    if rows is not None:
                        yield rows

    def rest(self) -> Rows:
        """As many rows as there is room for, with nothing but the names; a line is kept for how many go."""
        scale, share = self._scales[-1], SHARES[-1]
        label, gap = self._style.sizes.label * scale, self._style.sizes.gap
        number = self._widest(label)
        words = self._width * share
        is_beside = self._is_beside(words, number, 1.0)
        room = words if is_beside else words - number - gap
        rows = [RowWords(tuple(self._whole(each.who, label, room)), ()) for each in self._said]
        most = max((len(row.who) for row in rows), default=1)
        high = max(self._letters.height(label) * most * CLOSE, 1.0)
        kept = self._height - self._letters.height(self._style.sizes.tick) * 1.2
        shown = rows if len(rows) * high <= self._height else rows[: max(int(kept / high), 0)]
        return Rows(
            label, self._style.sizes.tick * scale, 1.0, words, number, is_beside, False, high, tuple(shown)
        )

    def _tried(self, remarks: list[str], scale: float, share: float, row: float) -> Rows | None:
        letters, sizes = self._letters, self._style.sizes
        label, small = sizes.label * scale, sizes.tick * min(scale, REMARK_LARGER)
        larger = BIG_MARK if scale > 1.0 else 1.0
        number, gap = self._widest(label), sizes.gap
        names = [letters.width(each.who, label) for each in self._said]
        behind = [letters.width(remark, small) for remark in remarks]
        most = self._width * share
        close = LOOSE if scale > 1.0 else CLOSE
        stacked = min(max((*names, *behind, 1.0)), most)
        inline = max((one + gap * 1.5 + other for one, other in zip(names, behind, strict=True)), default=1.0)
        for words, is_inline in ((stacked, False), (inline, True)):
            if words > most:
                continue
            is_beside = self._is_beside(words, number, larger)
            room = words if is_beside else min(words, most - number - gap)
            if room < min(words, label * LEAST_WORDS):
                continue
            rows = []
            for each, remark in zip(self._said, remarks, strict=True):
                who = letters.wrapped(each.who, label, room + 0.5)
                told = letters.wrapped(remark, small, room + 0.5)
                deep = len(who) * letters.height(label)
                if is_inline:
                    is_whole = (
                        letters.width(each.who, label) + gap * 1.5 + letters.width(remark, small)
                        <= room + 0.5
                    )
                else:
                    deep += len(told) * letters.height(small)
                    is_whole = all(letters.width(line, label) <= room + 0.5 for line in who)
                    is_whole = is_whole and all(letters.width(line, small) <= room + 0.5 for line in told)
                if not is_whole or deep * close > row:
                    break
                rows.append(RowWords(tuple(who), tuple(told)))
            else:
                whole = room if is_beside else room + number + gap
                return Rows(label, small, larger, whole, number, is_beside, is_inline, row, tuple(rows))
        return None

    def _widest(self, label: float) -> float:
        return max((self._letters.width(each.number, label, bold=True) for each in self._said), default=0.0)

    def _is_beside(self, words: float, number: float, larger: float) -> bool:
        """Whether the axis stays long enough with the numbers at its marks."""
        sizes = self._style.sizes
        room = self._width - words - sizes.gap * 5 - number - sizes.dot * larger * (ARROW + 3)
        return room >= number * LEAST_AXIS

    def _whole(self, text: str, size: float, room: float) -> list[str]:
        lines = self._letters.wrapped(text, size, max(room, 1.0))
        return [self._letters.shortened(line, size, max(room, 1.0)) for line in lines]
