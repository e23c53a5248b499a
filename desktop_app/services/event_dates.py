"""Moves an event to another day, and keeps what its sources said of the day before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.dates import Obtained, PartialDate, on_day
from desktop_app.domain.events import Event
from desktop_app.domain.sources import Citation, Stance
from desktop_app.services.workspace import Workspace
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def move_event(workspace: Workspace, event: Event, day: date, formats: Formats) -> Event:
    """Date an event to a day, as one step, with both accounts kept.

    Nothing that a source said is lost. The words of the old date go to the citations that gave it, as their
    excerpt where they have none yet; the event's note says what it was dated before. A stance is about the
    event as it is dated, so who asserted the old day now denies it as it stands, and who denied the old day
    now only mentions it: that they mean the new one, nobody has said. The new date is inferred, not stated.
    """
    if event.date == on_day(day):
        return event
    before = date_sentences.date(event.date, formats)
    moved = replace(
        event,
        date=on_day(day),
        date_words="",
        date_how=Obtained.INFERRED,
        citations=tuple(_as_moved(citation, event, before) for citation in event.citations),
        note=_noted(event, before, event.date),
    )
    with workspace.change("move event") as work:
        return work.put(moved, replacing=event)


def _as_moved(citation: Citation, event: Event, before: str) -> Citation:
    match citation.stance:
        case Stance.ASSERTS:
            said = event.date_words or before
            return replace(citation, stance=Stance.DENIES, excerpt=citation.excerpt or said)
        case Stance.DENIES:
            note = _("Denied the date {date}.").format(date=before)
            return replace(
                citation,
                stance=Stance.MENTIONS,
                note=" ".join(part for part in (citation.note, note) if part),
            )
        case _:
            return citation


def _noted(event: Event, before: str, date: PartialDate) -> str:
    words = _("Dated {date} before ({edtf}).")
    if event.date_words:
        words = _("Dated {date} before ({edtf}, in the source's words “{words}”).")
    said = words.format(date=before, edtf=date.edtf, words=event.date_words)
    return " ".join(part for part in (event.note, said) if part)
