"""What does not fit in a case: events out of order, and journeys between which one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.dates import certainly_before, possibly_before
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import Crossing, Entry, Territory


class DoubtCode(StrEnum):
    """Why the order of two events, or the chain of journeys, cannot stand as it is recorded."""

    OUT_OF_ORDER = "out of order"
    """The later of the two certainly came first: one of the dates, or one of the types, is wrong."""
    ORDER_UNCERTAIN = "order uncertain"
    """The dates overlap: either may have come first."""
    NO_ARRIVAL = "no arrival"
    """A return with no arrival recorded before it."""
    NO_RETURN = "no return"
    """An arrival while already there: no return is recorded in between."""


# Within one cycle the second of each pair cannot come before the first.
_PRECEDES = (
    (EventKind.REQUESTED, EventKind.ACCEPTED),
    (EventKind.REQUESTED, EventKind.REFUSED_READMISSION),
    (EventKind.REQUESTED, EventKind.NO_REPLY),
    (EventKind.ACCEPTED, EventKind.RETURNED),
    (EventKind.NRM_REFERRED, EventKind.NRM_DECISION),
    (EventKind.ACCOMMODATED, EventKind.LEFT_ACCOMMODATION),
    (EventKind.INTEREST, EventKind.SELECTED),
    (EventKind.SELECTED, EventKind.VISA_ISSUED),
    (EventKind.VISA_ISSUED, EventKind.TRAVELLED),
    (EventKind.TRAVELLED, EventKind.ADMITTED),
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that does not fit: `first` should have come before `then`, or nothing recorded does."""

    code: DoubtCode
    first: Event | None
    then: Event

    @property
    def is_certain(self) -> bool:
        """Whether it cannot be so, whatever days are meant."""
        return self.code is DoubtCode.OUT_OF_ORDER


def doubts(crossings: tuple[Crossing, ...], entries: tuple[Entry, ...]) -> Iterator[Doubt]:
    """Everything that does not fit, the journeys first."""
    yield from _doubted_chain(crossings)
    by_cycle: dict[tuple[int, EventKind], list[Event]] = {}
    for entry in entries:
        by_cycle.setdefault((entry.cycle, entry.event.kind), []).append(entry.event)
    for cycle in sorted({entry.cycle for entry in entries}):
        for earlier, later in _PRECEDES:
            firsts, thens = by_cycle.get((cycle, earlier), []), by_cycle.get((cycle, later), [])
            # Which of several belong together is not recorded, and is not guessed.
            if len(firsts) == 1 and len(thens) == 1:
                yield from _doubted_pair(firsts[0], thens[0])


def _doubted_chain(crossings: tuple[Crossing, ...]) -> Iterator[Doubt]:
    """Journeys that do not alternate, and neighbours of which either may have come first."""
    arrivals = [crossing.event for crossing in crossings if crossing.to is Territory.UK]
    returns = 0
    for place, crossing in enumerate(crossings):
        event = crossing.event
        is_return = crossing.to is Territory.FRANCE
        returns += is_return
        if is_return and crossing.origin is not Territory.UK:
            # With an arrival for every return, this one stands before the arrival that it must follow.
            enough = place > 0 and len(arrivals) >= sum(c.to is Territory.FRANCE for c in crossings)
            if enough and certainly_before(event.date, arrivals[returns - 1].date):
                yield Doubt(DoubtCode.OUT_OF_ORDER, arrivals[returns - 1], event)
            else:
                yield Doubt(DoubtCode.NO_ARRIVAL, None, event)
        elif crossing.origin is crossing.to:
            yield Doubt(DoubtCode.NO_RETURN, None, event)
        elif place > 0 and possibly_before(event.date, crossings[place - 1].event.date):
            yield Doubt(DoubtCode.ORDER_UNCERTAIN, crossings[place - 1].event, event)


def _doubted_pair(first: Event, then: Event) -> Iterator[Doubt]:
    if certainly_before(then.date, first.date):
        yield Doubt(DoubtCode.OUT_OF_ORDER, first, then)
    elif possibly_before(then.date, first.date):
        yield Doubt(DoubtCode.ORDER_UNCERTAIN, first, then)
