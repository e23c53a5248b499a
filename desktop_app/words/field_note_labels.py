"""The codes of field notes in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.field_notes import Force, HowKnown, PlacePrecision
from desktop_app.words.translate import _

Words = Callable[[], str]


def force(force: Force) -> str:
    """What was used against people: "Tear gas"."""
    return FORCES[force]()


def how_known(how: HowKnown) -> str:
    """How the observer knows: "Saw it"."""
    return HOW_KNOWN[how]()


def precision(precision: PlacePrecision) -> str:
    """How exactly a place is known: "This beach or street"."""
    return PLACE_PRECISIONS[precision]()


FORCES: Mapping[Force, Words] = {
    Force.RUBBER_BALLS: lambda: _("Rubber-ball launcher"),
    Force.TEAR_GAS: lambda: _("Tear gas"),
    Force.BATON: lambda: _("Baton"),
    Force.SHIELD: lambda: _("Hands or shield"),
    Force.DOG: lambda: _("Dog"),
    Force.BOAT_CUT: lambda: _("Boat cut or punctured"),
    Force.WAKE: lambda: _("Wake of a vessel"),
    Force.OTHER: lambda: _("Another kind of force"),
}

HOW_KNOWN: Mapping[HowKnown, Words] = {
    HowKnown.SAW: lambda: _("Saw it"),
    HowKnown.HEARD: lambda: _("Heard it"),
    HowKnown.TOLD_BY_PERSON: lambda: _("Told by a person concerned"),
    HowKnown.TOLD_BY_WITNESS: lambda: _("Told by a witness"),
    HowKnown.TOLD_BY_COLLEAGUE: lambda: _("Told by a colleague"),
    HowKnown.RECORDING: lambda: _("From a photo or recording"),
    HowKnown.UNKNOWN: lambda: _("Not known"),
}

PLACE_PRECISIONS: Mapping[PlacePrecision, Words] = {
    PlacePrecision.SPOT: lambda: _("This spot"),
    PlacePrecision.STRETCH: lambda: _("This beach or street"),
    PlacePrecision.TOWN: lambda: _("This town"),
    PlacePrecision.AREA: lambda: _("This area"),
    PlacePrecision.UNKNOWN: lambda: _("Not known"),
}
