"""Keeps what is half typed of a statement beyond the window, and offers it where it was never finished."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain import any_day, draft_texts
from desktop_app.domain.date_words import Order
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Statement
from desktop_app.ui.context import Context
from desktop_app.ui.drafts import DraftKeeper
from desktop_app.ui.statements.form import StatementForm
from desktop_app.words.translate import _

_OF = "of"
"""Names the text that holds the id of the statement being changed."""


class UnfinishedStatement(QObject):
    """Follows the form of statements."""

    wanted = Signal(object)
    """The Statement whose change is gone on with, None for a new one. The form is filled after it."""

    def __init__(self, context: Context, form: StatementForm, order: Order) -> None:
        super().__init__(form)
        self._context, self._form, self._order = context, form, order
        self._keeper = DraftKeeper(form, context, "statement", self._texts)
        self.banner = self._keeper.banner
        self.keep = self._keeper.keep
        form.changed.connect(self._keeper.note_change)
        self._keeper.continued.connect(self._go_on)

    def offer(self) -> None:
        """Offer what was left, if anything was."""
        self._keeper.offer(_("An unfinished statement was kept."))

    def _texts(self) -> dict[str, str]:
        if not self._form.is_changed:
            return {}
        statement, draft = self._form.statement, self._form.draft
        read = partial(draft.reading, based_on=statement, order=self._order)
        lasting = any_day.lasting(draft.date, read, self._context.today())
        of = statement.id if statement is not None else ""
        return {**draft_texts.texts_of(replace(draft, date=lasting)), _OF: of}

    def _go_on(self, texts: dict[str, str]) -> None:
        statement = self._context.workspace.get(Statement, texts.get(_OF, ""))
        self.wanted.emit(statement)
        self._form.show_statement(statement, draft_texts.from_texts(StatementDraft, texts))
        self._form.words.setFocus(Qt.FocusReason.OtherFocusReason)
