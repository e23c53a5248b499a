"""What the events of one case add up to: their order, where the person was, for how long, what conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.dates import DayRange, PartialDate, certainly_before, days_between
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.journeys import (
    ARRIVALS,
    LEADS_TO,
    SHOWS_PRESENCE,
    Crossing,
    Entry,
    Territory,
    usual_territory,
)
from desktop_app.domain.sources import Stance
from desktop_app.domain.timeline_doubts import Doubt, doubts

_CONTESTED = frozenset({Verification.POSSIBLE, Verification.UNLIKELY})
_RANK = {kind: place for place, kind in enumerate(EventKind)}


@dataclass(frozen=True, slots=True)
class Stay:
    """The time on one side from a journey to the next; `end` is None where it is not known since."""

    territory: Territory
    begin: Event
    end: Event | None
    last: Event
    """The last event that shows the person there: `begin` itself where nothing else does."""

    @property
    def length(self) -> DayRange:
        """How many days it lasted, never below none; open where its end is not known."""
        if self.end is None:
            return DayRange(None, None)
        days = days_between(self.begin.date, self.end.date)
        return DayRange(None if days.low is None else max(0, days.low), days.high)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole of a case. `entries` then `undated` is the one order in which it is listed and drawn.

    Gaps, doubts and lengths are worked out when they are asked for: of ten thousand cases few are looked at.
    """

    entries: tuple[Entry, ...]
    undated: tuple[Event, ...]
    crossings: tuple[Crossing, ...]
    stays: tuple[Stay, ...]

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Everything that does not fit, the journeys first."""
        return tuple(doubts(self.crossings, self.entries))

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, the undated ones last."""
        return (*(entry.event for entry in self.entries), *self.undated)

    @property
    def cycles(self) -> int:
        """How many cycles the case has been through; at least one."""
        return max((crossing.cycle for crossing in self.crossings), default=1)

    def count(self, kinds: Iterable[EventKind]) -> int:
        """How many events are of these types, dated or not."""
        wanted = frozenset(kinds)
        return sum(event.kind in wanted for event in self.events)


def deniers(event: Event) -> tuple[str, ...]:
    """Ids of the sources that deny the event."""
    return tuple(citation.source for citation in event.citations if citation.stance is Stance.DENIES)


def is_contested(event: Event) -> bool:
    """Whether a source denies it, or it is judged no more than possible."""
    return bool(deniers(event)) or event.verification in _CONTESTED


def timeline(events: Iterable[Event]) -> Timeline:
    """The timeline of one case's events, in whatever order they are given."""
    dated: list[Event] = []
    undated: list[Event] = []
    for event in events:
        (dated if event.date.is_dated else undated).append(event)
    dated.sort(key=_order)
    undated.sort(key=_order)
    crossings = _crossings(dated)
    entries = tuple(_entries(dated, crossings))
    return Timeline(
        entries=entries,
        undated=tuple(undated),
        crossings=crossings,
        stays=tuple(_stays(crossings, entries)),
    )


def _order(event: Event) -> tuple[int, int, int, int, str, str]:
    """Earliest first, then the more exact; on one day arrival before detention before return."""
    undated, anchor, width, _text = event.date.sort_key
    return (undated, anchor, width, _RANK[event.kind], event.recorded, event.id)


def _middle(date: PartialDate) -> float:
    """The middle of the days a date allows, or its only bound."""
    bounds = [day.toordinal() for day in (date.earliest, date.latest) if day is not None]
    return sum(bounds) / len(bounds)


def _crossings(dated: Sequence[Event]) -> tuple[Crossing, ...]:
    """The journeys, chained by the middle of what their dates allow.

    By the earliest day alone a return "in August" would stand before the arrival of 6 August.
    """
    journeys = [event for event in dated if event.kind in LEADS_TO]
    journeys.sort(key=lambda event: _middle(event.date))
    chain: list[Crossing] = []
    where: Territory | None = None
    for event in journeys:
        to = LEADS_TO[event.kind]
        # Travelled and admitted are two words for one journey by the legal route.
        if to is where and event.kind not in ARRIVALS and event.kind is not EventKind.RETURNED:
            continue
        cycle = chain[-1].cycle if chain else 1
        if chain and event.kind in ARRIVALS:
            cycle += 1
        chain.append(Crossing(event, where, to, cycle))
        where = to
    return tuple(chain)


def _entries(dated: Sequence[Event], crossings: tuple[Crossing, ...]) -> Iterator[Entry]:
    by_id = {crossing.event.id: place for place, crossing in enumerate(crossings)}
    reached = -1
    before: Event | None = None
    for event in dated:
        reached = max(reached, by_id.get(event.id, -1))
        # A journey stands for itself; any other event falls under the last journey listed above it.
        place = by_id.get(event.id, reached)
        if place < 0:
            yield Entry(event, before, 1, None)
        else:
            yield Entry(event, before, crossings[place].cycle, crossings[place].to)
        before = event


def _stays(crossings: tuple[Crossing, ...], entries: tuple[Entry, ...]) -> Iterator[Stay]:
    shown = _last_shown(crossings, entries)
    for place, crossing in enumerate(crossings):
        following = crossings[place + 1] if place + 1 < len(crossings) else None
        # Two arrivals in a row: when the person left in between is not known.
        end = following.event if following is not None and following.to is not crossing.to else None
        yield Stay(crossing.to, crossing.event, end, shown[crossing.event.id])


def _last_shown(crossings: tuple[Crossing, ...], entries: tuple[Entry, ...]) -> dict[str, Event]:
    """By journey: the last event under it at which the person was certainly seen on that side."""
    shown = {crossing.event.id: crossing.event for crossing in crossings}
    places = {crossing.event.id: place for place, crossing in enumerate(crossings)}
    reached = -1
    for entry in entries:
        event = entry.event
        reached = max(reached, places.get(event.id, -1))
        if event.kind not in SHOWS_PRESENCE or reached < 0:
            continue
        journey = crossings[reached]
        seen_there = usual_territory(event.kind) is journey.to
        if seen_there and certainly_before(shown[journey.event.id].date, event.date):
            shown[journey.event.id] = event
    return shown
