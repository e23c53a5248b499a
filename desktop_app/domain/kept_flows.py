"""Keeps the line of counts of one measure while figures come and go, so that a change costs only its days."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush

from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import Days, PeriodRank, chosen_periods, flow_period, rank_of
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known, Reading, Series, combined

_LONG_DAYS = 800
"""Periods longer than this are looked through one by one: they are few, and lie in many months."""
_MONTHS = 12


class KeptFlow:
    """Always equal to what `flow` would work out from the figures of the measure."""

    def __init__(self, ledger: Known, measure: str) -> None:
        self._ledger, self._measure = ledger, measure
        self._figures: dict[Days, dict[str, Figure]] = {}
        self._ranks: dict[Days, PeriodRank] = {}
        self._overlaps = _Overlaps()
        self._readings: dict[Days, Reading] = {}
        self._chosen: list[Days] = []
        self._series: Series | None = None
        for figure in ledger.figures(measure):
            period = flow_period(figure)
            if period is not None:
                self._figures.setdefault(period, {})[figure.id] = figure
        for period, figures in self._figures.items():
            self._ranks[period] = rank_of(ledger, period, figures.values())
            self._overlaps.add(period)
        self._chosen = chosen_periods(self._ranks.values())

    @property
    def series(self) -> Series:
        """The line as it is now; the same object until something changes it."""
        if self._series is None:
            readings = tuple(map(self._reading, self._chosen))
            self._series = Series(self._measure, Basis.FLOW, None, readings)
        return self._series

    def change(self, gone: Iterable[Figure], come: Iterable[Figure]) -> None:
        """Take figures of the measure out, then others in; one that only changed is in both."""
        touched: dict[Days, None] = {}
        for figure in gone:
            period = flow_period(figure)
            if period is not None:
                self._figures[period].pop(figure.id, None)
                touched[period] = None
        for figure in come:
            period = flow_period(figure)
            if period is not None:
                self._figures.setdefault(period, {})[figure.id] = figure
                touched[period] = None
        if touched:
            self._series = None
            self._choose_again(touched)

    def _choose_again(self, touched: Iterable[Days]) -> None:
        """Settle the touched periods and those that they displace or make room for, the best first."""
        waiting: list[PeriodRank] = []
        for period in touched:
            self._readings.pop(period, None)
            before, now = self._ranks.get(period), self._rank(period)
            if before == now:
                continue
            if before is not None and self._drop(period):
                self._wake_overlapped(period, waiting)
            if now is not None:
                self._ranks[period] = now
                self._overlaps.add(period)
                heappush(waiting, now)
            else:
                del self._ranks[period], self._figures[period]
                self._overlaps.remove(period)
        while waiting:
            rank = heappop(waiting)
            period = rank[2:]
            if self._ranks.get(period) == rank:
                self._settle(period, rank, waiting)

    def _settle(self, period: Days, rank: PeriodRank, waiting: list[PeriodRank]) -> None:
        """Draw the period if no better one in its way is drawn; whatever is better is settled already."""
        in_the_way = self._drawn_within(period)
        if in_the_way == [period]:
            return
        if any(self._ranks[other] < rank for other in in_the_way):
            return
        for other in in_the_way:
            self._drop(other)
            self._wake_overlapped(other, waiting)
        insort(self._chosen, period)

    def _rank(self, period: Days) -> PeriodRank | None:
        figures = self._figures.get(period)
        return rank_of(self._ledger, period, figures.values()) if figures else None

    def _drop(self, period: Days) -> bool:
        place = bisect_left(self._chosen, period)
        if place == len(self._chosen) or self._chosen[place] != period:
            return False
        del self._chosen[place]
        return True

    def _drawn_within(self, period: Days) -> list[Days]:
        """The drawn periods that share a day with this one; they share none with each other."""
        start, end = period
        place = bisect_left(self._chosen, start, key=_first_day)
        if place and self._chosen[place - 1][1] >= start:
            place -= 1
        found = []
        while place < len(self._chosen) and self._chosen[place][0] <= end:
            found.append(self._chosen[place])
            place += 1
        return found

    def _wake_overlapped(self, period: Days, waiting: list[PeriodRank]) -> None:
        for other in self._overlaps.of(period):
            heappush(waiting, self._ranks[other])

    def _reading(self, period: Days) -> Reading:
        reading = self._readings.get(period)
        if reading is None:
            figures = list(self._figures[period].values())
            reading = self._readings[period] = combined(self._ledger, figures, *period)
        return reading


class _Overlaps:
    """Periods by the months they lie in, to find those that share a day with another."""

    def __init__(self) -> None:
        self._months: dict[int, set[Days]] = {}
        self._long: set[Days] = set()

    def add(self, period: Days) -> None:
        for group in self._groups(period):
            group.add(period)

    def remove(self, period: Days) -> None:
        for group in self._groups(period):
            group.discard(period)

    def of(self, period: Days) -> list[Days]:
        """The other periods that share a day with this one."""
        start, end = period
        if (end - start).days > _LONG_DAYS:
            near = set().union(self._long, *self._months.values())
        else:
            near = set().union(self._long, *self._groups(period))
        return [one for one in near if one[0] <= end and one[1] >= start and one != period]

    def _groups(self, period: Days) -> Iterator[set[Days]]:
        start, end = period
        if (end - start).days > _LONG_DAYS:
            yield self._long
            return
        for month in range(_month(start), _month(end) + 1):
            yield self._months.setdefault(month, set())


def _month(day: date) -> int:
    return day.year * _MONTHS + day.month


def _first_day(period: Days) -> date:
    return period[0]
