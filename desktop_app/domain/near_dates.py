"""Reads a date without a year where other dates say which year is likely: among the events of one case."""

from __future__ import annotations

import datetime
from typing import Final

from desktop_app.domain import date_words
from desktop_app.domain.date_lexicon import TokenKind, fold, tokens
from desktop_app.domain.date_words import DateReading, Order
from desktop_app.domain.dates import Obtained

Stretch = tuple[datetime.date, datetime.date]
"""The first and the last day of what is known already."""

_OF_A_YEAR: Final = frozenset({TokenKind.MONTH, TokenKind.NUMERIC})


def read(text: str, around: Stretch | None, *, today: datetime.date, order: Order = None) -> DateReading:
    """What the date says, as `date_words` reads it; one without a year is of the year nearest to `around`.

    "21 oct" typed in a case that runs from August to 18 October 2025 is that autumn's, not this year's.
    Never later than today; of years equally near the latest.
    """
    reading = date_words.read(text, today=today, order=order)
    if around is None or reading.problem is not None or not lacks_year(text, reading):
        return reading
    earlier = (
        date_words.read(text, today=datetime.date(year, 12, 31), order=order)
        for year in range(min(around[1].year + 1, today.year - 1), around[0].year - 2, -1)
        if year >= datetime.MINYEAR
    )
    candidates = [reading, *(each for each in earlier if each.problem is None)]
    return min(candidates, key=lambda each: _days_apart(each, around))


def lacks_year(text: str, reading: DateReading) -> bool:
    """Whether the date names a month and no year; "yesterday" and "last November" say theirs."""
    if reading.how is not Obtained.RESOLVED:
        return False
    kinds = {token.kind for token in tokens(fold(text)) or ()}
    return not kinds & {TokenKind.RELATIVE, TokenKind.LAST} and bool(kinds & _OF_A_YEAR)


def _days_apart(reading: DateReading, around: Stretch) -> int:
    """How many days lie between the date and the stretch; none where they meet."""
    first = reading.date.earliest or reading.date.latest
    last = reading.date.latest or reading.date.earliest
    if first is None or last is None:
        return 0
    return max((first - around[1]).days, (around[0] - last).days, 0)
