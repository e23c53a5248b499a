"""Which events are journeys over the Channel, and where a person is before and after each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.dates import DateKind, DayRange, PartialDate, days_between, on_day
from desktop_app.domain.events import Event, EventKind


class Territory(StrEnum):
    """On whose side of the Channel a person is."""

    UK = "uk"
    FRANCE = "france"


ARRIVALS = frozenset({EventKind.ARRIVED_BOAT, EventKind.ARRIVED_OTHERWISE})
"""The types that begin a cycle."""

LEADS_TO = {
    EventKind.ARRIVED_BOAT: Territory.UK,
    EventKind.ARRIVED_OTHERWISE: Territory.UK,
    EventKind.TRAVELLED: Territory.UK,
    EventKind.ADMITTED: Territory.UK,
    EventKind.RETURNED: Territory.FRANCE,
}
"""Where a journey of each type ends; types that are no journey are absent."""

_HAPPENS_IN_FRANCE = frozenset(
    {
        EventKind.ACCOMMODATED,
        EventKind.LEFT_ACCOMMODATION,
        EventKind.ASYLUM_CLAIM_FRANCE,
        EventKind.INTEREST,
        EventKind.SELECTED,
        EventKind.ROUTE_BIOMETRICS,
        EventKind.VISA_ISSUED,
        EventKind.REFUSED,
    }
)

SHOWS_PRESENCE = frozenset(
    {
        EventKind.BIOMETRICS,
        EventKind.DETAINED,
        EventKind.RELEASED,
        EventKind.ASYLUM_CLAIMED,
        EventKind.VULNERABILITY,
        EventKind.ACCOMMODATED,
        EventKind.LEFT_ACCOMMODATION,
        EventKind.ASYLUM_CLAIM_FRANCE,
    }
)
"""The types at which the person was seen on the side where such things happen."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated event in its place."""

    event: Event
    before: Event | None
    """The event of the entry before it; None for the first."""
    cycle: int
    """1 up to the second arrival, 2 from it on, and so forth."""
    where: Territory | None
    """Where the person is once it has happened; None while no journey is recorded yet."""

    @property
    def gap(self) -> DayRange | None:
        """Days since the entry before it; None for the first. A span counts from its first day."""
        if self.before is None:
            return None
        return days_between(_started(self.before.date), _started(self.event.date))

    @property
    def lane(self) -> Territory:
        """Where to draw it: where the person is, or else where such things happen."""
        return self.where or usual_territory(self.event.kind)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A journey over the Channel."""

    event: Event
    origin: Territory | None
    """None where no earlier journey is recorded."""
    to: Territory
    cycle: int


def usual_territory(kind: EventKind) -> Territory:
    """Where events of this type happen."""
    return Territory.FRANCE if kind in _HAPPENS_IN_FRANCE else LEADS_TO.get(kind, Territory.UK)


def _started(date: PartialDate) -> PartialDate:
    """The day something began: of the whole of a span, its first day."""
    if date.kind is DateKind.SPAN and date.earliest is not None:
        return on_day(date.earliest)
    return date
