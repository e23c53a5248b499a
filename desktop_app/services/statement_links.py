"""What statements say of other records, kept true when those go."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop_app.domain import boards
from desktop_app.domain.statements import Statement
from desktop_app.services.workspace import UnitOfWork, Workspace


def unlink(workspace: Workspace, work: UnitOfWork, gone: Collection[str]) -> None:
    """Take away, in the same step, what statements that stay say of records that go.

    They no longer answer or dispute them. Where the first of several quotations of one utterance goes, the
    earliest of those left takes its place.
    """
    staying = [statement for statement in workspace.every(Statement) if statement.id not in gone]
    heirs: dict[str, str] = {}
    for statement in sorted(staying, key=boards.in_time):
        if statement.same_utterance in gone:
            heirs.setdefault(statement.same_utterance, statement.id)
    for statement in staying:
        changed = _without(statement, gone, heirs)
        if changed != statement:
            work.put(changed)


def _without(statement: Statement, gone: Collection[str], heirs: dict[str, str]) -> Statement:
    if (
        statement.same_utterance not in gone
        and not any(id in gone for id in statement.answers)
        and not any(id in gone for id in statement.disputes)
    ):
        return statement
    heir = heirs.get(statement.same_utterance, statement.same_utterance)
    return replace(
        statement,
        answers=tuple(id for id in statement.answers if id not in gone),
        disputes=tuple(id for id in statement.disputes if id not in gone),
        same_utterance="" if heir == statement.id else heir,
    )
