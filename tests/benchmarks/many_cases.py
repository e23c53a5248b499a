"""A workspace with as many cases as a large organisation might keep, made from chance with a fixed seed.

Nobody in it is or could be a person: a case is a code and eight dated events. As a script it makes a file:
`python -m tests.benchmarks.many_cases FILE [NUMBER]`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate, by, on_day, within
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.records import Record
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source, SourceKind
from desktop_app.services.workspace import Workspace, first_records

FIRST = date(2025, 8, 6)
CASES, EVENTS = 10_000, 8
NATIONALITIES = ("Afghanistan", "Eritrea", "Iran", "Sudan", "Syria", "Vietnam", "")
RETURN_ROUTE = (
    EventKind.ARRIVED_BOAT,
    EventKind.DETAINED,
    EventKind.REQUESTED,
    EventKind.ACCEPTED,
    EventKind.RETURNED,
    EventKind.ACCOMMODATED,
    EventKind.ARRIVED_BOAT,
    EventKind.RETURNED,
)
LEGAL_ROUTE = (
    EventKind.INTEREST,
    EventKind.SELECTED,
    EventKind.ROUTE_BIOMETRICS,
    EventKind.VISA_ISSUED,
    EventKind.TRAVELLED,
    EventKind.ADMITTED,
    EventKind.OBSERVATION,
    EventKind.OBSERVATION,
)
SOURCES = 200


def workspace(count: int = CASES) -> Workspace:
    """An open workspace in memory of so many cases."""
    return Workspace.in_memory(first=[*first_records(), *records(count)])


def records(count: int = CASES) -> list[Record]:
    """Cases with eight events each, one in seven of them vague, one in fifty without a date."""
    chance = random.Random(20251110)
    sources: list[Record] = [
        Source(
            id=f"log-{number:03}",
            publisher="Log",
            title=f"Log sheet {number}",
            kind=SourceKind.NGO_REPORT,
            published=on_day(FIRST + timedelta(days=2 * number)),
            sharing=Sharing.CLEAR,
        )
        for number in range(SOURCES)
    ]
    made: list[Record] = []
    for number in range(count):
        case = Case(
            id=f"case-{number:06}",
            code=f"C-{number + 1:05}",
            description=f"from log sheet {number % SOURCES}",
            nationality=chance.choice(NATIONALITIES),
            sharing=Sharing.CLEAR,
            recorded="2026-11-20T10:00:00Z",
        )
        made.append(case)
        made += events(case, number, chance)
    return [*sources, *made]


def events(case: Case, number: int, chance: random.Random) -> Iterator[Event]:
    """What happened to a case, in order."""
    kinds = LEGAL_ROUTE if number % 5 == 0 else RETURN_ROUTE
    day = FIRST + timedelta(days=chance.randrange(300))
    for place, kind in enumerate(kinds):
        yield Event(
            id=f"event-{number:06}-{place}",
            case=case.id,
            kind=kind,
            date=when(day, chance),
            verification=chance.choice((Verification.CONFIRMED, Verification.LIKELY, Verification.POSSIBLE)),
            citations=(Citation(f"log-{chance.randrange(SOURCES):03}"),),
            sharing=Sharing.CLEAR,
            recorded="2026-11-20T10:00:00Z",
        )
        day += timedelta(days=chance.randrange(40))


def when(day: date, chance: random.Random) -> PartialDate:
    """That day, known exactly or less so."""
    kind = chance.randrange(50)
    if kind == 0:
        return PartialDate()
    if kind == 1:
        return by(day)
    if kind < 8:
        return within(day, day + timedelta(days=chance.randrange(2, 20)))
    return PartialDate.parse(f"{day}?") if kind == 8 else on_day(day)


def main(file: str, count: str = str(CASES)) -> None:
    """Make a file of so many cases; an existing one is refused."""
    with Workspace.create(Path(file), first=[*first_records(), *records(int(count))]) as made:
        sys.stdout.write(f"{made.path}: {sum(1 for _ in made.every(Case))} cases\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
