"""The side of the list of statements: the form, other quotations, sources, who replies, and the history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain import boards
from desktop_app.domain.records import Record
from desktop_app.domain.statements import Statement
from desktop_app.domain.word_diff import differences
from desktop_app.services import statements
from desktop_app.ui.citations.cited_section import CitedSection
from desktop_app.ui.context import Context
from desktop_app.ui.statements.diff_label import DiffLabel
from desktop_app.ui.statements.form import StatementForm
from desktop_app.ui.widgets.labels import rule, section_label
from desktop_app.ui.widgets.sections import add_text, link
from desktop_app.ui.widgets.wrapped_link import WrappedLink
from desktop_app.words import statement_words
from desktop_app.words.translate import _, _n


class StatementSide(QScrollArea):
    """The form on top, and below it what belongs to the statement shown. Wishes are told by signals."""

    recordOpened = Signal(str)
    """Id of a statement, a figure or an event."""
    boardAsked = Signal()
    historyAsked = Signal()

    def __init__(self, context: Context, form: StatementForm) -> None:
        super().__init__()
        self._context, self.form = context, form
        self._statement: Statement | None = None
        self.cited = CitedSection(context)
        self._below = QWidget()
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(18, 18, 18, 18)
        self._column.setSpacing(10)
        self._column.addWidget(form)
        self._column.addWidget(self._below)
        self._column.addStretch(1)
        self.setObjectName("statementInspector")
        self.setProperty("region", "inspector")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_statement(self, statement: Statement | None) -> None:
        """Show what belongs to a statement; the form is filled by the page, which knows what was typed."""
        focus: QWidget | None = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self._below.isAncestorOf(focus) else ""
        self._statement = statement
        before, self._below = self._below, QWidget()
        body = QVBoxLayout(self._below)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(5)
        if statement is not None:
            self._fill(body, statement)
        self._column.replaceWidget(before, self._below)
        before.hide()
        before.deleteLater()
        there = self._below.findChild(QWidget, name) if name else None
        if isinstance(there, QWidget):
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name:
            self.form.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, body: QVBoxLayout, statement: Statement) -> None:
        view = self._context.view
        others = [
            one for one in boards.quotations(view.every(Statement), statement) if one.id != statement.id
        ]
        if others:
            self._add_others(body, statement, others)
        body.addWidget(rule())
        body.addWidget(section_label(_n("Source", "Sources", max(1, len(statement.citations)))))
        self.cited.fill(body, statement)
        self._add_links(body, statement)
        self._add_replies(body, statement)
        body.addWidget(rule())
        if statement.topic:
            board = link(_("Show its board"), "showBoard")
            board.clicked.connect(self._ask_board)
            body.addWidget(board)
        history = link(_("All versions…"), "allVersions")
        history.clicked.connect(self._ask_history)
        body.addWidget(history)

    def _add_others(self, body: QVBoxLayout, statement: Statement, others: list[Statement]) -> None:
        one, other = statement_words.difference_marks()
        body.addWidget(rule())
        body.addWidget(section_label(_("The same utterance, quoted otherwise")))
        for place, each in enumerate(others):
            body.addWidget(DiffLabel(differences(statement.words, each.words)))
            words = _("{one} only in this one, {other} only in the other").format(
                one="…".join(one), other="…".join(other)
            )
            add_text(body, words)
            self._add_opener(body, f"openQuotation{place}", statement_words.one_line(each), each)

    def _add_links(self, body: QVBoxLayout, statement: Statement) -> None:
        """Where what it answers and disputes is shown."""
        names = self.form.records
        found = [
            (shape, record)
            for shape, ids in (
                (_("Answers: {record}"), statement.answers),
                (_("Disputes: {record}"), statement.disputes),
            )
            for id in ids
            if (record := names.record(id)) is not None
        ]
        if found:
            body.addWidget(rule())
            body.addWidget(section_label(_("Go there")))
        for place, (shape, record) in enumerate(found):
            self._add_opener(body, f"openLink{place}", shape.format(record=names.line(record)), record)

    def _add_replies(self, body: QVBoxLayout, statement: Statement) -> None:
        replies = statements.replies(self._context.view, statement.id)
        if not replies:
            return
        body.addWidget(rule())
        body.addWidget(section_label(statement_words.replied(replies, self._context.formats)))
        for place, reply in enumerate(replies):
            self._add_opener(
                body, f"openReply{place}", statement_words.one_line(reply.statement), reply.statement
            )

    def _add_opener(self, body: QVBoxLayout, name: str, words: str, record: Record) -> None:
        opener = WrappedLink(words)
        opener.setObjectName(name)
        opener.clicked.connect(partial(self._open, record.id))
        body.addWidget(opener)

    def _open(self, record: str, _checked: bool = False) -> None:
        self.recordOpened.emit(record)

    def _ask_board(self, _checked: bool = False) -> None:
        self.boardAsked.emit()

    def _ask_history(self, _checked: bool = False) -> None:
        self.historyAsked.emit()
