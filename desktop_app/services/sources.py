"""What users do with sources: record, change, remove, and see what rests on one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.date_words import Order
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule
from desktop_app.domain.source_draft import SourceDraft, repeats_itself
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace

_CITING: tuple[type[Figure] | type[Event] | type[Statement] | type[Rule] | type[Answer], ...] = (
    Figure,
    Event,
    Statement,
    Rule,
    Answer,
)


def record(workspace: Workspace, draft: SourceDraft, today: date, order: Order = None) -> Source:
    """Keep a new source."""
    source = draft.source(today, order=order)
    with workspace.change("record source") as work:
        work.put(source)
    return source


def revise(
    workspace: Workspace, source: Source, draft: SourceDraft, today: date, order: Order = None
) -> Source:
    """Keep the changed form of a source; nothing is written where nothing changed.

    Raises ValueError while a problem blocks or the source would go back to itself, and CHANGED_MEANWHILE
    where it is another by now.
    """
    changed = draft.source(today, based_on=source, order=order)
    if repeats_itself(workspace, source.id, changed.derives_from):
        raise ValueError("the source would repeat itself")
    if changed != source:
        with workspace.change("edit source") as work:
            work.put(changed, replacing=source)
    return changed


def remove(workspace: Workspace, chosen: Sequence[Source]) -> None:
    """Remove sources with their kept copies, in one step.

    Raises Refusal IN_USE, and removes none, while something cites one or another source repeats it.
    """
    gone = {source.id for source in chosen}
    for source in chosen:
        users = [one for one in used_by(workspace, source.id) if one.id not in gone]
        if users:
            raise Refusal(RefusalCode.IN_USE, name=source.short_name, n=len(users))
    with workspace.change("delete source" if len(chosen) == 1 else "delete sources") as work:
        for copy in workspace.every(Attachment):
            if copy.record in gone:
                work.remove(copy)
        for source in chosen:
            work.remove(source)


def used_by(view: View, source_id: str) -> list[Record]:
    """The figures, events, statements and rules that cite a source, and the sources that repeat it."""
    citing: list[Record] = [
        record
        for kind in _CITING
        for record in view.every(kind)
        if any(citation.source == source_id for citation in record.citations)
    ]
    return [*citing, *(one for one in view.every(Source) if one.derives_from == source_id)]


def use_counts(view: View) -> dict[str, int]:
    """How many records cite each source, by its id; sources that nothing cites are absent."""
    counts: dict[str, int] = {}
    for kind in _CITING:
        for record in view.every(kind):
            for source_id in {citation.source for citation in record.citations}:
                counts[source_id] = counts.get(source_id, 0) + 1
    return counts
