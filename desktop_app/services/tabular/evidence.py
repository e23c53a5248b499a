"""Decides from a whole column what one cell of it leaves open: day or month first, thousands or decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final

from desktop_app.domain.date_lexicon import fold
from desktop_app.domain.date_words import Order
from desktop_app.services.tabular.values import Decimals

_NUMERIC: Final = re.compile(
    r"(?:([a-z]+)\.?,?\s+)?(\d{1,2})([/.\- ])(\d{1,2})\3(\d{4}|\d{2})(?:[T ].*)?", re.ASCII
)
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("mon lun", "tue mar", "wed mer", "thu jeu", "fri ven", "sat sam", "sun dim"), start=1
    )
    for name in names.split()
}
_EXAMPLES: Final = 3
_ENOUGH_IN_ORDER: Final = 4

_POINT_SURE: Final = re.compile(
    r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.(?:\d{1,2}|\d{4,})|0\.\d+"
)
_COMMA_SURE: Final = re.compile(
    r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,(?:\d{1,2}|\d{4,})|0,\d+"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_OPEN: Final = re.compile(r"\d{1,3}\.\d{3}")


class Why(StrEnum):
    """What decided for the reading of a column."""

    NOTHING_OPEN = "nothing open"
    PLACE_ABOVE_TWELVE = "place above twelve"
    WEEKDAY = "weekday"
    ORDER_OF_ROWS = "order of rows"
    DOTS = "dots"
    OTHER_CELLS = "other cells"
    CHOSEN = "chosen"
    CONTRADICTORY = "contradictory"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How days and months stand in a column; `order` is None where nothing tells, or nothing asks.

    `examples` are cells that show it: those that decided, or those that must be asked about.
    """

    order: Order
    why: Why
    examples: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody must be asked."""
        return self.why in (Why.UNDECIDED, Why.CONTRADICTORY)


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """What parts the decimals in a column; `decimals` is None where nothing tells, or nothing asks."""

    decimals: Decimals
    why: Why
    examples: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody must be asked."""
        return self.why in (Why.UNDECIDED, Why.CONTRADICTORY)


@dataclass(frozen=True, slots=True)
class _Written:
    """A date in figures: two places of which one is the day, and the year."""

    text: str
    weekday: int
    first: int
    second: int
    year: int
    mark: str

    def day(self, order: Order) -> date | None:
        day, month = (self.first, self.second) if order == "dmy" else (self.second, self.first)
        try:
            return date(self.year, month, day)
        except ValueError:
            return None


def date_order(cells: Iterable[str]) -> DateOrder:
    """Whether the day or the month comes first in a column: by a 13, by a weekday, by the rows' own order."""
    written = [found for text in dict.fromkeys(cells) if (found := _written(text)) is not None]
    if not any(_is_open(each) for each in written):
        return DateOrder(None, Why.NOTHING_OPEN)
    for why, votes in ((Why.PLACE_ABOVE_TWELVE, _by_places(written)), (Why.WEEKDAY, _by_weekdays(written))):
        decided = {order for order, _ in votes}
        if len(decided) == 2:
            return DateOrder(None, Why.CONTRADICTORY, _one_of_each(votes))
        if decided:
            return DateOrder(decided.pop(), why, tuple(text for _, text in votes[:_EXAMPLES]))
    if all(each.mark == "." for each in written):
        return DateOrder("dmy", Why.DOTS, tuple(each.text for each in written[:_EXAMPLES]))
    by_rows = _by_rows(written)
    asked = tuple(each.text for each in written if _is_open(each))[:_EXAMPLES]
    if by_rows is not None:
        return DateOrder(by_rows, Why.ORDER_OF_ROWS, asked)
    return DateOrder(None, Why.UNDECIDED, asked)


def number_style(cells: Iterable[str]) -> NumberStyle:
    """What parts the decimals in a column: by the cells that can be read in one way only."""
    texts = list(dict.fromkeys(cells))
    points = [text for text in texts if _POINT_SURE.fullmatch(text)]
    commas = [text for text in texts if _COMMA_SURE.fullmatch(text)]
    if points and commas:
        return NumberStyle(None, Why.CONTRADICTORY, (points[0], commas[0]))
    if points or commas:
        return NumberStyle("." if points else ",", Why.OTHER_CELLS, tuple((points or commas)[:_EXAMPLES]))
    if any(_GROUPED.fullmatch(text) for text in texts) and not any(_OPEN.fullmatch(text) for text in texts):
        return NumberStyle(None, Why.NOTHING_OPEN)
    asked = tuple(text for text in texts if _OPEN.fullmatch(text))[:_EXAMPLES]
    return NumberStyle(None, Why.UNDECIDED, asked) if asked else NumberStyle(None, Why.NOTHING_OPEN)


def _written(text: str) -> _Written | None:
    found = _NUMERIC.fullmatch(fold(text))
    if found is None:
        return None
    word, first, mark, second, year = found.groups()
    weekday = _WEEKDAYS.get((word or "")[:3], 0)
    full = int(year) + (2000 if len(year) == 2 else 0)
    one, two = int(first), int(second)
    if not (1 <= one <= 31 and 1 <= two <= 31 and min(one, two) <= 12):
        return None
    return _Written(text, weekday, one, two, full, mark)


def _is_open(written: _Written) -> bool:
    return written.first <= 12 and written.second <= 12 and written.first != written.second


def _by_places(written: Sequence[_Written]) -> list[tuple[Order, str]]:
    votes: list[tuple[Order, str]] = [("dmy", each.text) for each in written if each.first > 12]
    votes += [("mdy", each.text) for each in written if each.second > 12]
    return votes


def _by_weekdays(written: Sequence[_Written]) -> list[tuple[Order, str]]:
    votes: list[tuple[Order, str]] = []
    orders: tuple[Order, Order] = ("dmy", "mdy")
    for each in written:
        if not each.weekday or not _is_open(each):
            continue
        fits = [
            order
            for order in orders
            if (day := each.day(order)) is not None and day.isoweekday() == each.weekday
        ]
        if len(fits) == 1:
            votes.append((fits[0], each.text))
    return votes


def _by_rows(written: Sequence[_Written]) -> Order:
    """The one order in which the rows run steadily forwards, or steadily backwards."""
    if len(written) < _ENOUGH_IN_ORDER:
        return None
    steady: list[Order] = []
    for order in ("dmy", "mdy"):
        days = [each.day(order) for each in written]
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            continue
        if all(one < two for one, two in pairwise(known)) or all(one > two for one, two in pairwise(known)):
            steady.append(order)
    return steady[0] if len(steady) == 1 else None


def _one_of_each(votes: Sequence[tuple[Order, str]]) -> tuple[str, ...]:
    return tuple(next(text for order, text in votes if order == wanted) for wanted in ("dmy", "mdy"))
