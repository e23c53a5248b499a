"""When a person first arrived, as far as the record says: what "days since first arrival" counts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import LEADS_TO, Crossing, Territory
from desktop_app.domain.timeline import Timeline

_LEGAL_ROUTE = frozenset({EventKind.TRAVELLED, EventKind.ADMITTED})


@dataclass(frozen=True, slots=True)
class FirstArrival:
    """The first arrival was some day from `earliest` to `latest`."""

    earliest: date
    latest: date
    event: Event | None
    """The arrival itself; None where either of two may have been the first."""
    doubted: bool
    """Whether its date is about or uncertain."""

    @property
    def is_exact(self) -> bool:
        """Whether the day is known, without a doubt."""
        return self.earliest == self.latest and not self.doubted


def first_arrival(timeline: Timeline) -> FirstArrival | None:
    """The first journey to the UK that a case records, by whatever route.

    None where it is not known: no arrival, or none with a date; a return recorded before it, so that an
    earlier arrival is missing; an arrival without a date beside it, which may have been the first; or a date
    with an open end.
    """
    arrivals = [crossing.event for crossing in timeline.crossings if crossing.to is Territory.UK]
    if not arrivals or timeline.crossings[0].to is not Territory.UK:
        return None
    if any(_may_be_another(event, timeline.crossings) for event in timeline.undated):
        return None
    starts = [event.date.earliest for event in arrivals]
    ends = [event.date.latest for event in arrivals if event.date.latest is not None]
    earliest = min((start for start in starts if start is not None), default=None)
    if None in starts or earliest is None or not ends:
        return None
    latest = min(ends)
    possible = [event for event, start in zip(arrivals, starts, strict=True) if start and start <= latest]
    return FirstArrival(
        earliest=earliest,
        latest=latest,
        event=possible[0] if len(possible) == 1 else None,
        doubted=any(event.date.about or event.date.uncertain for event in possible),
    )


def _may_be_another(event: Event, crossings: tuple[Crossing, ...]) -> bool:
    """Whether an event without a date is a journey to the UK of its own."""
    if LEADS_TO.get(event.kind) is not Territory.UK:
        return False
    # Travelled and admitted are two words for one journey by the legal route.
    by_route = event.kind in _LEGAL_ROUTE
    return not (by_route and any(crossing.event.kind in _LEGAL_ROUTE for crossing in crossings))
