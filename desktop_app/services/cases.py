"""What users do with cases and their events: record, change, remove, and see them as timelines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain import named
from desktop_app.domain.answers import Answer
from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.case_lines import events_by_case, timelines
from desktop_app.domain.cases import Case
from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import View
from desktop_app.services import source_matching
from desktop_app.services.statement_links import unlink
from desktop_app.services.workspace import UnitOfWork, Workspace

__all__ = [
    "events_by_case",
    "events_of",
    "others",
    "record_case",
    "record_event",
    "remove_cases",
    "remove_events",
    "revise_case",
    "revise_event",
    "source_name",
    "source_of",
    "timelines",
]


def record_case(workspace: Workspace, draft: CaseDraft) -> Case:
    """Keep a new case. Refusal NEEDS_PASSPHRASE for one that not anybody may see."""
    case = draft.case(workspace.every(Case))
    with workspace.change("record case") as work:
        return work.put(case)


def revise_case(workspace: Workspace, case: Case, draft: CaseDraft) -> Case:
    """Keep the changed form of a case; nothing is written where nothing changed."""
    changed = draft.case(others(workspace, case), based_on=case)
    if changed != case:
        with workspace.change("edit case") as work:
            work.put(changed, replacing=case)
    return changed


def remove_cases(workspace: Workspace, chosen: Sequence[Case]) -> None:
    """Remove cases with their events and what is answered for them, in one step."""
    with workspace.change("delete case") as work:
        events = [event for case in chosen for event in events_of(workspace, case.id)]
        _remove_events(workspace, work, events)
        gone = {case.id for case in chosen}
        for answer in [one for one in workspace.every(Answer) if one.case in gone]:
            work.remove(answer)
        for case in chosen:
            work.remove(case)


def record_event(
    workspace: Workspace, case: Case, draft: EventDraft, today: date, order: Order = None
) -> Event:
    """Keep a new event of a case, in one step with its source where that is new too."""
    event = draft.event(today, case=case.id, order=order)
    with workspace.change("record event") as work:
        return work.put(replace(event, citations=_cited(workspace, work, draft, event.date, ())))


def revise_event(
    workspace: Workspace, event: Event, draft: EventDraft, today: date, order: Order = None
) -> Event:
    """Keep the changed form of an event; nothing is written where nothing changed.

    The draft's source takes the place of the first one cited; further ones stay.
    """
    changed = draft.event(today, case=event.case, based_on=event, order=order)
    first = event.citations[0].source if event.citations else ""
    same_source = draft.source.strip() == source_name(workspace, event) and draft.source_id in ("", first)
    if same_source and event.citations:
        cited = (replace(event.citations[0], stance=draft.stance), *event.citations[1:])
        changed = replace(changed, citations=cited)
    if changed == event and same_source:
        return event
    with workspace.change("edit event") as work:
        if not same_source:
            cited = _cited(workspace, work, draft, changed.date, event.citations)
            changed = replace(changed, citations=cited)
        return work.put(changed, replacing=event)


def link_event(workspace: Workspace, event: Event, draft: EventDraft) -> Event:
    """Keep the draft's source, and its note, as one more citation of an event that is the same.

    Where the draft words the date otherwise, those words are the citation's. Nothing is written where no
    source is named, or where the event cites it already.
    """
    source = source_of(workspace, draft, event.date)
    if source is None or any(citation.source == source.id for citation in event.citations):
        return event
    words = draft.date.strip()
    other_words = words if words not in (event.date_words, str(event.date)) else ""
    made = Citation(source.id, excerpt=other_words, stance=draft.stance, note=draft.note.strip())
    with workspace.change("link source") as work:
        if workspace.get(Source, source.id) is None:
            work.put(source)
        return work.put(replace(event, citations=(*event.citations, made)), replacing=event)


def remove_events(workspace: Workspace, events: Sequence[Event]) -> None:
    """Remove events, in one step."""
    with workspace.change("delete event") as work:
        _remove_events(workspace, work, events)


def others(view: View, case: Case) -> list[Case]:
    """All cases but this one: those whose codes it cannot take."""
    return [other for other in view.every(Case) if other.id != case.id]


def events_of(view: View, case_id: str) -> list[Event]:
    """The events of one case, in order of entry."""
    return [event for event in view.every(Event) if event.case == case_id]


def source_name(view: View, event: Event) -> str:
    """What to call the first source cited for an event; empty where none is."""
    return named.outlet(view, event)


def source_of(view: View, draft: EventDraft, about: PartialDate) -> Source | None:
    """The source that a draft cites: the one chosen, the one its words surely mean, a new one, or none.

    `about` is the date of the event. A new source is one that the view does not have.
    """
    name = draft.source.strip()
    chosen = view.get(Source, draft.source_id)
    if chosen is not None and chosen.short_name == name:
        return chosen
    if not name:
        return None
    known = view.every(Source)
    return source_matching.find(known, name, about).chosen or source_matching.new_source(known, name)


def _cited(
    workspace: Workspace,
    work: UnitOfWork,
    draft: EventDraft,
    about: PartialDate,
    earlier: tuple[Citation, ...],
) -> tuple[Citation, ...]:
    """The citations with the draft's source first, which is recorded where it is not known yet."""
    rest = earlier[1:]
    source = source_of(workspace, draft, about)
    if source is None:
        return rest
    if workspace.get(Source, source.id) is None:
        work.put(source)
    made = Citation(source=source.id, stance=draft.stance)
    return (made, *(citation for citation in rest if citation.source != source.id))


def _remove_events(workspace: Workspace, work: UnitOfWork, events: Sequence[Event]) -> None:
    """Remove events, and what statements say of them, which would lead nowhere."""
    unlink(workspace, work, {event.id for event in events})
    for event in events:
        work.remove(event)
