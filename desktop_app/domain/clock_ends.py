"""Which events may end a clock, and which certainly do, whatever days are meant by vague dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.dates import DateKind, DayRange, PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import ARRIVALS

_ALIKE = (
    frozenset({EventKind.ACCEPTED, EventKind.REFUSED_READMISSION}),
    frozenset({EventKind.TRAVELLED, EventKind.ADMITTED}),
)
"""Types that end a clock alike: a refusal is a reply too, and one journey goes by two names."""


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that one day may be (None: no bound on that side)."""

    first: date | None
    last: date | None

    @classmethod
    def of(cls, when: PartialDate) -> Days:
        """The days on which something of this date began: a span begins with its first day."""
        begin = when
        if when.kind is DateKind.SPAN and "/" in when.edtf:
            begin = PartialDate.parse(when.edtf.partition("/")[0])
        return cls(begin.earliest, begin.latest)


def surely_before(one: date | None, other: date | None) -> bool:
    """Whether one day comes before another, both being known."""
    return one is not None and other is not None and one < other


def ending(kind: EventKind | None) -> frozenset[EventKind]:
    """The types of event that end a clock whose rule names this one."""
    if kind is None:
        return frozenset()
    return next((alike for alike in _ALIKE if kind in alike), frozenset({kind}))


@dataclass(frozen=True, slots=True)
class Ends:
    """What is recorded of the end of one clock, among the events of its case."""

    start: Event
    certain: tuple[Event, ...]
    """Those that come on or after the start and before the next arrival, whatever days are meant."""
    possible: tuple[Event, ...]
    """Those that may; the certain ones among them."""
    no_reply: tuple[Event, ...]
    """Where a reply is waited for: records, certainly of this cycle, that none came."""

    @classmethod
    def among(cls, events: Iterable[Event], start: Event, ends_with: EventKind | None) -> Ends:
        """The ends of the clock that begins with `start`."""
        every = [event for event in events if event.id != start.id]
        arrivals = [event for event in every if event.kind in ARRIVALS]
        kinds = ending(ends_with)
        fitting = [event for event in every if event.kind in kinds]
        waits = EventKind.ACCEPTED in kinds
        silent = [event for event in every if waits and event.kind is EventKind.NO_REPLY]
        return cls(
            start,
            tuple(event for event in fitting if _certainly_follows(start, event, arrivals)),
            tuple(event for event in fitting if _may_follow(start, event, arrivals)),
            tuple(event for event in silent if _certainly_follows(start, event, arrivals)),
        )

    @property
    def named(self) -> Event | None:
        """The first certain end, else the first that may be one."""
        return min(self.certain or self.possible, key=_last_then_first, default=None)

    @property
    def firsts(self) -> tuple[date | None, ...]:
        """The first day that each possible end may be."""
        return tuple(Days.of(event.date).first for event in self.possible)

    @property
    def last(self) -> date | None:
        """The day by which it has ended, if it has; None where that is open."""
        lasts = [Days.of(event.date).last for event in self.certain or self.possible]
        known = [day for day in lasts if day is not None]
        if self.certain:
            return min(known, default=None)
        return max(known) if known and len(known) == len(lasts) else None

    @property
    def elapsed(self) -> DayRange:
        """Days from the start to its end, for every day that may be meant; not known without an end."""
        if not self.possible:
            return DayRange(None, None)
        begun, last = Days.of(self.start.date), self.last
        after = [_days(begun.last, first) for first in self.firsts]
        low = min(max(0, days) if days is not None else 0 for days in after)
        high = _days(begun.first, last)
        return DayRange(low, high if high is None else max(low, high))

    def all_after(self, day: date | None) -> bool:
        """Whether every event that may be the end comes after this day for certain."""
        return all(surely_before(day, first) for first in self.firsts)


def _days(first: date | None, then: date | None) -> int | None:
    return None if first is None or then is None else (then - first).days


def _last_then_first(event: Event) -> tuple[date, date, str]:
    days = Days.of(event.date)
    return (days.last or date.max, days.first or date.min, event.id)


def _may_follow(start: Event, event: Event, arrivals: Sequence[Event]) -> bool:
    begun, day = Days.of(start.date), Days.of(event.date)
    if surely_before(day.last, begun.first):
        return False
    return not any(_surely_between(begun, Days.of(each.date), day) for each in arrivals if each is not event)


def _certainly_follows(start: Event, event: Event, arrivals: Sequence[Event]) -> bool:
    begun, day = Days.of(start.date), Days.of(event.date)
    if begun.last is None or day.first is None or day.first < begun.last:
        return False
    return not any(_maybe_between(begun, Days.of(each.date), day) for each in arrivals if each is not event)


def _surely_between(begun: Days, arrival: Days, day: Days) -> bool:
    """Whether another cycle has begun by then: an event on the day of an arrival belongs to that."""
    begins_after = surely_before(begun.last, arrival.first)
    return begins_after and arrival.last is not None and day.first is not None and arrival.last <= day.first


def _maybe_between(begun: Days, arrival: Days, day: Days) -> bool:
    ruled_out = arrival.last is not None and begun.first is not None and arrival.last <= begun.first
    return not ruled_out and not surely_before(day.last, arrival.first)
