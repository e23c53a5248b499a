"""Something that happened: to a case, to the scheme, or seen in the field."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.dates import UNDATED, Obtained, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation


class Route(StrEnum):
    """Which vocabulary an event type belongs to."""

    RETURN = "return"
    ADMISSION = "admission"
    SCHEME = "scheme"
    FIELD = "field"


class EventKind(StrEnum):
    """The types of event (`product.md`, "Event types"). A second crossing is the same type again."""

    ARRIVED_BOAT = "arrived by small boat"
    ARRIVED_OTHERWISE = "arrived otherwise"
    BIOMETRICS = "identified by biometrics"
    DETAINED = "detained"
    RELEASED = "released"
    ASYLUM_CLAIMED = "asylum claimed"
    INADMISSIBLE = "declared inadmissible"
    TRAFFICKING_INDICATORS = "trafficking indicators"
    NRM_REFERRED = "NRM referred"
    NRM_DECISION = "NRM decision"
    VULNERABILITY = "vulnerability found"
    REQUESTED = "readmission requested"
    ACCEPTED = "readmission accepted"
    REFUSED_READMISSION = "readmission refused"
    NO_REPLY = "no reply"
    REMOVAL_DIRECTIONS = "removal directions"
    LEGAL_CHALLENGE = "legal challenge"
    INJUNCTION = "injunction"
    REMOVAL_CANCELLED = "removal cancelled"
    RETURNED = "returned to France"
    ACCOMMODATED = "accommodated in France"
    LEFT_ACCOMMODATION = "left accommodation"
    ASYLUM_CLAIM_FRANCE = "asylum claim in France"
    TESTIMONY = "testimony"
    INTEREST = "interest expressed"
    SELECTED = "selected"
    ROUTE_BIOMETRICS = "biometrics taken"
    VISA_ISSUED = "visa issued"
    TRAVELLED = "travelled"
    ADMITTED = "admitted to the UK"
    REFUSED = "refused"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    RATIFIED = "ratified"
    IN_FORCE = "in force"
    FIRST_DETENTIONS = "first detentions"
    FIRST_RETURN = "first return"
    EXTENDED = "extended"
    AMENDED = "amended"
    ENDED = "ended"
    MILESTONE = "milestone reached"
    OBSERVATION = "observation"

    @property
    def route(self) -> Route:
        """The vocabulary this type belongs to."""
        return _ROUTES[self]


def _routes() -> dict[EventKind, Route]:
    """The members stand in the order of their vocabularies; these begin a new one."""
    begins = {
        EventKind.INTEREST: Route.ADMISSION,
        EventKind.ANNOUNCED: Route.SCHEME,
        EventKind.OBSERVATION: Route.FIELD,
    }
    routes: dict[EventKind, Route] = {}
    current = Route.RETURN
    for kind in EventKind:
        current = begins.get(kind, current)
        routes[kind] = current
    return routes


_ROUTES = _routes()


class Verification(StrEnum):
    """How far an event is verified (HURIDOCS events standard formats, in five steps)."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day that may be known only vaguely."""

    id: str = field(default_factory=new_id)
    case: str = ""
    """Id of the case it happened to; empty for the scheme's own events and field notes."""
    kind: EventKind = EventKind.OBSERVATION
    date: PartialDate = UNDATED
    date_words: str = ""
    date_how: Obtained = Obtained.STATED
    summary: str = ""
    """What happened, in our own words, where the type alone does not say it."""
    place: str = ""
    authority: str = ""
    verification: Verification = Verification.UNKNOWN
    citations: tuple[Citation, ...] = ()
    note: str = ""
    sharing: Sharing = Sharing.AMBER
    recorded: str = ""
