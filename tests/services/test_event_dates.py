"""An event moved to another day keeps what every source said, as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop_app.domain.cases import Case
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source, Stance
from desktop_app.domain.timeline import deniers
from desktop_app.services.event_dates import move_event
from desktop_app.services.workspace import Workspace
from desktop_app.words.formats import PlainFormats

NINTH = date(2025, 11, 9)
SOURCES = [Source(id=id, publisher=id) for id in ("article", "excerpted", "denier", "mentioning")]
EVENT = Event(
    id="arrival",
    case="case",
    kind=EventKind.ARRIVED_BOAT,
    date=PartialDate.parse("2025-11-10?"),
    date_words="November 10, 2025",
    note="As reported.",
    sharing=Sharing.CLEAR,
    citations=(
        Citation("article"),
        Citation("excerpted", excerpt="on Monday"),
        Citation("denier", stance=Stance.DENIES, note="Says Sunday."),
        Citation("mentioning", stance=Stance.MENTIONS),
    ),
)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    case = Case(id="case", code="C-002", sharing=Sharing.CLEAR)
    with Workspace.in_memory(first=[*SOURCES, case, EVENT]) as workspace:
        yield workspace


def arrival(workspace: Workspace) -> Event:
    """The event as it is kept now."""
    found = workspace.get(Event, "arrival")
    assert found is not None
    return found


def test_the_day_is_new_and_both_accounts_stay(workspace: Workspace) -> None:
    moved = move_event(workspace, arrival(workspace), NINTH, PlainFormats())
    kept = arrival(workspace)
    assert (kept.date.edtf, kept.date_words, kept.date_how) == ("2025-11-09", "", Obtained.INFERRED)
    assert deniers(kept) == ("article", "excerpted")
    assert [(one.stance, one.excerpt) for one in kept.citations] == [
        (Stance.DENIES, "November 10, 2025"),
        (Stance.DENIES, "on Monday"),
        (Stance.MENTIONS, ""),
        (Stance.MENTIONS, ""),
    ]
    assert kept.citations[2].note == "Says Sunday. Denied the date 10 Nov 2025, uncertain."
    assert kept.note.startswith("As reported. Dated 10 Nov 2025, uncertain before (2025-11-10?")
    assert "November 10, 2025" in kept.note
    assert moved == kept


def test_it_is_one_step_that_undo_takes_back(workspace: Workspace) -> None:
    before = arrival(workspace)
    move_event(workspace, before, NINTH, PlainFormats())
    workspace.undo()
    assert arrival(workspace) == before


def test_an_event_of_that_very_day_stays_as_it_is(workspace: Workspace) -> None:
    moved = move_event(workspace, arrival(workspace), NINTH, PlainFormats())
    assert move_event(workspace, moved, NINTH, PlainFormats()) is moved
