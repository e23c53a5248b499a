"""Numbers that sources give differently: all that is said of one measure at one time, never averaged.

A time is a day that a running total is reported for, a period that was counted, or a span of days that a
source itself named ("early November"). Of a running total in such a span also counts what held when it began.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import flow_period
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known, Reading, Series, known
from desktop_app.domain.series import flow, running_totals
from desktop_app.domain.views import View

LONGEST = timedelta(days=31)
"""A longer span is too vague a time to ask who said what at it; a total held longer is no news."""
_INFINITE = float("inf")
_Weight = tuple[int, bool, int, date, str]


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
    """What is said of a measure within some days; None where nothing is. Of several totals, the fullest.

    Of counts only those of exactly these days, also where finer ones are drawn in their place.
    """
    ledger = known(view)
    found = [
        _within(series, first, last) for series in _series(ledger, measure) if series.basis is not Basis.FLOW
    ]
    counted = tuple(figure for figure in ledger.figures(measure) if flow_period(figure) == (first, last))
    found.append(Contest(measure, Basis.FLOW, first, last, counted))
    return max((each for each in found if each.figures), key=_weight, default=None)


def most_contested(view: View | Known, measure: str = "") -> Contest | None:
    """The number with the most rival values, of a measure or of all; None where no figure is known.

    Among equals one that no official statistics settle, then the one most is said of, then the latest. Where
    nothing is contested it is what most is said of.
    """
    ledger = known(view)
    best: tuple[_Weight, Contest] | None = None
    for weight, each in _weighed(ledger, [measure] if measure else ledger.measures):
        if best is None or weight > best[0]:
            best = (weight, each)
    return None if best is None else best[1]


def contests(view: View | Known) -> tuple[Contest, ...]:
    """All numbers with rival values, in the order of `most_contested`; the same figures make one of them."""
    ledger = known(view)
    found = [(weight, each) for weight, each in _weighed(ledger, ledger.measures) if weight[0] > 1]
    found.sort(key=itemgetter(0), reverse=True)
    once = {frozenset(figure.id for figure in each.figures): each for _heavy, each in reversed(found)}
    return tuple(each for _heavy, each in found if once[frozenset(f.id for f in each.figures)] is each)


def _weighed(ledger: Known, measures: Iterable[str]) -> Iterator[tuple[_Weight, Contest]]:
    for code in measures:
        is_open = not any(reading.official for reading in flow(ledger, code).readings[-1:])
        for each in _candidates(ledger, code):
            if each.figures:
                rivals, count, last, measure = _weight(each)
                yield (rivals, is_open, count, last, measure), each


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
