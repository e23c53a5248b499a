"""A field note: what somebody saw at a place, written down while it can still be remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.amounts import UNQUANTIFIED, Amount
from desktop_app.domain.dates import UNDATED, Obtained, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing


class PlacePrecision(StrEnum):
    """How exactly the place of a note is known."""

    SPOT = "this spot"
    STRETCH = "this beach or street"
    TOWN = "this town"
    AREA = "this area"
    UNKNOWN = "not known"


class Force(StrEnum):
    """What was used against people, as observers name it; the words of the note say more."""

    RUBBER_BALLS = "rubber-ball launcher"
    TEAR_GAS = "tear gas"
    BATON = "baton"
    SHIELD = "hands or shield"
    DOG = "dog"
    BOAT_CUT = "boat cut or punctured"
    WAKE = "wake of a vessel"
    OTHER = "other"


class HowKnown(StrEnum):
    """How whoever writes a note knows what it says."""

    SAW = "saw it"
    HEARD = "heard it"
    TOLD_BY_PERSON = "told by a person concerned"
    TOLD_BY_WITNESS = "told by a witness"
    TOLD_BY_COLLEAGUE = "told by a colleague"
    RECORDING = "photo or recording"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class FieldNote:
    """What was seen, when, where and by whom. Numbers stand beside the words in which they were noted.

    It may become a figure or an event of a case, which then cites it, or stay a note.
    """

    id: str = field(default_factory=new_id)
    date: PartialDate = UNDATED
    date_words: str = ""
    date_how: Obtained = Obtained.STATED
    time: str = ""
    """By the clock at the place, as "05:40"; empty where it is not known."""
    place: str = ""
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    coordinates: str = ""
    """Latitude and longitude in decimal degrees (WGS 84), "50.9871, 1.7342"; empty where none are known."""
    seen: str = ""
    people: Amount = UNQUANTIFIED
    people_words: str = ""
    children: Amount = UNQUANTIFIED
    """How many of the people were children."""
    children_words: str = ""
    boats: Amount = UNQUANTIFIED
    boats_words: str = ""
    force: tuple[Force, ...] = ()
    injuries: str = ""
    weather: str = ""
    observer: str = ""
    """Initials of whoever saw it; never shown to an audience."""
    how_known: HowKnown = HowKnown.UNKNOWN
    note: str = ""
    sharing: Sharing = Sharing.AMBER
    recorded: str = ""
