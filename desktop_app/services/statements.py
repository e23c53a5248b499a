"""What users do with statements: record, change, remove, and say which quote the same utterance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain import boards
from desktop_app.domain.boards import Reply
from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.sources import Citation, Quotation, Source
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.services import source_matching
from desktop_app.services.statement_links import unlink
from desktop_app.services.workspace import UnitOfWork, Workspace


def record(workspace: Workspace, draft: StatementDraft, today: date, order: Order = None) -> Statement:
    """Keep a new statement, in one step with its source where that is new too.

    Raises ValueError while a problem blocks.
    """
    statement = draft.statement(today, order=order)
    source = source_of(workspace, draft, statement.date)
    if source is not None:
        statement = replace(statement, citations=(_citation(source, statement),))
    statement = _rooted(workspace, statement)
    with workspace.change("record statement") as work:
        if source is not None and workspace.get(Source, source.id) is None:
            work.put(source)
        return work.put(statement)


def revise(
    workspace: Workspace, statement: Statement, draft: StatementDraft, today: date, order: Order = None
) -> Statement:
    """Keep the changed form of a statement; nothing is written where nothing changed.

    Its sources stay as they are. Raises ValueError while a problem blocks, and CHANGED_MEANWHILE where it is
    another by now.
    """
    changed = draft.statement(today, based_on=statement, order=order)
    if changed == statement:
        return statement
    moved = changed.same_utterance != statement.same_utterance
    if moved:
        changed = _rooted(workspace, changed)
    with workspace.change("edit statement") as work:
        if moved:
            _take_along(workspace, work, statement, changed)
        return work.put(changed, replacing=statement)


def remove(workspace: Workspace, chosen: Sequence[Statement]) -> None:
    """Remove statements, in one step with what others say of them."""
    if not chosen:
        return
    gone = {statement.id for statement in chosen}
    with workspace.change("delete statement" if len(gone) == 1 else "delete statements") as work:
        unlink(workspace, work, gone)
        for statement in chosen:
            work.remove(statement)


def mark_as_same(workspace: Workspace, statement: Statement, other: Statement) -> None:
    """Say that two statements quote one utterance, and with them all that quote what either quotes."""
    root = boards.utterance(other)
    joining = boards.quotations(workspace.every(Statement), statement)
    if boards.utterance(statement) == root:
        return
    with workspace.change("edit statement") as work:
        for each in joining:
            work.put(replace(each, same_utterance=root), replacing=each)


def source_of(view: View, draft: StatementDraft, about: PartialDate) -> Source | None:
    """The source that a draft cites: the one chosen, the one its words surely mean, a new one, or none."""
    chosen = view.get(Source, draft.source_id) if draft.source_id else None
    name = draft.source.strip()
    if chosen is not None or not name:
        return chosen
    known = view.every(Source)
    return source_matching.find(known, name, about).chosen or source_matching.new_source(known, name)


def replies(view: View, record_id: str) -> list[Reply]:
    """The statements that answer or dispute a record, in order of date."""
    return boards.replies(view.every(Statement), record_id)


def _citation(source: Source, statement: Statement) -> Citation:
    """A new statement is read in its source in the very words that it has."""
    if statement.quotation is Quotation.PARAPHRASE:
        return Citation(source.id)
    excerpt = statement.original_words or statement.words
    return Citation(source.id, excerpt=excerpt, quotation=Quotation.VERBATIM)


def _rooted(workspace: Workspace, statement: Statement) -> Statement:
    """The statement, naming the first quotation of its utterance in place of any other of them."""
    first = workspace.get(Statement, statement.same_utterance) if statement.same_utterance else None
    if first is None:
        return replace(statement, same_utterance="") if statement.same_utterance else statement
    root = boards.utterance(first)
    # Whoever names one of its own followers becomes one of them: `_take_along` makes that one the first.
    return replace(statement, same_utterance=first.id if root == statement.id else root)


def _take_along(workspace: Workspace, work: UnitOfWork, before: Statement, after: Statement) -> None:
    """Have those that named this statement as their first follow it, or one of them take its place."""
    followers = sorted(
        (each for each in workspace.every(Statement) if each.same_utterance == before.id), key=boards.in_time
    )
    if not followers:
        return
    root = after.same_utterance or followers[0].id
    for follower in followers:
        work.put(replace(follower, same_utterance="" if follower.id == root else root), replacing=follower)
