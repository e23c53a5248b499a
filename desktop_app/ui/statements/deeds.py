"""Keeps and deletes statements, and tells how it went: done, with Undo, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.date_words import Order
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Statement
from desktop_app.services import statements
from desktop_app.ui.context import Context
from desktop_app.words import statement_words
from desktop_app.words.translate import _, _n


class StatementDeeds:
    """Each deed is one step that Undo takes back. None, or False, where it was refused."""

    def __init__(self, context: Context, order: Order) -> None:
        self._context, self._order = context, order

    def keep(self, statement: Statement | None, draft: StatementDraft) -> Statement | None:
        """Record a new statement, or what was changed of one."""
        context = self._context
        try:
            if statement is None:
                kept = context.keeping(
                    partial(statements.record, context.workspace, draft, context.today(), self._order)
                )
                said = _("Added: {statement}")
            else:
                # Seen as of another day, it lacks what was not known then: that is not what changes.
                base = statement if context.lens.day is None else context.for_change(statement)
                kept = context.keeping(
                    partial(statements.revise, context.workspace, base, draft, context.today(), self._order)
                )
                said = _("Saved: {statement}")
        except Refusal as refusal:
            context.notices.refuse(refusal)
            return None
        context.notices.tell(said.format(statement=statement_words.one_line(kept)), undo=True)
        return kept

    def delete(self, chosen: Sequence[Statement]) -> bool:
        """Delete statements."""
        if not chosen:
            return False
        try:
            statements.remove(self._context.workspace, chosen)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return False
        words = _n("Deleted {n} statement", "Deleted {n} statements", len(chosen))
        self._context.notices.tell(words.format(n=self._context.formats.number(len(chosen))), undo=True)
        return True
