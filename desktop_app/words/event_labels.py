"""What happened, in words: the types of event, their routes and how far they are verified."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.events import EventKind, Route, Verification
from desktop_app.words.translate import _

Words = Callable[[], str]


def event_kind(kind: EventKind) -> str:
    """A type of event: "Arrived by small boat"."""
    return EVENT_KINDS[kind]()


def route(route: Route) -> str:
    """The vocabulary that a type of event belongs to."""
    return ROUTES[route]()


def verification(verification: Verification) -> str:
    """How far an event is verified."""
    return VERIFICATIONS[verification]()


ROUTES: Mapping[Route, Words] = {
    Route.RETURN: lambda: _("Return route"),
    Route.ADMISSION: lambda: _("Admission route"),
    Route.SCHEME: lambda: _("Scheme"),
    Route.FIELD: lambda: _("Field note"),
}

VERIFICATIONS: Mapping[Verification, Words] = {
    Verification.CONFIRMED: lambda: _("Confirmed"),
    Verification.LIKELY: lambda: _("Likely"),
    Verification.POSSIBLE: lambda: _("Possible"),
    Verification.UNLIKELY: lambda: _("Unlikely"),
    Verification.UNKNOWN: lambda: _("Not verified"),
}

_RETURN_ROUTE: Mapping[EventKind, Words] = {
    EventKind.ARRIVED_BOAT: lambda: _("Arrived by small boat"),
    EventKind.ARRIVED_OTHERWISE: lambda: _("Arrived by another way"),
    EventKind.BIOMETRICS: lambda: _("Identified by biometrics"),
    EventKind.DETAINED: lambda: _("Detained"),
    EventKind.RELEASED: lambda: _("Released"),
    EventKind.ASYLUM_CLAIMED: lambda: _("Claimed asylum in the UK"),
    EventKind.INADMISSIBLE: lambda: _("Claim declared inadmissible"),
    EventKind.TRAFFICKING_INDICATORS: lambda: _("Indicators of trafficking"),
    EventKind.NRM_REFERRED: lambda: _("Referred to the National Referral Mechanism"),
    EventKind.NRM_DECISION: lambda: _("National Referral Mechanism decision"),
    EventKind.VULNERABILITY: lambda: _("Vulnerability found"),
    EventKind.REQUESTED: lambda: _("Readmission requested"),
    EventKind.ACCEPTED: lambda: _("Readmission accepted"),
    EventKind.REFUSED_READMISSION: lambda: _("Readmission refused"),
    EventKind.NO_REPLY: lambda: _("No reply to the request"),
    EventKind.REMOVAL_DIRECTIONS: lambda: _("Removal directions"),
    EventKind.LEGAL_CHALLENGE: lambda: _("Legal challenge"),
    EventKind.INJUNCTION: lambda: _("Injunction"),
    EventKind.REMOVAL_CANCELLED: lambda: _("Removal cancelled"),
    EventKind.RETURNED: lambda: _("Returned to France"),
    EventKind.ACCOMMODATED: lambda: _("Accommodated in France"),
    EventKind.LEFT_ACCOMMODATION: lambda: _("Left accommodation"),
    EventKind.ASYLUM_CLAIM_FRANCE: lambda: _("Claimed asylum in France"),
    EventKind.TESTIMONY: lambda: _("Testimony"),
}

_OTHER_ROUTES: Mapping[EventKind, Words] = {
    EventKind.INTEREST: lambda: _("Interest expressed"),
    EventKind.SELECTED: lambda: _("Selected"),
    EventKind.ROUTE_BIOMETRICS: lambda: _("Biometrics taken"),
    EventKind.VISA_ISSUED: lambda: _("Visa issued"),
    EventKind.TRAVELLED: lambda: _("Travelled to the UK"),
    EventKind.ADMITTED: lambda: _("Admitted by the legal route"),
    EventKind.REFUSED: lambda: _("Application refused"),
    EventKind.ANNOUNCED: lambda: _("Announced"),
    EventKind.SIGNED: lambda: _("Signed"),
    EventKind.RATIFIED: lambda: _("Ratified"),
    EventKind.IN_FORCE: lambda: _("In force"),
    EventKind.FIRST_DETENTIONS: lambda: _("First detentions"),
    EventKind.FIRST_RETURN: lambda: _("First return"),
    EventKind.EXTENDED: lambda: _("Extended"),
    EventKind.AMENDED: lambda: _("Amended"),
    EventKind.ENDED: lambda: _("Ended"),
    EventKind.MILESTONE: lambda: _("Milestone reached"),
    EventKind.OBSERVATION: lambda: _("Observation"),
}

EVENT_KINDS: Mapping[EventKind, Words] = {**_RETURN_ROUTE, **_OTHER_ROUTES}
