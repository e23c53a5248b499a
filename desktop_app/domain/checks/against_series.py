"""Compares what was said with the official series of the measure."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.checks.findings import Code, Value
from desktop_app.domain.checks.said import Said
from desktop_app.domain.checks.slips import slip_of
from desktop_app.domain.intervals import Interval, Number

_OTHER_DAYS = 31
"""How many days off a running total is looked for."""
_SLIP_DAYS = 7
"""How many days off a slip of a digit or a day is looked for."""

Answer = tuple[Code, dict[str, Value]]


def compare(said: Said, counts: Counts) -> Answer | None:
    """What the series makes of a claim, with the numbers; None where it cannot tell."""
    first, last = said.since[0], said.to[1]
    if not counts.covers(first, last):
        return None
    counted = _counted(said, counts)
    if counted is None:
        return None
    if not said.interval.meets(counted):
        return _misfit(said, counts, counted)
    between = _between_days(said, counts)
    if between:
        return Code.INCONSISTENT, {**_plain(said, counted), **between}
    return _fit(said, counts, counted)


def _between_days(said: Said, counts: Counts) -> dict[str, Value]:
    """The totals next to a claim that fits none of the days it may end on; nothing where one fits."""
    since, (day, last) = said.start, said.to
    if since is None or day == last or (last - day).days > _OTHER_DAYS:
        return {}
    nearest: dict[str, Value] = {}
    while day <= last:
        counted = counts.between(since, day)
        if said.interval.meets(counted):
            return {}
        if (_difference(said.interval, counted) or 0) > 0:
            nearest["below"], nearest["below_day"] = counted.high, day
        elif "above" not in nearest:
            nearest["above"], nearest["above_day"] = counted.low, day
        day += timedelta(days=1)
    return nearest


def _counted(said: Said, counts: Counts) -> Interval | None:
    """All that the series can have for the days that may be meant; the sums only ever grow."""
    least = counts.between(said.since[1], said.to[0])
    most = counts.between(said.since[0], said.to[1])
    if least.low is None or (most.high is not None and most.high < least.low):
        return None
    return Interval(least.low, most.high)


def _is_known(said: Said, counts: Counts) -> bool:
    """Whether the series has every day that may be meant on its own."""
    ends = ((said.since[1], said.to[0]), (said.since[0], said.to[1]))
    return all(counts.between(first, last).is_exact for first, last in ends)


def _fit(said: Said, counts: Counts, counted: Interval) -> Answer | None:
    day, since = said.day, said.start
    if said.total and said.is_threshold and day and since and said.amount.value is not None:
        passed = counts.passed(_below(said), since, day)
        if passed is not None and passed < day:
            return Code.PASSED_ON, {
                "threshold": said.amount.value,
                "since": since,
                "passed_day": passed,
                "total_on_passed_day": counts.between(since, passed).low,
                "claimed_day": day,
                "total_on_claimed_day": counts.between(since, day).low,
            }
    within = said.interval.contains(counted.low or 0) and (
        said.interval.high is None or (counted.high is not None and counted.high <= said.interval.high)
    )
    if within or (day is None and _is_known(said, counts)):
        return Code.CONSISTENT, _plain(said, counted)
    return None


def _below(said: Said) -> Number:
    """The greatest total that does not yet make the claim."""
    low = said.amount.low or 0
    return low - 1 if isinstance(low, int) else (said.amount.value or 0)


def _misfit(said: Said, counts: Counts, counted: Interval) -> Answer:
    claimed = said.amount.value
    if said.amount.is_exact and claimed is not None and said.day is not None and said.start is not None:
        found = _slip(said, counts, counted, claimed, said.start, said.day)
        if found is not None:
            return found
    return Code.INCONSISTENT, {**_plain(said, counted), "difference": _difference(said.interval, counted)}


def _slip(
    said: Said, counts: Counts, counted: Interval, claimed: Number, since: date, day: date
) -> Answer | None:
    """A claim that fits another day, or would with one digit changed."""
    if said.total and counted.is_exact:
        other = counts.day_of(claimed, since, day, _OTHER_DAYS)
        if other is not None and counted.low is not None:
            return Code.FITS_OTHER_DAY, {
                "claimed": claimed,
                "claimed_day": day,
                "since": since,
                "equals_day": other,
                "total_on_claimed_day": counted.low,
                "difference": counted.low - claimed,
            }
    likely = slip_of(counts, claimed, since, day, total=said.total, within=_SLIP_DAYS)
    if likely is None or not counted.is_exact:
        return None
    number, likely_day = likely
    numbers: dict[str, Value] = {
        "claimed": claimed,
        "claimed_day": day,
        "counted": counted.low,
        "likely": number,
        "likely_day": likely_day,
    }
    if said.total:
        numbers["since"] = since
    return Code.NEAR_MISS, numbers


def _plain(said: Said, counted: Interval) -> dict[str, Value]:
    return {
        "claimed": said.amount.value,
        "claimed_low": said.interval.low,
        "claimed_high": said.interval.high,
        "first": said.since[0],
        "last": said.to[1],
        "counted_low": counted.low,
        "counted_high": counted.high,
    }


def _difference(claimed: Interval, counted: Interval) -> Number | None:
    """How far the claim is above (or, below zero, under) what is counted, at the ends that are nearest."""
    if claimed.low is not None and counted.high is not None and claimed.low > counted.high:
        return claimed.low - counted.high
    if claimed.high is not None and counted.low is not None and claimed.high < counted.low:
        return claimed.high - counted.low
    return None
