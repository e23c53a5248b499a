"""The page of sources: find one, add one, change one, and see what rests on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.source_draft import SourceDraft
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services import sources
from desktop_app.ui.citations.source_names import described
from desktop_app.ui.context import Context
from desktop_app.ui.exporting.scopes import Shown
from desktop_app.ui.history.dialog import show_history
from desktop_app.ui.locales import date_order
from desktop_app.ui.page import Page
from desktop_app.ui.places import Place
from desktop_app.ui.sources import columns
from desktop_app.ui.sources.columns import Facts
from desktop_app.ui.sources.form import SourceForm
from desktop_app.ui.sources.origin_names import OriginNames
from desktop_app.ui.sources.side import SourceSide
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _, _n


class SourcesPage(Page):
    """List at the left, the form of the chosen source at the right with what it is cited for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "sources")
        self._facts = Facts()
        self._order = date_order(QLocale())
        self.search = SearchBox(_("Find in sources"))
        self.search.setObjectName("sourceSearch")
        new = Button(_("New source"), key="Ctrl+Alt+S")
        new.clicked.connect(self.add)
        self.table = RecordTableView(
            columns.columns(context.formats, self._facts),
            name=_("Sources"),
            empty=_("No sources yet. A source is where a figure, an event or a statement was read or heard."),
            no_match=_("No source matches “{text}”. Clear search (Esc)."),
        )
        self.table.setObjectName("sourceTable")
        origins = OriginNames(context.workspace, context.formats)
        self.form = SourceForm(context.workspace, context.formats, context.today(), self._order, origins)
        self.side = SourceSide(context, self.form)
        self._lay_out(PageHeader(_("Sources"), self.search, new))
        self.search.searched.connect(self.table.set_filter)
        self.search.resultsWanted.connect(self.table.setFocus)
        self.table.countChanged.connect(self._count)
        self.table.currentRecordChanged.connect(self._choose)
        self.table.recordActivated.connect(self._edit)
        self.table.deleteRequested.connect(self._delete)
        self.table.menuRequested.connect(self._add_to_menu)
        self.form.submitted.connect(self._keep)
        self.side.recordOpened.connect(self._go_to)
        self.table.restore_state(context.settings.store, "sources/table")

    def _lay_out(self, header: PageHeader) -> None:
        panel = Card(self.side, margin=0, look="panel")
        left = QWidget()
        left.setProperty("region", "page")
        body = QVBoxLayout(left)
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(14)
        body.addWidget(header)
        body.addWidget(Card(self.table, margin=1), 1)
        split = QSplitter()
        split.setObjectName("sourceSplitter")
        split.addWidget(left)
        split.addWidget(panel)
        split.setStretchFactor(0, 1)
        split.setSizes([720, 400])
        split.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)

    def refresh(self) -> None:
        """Show the sources, and how often each is cited."""
        view = self.context.view
        self._facts.refresh(view)
        self.table.show_records(view.every(Source))
        current = self.table.current_record()
        if current is not None and not self.form.is_changed:
            self.form.show_source(current)
        self.side.show_source(self.form.source)

    def go(self, place: Place) -> None:
        """Show a source, or begin a new one."""
        if place.wish == "add":
            self.add()
        elif place.record:
            self.search.clear()
            self.table.select(place.record)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin a new source."""
        if not self._leave_form():
            return
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.model().index(-1, -1))
        self.form.show_source(None)
        self.side.show_source(None)
        self.form.publisher.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_text(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_records(self) -> Shown:
        """What may be exported from here."""
        return Shown.of(self.table, Source)

    def copy(self) -> None:
        """Copy the chosen rows."""
        self.table.copy()

    def delete_selected(self) -> None:
        """Delete the chosen sources that nothing cites."""
        self._delete(self.table.selected_records())

    def show_history(self) -> None:
        """Show the versions of the chosen source."""
        source = self.form.source
        if source is not None:
            # A publisher has many titles: the name alone would not say which of them this is.
            title = described(source, self.context.formats)
            show_history(self.context, Source, source.id, title, self)

    def edit_selected(self) -> None:
        """Put the keyboard into the form of the chosen source."""
        self._edit(self.table.current_record())

    def focus_first(self) -> None:
        """Begin at the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 goes to the form of what is chosen."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.edit_selected()
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the columns; keep what was typed."""
        self.table.save_state(self.context.settings.store, "sources/table")
        super().hideEvent(event)

    def _choose(self, source: Source | None) -> None:
        if source is None or (self.form.source is not None and source == self.form.source):
            return
        if self._leave_form():
            self.form.show_source(source)
            self.side.show_source(source)

    def _leave_form(self) -> bool:
        """Keep what was typed before the form is used for something else; False while that cannot be."""
        return not self.form.is_changed or self.form.submit()

    def _edit(self, source: Source | None) -> None:
        if source is not None:
            self.form.publisher.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, draft: SourceDraft) -> None:
        workspace, today, base = self.context.workspace, self.context.today(), self.form.source
        try:
            if base is None:
                deed = partial(sources.record, workspace, draft, today, self._order)
                kept = self.context.keeping(deed)
                said = _("Added: {name}")
            else:
                deed = partial(sources.revise, workspace, base, draft, today, self._order)
                kept = self.context.keeping(deed)
                said = _("Saved: {name}")
        except Refusal as refusal:
            self.context.notices.refuse(refusal)
            return
        self.form.show_source(kept)
        self.table.select(kept.id)
        self.side.show_source(kept)
        self.context.notices.tell(said.format(name=kept.short_name), undo=True)

    def _delete(self, chosen: list[Source]) -> None:
        if not chosen:
            return
        try:
            sources.remove(self.context.workspace, chosen)
        except Refusal as refusal:
            self.context.notices.refuse(refusal)
            return
        self.form.show_source(self.table.current_record())
        self.side.show_source(self.form.source)
        words = _n("Deleted {n} source", "Deleted {n} sources", len(chosen))
        said = words.format(n=self.context.formats.number(len(chosen)))
        self.context.notices.tell(said, undo=True)

    def _add_to_menu(self, menu: QMenu, source: Source) -> None:
        menu.addAction(_("Edit"), QKeySequence("F2"), self.edit_selected)
        menu.addAction(_("Delete"), QKeySequence.StandardKey.Delete, self.delete_selected)
        menu.addAction(_("History"), QKeySequence("Ctrl+Shift+H"), self.show_history)
        menu.addAction(_("Copy the id")).triggered.connect(partial(self._copy_id, source))

    def _copy_id(self, source: Source, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(source.id)
        self.context.notices.tell(_("Copied the id of {name}").format(name=source.short_name))

    def _count(self, shown: int, total: int) -> None:
        number = self.context.formats.number
        self.search.set_placeholder(_("Find in {n} sources").format(n=number(total)))
        filtered = shown != total
        counted = _("{n} of {total}").format(n=number(shown), total=number(total))
        self.search.show_count(counted if filtered else "")
        self.say_status(_("{n} of {total} shown").format(n=number(shown), total=number(total)))

    def _go_to(self, record: Record) -> None:
        if isinstance(record, Figure):
            self.context.navigator.go(Place("figures", record=record.id))
        elif isinstance(record, Event):
            case = self.context.view.get(Case, record.case)
            self.context.navigator.go(Place("cases", record=case.id if case else record.id))
        elif isinstance(record, Statement):
            self.context.navigator.go(Place("statements", record=record.id))
        elif isinstance(record, Source):
            self.context.navigator.go(Place("sources", record=record.id))
