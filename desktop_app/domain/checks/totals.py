"""The running totals of a measure in order of time, with what each repeats: kept current figure by figure."""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.checks.said import claimed_days
from desktop_app.domain.dates import DateKind
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Number

SAME_ORIGIN = timedelta(days=31)
"""As in `series.running_totals`: what starts counting later than this is another total."""

CARRIED_ON = 31
"""A total repeated within so many days is taken to have held in between."""

_RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}
_ON_ITS_DAY = (DateKind.DAY, DateKind.BY, DateKind.SPAN)

Order = tuple[date, date, int, date, str]


def weight(figure: Figure) -> tuple[int, date, str]:
    """Which of several claims comes first: by rank, then the earlier published."""
    return _RANKS[figure.rank], figure.published.latest or date.max, figure.id


@dataclass(frozen=True, slots=True)
class Total:
    """A running total with the earliest and the latest day that it is said to stand for."""

    first: date
    last: date
    figure: Figure

    @property
    def is_day(self) -> bool:
        """Whether its day is known."""
        return self.first == self.last

    @property
    def order(self) -> Order:
        """By day; on one day what is known to the day first, and of that what would be drawn."""
        return (self.last, self.last if self.is_day else date.max, *weight(self.figure))

    @property
    def value(self) -> Number | None:
        """The number that is held, where it is one to the day."""
        return self.figure.amount.value if self.is_day and self.figure.amount.is_exact else None


def total_of(figure: Figure) -> Total | None:
    """Where a total stands by its source's own date; by its cut-off where that date is vague."""
    if figure.rank is Rank.DEPRECATED or not figure.amount.has_number:
        return None
    days = claimed_days(figure.period if figure.period.kind in _ON_ITS_DAY else figure.as_at)
    return None if days is None else Total(days[0], days[1], figure)


class Totals:
    """Totals that count from the same day, in order."""

    def __init__(self) -> None:
        self._entries: list[tuple[Order, Total]] = []
        self._vague: dict[str, Total] = {}
        self._held: dict[Number, list[tuple[date, str]]] = defaultdict(list)
        self._spans: list[tuple[date, date, Number]] = []

    def add(self, total: Total) -> None:
        """Take a total in."""
        place = bisect_left(self._entries, total.order, key=_order)
        self._entries.insert(place, (total.order, total))
        if not total.is_day:
            self._vague[total.figure.id] = total
        if total.value is not None:
            self._hold(total.value, total, add=True)

    def remove(self, total: Total) -> None:
        """Let a total go that was taken in."""
        del self._entries[bisect_left(self._entries, total.order, key=_order)]
        self._vague.pop(total.figure.id, None)
        if total.value is not None:
            self._hold(total.value, total, add=False)

    def on(self, day: date) -> Iterator[Total]:
        """The totals whose latest day is this one, the one that would be drawn first."""
        return self.between(day, day)

    def between(self, first: date, last: date) -> Iterator[Total]:
        """The totals whose latest day is one of these."""
        place = bisect_left(self._entries, first, key=_day)
        while place < len(self._entries) and self._entries[place][1].last <= last:
            yield self._entries[place][1]
            place += 1

    def before(self, day: date) -> Total | None:
        """The drawn total of the last day before that is known to the day."""
        place = bisect_left(self._entries, day, key=_day)
        while place > 0:
            before = self._entries[place - 1][1]
            if before.is_day:
                return next(total for total in self.on(before.last) if total.is_day)
            place -= 1
        return None

    def after(self, day: date) -> Total | None:
        """The drawn total of the first day after that is known to the day."""
        if day == date.max:
            return None
        place = bisect_left(self._entries, day + timedelta(days=1), key=_day)
        while place < len(self._entries):
            if self._entries[place][1].is_day:
                return self._entries[place][1]
            place += 1
        return None

    def repeated_over(self, first: date, last: date) -> Iterator[tuple[date, date, Number]]:
        """The values that were given before (or on) and again after (or on) these days, and when."""
        earliest = date.fromordinal(max(1, last.toordinal() - CARRIED_ON))
        place = bisect_left(self._spans, (earliest,))
        while place < len(self._spans) and self._spans[place][0] <= first:
            if self._spans[place][1] >= last:
                yield self._spans[place]
            place += 1

    def near(self, total: Total) -> set[str]:
        """Ids of the figures about which something may be said otherwise when this total comes or goes."""
        found = {each.figure.id for each in self.on(total.last)}
        if not total.is_day:
            return found
        following = self.after(total.last)
        if following is not None:
            found.update(each.figure.id for each in self.on(following.last))
        until = following.last if following is not None else date.max
        found.update(id for id, each in self._vague.items() if total.last < each.first <= until)
        for first, last in self._neighbours(total):
            found.update(each.figure.id for each in self.between(first, last))
        return found

    def _neighbours(self, total: Total) -> Iterator[tuple[date, date]]:
        """The stretches over which its value was repeated, at both sides of it and around it."""
        if total.value is None:
            return
        days = [day for day, _ in self._held.get(total.value, ())]
        place = bisect_left(days, total.last)
        before = days[place - 1] if place > 0 else None
        after = next((day for day in days[place:] if day > total.last), None)
        if before is not None and (total.last - before).days <= CARRIED_ON:
            yield before, total.last
        if after is not None and (after - total.last).days <= CARRIED_ON:
            yield total.last, after
        if before is not None and after is not None and (after - before).days <= CARRIED_ON:
            yield before, after

    def _hold(self, value: Number, total: Total, *, add: bool) -> None:
        """Note where a value is held, and the stretches between the days on which it was given."""
        days = self._held[value]
        for span in _spans(days, value):
            del self._spans[bisect_left(self._spans, span)]
        if add:
            insort(days, (total.last, total.figure.id))
        else:
            days.remove((total.last, total.figure.id))
        for span in _spans(days, value):
            insort(self._spans, span)


