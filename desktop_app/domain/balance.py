"""Returned against admitted, and returned against arrived: what can be said from intervals."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from desktop_app.domain.flows import Accumulated, accumulate
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.readings import Reading, Series

PER = 1000
_SHARE_PLACES = 3

_Ends = tuple[Number, Number | None]
"""The least and the most of a count; None where there is no most."""


@dataclass(frozen=True, slots=True)
class BalancePoint:
    """Returned minus admitted on a day: positive where more people were returned."""

    day: date
    interval: Interval
    """All differences that the figures allow; an end is None where one of the totals has no end."""
    returned: Reading
    admitted: Reading

    @property
    def value(self) -> Number | None:
        """The difference of the two numbers that are drawn."""
        out, back = self.returned.value, self.admitted.value
        return None if out is None or back is None else out - back

    @property
    def sign(self) -> int:
        """1 where certainly more were returned, -1 where certainly more were admitted, else 0."""
        low, high = self.interval.low, self.interval.high
        if low is not None and low > 0:
            return 1
        return -1 if high is not None and high < 0 else 0

    @property
    def earliest(self) -> date:
        """The earliest day it can be about, where the day of a reading that stands here is vague."""
        here = (reading.start for reading in (self.returned, self.admitted) if reading.end == self.day)
        return min(here, default=self.day)


@dataclass(frozen=True, slots=True)
class SignChange:
    """The larger of the two totals changed on some day after `after` and not later than `by`."""

    after: date
    """The last day on which the old order was certain."""
    by: date
    """The first day on which the new order was certain."""
    more_admitted: bool
    """Whether from then on more were admitted than returned."""
    before: BalancePoint
    now: BalancePoint


@dataclass(frozen=True)
class Balance:
    """Returned minus admitted wherever both totals are known, and when the larger of them changed."""

    points: tuple[BalancePoint, ...] = ()
    changes: tuple[SignChange, ...] = ()

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the figures that went into it, each once."""
        return tuple(
            dict.fromkeys(
                id
                for point in self.points
                for reading in (point.returned, point.admitted)
                for id in reading.inputs
            )
        )


@dataclass(frozen=True, slots=True)
class Share:
    """How many were returned for each thousand who arrived in the same time."""

    interval: Interval
    """Per 1,000, to three decimal places; an end is None where it has none."""
    returned: Reading
    arrived: Accumulated
    since: date
    to: date
    arrivals: tuple[str, ...] = ()
    """Ids of the figures of arrivals."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the figures that went into it, each once."""
        return tuple(dict.fromkeys((*self.returned.inputs, *self.arrivals)))


def balance(returned: Series, admitted: Series) -> Balance:
    """Returned minus admitted on each day that either total was reported, from when both are known.

    A total that was not reported on that day lies between its last reading and its next one, or has no
    upper end where there is no next: so a day on which only one was reported seldom tells the sign.
    """
    if not returned.readings or not admitted.readings:
        return Balance()
    first = max(returned.readings[0].end, admitted.readings[0].end)
    days = sorted({reading.end for series in (returned, admitted) for reading in series.readings})
    out, back = _Held(returned), _Held(admitted)
    points = tuple(_point(out, back, day) for day in days if day >= first)
    return Balance(points, _changes(points))


def possible(returned: Series, admitted: Series, day: date) -> Interval:
    """All differences that the figures allow on any day; open on both sides before both totals are known.

    Between two reports a total lies between them, after its last one it has no upper end.
    """
    first = [series.readings[0].end for series in (returned, admitted) if series.readings]
    if len(first) < 2 or day < max(first):
        return Interval(None, None)
    return Interval(*_Held(returned).ends_on(day)) - Interval(*_Held(admitted).ends_on(day))


def sign_changes(returned: Series, admitted: Series) -> tuple[SignChange, ...]:
    """The changes of `balance`, for whoever needs no more: only the points beside a change are made."""
    if not returned.readings or not admitted.readings:
        return ()
    first = max(returned.readings[0].end, admitted.readings[0].end)
    out, back = _Held(returned), _Held(admitted)
    found: list[SignChange] = []
    certain: tuple[int, date] | None = None
    for day in sorted({*out.ends, *back.ends}):
        sign = _sign(out.ends_on(day), back.ends_on(day)) if day >= first else 0
        if not sign:
            continue
        if certain is not None and certain[0] != sign:
            found += _changes((_point(out, back, certain[1]), _point(out, back, day)))
        certain = (sign, day)
    return tuple(found)


