"""Numbers that sources give differently: all that is said of one measure at one time, never averaged.

A time is a day that a running total is reported for, a period that was counted, or a span of days that a
source itself named ("early November"). Of a running total in such a span also counts what held when it began.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known, Reading, Series, known
from desktop_app.domain.series import flow, running_totals
from desktop_app.domain.views import View

LONGEST = timedelta(days=31)
"""A longer span is too vague a time to ask who said what at it; a total held longer is no news."""
_INFINITE = float("inf")


@dataclass(frozen=True, slots=True)
class Contest:
    """What is said of a measure in the days from first to last, both included; in order of time."""

    measure: str
    basis: Basis
    first: date
    last: date
    figures: tuple[Figure, ...]

    @property
    def rivals(self) -> int:
        """How many of the numbers cannot be the same one: the most of which no two meet."""
        ends = sorted(
            (
                _INFINITE if figure.amount.high is None else figure.amount.high,
                -_INFINITE if figure.amount.low is None else figure.amount.low,
            )
            for figure in self.figures
        )
        count, reached = 0, -_INFINITE
        for high, low in ends:
            if low > reached:
                count, reached = count + 1, float(high)
        return count


def about(view: View | Known, measure: str, first: date, last: date) -> Contest | None:
    """What is said of a measure within some days; None where nothing is. Of several totals, the fullest."""
    ledger = known(view)
    found = [
        _within(series, first, last) for series in _series(ledger, measure) if series.basis is not Basis.FLOW
    ]
    found += [
        _contest(series, (reading,), first, last)
        for series in _series(ledger, measure)
        if series.basis is Basis.FLOW
        for reading in series.readings
        if (reading.start, reading.end) == (first, last)
    ]
    return max((each for each in found if each.figures), key=_weight, default=None)


def most_contested(view: View | Known) -> Contest | None:
    """The number with the most rival values; None where no figure is known.

    Among equals one that no official statistics settle, then the one most is said of, then the latest. Where
    nothing is contested it is what most is said of.
    """
    ledger = known(view)
    best: tuple[tuple[int, bool, int, date, str], Contest] | None = None
    for code in ledger.measures:
        is_open = not any(reading.official for reading in flow(ledger, code).readings[-1:])
        for each in _candidates(ledger, code):
            rivals, count, last, measure = _weight(each)
            weight = (rivals, is_open, count, last, measure)
            if each.figures and (best is None or weight > best[0]):
                best = (weight, each)
    return None if best is None else best[1]


def _weight(contest: Contest) -> tuple[int, int, date, str]:
    return contest.rivals, len(contest.figures), contest.last, contest.measure


def _series(ledger: Known, measure: str) -> Iterator[Series]:
    yield flow(ledger, measure)
    yield from running_totals(ledger, measure)


def _candidates(ledger: Known, measure: str) -> Iterator[Contest]:
    for series in _series(ledger, measure):
        spans: set[tuple[date, date]] = set()
        for place, reading in enumerate(series.readings):
            if len(reading.figures) > 1 or place == len(series.readings) - 1:
                yield _contest(series, (reading,), reading.start, reading.end)
            if series.basis is not Basis.FLOW:
                spans.update(_named(reading))
        for first, last in sorted(spans):
            yield _within(series, first, last)


def _named(reading: Reading) -> Iterator[tuple[date, date]]:
    """The spans of days that figures of a reading name."""
    for figure in reading.figures:
        for days in (figure.as_at, figure.period):
            first, last = days.earliest, days.latest
            if first is not None and last is not None and first < last <= first + LONGEST:
                yield first, last


def _within(series: Series, first: date, last: date) -> Contest:
    """A running total within some days: what is reported of them, and what held when they began."""
    readings = series.readings
    place = bisect_left(readings, first, key=_end)
    here = []
    for reading in readings[place:]:
        if reading.end > last:
            break
        here.append(reading)
    is_dated_first = bool(here) and here[0].end == first
    if place and not is_dated_first and readings[place - 1].end >= first - LONGEST:
        here.insert(0, readings[place - 1])
    return _contest(series, tuple(here), first, last)


def _contest(series: Series, readings: tuple[Reading, ...], first: date, last: date) -> Contest:
    figures = {figure.id: figure for reading in readings for figure in reading.figures}
    return Contest(series.measure, series.basis, first, last, tuple(figures.values()))


def _end(reading: Reading) -> date:
    return reading.end
