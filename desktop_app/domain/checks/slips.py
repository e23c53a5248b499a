"""Slips of the pen: one digit changed, two neighbours swapped, a day mistaken for another."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.intervals import Number

_DIGITS = 3
"""Shorter numbers are one digit apart by chance."""
_LONG = 1000
"""A shorter number is one digit apart from that of another day by chance."""
_TELLING = 50
"""A count below this is found again on another day by chance."""


def is_slip(one: Number, other: Number) -> bool:
    """Whether two whole numbers differ by one digit, or by two neighbouring digits that are swapped.

    The last digit is not enough: totals that differ by a few are revisions rather than slips.
    """
    mine, theirs = str(one), str(other)
    if len(mine) != len(theirs) or len(mine) < _DIGITS or not (mine.isdigit() and theirs.isdigit()):
        return False
    places = [place for place in range(len(mine)) if mine[place] != theirs[place]]
    if len(places) == 1:
        return places[0] < len(mine) - 1
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    return mine[places[0]] == theirs[places[1]] and mine[places[1]] == theirs[places[0]]


def slip_of(
    counts: Counts, claimed: Number, since: date, day: date, *, total: bool, within: int
) -> tuple[Number, date] | None:
    """What may have been meant by a number that does not fit, and on which day; None where nothing is near.

    Of a running total a slip in a digit is looked for, on the days up to `within` away; of the count of one
    day the same number on another day, and then a digit on the same day.
    """
    if not total:
        return _count_of_day(counts, claimed, day, within) if since == day else None
    for distance in range(within + 1 if claimed >= _LONG else 1):
        for near in {day - timedelta(distance), day + timedelta(distance)}:
            if near >= since and counts.covers(since, near):
                counted = counts.between(since, near)
                if counted.is_exact and counted.low is not None and is_slip(claimed, counted.low):
                    return counted.low, near
    return None


def _count_of_day(counts: Counts, claimed: Number, day: date, within: int) -> tuple[Number, date] | None:
    if claimed >= _TELLING:
        for distance in range(1, within + 1):
            for near in (day - timedelta(distance), day + timedelta(distance)):
                if counts.on(near) == claimed:
                    return claimed, near
    same = counts.on(day)
    return (same, day) if same is not None and is_slip(claimed, same) else None
