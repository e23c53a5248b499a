"""What users do with field notes: record, change, remove, and make figures and events of them.

A note that becomes a figure or an event is its source: a source of its own stands for the note, and what was
made of it cites that one. The note itself stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import on_day
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import EventKind
from desktop_app.domain.field_note_draft import FieldNoteDraft
from desktop_app.domain.field_notes import FieldNote, HowKnown
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source, SourceKind
from desktop_app.domain.views import View
from desktop_app.services import sources
from desktop_app.services.workspace import Workspace
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_BEFORE_ID = "note-"
_LONGEST_ID = 64
"""So long an id may be in the file."""
_TOLD = (HowKnown.TOLD_BY_PERSON, HowKnown.TOLD_BY_WITNESS)


def record(workspace: Workspace, draft: FieldNoteDraft, now: datetime, order: Order = None) -> FieldNote:
    """Keep a new note. `now` is by the clock at the place."""
    note = draft.note(now, order=order)
    with workspace.change("record note") as work:
        return work.put(note)


def revise(
    workspace: Workspace, note: FieldNote, draft: FieldNoteDraft, now: datetime, order: Order = None
) -> FieldNote:
    """Keep the changed form of a note; nothing is written where nothing changed.

    CHANGED_MEANWHILE where the note is another by now.
    """
    changed = draft.note(now, based_on=note, order=order)
    if changed != note:
        with workspace.change("edit note") as work:
            work.put(changed, replacing=note)
    return changed


def remove(workspace: Workspace, chosen: Sequence[FieldNote]) -> None:
    """Remove notes with their kept copies, in one step; what was made of them stays, with its source."""
    if not chosen:
        return
    gone = {note.id for note in chosen}
    with workspace.change("delete note" if len(gone) == 1 else "delete notes") as work:
        for copy in workspace.every(Attachment):
            if copy.record in gone:
                work.remove(copy)
        for note in chosen:
            work.remove(note)


def source_id(note: FieldNote) -> str:
    """The id of the source that stands for a note."""
    made = f"{_BEFORE_ID}{note.id}"
    if len(made) <= _LONGEST_ID:
        return made
    digest = sha256(note.id.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{_BEFORE_ID}{digest}"[:_LONGEST_ID]


def source_for(note: FieldNote, formats: Formats) -> Source:
    """The source that stands for a note, published to this file on the day it was recorded.

    It names neither observer nor publisher: initials stay in the note.
    """
    parts = [_("Field note")]
    if note.date.is_dated:
        parts.append(date_sentences.date(note.date, formats))
    if note.place:
        parts.append(note.place)
    return Source(
        id=source_id(note),
        title=_(", ").join(parts),
        kind=SourceKind.TESTIMONY if note.how_known in _TOLD else SourceKind.OWN_OBSERVATION,
        published=on_day(_recorded_on(note)),
        sharing=note.sharing,
    )


def as_source(workspace: Workspace, note: FieldNote, formats: Formats) -> Source:
    """The note's source, kept in a step of its own where it is not there yet."""
    there = workspace.get(Source, source_id(note))
    if there is not None:
        return there
    with workspace.change("note as source") as work:
        return work.put(source_for(note, formats))


def became(view: View, note: FieldNote) -> list[Record]:
    """The figures, events and statements that cite the note."""
    return sources.used_by(view, source_id(note))


def becomings(view: View) -> dict[str, int]:
    """How often each note is cited, by the note's id; notes that nothing cites are absent."""
    uses = sources.use_counts(view)
    found = ((note.id, uses.get(source_id(note), 0)) for note in view.every(FieldNote))
    return {id: count for id, count in found if count}


def figure_line(note: FieldNote) -> str:
    """What the note says, as a figure is typed: "about 40 people arriving, 2025-11-09"; to be completed."""
    count = note.people_words or (str(note.people) if note.people.has_number else "")
    day = note.date_words if not note.date.is_dated else str(note.date)
    return ", ".join(part for part in (count, day) if part)


def event_draft(note: FieldNote, source: Source) -> EventDraft:
    """What the note says as an event, which is to be looked at before it is kept."""
    return EventDraft(
        kind=EventKind.OBSERVATION,
        date=str(note.date) if note.date.is_dated else note.date_words,
        summary=" ".join(note.seen.split()),
        place=note.place,
        source=source.short_name,
        source_id=source.id,
        sharing=note.sharing,
    )


def _recorded_on(note: FieldNote) -> date:
    moment = datetime.fromisoformat(note.recorded) if note.recorded else datetime.now(UTC)
    return moment.astimezone().date()
