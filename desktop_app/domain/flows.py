"""Counts within periods: one line of periods that do not overlap, its weeks, and its sum from a day on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter, is_

from desktop_app.domain.dates import DateKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known, Reading, Series, combined, known
from desktop_app.domain.views import View

_ONE_DAY_AMONG = frozenset({DateKind.WITHIN, DateKind.ONE_OF})
_WEEK = 7
_SUMS_KEPT = 4
"""A chart and its words ask for the same sum of thousands of days several times, and for few others."""

Days = tuple[date, date]
"""The first and last day of a period."""
PeriodRank = tuple[bool, int, date, date]


@dataclass(frozen=True, slots=True)
class Accumulated:
    """The sum of a flow from a first day up to and including a day."""

    day: date
    low: Number
    high: Number | None
    """None where a figure in it has no upper end."""
    missing: int
    """Days so far for which there is no record. They are not in the sum, and not zero."""
    figures: tuple[Figure, ...]
    """The figures that this row adds to the row before."""

    @property
    def interval(self) -> Interval:
        """The possible sums."""
        return Interval(self.low, self.high)

    @property
    def counted(self) -> Interval:
        """The same as a total of all days: what is recorded is the least where days are missing."""
        return Interval(self.low, None) if self.missing else self.interval


def period_of(figure: Figure) -> Days | None:
    """The first and last day that a flow counts, up to its cut-off; None where they are not both known.

    "Some day from 1 to 10 November" is not a period that was counted, so it has none.
    """
    period = figure.period
    first, last = period.earliest, period.latest
    if first is None or last is None or period.kind in _ONE_DAY_AMONG:
        return None
    cut_off = figure.data_to.latest
    return (first, cut_off) if cut_off is not None and first <= cut_off < last else (first, last)


def flow_period(figure: Figure) -> Days | None:
    """The period that a figure puts on the line of counts; None where it is on none."""
    return period_of(figure) if figure.basis is Basis.FLOW else None


def flow(view: View | Known, measure: str) -> Series:
    """The periods counted, without overlap: official statistics first, the finest periods first.

    Other figures fill in only where no official period overlaps them, again the finest first. Figures
    about the very same period make one reading. Where periods of equal rank and length overlap, the
    earlier one stands.
    """
    ledger = known(view)
    kept = ledger.kept_flow(measure)
    if kept is not None:
        return kept
    periods: dict[Days, list[Figure]] = {}
    for figure in ledger.figures(measure):
        if (period := flow_period(figure)) is not None:
            periods.setdefault(period, []).append(figure)
    ranks = {period: rank_of(ledger, period, figures) for period, figures in periods.items()}
    readings = (combined(ledger, periods[days], *days) for days in chosen_periods(ranks.values()))
    return Series(measure, Basis.FLOW, None, tuple(readings))


def rank_of(ledger: Known, period: Days, figures: Iterable[Figure]) -> PeriodRank:
    """What decides which of two periods that overlap is drawn, the least first: official, finer, earlier."""
    start, end = period
    return (not any(map(ledger.is_official, figures)), (end - start).days, start, end)


def chosen_periods(ranks: Iterable[PeriodRank]) -> list[Days]:
    """The periods drawn, in order of time: each that no better one overlaps which is drawn itself."""
    ranked = sorted(ranks)
    if not ranked:
        return []
    origin = min(start for _, _, start, _ in ranked).toordinal()
    taken = bytearray(max(end for _, _, _, end in ranked).toordinal() - origin + 1)
    chosen = []
    for _, length, start, end in ranked:
        first = start.toordinal() - origin
        if taken.find(1, first, first + length + 1) < 0:
            taken[first : first + length + 1] = b"\x01" * (length + 1)
            chosen.append((start, end))
    chosen.sort()
    return chosen


Weeks = dict[date, tuple[list[Reading], tuple[Reading, ...]]]
"""What weeks were made up of, by their Mondays, and what was made of them."""


def weekly(series: Series, before: Weeks | None = None) -> Series:
    """The complete weeks, Monday to Sunday: a weekly figure as it is, else the sum of its days.

    A week of which a day has no record is left out, and so are months and years. A week made up of the very
    readings it had `before` is the same object again; `before` is brought up to date.
    """
    weeks = _weeks_as_before(series.readings, before) if before else {}
    parts: dict[date, list[Reading]] = {}
    for reading in series.readings[sum(len(days) for days, _ in weeks.values()) :]:
        start = reading.start
        monday = start - timedelta(days=start.weekday())
        parts.setdefault(monday, []).append(reading)
    for monday, days in parts.items():
        made = before.get(monday) if before is not None else None
        same = made is not None and len(made[0]) == len(days) and all(map(is_, made[0], days))
        weeks[monday] = made if made is not None and same else (days, tuple(_week(monday, days)))
    if before is not None:
        before.clear()
        before.update(weeks)
    readings = tuple(reading for _, made in weeks.values() for reading in made)
    return Series(series.measure, series.basis, None, readings)


def _weeks_as_before(readings: Sequence[Reading], before: Weeks) -> Weeks:
    """The weeks from the first one on that are made up of the very readings they had before."""
    found: Weeks = {}
    place = 0
    for monday, week in before.items():
        after = place + len(week[0])
        if not all(map(is_, readings[place:after], week[0])) or after > len(readings):
            break
        if after < len(readings) and (readings[after].start - monday).days < _WEEK:
            # One more reading has come into this week.
            break
        found[monday] = week
        place = after
    return found


def _week(monday: date, parts: list[Reading]) -> Iterator[Reading]:
    """The week as one reading, if its parts make it up."""
    if not parts or (parts[-1].end - monday).days != _WEEK - 1:
        return
    if len(parts) == 1 and parts[0].start == monday:
        yield parts[0]
        return
    if sum((part.end - part.start).days + 1 for part in parts) != _WEEK:
        return
    yield summed(monday, parts)


def summed(start: date, parts: Sequence[Reading]) -> Reading:
    """Readings that follow each other from a day on, as one: the sum of what they count."""
    figures = tuple(figure for part in parts for figure in part.figures)
    total = _total(parts)
    return Reading(
        start,
        parts[-1].end,
        total.low,
        total.high,
        parts[-1].drawn,
        figures,
        rival=any(part.rival for part in parts),
        official=all(part.official for part in parts),
        summed=True,
    )


def _total(parts: Iterable[Reading]) -> Interval:
    low: Number = 0
    high: Number | None = 0
    for part in parts:
        least, most = _counts(part)
        low += least
        high = None if high is None or most is None else high + most
    return Interval(low, high)


def _counts(reading: Reading) -> tuple[Number, Number | None]:
    """What a reading adds to a sum: a count is never below zero."""
    low, high = reading.low, reading.high
    if reading.counted is not None:
        low, high = reading.counted.low, reading.counted.high
    return (0 if low is None else low), high


def accumulate(series: Series, start: date, end: date | None = None) -> tuple[Accumulated, ...]:
    """The running sum of a flow from `start` to `end` (both included; without `end`, to its last period).

    One row for each period, so one for each day where the figures are daily; a day without a record has no
    row. A period of which only a part lies between start and end adds from nothing up to its high end, for
    nobody knows which part: so re-basing is exact only where the figures are daily. A period that goes on
    after `end` has its row at `end`.
    """
    if series.basis is not Basis.FLOW:
        raise ValueError("only counts within periods can be added up")
    last = date.max if end is None else end
    if last < start:
        return ()
    asked = ("accumulated", start, last)
    made: tuple[Accumulated, ...] | None = series.beside.get(asked)
    if made is None:
        if len(series.beside) >= _SUMS_KEPT:
            series.beside.clear()
        made = series.beside[asked] = _accumulated(series, start, last)
    return made


def _accumulated(series: Series, start: date, last: date) -> tuple[Accumulated, ...]:
    rows = []
    low: Number = 0
    high: Number | None = 0
    recorded, before = 0, start.toordinal() - 1
    for reading in series.readings[bisect_left(series.readings, start, key=attrgetter("end")) :]:
        if reading.start > last:
            break
        first, day = max(reading.start, start), min(reading.end, last)
        least, most = _counts(reading)
        if reading.start >= start and reading.end <= last:
            low += least
        high = None if high is None or most is None else high + most
        number = day.toordinal()
        recorded += number - first.toordinal() + 1
        rows.append(Accumulated(day, low, high, number - before - recorded, reading.figures))
    return tuple(rows)