def returns_per_thousand(
    returned: Series, arrivals: Series, since: date, to: date | None = None
) -> Share | None:
    """Returned for each 1,000 who arrived by small boat from `since` to `to`, both included.

    `to` is, if not given, the day of the last returned total, or the last recorded day of arrivals if that
    is earlier. None where no total is known by then, or no arrivals are recorded.
    """
    if not returned.readings or not arrivals.readings:
        return None
    last = to or min(returned.readings[-1].end, arrivals.readings[-1].end)
    total = returned.at(last)
    rows = accumulate(arrivals, since, last)
    if total is None or not rows:
        return None
    arrived = rows[-1]
    arrived = replace(arrived, day=last, missing=arrived.missing + (last - arrived.day).days)
    ratio = Interval(*_count(total)).per(arrived.interval, PER)
    ids = tuple(figure.id for row in rows for figure in row.figures)
    return Share(ratio.rounded(_SHARE_PLACES), total, arrived, since, last, ids)


def shares(returned: Series, arrivals: Series, since: date) -> tuple[Share, ...]:
    """The share on each day from `since` of which a total of returns is known: one sum of arrivals for all.

    Where days of arrivals are missing, what is recorded is the least that arrived, and the share at most
    what it makes. A total of some day of several is shared among the arrivals to the first and to the last.
    """
    rows = accumulate(arrivals, since)
    days = [row.day for row in rows]
    found = []
    for total in returned.readings:
        place = bisect_right(days, total.end) - 1
        if total.end < since or place < 0:
            continue
        arrived = _arrived(arrivals, rows, place, total.end)
        counted = Interval(arrived.low, None) if arrived.missing else arrived.interval
        count = Interval(*_count(total))
        if counted.high == 0:
            continue
        share = count.per(counted, PER).rounded(_SHARE_PLACES)
        early = bisect_right(days, total.start) - 1
        if total.start < total.end and early >= 0 and not arrived.missing and rows[early].low:
            share = share.hull(count.per(rows[early].interval, PER).rounded(_SHARE_PLACES))
        found.append(Share(share, total, arrived, since, total.end))
    return tuple(found)


def _arrived(arrivals: Series, rows: tuple[Accumulated, ...], place: int, day: date) -> Accumulated:
    """The sum up to a day. Within a week that was counted as a whole it lies between the sums around it."""
    row = rows[place]
    if row.day == day:
        return row
    later = rows[place + 1] if place + 1 < len(rows) else None
    if later is not None and arrivals.at(day) is not None and later.missing == row.missing:
        # All days up to the week are in the sum before it, so only the week itself is open.
        return replace(row, day=day, high=later.high, figures=later.figures)
    return replace(row, day=day, missing=row.missing + (day - row.day).days)


class _Held:
    """What a running total held from day to day."""

    def __init__(self, series: Series) -> None:
        self._readings = series.readings
        self.ends = [reading.end for reading in series.readings]
        """The days on which it was reported."""

    def on(self, day: date) -> tuple[Reading, Interval]:
        """The last reading up to a day, and where the total can have been on that day."""
        return self._readings[bisect_right(self.ends, day) - 1], Interval(*self.ends_on(day))

    def ends_on(self, day: date) -> _Ends:
        """The least and the most that the total can have been on a day."""
        place = bisect_right(self.ends, day)
        low, high = _count(self._readings[place - 1])
        if self.ends[place - 1] == day:
            return low, high
        if place == len(self.ends):
            return low, None
        least, most = _count(self._readings[place])
        return min(low, least), None if high is None or most is None else max(high, most)


def _point(returned: _Held, admitted: _Held, day: date) -> BalancePoint:
    out, there = returned.on(day)
    back, here = admitted.on(day)
    return BalancePoint(day, there - here, out, back)


def _count(reading: Reading) -> _Ends:
    """A count has a low end: nobody returned fewer than none."""
    return (0 if reading.low is None else reading.low), reading.high


def _sign(out: _Ends, back: _Ends) -> int:
    """As `BalancePoint.sign`, from what the two totals can have been."""
    if back[1] is not None and out[0] > back[1]:
        return 1
    return -1 if out[1] is not None and out[1] < back[0] else 0


def _changes(points: tuple[BalancePoint, ...]) -> tuple[SignChange, ...]:
    """Where the certain sign turns; days on which it cannot be told, ties among them, say nothing."""
    certain = [point for point in points if point.sign]
    return tuple(
        SignChange(before.earliest, now.day, now.sign < 0, before, now)
        for before, now in pairwise(certain)
        if before.sign != now.sign
    )
