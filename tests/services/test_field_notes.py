"""Field notes are kept, changed and removed whole, and become the source of figures and events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.field_note_draft import FieldNoteDraft
from desktop_app.domain.field_notes import FieldNote, Force, HowKnown
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source, SourceKind
from desktop_app.domain.views import KnownOn, SafeToShow
from desktop_app.services import attachments, field_notes
from desktop_app.services.workspace import Workspace
from desktop_app.words.formats import PlainFormats

NOW = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)
FORMATS = PlainFormats()
DRAFT = FieldNoteDraft(
    when="9 nov 2025 05:40",
    place="Gravelines",
    seen="A boat left.",
    people="about 40",
    force=(Force.TEAR_GAS,),
    observer="AB",
    sharing=Sharing.CLEAR,
)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture
def note(workspace: Workspace) -> FieldNote:
    return field_notes.record(workspace, DRAFT, NOW)


def test_a_note_is_one_step_and_undo_takes_it_back(workspace: Workspace, note: FieldNote) -> None:
    assert workspace.undo_label == "record note"
    assert list(workspace.every(FieldNote)) == [note]
    workspace.undo()
    assert not workspace.count(FieldNote)


def test_a_private_note_is_refused_by_a_file_without_a_passphrase(workspace: Workspace) -> None:
    with pytest.raises(Refusal) as refused:
        field_notes.record(workspace, replace(DRAFT, sharing=Sharing.AMBER), NOW)
    assert refused.value.code is RefusalCode.NEEDS_PASSPHRASE
    assert not workspace.count(FieldNote)


def test_changing_nothing_writes_nothing(workspace: Workspace, note: FieldNote) -> None:
    before = workspace.revision
    assert field_notes.revise(workspace, note, FieldNoteDraft.of(note), NOW) == note
    assert workspace.revision == before
    changed = field_notes.revise(workspace, note, replace(FieldNoteDraft.of(note), boats="1"), NOW)
    assert workspace.get(FieldNote, note.id) == changed
    assert str(changed.boats) == "1"


def test_a_note_that_is_another_by_now_is_not_overwritten(workspace: Workspace, note: FieldNote) -> None:
    field_notes.revise(workspace, note, replace(FieldNoteDraft.of(note), boats="1"), NOW)
    with pytest.raises(Refusal) as refused:
        field_notes.revise(workspace, note, replace(FieldNoteDraft.of(note), boats="2"), NOW)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE


def test_a_note_goes_with_its_files_and_comes_back_with_them(
    workspace: Workspace, note: FieldNote, tmp_path: Path
) -> None:
    photo = tmp_path / "beach.jpg"
    photo.write_bytes(b"picture")
    (kept,) = attachments.attach(workspace, note, [photo])
    assert (kept.record, kept.sharing, kept.made != "") == (note.id, Sharing.CLEAR, True)
    field_notes.remove(workspace, [note])
    assert not workspace.count(FieldNote)
    assert not workspace.count(Attachment)
    workspace.undo()
    assert attachments.contents_of(workspace, next(iter(workspace.every(Attachment)))) == b"picture"


def test_the_source_of_a_note_is_made_once_and_names_no_observer(
    workspace: Workspace, note: FieldNote
) -> None:
    source = field_notes.as_source(workspace, note, FORMATS)
    assert (source.id, source.kind) == (f"note-{note.id}", SourceKind.OWN_OBSERVATION)
    assert source.title == "Field note, 9 Nov 2025, Gravelines"
    assert (str(source.published), source.sharing) == ("2026-11-23", Sharing.CLEAR)
    assert "AB" not in f"{source}"
    assert workspace.undo_label == "note as source"
    revision = workspace.revision
    assert field_notes.as_source(workspace, note, FORMATS) == source
    assert workspace.revision == revision


def test_what_somebody_told_is_testimony(note: FieldNote) -> None:
    told = replace(note, how_known=HowKnown.TOLD_BY_WITNESS)
    assert field_notes.source_for(told, FORMATS).kind is SourceKind.TESTIMONY


def test_an_id_as_long_as_can_be_still_gives_a_source_that_can_be_kept(workspace: Workspace) -> None:
    notes = [replace(DRAFT.note(NOW), id="x" * 63 + end) for end in "ab"]
    made = {field_notes.as_source(workspace, note, FORMATS).id for note in notes}
    assert len(made) == 2
    assert all(len(id) <= 64 for id in made)


def test_what_cites_a_note_is_what_it_became(workspace: Workspace, note: FieldNote) -> None:
    assert field_notes.became(workspace, note) == []
    source = field_notes.as_source(workspace, note, FORMATS)
    with workspace.change("record figure") as work:
        figure = work.put(Figure(measure="ARR", citations=(Citation(source.id),)))
        event = work.put(Event(citations=(Citation(source.id),), sharing=Sharing.CLEAR))
    assert field_notes.became(workspace, note) == [figure, event]
    assert field_notes.becomings(workspace) == {note.id: 2}


def test_a_note_says_itself_as_a_figure_and_as_an_event(workspace: Workspace, note: FieldNote) -> None:
    assert field_notes.figure_line(note) == "about 40, 2025-11-09"
    source = field_notes.source_for(note, FORMATS)
    draft = field_notes.event_draft(note, source)
    assert (draft.kind, draft.date, draft.place) == (EventKind.OBSERVATION, "2025-11-09", "Gravelines")
    assert (draft.summary, draft.source_id) == ("A boat left.", source.id)


def test_a_note_is_known_from_its_day_and_an_audience_learns_no_initials(
    workspace: Workspace, note: FieldNote
) -> None:
    assert list(KnownOn(workspace, date(2025, 11, 8)).every(FieldNote)) == []
    assert list(KnownOn(workspace, date(2025, 11, 9)).every(FieldNote)) == [note]
    (shown,) = SafeToShow(workspace).every(FieldNote)
    assert shown.observer == ""


def test_the_source_goes_on_when_the_note_is_gone(workspace: Workspace, note: FieldNote) -> None:
    source = field_notes.as_source(workspace, note, FORMATS)
    field_notes.remove(workspace, [note])
    assert workspace.get(Source, source.id) == source
