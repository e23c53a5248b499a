"""Cases in a line each, for tests of the charts that are drawn of them."""

from __future__ import annotations

from datetime import date

from desktop_app.charts.asked import Asked
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.records import Record
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation
from desktop_app.domain.views import NOW, Seen, View
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import PAPER

DAY = date(2025, 12, 31)
Happened = tuple[EventKind, str]
KIND = EventKind
FOUNDING: tuple[Happened, ...] = (
    (KIND.ARRIVED_BOAT, "2025-08-06"),
    (KIND.RETURNED, "2025-09-19"),
    (KIND.ARRIVED_BOAT, "2025-10-18"),
    (KIND.DETAINED, "2025-10-18"),
    (KIND.REQUESTED, "2025-10-21"),
    (KIND.ACCEPTED, "2025-10-24"),
    (KIND.RETURNED, "[2025-11-01..2025-11-10]"),
)
REFUSED: tuple[Happened, ...] = (
    (KIND.ARRIVED_BOAT, "2025-08-10"),
    (KIND.DETAINED, "2025-08-10"),
    (KIND.REQUESTED, "2025-08-12"),
    (KIND.REFUSED_READMISSION, "2025-08-30"),
)
LEGAL: tuple[Happened, ...] = (
    (KIND.INTEREST, "2025-09-01"),
    (KIND.SELECTED, "2025-10-01"),
    (KIND.ADMITTED, "2025-11-01"),
)


def records(*cases: tuple[Happened, ...], sharing: Sharing = Sharing.CLEAR) -> list[Record]:
    """Each case with its events, told by a paper."""
    found: list[Record] = []
    for number, happened in enumerate(cases, start=1):
        case = Case(id=f"case {number}", code=f"C-{number:03}", sharing=sharing)
        found.append(case)
        found += [
            Event(
                id=f"{case.id} {place}",
                case=case.id,
                kind=kind,
                date=PartialDate.parse(when),
                citations=(Citation(PAPER.id),),
                sharing=sharing,
            )
            for place, (kind, when) in enumerate(happened)
        ]
    return found


def asked(view: View, seen: Seen = NOW) -> Asked:
    """A chart asked for on the last day of 2025."""
    return Asked(view, PlainFormats(), DAY, seen)
