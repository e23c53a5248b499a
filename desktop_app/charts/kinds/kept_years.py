"""The years of "Year on year": each is worked out again only where one of its days has changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from operator import attrgetter, is_

from desktop_app.charts.layout.ticks import LEAP_YEAR
from desktop_app.charts.shapes import Mark
from desktop_app.charts.sheets import Line
from desktop_app.charts.texts import saying
from desktop_app.charts.time_plot import Track
from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import Accumulated, accumulate
from desktop_app.domain.intervals import Interval
from desktop_app.domain.readings import Known, Reading, Series
from desktop_app.words.formats import Formats


@dataclass(frozen=True, slots=True)
class Standing:
    """How many had arrived in a year by a day."""

    day: date
    interval: Interval
    figures: tuple[Figure, ...]
    mark: Mark

    @property
    def number(self) -> float:
        """Where the line stands."""
        low, high = self.interval.low, self.interval.high
        return float(low if low is not None else high or 0)


@dataclass(frozen=True)
class Year:
    """One year as it is drawn."""

    number: int
    standings: tuple[Standing, ...]
    is_stated: bool
    """Whether somebody stated its totals; else they are sums of days without a gap."""

    @cached_property
    def listed(self) -> dict[Formats, Lines]:
        """What it puts into the table, by whose words: the lines made so far, from its first standing on."""
        return {}

    @cached_property
    def drawn(self) -> dict[Hashable, Track]:
        """The lines that were drawn of it; like all beside it kept as long as no day of it changes."""
        return {}

    def by(self, day: date) -> Standing | None:
        """What stood by the same day of this year; that of 28 February where it has no 29th."""
        there = [place_of(one.day) for one in self.standings]
        place = bisect_right(there, place_of(day))
        return self.standings[place - 1] if place else None


def place_of(day: date) -> int:
    """Where a day lies among the days of any year: one place for each day, 29 February between."""
    return day.replace(year=LEAP_YEAR).toordinal()


class Lines:
    """What a year puts into the table: a line for each of its standings, and what counts as its sources."""

    def __init__(self, lines: Iterable[Line] = (), origins: Iterable[frozenset[str]] = ()) -> None:
        self.lines, self._origins = list(lines), list(origins)

    def add(self, line: Line, origins: frozenset[str]) -> None:
        """The line of the next standing."""
        self.lines.append(line)
        self._origins.append(origins)

    def up_to(self, count: int) -> Lines:
        """The first lines of these."""
        return Lines(self.lines[:count], self._origins[:count])

    @cached_property
    def origins(self) -> frozenset[str]:
        """All that is counted as a source; to be asked when every line is there."""
        return frozenset().union(*self._origins)


@dataclass(frozen=True, slots=True)
class _Made:
    """A year, or that it cannot be drawn, and what that was made of."""

    readings: Sequence[Reading]
    year: Year | None
    is_stated: bool = False


class KeptYears:
    """The years of an account's arrivals, as they were made last."""

    def __init__(self) -> None:
        self._made: dict[int, _Made] = {}

    @classmethod
    def beside(cls, ledger: Known) -> KeptYears:
        """Those of a ledger."""
        kept: KeptYears = ledger.beside.setdefault(cls, cls())
        return kept

    def of(self, ledger: Known, arrivals: Series, stated: Iterable[Series]) -> tuple[list[Year], list[int]]:
        """The years there are, and those of which days are missing."""
        totals = {one.since.year: one for one in stated if one.since is not None and _begins(one.since)}
        counted = _by_year(arrivals)
        found, missing, made = [], [], {}
        for number in sorted({*counted, *totals}):
            one = self._counted(ledger, number, arrivals, counted.get(number, ()))
            if one.year is None and number in totals:
                one = self._said(number, totals[number])
            elif one.year is None:
                missing.append(number)
            if one.year is not None and one.year.standings:
                found.append(one.year)
            made[number] = one
        self._made = made
        return found, missing

    def _counted(self, ledger: Known, number: int, arrivals: Series, readings: Sequence[Reading]) -> _Made:
        """A year as the sum of its days."""
        before = self._made.get(number)
        before = None if before is None or before.is_stated else before
        same = 0 if before is None else _alike_at_first(before.readings, readings)
        if before is not None and same == len(before.readings) == len(readings):
            return before
        days = Series(arrivals.measure, arrivals.basis, None, tuple(readings))
        rows = accumulate(days, date(number, 1, 1), date(number, 12, 31)) if readings else ()
        if not rows or rows[-1].missing:
            return _Made(readings, None)
        # Before the first day that changed, every sum is what it was.
        kept = () if before is None or before.year is None else before.year.standings[:same]
        made = (Standing(row.day, row.interval, row.figures, _mark(ledger, row)) for row in rows[len(kept) :])
        year = Year(number, (*kept, *made), is_stated=False)
        if before is not None and before.year is not None:
            year.listed.update((words, lines.up_to(same)) for words, lines in before.year.listed.items())
        return _Made(readings, year)

    def _said(self, number: int, total: Series) -> _Made:
        """A year as its totals were stated."""
        readings = [reading for reading in total.readings if reading.end.year == number]
        before = self._made.get(number)
        if before is not None and before.is_stated and _are_same(before.readings, readings):
            return before
        said = (Standing(one.end, one.interval, one.figures, saying.mark_of(one)) for one in readings)
        return _Made(readings, Year(number, tuple(said), is_stated=True), is_stated=True)


def _begins(day: date) -> bool:
    """Whether a year begins with it."""
    return (day.month, day.day) == (1, 1)


def _by_year(arrivals: Series) -> dict[int, Sequence[Reading]]:
    """The readings of each year in which one of them begins or ends, with those that reach into it."""
    readings = arrivals.readings
    found: dict[int, Sequence[Reading]] = {}
    for number in range(readings[0].start.year, readings[-1].end.year + 1) if readings else ():
        first = bisect_left(readings, date(number, 1, 1), key=attrgetter("end"))
        after = bisect_right(readings, date(number, 12, 31), key=attrgetter("start"))
        within = readings[first:after]
        if within and (within[0].end.year == number or within[-1].start.year == number):
            found[number] = within
    return found


def _alike_at_first(some: Sequence[Reading], others: Sequence[Reading]) -> int:
    """How many are the same in both, from the first on."""
    return sum(1 for _same in takewhile(bool, map(is_, some, others)))


def _are_same(some: Sequence[Reading], others: Sequence[Reading]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def _mark(ledger: Known, row: Accumulated) -> Mark:
    if not row.interval.is_exact:
        return Mark.RANGE if row.high is not None else Mark.MORE_THAN
    return Mark.EXACT if all(map(ledger.is_official, row.figures)) else Mark.REPORTED
