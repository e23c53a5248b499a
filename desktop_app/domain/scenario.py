"""What it would take: how many returns a week are so many percent of those who arrive a week.

Arithmetic on what is recorded, and no forecast: it says nothing of what will happen.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.domain.flows import accumulate
from desktop_app.domain.intervals import Interval, Number, Ratio
from desktop_app.domain.readings import Series

MOST_WEEKS: Final = 104
"""Of how many weeks the pace can be taken, at the most; at the least of one."""
LEAST, MOST = Decimal("0.1"), Decimal(100)
"""Between which shares, in percent, can be chosen."""
_WEEK = 7
_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Assumption:
    """What is supposed: the share of those arriving who would be returned, at the pace of so many weeks.

    Raises ValueError for a share outside 0.1 to 100 % or a window outside 1 to 104 weeks.
    """

    percent: Decimal = Decimal(5)
    weeks: int = 12

    def __post_init__(self) -> None:
        if not LEAST <= self.percent <= MOST or not 1 <= self.weeks <= MOST_WEEKS:
            raise ValueError(f"no scenario of {self.percent} % at the pace of {self.weeks} weeks")


ASSUMED: Final = Assumption()


@dataclass(frozen=True, slots=True)
class Pace:
    """So many people a week from first to last, both included."""

    first: date
    last: date
    total: Interval
    """People in all those days; an end that is None is open."""
    missing: int
    """Days without a record."""
    figures: tuple[str, ...]
    """Ids of the figures behind it."""

    @property
    def a_week(self) -> Ratio:
        """People a week: exact quotients."""
        days = (self.last - self.first).days + 1
        return Ratio(
            _times(self.total.low, Fraction(_WEEK, days)), _times(self.total.high, Fraction(_WEEK, days))
        )


def needed(arriving: Ratio, percent: Decimal) -> Ratio:
    """Returns a week that are so many percent of those arriving a week: 5 % at 994.5 a week is 49.725."""
    share = Fraction(percent) / _PERCENT
    return Ratio(
        None if arriving.low is None else arriving.low * share,
        None if arriving.high is None else arriving.high * share,
    )


def share_of(returned: Number, arriving: Ratio) -> Ratio:
    """The percent of those arriving that so many returned a week are; open where nobody may arrive."""
    return Ratio(
        None if not arriving.high else Fraction(returned) * _PERCENT / arriving.high,
        None if not arriving.low else Fraction(returned) * _PERCENT / arriving.low,
    )


def pace_of_arrivals(arrivals: Series, weeks: int) -> Pace | None:
    """Arrivals of the last so many weeks up to the last recorded day; None where nothing is recorded.

    A day without a record adds from nobody to as many as on the busiest recorded day of the window. The
    window is no longer than the record.
    """
    if not arrivals.readings:
        return None
    last = arrivals.readings[-1].end
    first = max(last - timedelta(days=weeks * _WEEK - 1), arrivals.readings[0].start)
    rows = accumulate(arrivals, first, last)
    if not rows:
        return None
    missing, total = rows[-1].missing, rows[-1].interval
    if missing:
        busiest = max(
            (
                reading.high
                for reading in arrivals.readings
                if reading.end >= first and reading.high is not None
            ),
            default=None,
        )
        total = total + Interval(0, None if busiest is None else busiest * missing)
    ids = dict.fromkeys(figure.id for row in rows for figure in row.figures)
    return Pace(first, last, total, missing, tuple(ids))


def pace_of_returns(returned: Series, weeks: int) -> Pace | None:
    """How a running total grew in the so many weeks up to its last reading; None where that is not known.

    On a day of which no total is reported it lies between the reading before and the one after. Before the
    first reading nothing is known but that it was not below zero.
    """
    readings = returned.readings
    if not readings:
        return None
    end = readings[-1]
    before = end.end - timedelta(days=weeks * _WEEK)
    place = bisect_right([reading.end for reading in readings], before)
    following = readings[place] if place < len(readings) else end
    if place:
        held = readings[place - 1]
        start = held.interval if held.end == before else held.interval.hull(following.interval)
        ids = (*held.inputs, *following.inputs)
    else:
        start, ids = Interval(0, following.high), following.inputs
    grown = end.interval - start
    low = None if grown.low is None else max(grown.low, 0)
    high = None if grown.high is None else max(grown.high, 0)
    days = before + timedelta(days=1)
    return Pace(days, end.end, Interval(low, high), 0, tuple(dict.fromkeys((*ids, *end.inputs))))


def _times(number: Number | None, by: Fraction) -> Fraction | None:
    return None if number is None else Fraction(number) * by
