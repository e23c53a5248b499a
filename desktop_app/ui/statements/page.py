"""The page of statements: a list with a form beside it, and the same statements on boards by topic."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain import boards
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.origins import Cited
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Statement
from desktop_app.ui.citations.citing import SectionCiting
from desktop_app.ui.context import Context
from desktop_app.ui.exporting.scopes import Shown
from desktop_app.ui.history.dialog import show_history
from desktop_app.ui.locales import date_order
from desktop_app.ui.page import Page
from desktop_app.ui.places import ABOUT, Place
from desktop_app.ui.statements import columns
from desktop_app.ui.statements.about_strip import AboutStrip
from desktop_app.ui.statements.board_view import BoardView
from desktop_app.ui.statements.columns import Facts
from desktop_app.ui.statements.deeds import StatementDeeds
from desktop_app.ui.statements.form import StatementForm
from desktop_app.ui.statements.side import StatementSide
from desktop_app.ui.statements.unfinished import UnfinishedStatement
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words import statement_words
from desktop_app.words.translate import _

_LIST, _BOARDS = "list", "boards"
_COLUMNS = "statements/table"
_NEW_KEY = "Ctrl+Shift+T"


class StatementsPage(Page):
    """What is chosen in the list is the current card of its board, and the other way round."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "statements")
        self._facts = Facts()
        order = date_order(QLocale())
        self._deeds = StatementDeeds(context, order)
        self._about = ""
        self.search = SearchBox(_("Find in statements"))
        self.search.setObjectName("statementSearch")
        self.new = Button(_("New statement"), key=_NEW_KEY)
        self.switch = Segmented(_("How statements are shown"), [(_LIST, _("List")), (_BOARDS, _("Boards"))])
        self.switch.setObjectName("statementSwitch")
        self.table = RecordTableView(
            columns.columns(context.formats, self._facts),
            name=_("Statements"),
            empty=_("No statements yet. A statement is what somebody said that is not a number."),
            no_match=_("No statement matches “{text}”. Clear search (Esc)."),
        )
        self.table.setObjectName("statementTable")
        self.strip = AboutStrip()
        self.form = StatementForm(context, order)
        self.unfinished = UnfinishedStatement(context, self.form, order)
        self._has_offered = False
        self.side = StatementSide(context, self.form)
        self.board = BoardView(context)
        self._citing = SectionCiting(context, self.side.cited, self._cited, self)
        self._lay_out()
        self._connect()
        self.table.sort_by("date")
        self.table.restore_state(context.settings.store, _COLUMNS)

    def _lay_out(self) -> None:
        first = Button(_("New statement"), look="primary", key=_NEW_KEY)
        first.clicked.connect(self.add)
        nothing = EmptyState(
            _("No boards"),
            _(
                "A board shows what was said for and against a topic, side by side. Give statements a topic "
                "and a position, and it is drawn."
            ),
            first,
            icon_name="statements",
        )
        self._boards = QStackedWidget()
        self._boards.addWidget(self.board)
        self._boards.addWidget(nothing)
        self._content = QStackedWidget()
        self._content.addWidget(Card(self.table, margin=1))
        self._content.addWidget(self._boards)
        left = QWidget()
        left.setProperty("region", "page")
        body = QVBoxLayout(left)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(PageHeader(_("Statements"), self.search, self.new))
        body.addWidget(self.unfinished.banner)
        body.addWidget(self.switch)
        body.addWidget(self.strip)
        body.addWidget(self._content, 1)
        self._panel = Card(self.side, margin=0, look="panel")
        split = QSplitter()
        split.setObjectName("statementSplitter")
        split.addWidget(left)
        split.addWidget(self._panel)
        split.setStretchFactor(0, 1)
        split.setSizes([720, 400])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _connect(self) -> None:
        self.search.searched.connect(self.table.set_filter)
        self.search.resultsWanted.connect(self.table.setFocus)
        self.new.clicked.connect(self.add)
        self.switch.chosen.connect(self._switch)
        self.strip.left.connect(self._show_all)
        self.table.countChanged.connect(self._count)
        self.table.currentRecordChanged.connect(self._choose)
        self.table.recordActivated.connect(self._edit)
        self.table.deleteRequested.connect(self._deeds.delete)
        self.table.menuRequested.connect(self._add_to_menu)
        self.form.submitted.connect(self._keep)
        self.unfinished.wanted.connect(self._go_on)
        self.side.recordOpened.connect(self._go_to)
        self.side.boardAsked.connect(self._show_board)
        self.side.historyAsked.connect(self.show_history)
        self.board.opened.connect(self._open)
        self.board.lineOpened.connect(self._follow_line)
        self.board.topicShown.connect(self._say_count)

    # What is shown

    def refresh(self) -> None:
        """Show the statements anew, in both ways."""
        view = self.context.view
        every = list(view.every(Statement))
        self._facts.refresh(view)
        self.form.look_again([topic for topic, _count in boards.topics(every)])
        self._narrow()
        self.table.show_records(every)
        self.board.refresh()
        self._boards.setCurrentIndex(0 if self.board.chosen_topic else 1)
        current = self.table.current_record()
        if self.form.is_changed:
            if current is not None and self.form.statement is not None:
                self.form.rest_on(current)
        else:
            self.form.show_statement(current)
        self.side.show_statement(self.form.statement)
        if not self._has_offered:
            self._has_offered = True
            self.unfinished.offer()

    def go(self, place: Place) -> None:
        """Show a statement, what answers or disputes a record, or begin a new statement."""
        if place.wish == "add":
            self.add()
        elif place.filter.startswith(ABOUT):
            self._show_about(place.filter.removeprefix(ABOUT))
        elif place.record:
            self._open(place.record)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin a new statement."""
        if not self._leave_form():
            return
        self.switch.choose(_LIST)
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.model().index(-1, -1))
        self.form.show_statement(None)
        self.side.show_statement(None)
        self.form.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_text(self) -> None:
        """Put the keyboard into the search field, over the list."""
        self.switch.choose(_LIST)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_records(self) -> Shown:
        """What may be exported from here."""
        return Shown.of(self.table, Statement)

    def copy(self) -> None:
        """Copy the chosen rows."""
        self.table.copy()

    def delete_selected(self) -> None:
        """Delete the chosen statements; on a board, the current one."""
        card = self.board.current
        if self._is_on_boards:
            self._deeds.delete([card] if card is not None else [])
        else:
            self._deeds.delete(self.table.selected_records())

    def show_history(self) -> None:
        """Show the versions of the statement that is shown."""
        statement = self.board.current if self._is_on_boards else self.form.statement
        if statement is not None:
            title = statement_words.one_line(statement)
            show_history(self.context, Statement, statement.id, title, self)

    def edit_selected(self) -> None:
        """Put the keyboard into the form of what is chosen."""
        if self._is_on_boards and self.board.current is not None:
            self._open(self.board.current.id)
        self._edit(self.table.current_record())

    def focus_first(self) -> None:
        """Begin at the table, or at the board."""
        if self._is_on_boards:
            self.board.focus_card()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 goes to the form of what is chosen; Del deletes the card of a board."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.edit_selected()
            event.accept()
        elif self._is_on_boards and event.matches(QKeySequence.StandardKey.Delete):
            self.delete_selected()
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the columns; keep what was typed."""
        self.table.save_state(self.context.settings.store, _COLUMNS)
        self.unfinished.keep()
        super().hideEvent(event)

    @property
    def _is_on_boards(self) -> bool:
        return self.switch.choice == _BOARDS

    def _switch(self, way: str) -> None:
        is_list = way == _LIST
        if not is_list:
            chosen = self.table.current_record()
            if chosen is not None:
                self.board.show_statement(chosen)
        elif self.board.current is not None and self.board.isVisible():
            self.table.select(self.board.current.id)
        self._content.setCurrentIndex(0 if is_list else 1)
        self._panel.setVisible(is_list)
        self.search.setVisible(is_list)
        self.strip.setVisible(is_list and bool(self._about))
        self._say_count()

    def _show_board(self) -> None:
        statement = self.form.statement
        if statement is not None and self._leave_form():
            self.switch.choose(_BOARDS)
            self.board.focus_card()

    def _open(self, statement: str) -> None:
        """Show a statement in the list, whatever narrowed that."""
        self.switch.choose(_LIST)
        if self.table.records.row_of(statement) < 0:
            self._show_all()
            self.search.clear()
        self.table.select(statement)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_about(self, record: str) -> None:
        self.switch.choose(_LIST)
        self.search.clear()
        self._about = record
        self._narrow()
        if self.table.records.rowCount() > 0:
            self.table.select(self.table.records.id_at(0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self._about = ""
        self._narrow()

    def _narrow(self) -> None:
        """Show only what answers or disputes the record asked about, while there is one."""
        record = self.form.records.record(self._about) if self._about else None
        if record is None:
            self._about = ""
        self.strip.show_record(self.form.records.line(record) if record is not None else "")
        self.table.set_condition(self._is_about if self._about else None)

    def _is_about(self, statement: Statement) -> bool:
        return self._about in statement.answers or self._about in statement.disputes

    def _count(self, shown: int, total: int) -> None:
        number = self.context.formats.number
        self.search.set_placeholder(_("Find in {n} statements").format(n=number(total)))
        counted = _("{n} of {total}").format(n=number(shown), total=number(total))
        self.search.show_count(counted if shown != total else "")
        self._say_count()

    def _say_count(self) -> None:
        formats, records = self.context.formats, self.table.records
        if self._is_on_boards:
            self.say_status(statement_words.counted(self.board.canvas.count, formats))
            return
        words = _("{n} of {total} shown")
        self.say_status(
            words.format(n=formats.number(records.rowCount()), total=formats.number(records.total))
        )

    # What is changed

    def _choose(self, statement: Statement | None) -> None:
        if statement is None or statement == self.form.statement:
            return
        if self._leave_form():
            self.form.show_statement(statement)
            self.side.show_statement(statement)

    def _leave_form(self) -> bool:
        """Keep what was typed before the form is used for something else; False while that cannot be."""
        return not self.form.is_changed or self.form.submit()

    def _go_on(self, statement: Statement | None) -> None:
        """Make ready for what was left unfinished."""
        if statement is None:
            self.add()
        else:
            self._open(statement.id)

    def _edit(self, statement: Statement | None) -> None:
        if statement is not None:
            self.form.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, draft: StatementDraft) -> None:
        kept = self._deeds.keep(self.form.statement, draft)
        if kept is None:
            return
        seen = self.context.view.get(Statement, kept.id)
        self.form.show_statement(seen)
        self.unfinished.keep()
        self.side.show_statement(seen)
        self.table.select(kept.id)

    def _cited(self) -> tuple[Cited, str] | None:
        statement = self.form.statement
        return (statement, statement_words.one_line(statement)) if statement is not None else None

    def _add_to_menu(self, menu: QMenu, statement: Statement) -> None:
        menu.addAction(_("Edit"), QKeySequence("F2"), self.edit_selected)
        menu.addAction(_("Delete"), QKeySequence.StandardKey.Delete, self.delete_selected)
        menu.addAction(_("History"), QKeySequence("Ctrl+Shift+H"), self.show_history)
        if statement.topic:
            menu.addAction(_("Show its board")).triggered.connect(self._show_board)
        menu.addAction(_("Copy the id")).triggered.connect(partial(self._copy_id, statement))

    def _copy_id(self, statement: Statement, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(statement.id)
        words = _("Copied the id of {name}").format(name=statement_words.one_line(statement))
        self.context.notices.tell(words)

    def _follow_line(self, id: str) -> None:
        """From one card of a board to another, or to where a record is shown."""
        statement = self.context.view.get(Statement, id)
        if statement is not None and self.board.show_statement(statement):
            self.board.focus_card()
        else:
            self._go_to(id)

    def _go_to(self, id: str) -> None:
        """Show a record where it is shown."""
        view, go = self.context.view, self.context.navigator.go
        event = view.get(Event, id)
        if view.get(Statement, id) is not None:
            go(Place("statements", record=id))
        elif view.get(Figure, id) is not None:
            go(Place("figures", record=id))
        elif event is not None:
            go(Place("cases", record=event.id))
