"""What users do with the sources cited for a record: add one, change one, take one away, order them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from desktop_app.domain.answers import Answer
from desktop_app.domain.citation_draft import CitationDraft, placed
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.statements import Statement
from desktop_app.services import source_matching
from desktop_app.services.workspace import Workspace

C = TypeVar("C", bound=Figure | Event | Statement | Rule | Answer)


def keep(workspace: Workspace, record: C, draft: CitationDraft, place: int | None = None) -> C:
    """Keep a citation of the record: one more, or in place of the one at `place`.

    A source that is named and not known yet is made in the same step. Nothing is written where nothing
    changed. Raises ValueError while a problem blocks; CHANGED_MEANWHILE where the record is another by now.
    """
    new = None
    if not draft.source_id and draft.source.strip():
        new = source_matching.new_source(workspace.every(Source), draft.source)
        # The draft was checked without knowing what its source would be called.
        made = replace(draft, source_id=new.id).citation(workspace, record, place)
    else:
        made = draft.citation(workspace, record, place)
    if place is not None and record.citations[place] == made:
        return record
    with workspace.change("add citation" if place is None else "edit citation") as work:
        if new is not None:
            work.put(new)
        return work.put(_with(record, placed(record.citations, made, place)), replacing=record)


def remove(workspace: Workspace, record: C, place: int) -> C:
    """Take away the citation at this place; the source itself stays."""
    left = (*record.citations[:place], *record.citations[place + 1 :])
    with workspace.change("remove citation") as work:
        return work.put(_with(record, left), replacing=record)


def move(workspace: Workspace, record: C, place: int, to: int) -> C:
    """Put the citation at one place to another. The first one is where the record was read."""
    left = [*record.citations]
    left.insert(to, left.pop(place))
    if tuple(left) == record.citations:
        return record
    with workspace.change("order citations") as work:
        return work.put(_with(record, tuple(left)), replacing=record)


def _with(record: C, citations: tuple[Citation, ...]) -> C:
    return replace(record, citations=citations)
