"""The page of the check: what does not fit together, each with its arithmetic, and a box for sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.figures import Figure
from desktop_app.domain.records import RECORD_KINDS
from desktop_app.domain.refusals import Refusal
from desktop_app.services import acceptances
from desktop_app.services.workspace import Step
from desktop_app.ui.checks.code_filter import CodeFilter
from desktop_app.ui.checks.finding_panel import FindingPanel, place_of
from desktop_app.ui.checks.findings_table import FindingsTable
from desktop_app.ui.checks.reason_dialog import AcceptDialog
from desktop_app.ui.checks.rows import ACCEPTED, ASKING, REMARKS, FindingRow
from desktop_app.ui.checks.statement_box import StatementBox
from desktop_app.ui.context import Context
from desktop_app.ui.page import Page
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _, _n

_LEAST_EM = 10
"""Letter heights that the list has at least, before the page scrolls."""


class CheckPage(Page):
    """The sentence box above, the findings below it, what stands behind the chosen one at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "check")
        self.search = SearchBox(_("Find in findings"))
        self.search.setObjectName("findingSearch")
        self.standing = Segmented(_("Show"), [(key, words) for key, words in _standings().items()])
        self.standing.setObjectName("findingStanding")
        self.statement = StatementBox(context)
        self.kinds = CodeFilter(context.formats)
        self.table = FindingsTable()
        self.panel = FindingPanel(context)
        self._rows: list[FindingRow] = []
        self._shown: tuple[FindingRow, ...] | None = None
        self._nothing = EmptyState(_("Nothing to look at"), "", icon_name="checks")
        self._stack = _Steady()
        self._lay_out()
        self._connect()
        self.table.restore_state(context.settings.store, "checks/table")

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        # The table takes what room there is; it has scroll bars of its own.
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(self.fontMetrics().height() * _LEAST_EM)
        card = Card(self._stack, margin=1)
        left = QWidget()
        left.setProperty("region", "page")
        body = QVBoxLayout(left)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(12)
        body.addWidget(PageHeader(_("Check"), self.search, self.standing))
        body.addWidget(self.statement)
        body.addWidget(self.kinds)
        body.addWidget(card, 1)
        panel = Card(self.panel, margin=0, look="panel")
        panel.setMinimumWidth(self.fontMetrics().averageCharWidth() * 32)
        split = QSplitter()
        split.setObjectName("checkSplitter")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(left)
        split.addWidget(scroll)
        split.addWidget(panel)
        split.setStretchFactor(0, 1)
        split.setSizes([800, 340])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def _connect(self) -> None:
        self.search.searched.connect(self.table.set_filter)
        self.search.resultsWanted.connect(self.table.setFocus)
        self.standing.chosen.connect(self._turn)
        self.kinds.changed.connect(self._narrow)
        self.table.countChanged.connect(self._count)
        self.table.currentRecordChanged.connect(self._inspect)
        self.table.selectionModel().selectionChanged.connect(self._inspect)
        self.table.recordActivated.connect(self._go_to)
        self.table.deleteRequested.connect(self._take_back)
        self.table.menuRequested.connect(self._add_to_menu)
        self.table.installEventFilter(self)
        self.panel.goAsked.connect(self.edit_selected)
        self.panel.acceptAsked.connect(self.accept_selected)
        self.panel.takeBackAsked.connect(self.delete_selected)
        self.context.checking.changed.connect(self._hear)

    # What the window asks

    def refresh(self) -> None:
        """Show what is found now; while a large ledger is still gone through, what was found before."""
        checking, view, formats = self.context.checking, self.context.view, self.context.formats
        found = {finding.key: finding for finding in checking.findings}
        self._rows = [FindingRow(one, checking.acceptance(one), view, formats) for one in found.values()]
        self.statement.refresh()
        self._narrow()

    def take(self, step: Step) -> None:
        """Records may be named otherwise now; what else is found has been heard of."""
        self.refresh()

    def see_otherwise(self) -> None:
        """What is found through the lens is heard of when it has been gone through."""
        self.statement.refresh()
        self._say()

    def go(self, place: Place) -> None:
        """Show a finding by its key, those of a record, or begin a sentence."""
        if place.wish == "statement":
            self.statement.begin()
        elif place.record:
            self._show_of(place.record)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Begin at the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_text(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def copy(self) -> None:
        """Copy the chosen findings as text."""
        chosen = self.table.selected_records()
        if chosen:
            QGuiApplication.clipboard().setText("\n\n".join(row.text for row in chosen))

    def edit_selected(self) -> None:
        """Go to the record of the chosen finding."""
        self._go_to(self.table.current_record())

    def accept_selected(self) -> None:
        """Accept the chosen findings, with one reason."""
        chosen = [row for row in self.table.selected_records() if row.accepted is None]
        if not chosen:
            return
        number = self.context.formats.number(len(chosen))
        heading = chosen[0].message
        if len(chosen) > 1:
            heading = _n("{n} finding", "{n} findings", len(chosen)).format(n=number)
        dialog = AcceptDialog(heading, "", self)
        if dialog.exec() and dialog.reason:
            self._accept(chosen, dialog.reason)
        dialog.deleteLater()

    def delete_selected(self) -> None:
        """Take back the acceptance of the chosen findings."""
        self._take_back(self.table.selected_records())

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the columns."""
        self.table.save_state(self.context.settings.store, "checks/table")
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows all kinds again, from wherever nothing else wants it."""
        if event.key() == Qt.Key.Key_Escape and (self.kinds.codes or self.search.text()):
            self.search.clear()
            self.kinds.choose()
            event.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the list accepts; Ctrl+C copies as text."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept_selected()
                return True
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return True
        return super().eventFilter(watched, event)

    # Showing

    def _show_of(self, id: str) -> None:
        """Choose the first finding with this key, or of this record."""
        mine = [row for row in self._rows if id in (row.id, *row.finding.records)]
        if mine:
            self.search.clear()
            self.standing.choose(mine[0].standing)
            self.kinds.choose()
            self.table.select(mine[0].id)

    def _hear(self, _ids: object) -> None:
        if self.isVisible() and not self._stale:
            self.refresh()
        else:
            self._stale = True

    def _turn(self, _standing: str) -> None:
        """Each standing has kinds of its own."""
        self.kinds.choose()

    def _narrow(self) -> None:
        """Show what is asked for: the findings of one standing, and of those the kinds chosen."""
        number = self.context.formats.number
        counts = Counter(row.standing for row in self._rows)
        for key, words in _standings().items():
            self.standing.say(key, _("{words} {n}").format(words=words, n=number(counts[key])))
        offered = [row for row in self._rows if row.standing == self.standing.choice]
        self.kinds.show_counts(offered)
        codes = self.kinds.codes
        shown = [row for row in offered if not codes or row.code in codes]
        self.table.show_records(shown)
        self._say_nothing(bool(offered))
        self._inspect()
        self._say()

    def _say_nothing(self, some: bool) -> None:
        number, view = self.context.formats.number, self.context.view
        heading = _("Nothing here")
        if not self.context.checking.is_settled:
            words = _("The ledger is being gone through.")
        elif self.standing.choice == ASKING:
            heading = _("Nothing to look at")
            count = sum(1 for _figure in view.every(Figure))
            words = _n("{n} figure, all looked at.", "{n} figures, all looked at.", count)
            words = words.format(n=number(count))
        elif self.standing.choice == REMARKS:
            words = _("There is nothing to remark.")
        else:
            words = _("No finding has been accepted.")
        self._nothing.heading.setText(heading)
        self._nothing.words.setText(words)
        self._stack.setCurrentIndex(0 if some else 1)

    def _count(self, shown: int, total: int) -> None:
        number = self.context.formats.number
        self.search.set_placeholder(_("Find in {n} findings").format(n=number(total)))
        counted = _("{n} of {total}").format(n=number(shown), total=number(total))
        self.search.show_count(counted if shown != total else "")
        self._say()

    def _say(self) -> None:
        if not self.context.checking.is_settled:
            self.say_status(_("Checking…"))
            return
        asking = len(self.context.checking.to_look_at)
        words = _n("{n} finding to look at", "{n} findings to look at", asking)
        self.say_status(words.format(n=self.context.formats.number(asking)))

    def _inspect(self, *_what: object) -> None:
        """Show what is chosen, once for all the signals that tell of one change."""
        chosen: Sequence[FindingRow] = self.table.selected_records()
        current = self.table.current_record()
        if len(chosen) < 2:
            chosen = () if current is None else (current,)
        if tuple(chosen) != self._shown:
            self._shown = tuple(chosen)
            self.panel.show_rows(chosen)

    # Doing

    def _go_to(self, row: FindingRow | None) -> None:
        if row is None:
            return
        record = self.context.view.get(RECORD_KINDS[row.finding.kind], row.finding.record)
        if record is not None:
            self.context.navigator.go(place_of(record))

    def _accept(self, chosen: list[FindingRow], reason: str) -> None:
        try:
            acceptances.accept(self.context.workspace, [row.finding for row in chosen], reason)
        except Refusal as refusal:
            self.context.notices.refuse(refusal)
            return
        words = _n("Accepted {n} finding", "Accepted {n} findings", len(chosen))
        self.context.notices.tell(words.format(n=self.context.formats.number(len(chosen))), undo=True)

    def _take_back(self, chosen: list[FindingRow]) -> None:
        accepted = [row.accepted for row in chosen if row.accepted is not None]
        if not accepted:
            return
        try:
            acceptances.take_back(self.context.workspace, sorted(accepted, key=attrgetter("id")))
        except Refusal as refusal:
            self.context.notices.refuse(refusal)
            return
        words = _n("{n} finding is asked about again", "{n} findings are asked about again", len(accepted))
        self.context.notices.tell(words.format(n=self.context.formats.number(len(accepted))), undo=True)

    def _add_to_menu(self, menu: QMenu, row: Any) -> None:
        menu.addAction(_("Go there"), QKeySequence("Return"), self.edit_selected)
        if row.accepted is None:
            menu.addAction(_("Accept with reason…"), QKeySequence("Ctrl+Return"), self.accept_selected)
        else:
            menu.addAction(_("Take back acceptance"), QKeySequence("Del"), self.delete_selected)
        menu.addAction(_("Copy as text"), self.copy)


class _Steady(QStackedWidget):
    """As high as there is room: words that wrap on one of its pages do not make it higher."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return self.minimumSize()


def _standings() -> dict[str, str]:
    return {ASKING: _("To look at"), REMARKS: _("Remarks"), ACCEPTED: _("Accepted")}
