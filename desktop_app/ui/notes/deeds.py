"""Keeps and deletes field notes as their page asks, and tells how it went: done, with Undo, or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

from desktop_app.domain.date_words import Order
from desktop_app.domain.field_note_draft import FieldNoteDraft
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.refusals import Refusal
from desktop_app.services import field_notes
from desktop_app.ui.context import Context
from desktop_app.ui.notes import words
from desktop_app.ui.places import NOTED, TYPED, Place
from desktop_app.words.translate import _, _n

T = TypeVar("T")


class NoteDeeds:
    """Each deed is one step that Undo takes back. None where it was refused."""

    def __init__(self, context: Context, now: Callable[[], datetime], order: Order) -> None:
        self._context, self._now, self._order = context, now, order

    def keep(self, draft: FieldNoteDraft) -> FieldNote | None:
        """Record a new note."""
        kept = self._try(
            partial(field_notes.record, self._context.workspace, draft, self._now(), self._order)
        )
        if kept is not None:
            self._tell(_("Added: {name}"), kept)
        return kept

    def change(self, note: FieldNote, draft: FieldNoteDraft) -> FieldNote | None:
        """Record what was changed of a note."""
        newest, now = self._context.for_change(note), self._now()
        kept = self._try(
            partial(field_notes.revise, self._context.workspace, newest, draft, now, self._order)
        )
        if kept is not None:
            self._tell(_("Saved: {name}"), kept)
        return kept

    def delete(self, chosen: Sequence[FieldNote]) -> None:
        """Delete notes with their files."""
        newest = [self._context.for_change(note) for note in chosen]
        if self._try(partial(self._remove, newest)):
            said = _n("Deleted {n} field note", "Deleted {n} field notes", len(chosen))
            number = self._context.formats.number(len(chosen))
            self._context.notices.tell(said.format(n=number), undo=True)

    def to_figure(self, note: FieldNote) -> None:
        """Have a figure typed that cites the note; nothing of it is kept before it is asked for there."""
        source = self._source(note)
        if source:
            wish = f"{TYPED}{field_notes.figure_line(note)}"
            self._context.navigator.go(Place("figures", wish=wish, source=source))

    def to_event(self, note: FieldNote) -> None:
        """Have an event of a case typed that cites the note."""
        if self._source(note):
            self._context.navigator.go(Place("cases", wish=f"{NOTED}{note.id}"))

    def _source(self, note: FieldNote) -> str:
        context = self._context
        newest = context.for_change(note)
        made = self._try(partial(field_notes.as_source, context.workspace, newest, context.formats))
        return made.id if made is not None else ""

    def _remove(self, chosen: Sequence[FieldNote]) -> bool:
        field_notes.remove(self._context.workspace, chosen)
        return True

    def _tell(self, said: str, note: FieldNote) -> None:
        name = words.named(note, self._context.formats)
        self._context.notices.tell(said.format(name=name), undo=True)

    def _try(self, change: Callable[[], T]) -> T | None:
        try:
            return self._context.keeping(change)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return None