def _spans(days: list[tuple[date, str]], value: Number) -> list[tuple[date, date, Number]]:
    found = sorted({day for day, _ in days})
    pairs = itertools.pairwise(found)
    return [(first, last, value) for first, last in pairs if (last - first).days <= CARRIED_ON]


def _order(entry: tuple[Order, Total]) -> Order:
    return entry[0]


def _day(entry: tuple[Order, Total]) -> date:
    return entry[1].last


class Book:
    """The totals of a measure and basis, apart by the day from which they count."""

    def __init__(self, totals: Iterable[Total], *, by_start: bool, apart: bool) -> None:
        self._by_start = by_start
        """Whether each start is a total of its own: "so far this year"."""
        self._apart = apart
        """Whether starts matter at all: of a stock they do not."""
        self._all: dict[str, Total] = {total.figure.id: total for total in totals}
        self._groups: dict[date | None, Totals] = defaultdict(Totals)
        self._lasts = sorted(total.last for total in self._all.values())
        self._since = self._newest()
        for total in self._all.values():
            self._groups[self._key(total)].add(total)

    def get(self, id: str) -> Total | None:
        """The total that a figure is, if it is one."""
        return self._all.get(id)

    def beside(self, total: Total) -> Totals:
        """The totals that count from the same day as this one."""
        return self._groups[self._key(total)]

    def put(self, id: str, total: Total | None) -> set[str] | None:
        """Take a figure's total as it is now. Ids of the figures it may concern; None where all may be."""
        before = self._all.pop(id, None)
        concerned = {id}
        if before is not None:
            concerned |= self.beside(before).near(before)
            self.beside(before).remove(before)
            self._lasts.pop(bisect_left(self._lasts, before.last))
        if total is not None:
            self._all[id] = total
            insort(self._lasts, total.last)
        if self._newest() != self._since:
            return None
        if total is not None:
            self.beside(total).add(total)
            concerned |= self.beside(total).near(total)
        return concerned

    def _newest(self) -> date | None:
        """The latest start that still is the first total's."""
        if not self._lasts or self._by_start or not self._apart:
            return None
        first = self._lasts[0]
        return first + SAME_ORIGIN if first < date.max - SAME_ORIGIN else date.max

    def _key(self, total: Total) -> date | None:
        since = total.figure.counted_since.earliest
        if since is None or not self._apart:
            return None
        return since if self._by_start or (self._since is not None and since > self._since) else None
