"""What stands beside a figure: the same thing said by others, and what came before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import DayRange, PartialDate, days_between
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Basis, Measure
from desktop_app.domain.narrowed import OfMeasures, figures_of
from desktop_app.domain.readings import Known, Series, known
from desktop_app.domain.series import running_totals
from desktop_app.domain.views import View

NEIGHBOURS = timedelta(days=7)
"""How far apart the days of two running totals may be to be looked at together."""

_LIKE_PERIODS = 3
"""Periods are of one kind where the longer is at most so many times the shorter."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a running total adds to the one before it."""

    before: Figure
    difference: Interval
    days: DayRange


def duplicates_of(view: View, figure: Figure) -> list[Figure]:
    """The figures that may say the very same: same measure and basis, days that meet, values that do.

    The likeliest first. Deprecated ones are left out; a value with an open end is only like its equal.
    """
    days = _days(figure.as_at)
    if days is None:
        return []
    like = [
        other
        for other in figures_of(view, figure.measure)
        if other.basis is figure.basis
        and _overlap(days, _days(other.as_at))
        and other.id != figure.id
        and other.rank is not Rank.DEPRECATED
        and _alike(other.amount, figure.amount)
        and _counts_alike(other, figure, days)
    ]
    return sorted(like, key=lambda other: (other.amount != figure.amount, other.period != figure.period))


def other_readings(view: View, figure: Figure) -> list[Figure]:
    """What else is known of the same thing: same measure and basis, days that meet or are neighbours.

    In order of time. Periods count as the same thing where they overlap and are of like length.
    """
    days = _days(figure.as_at)
    if days is None:
        return []
    near = timedelta() if figure.basis is Basis.FLOW else NEIGHBOURS
    wider = (_moved(days[0], -near), _moved(days[1], near))
    found = [
        other
        for other in figures_of(view, figure.measure)
        if other.basis is figure.basis
        and other.id != figure.id
        and _overlap(wider, _days(other.as_at))
        and _counts_alike(other, figure, days)
    ]
    return sorted(found, key=lambda other: other.as_at.sort_key)


def before(view: View, figure: Figure) -> Change | None:
    """What the running total was before, and what is added since; None where nothing comes before."""
    days = _days(figure.as_at)
    if figure.basis is not Basis.CUMULATIVE or days is None or not figure.amount.has_number:
        return None
    series = _series(view, figure)
    reading = series.at(_moved(days[0], timedelta(days=-1))) if series is not None else None
    if reading is None or reading.drawn.id == figure.id:
        return None
    earlier = reading.drawn
    difference = figure.amount.interval - earlier.amount.interval
    return Change(earlier, difference, days_between(earlier.as_at, figure.as_at))


def _series(view: View, figure: Figure) -> Series | None:
    """The running total that a figure belongs to."""
    accounted = getattr(view, "account", None) is not None
    ledger = known(view) if accounted else Known(OfMeasures(view, frozenset({figure.measure})))
    totals = [one for one in running_totals(ledger, figure.measure) if one.basis is Basis.CUMULATIVE]
    since = figure.counted_since.earliest
    same = [one for one in totals if since is not None and one.since == since]
    if same:
        return same[0]
    measure = view.get(Measure, figure.measure)
    if not totals or (measure is not None and measure.basis is Basis.FLOW):
        # Totals "so far this year" of different years are not one total.
        return None
    return max(totals, key=lambda one: len(one.readings))


def _days(when: PartialDate) -> tuple[date, date] | None:
    """The first and last day meant; "by" and "since" a day speak of that day."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return None if first is None or last is None else (first, last)


def _overlap(days: tuple[date, date], others: tuple[date, date] | None) -> bool:
    return others is not None and others[0] <= days[1] and days[0] <= others[1]


def _alike(one: Amount, other: Amount) -> bool:
    if one == other:
        return True
    if not (one.has_number and other.has_number):
        return False
    if one.interval.is_open or other.interval.is_open:
        return one.value is not None and one.value == other.value
    return one.interval.meets(other.interval)


def _counts_alike(other: Figure, figure: Figure, days: tuple[date, date]) -> bool:
    """Whether the two count the same stretch of time, as far as it is said."""
    if figure.basis is Basis.CUMULATIVE:
        mine, theirs = figure.counted_since.earliest, other.counted_since.earliest
        # "Since the scheme began" is dated differently by its sources; a year apart is another count.
        return mine is None or theirs is None or abs((mine - theirs).days) <= 100
    if figure.basis is not Basis.FLOW:
        return True
    others = _days(other.as_at)
    if others is None:
        return False
    lengths = sorted(((days[1] - days[0]).days + 1, (others[1] - others[0]).days + 1))
    return lengths[1] <= lengths[0] * _LIKE_PERIODS


def _moved(day: date, by: timedelta) -> date:
    """The day moved, as far as the calendar goes."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
