"""The page of cases: a list, the timeline of all of them, and the events of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu

from desktop_app.charts.looks.palette import Tokens
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import NOW
from desktop_app.domain.workspace_settings import Setting
from desktop_app.services import cases, field_notes, workspace_settings
from desktop_app.services.workspace import Step
from desktop_app.ui import case_scenes
from desktop_app.ui.cases import columns
from desktop_app.ui.cases.case_card import CaseHead
from desktop_app.ui.cases.case_changing import CaseChanging
from desktop_app.ui.cases.case_form import CaseForm
from desktop_app.ui.cases.case_tabs import CaseTabs
from desktop_app.ui.cases.columns import EventRow
from desktop_app.ui.cases.deeds import CaseDeeds
from desktop_app.ui.cases.event_bar import EventBar
from desktop_app.ui.cases.event_changing import EventChanging
from desktop_app.ui.cases.layout import lay_out
from desktop_app.ui.cases.replies_line import RepliesLine
from desktop_app.ui.cases.shown import ShownCases
from desktop_app.ui.cases.timeline_panel import TimelinePanel
from desktop_app.ui.cases.totals_dialog import TotalsDialog
from desktop_app.ui.cases.unfinished import UnfinishedEvents
from desktop_app.ui.context import Context
from desktop_app.ui.exporting.scopes import Shown
from desktop_app.ui.history.dialog import show_history
from desktop_app.ui.locales import date_order
from desktop_app.ui.page import Page
from desktop_app.ui.places import NOTED, Place
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import rule
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words import labels
from desktop_app.words.translate import _, _n

_COLUMNS = "cases/events"


class CasesPage(Page):
    """What is chosen in the list, in the timeline or in the table is chosen in all three."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "cases")
        self._cases = ShownCases(context.view, context.formats)
        self._order = date_order(QLocale())
        self._is_furnished = False
        self.search = SearchBox(_("Filter cases"))
        self.search.setObjectName("caseSearch")
        self.new_case = Button(_("New case"), key="Ctrl+Shift+N")
        self.new_event = Button(_("Add event"), key="Ctrl+Alt+E")
        self.totals = Button(_("Against the totals"))
        self.totals.setObjectName("againstTotals")
        self.totals.setToolTip(_("Our cases beside the published totals (Ctrl+Alt+B)"))
        self.form = CaseForm(context.workspace)
        self.form.hide()
        self.list = RecordTableView(
            columns.case_columns(context.formats, self._cases.count),
            name=_("Cases"),
            no_match=_("No case matches “{text}”. Clear search (Esc)."),
        )
        self.list.setObjectName("caseList")
        self.panel = TimelinePanel(context, self._cases.get_ready)
        self.timeline = self.panel.drawing
        self.head = CaseHead(context.formats)
        self.replies = RepliesLine(context)
        self.table = RecordTableView(
            columns.event_columns(context.formats),
            name=_("Events of the case"),
            empty=_("No events yet. Type the first one above: what happened, and when."),
        )
        self.table.setObjectName("eventTable")
        self.bar = EventBar(context.workspace, context.formats, context.today, self._order)
        self.unfinished = UnfinishedEvents(context, self.bar)
        deeds = CaseDeeds(context, self._order)
        self.changing = CaseChanging(context, deeds, self.form, self.list, self)
        self.events = EventChanging(deeds, self.list, self.table, self.bar, self.unfinished)
        self.tabs = CaseTabs(context, self.bar, rule(), self.table)
        self._parts = lay_out(self)
        self.sources = self._parts.sources
        self._connect()
        self.table.restore_state(context.settings.store, _COLUMNS)
        self.table.records.sort(-1)

    def _connect(self) -> None:
        self.search.searched.connect(self.list.set_filter)
        self.search.resultsWanted.connect(self.list.setFocus)
        self.new_case.clicked.connect(self.add_case)
        self.new_event.clicked.connect(self.add_event)
        self.totals.clicked.connect(self.show_totals)
        self.list.countChanged.connect(self._count)
        self.list.records.arranged.connect(self._draw)
        self.list.currentRecordChanged.connect(self._show_case)
        self.panel.arranged.connect(self._show)
        self.timeline.caseChosen.connect(self.list.select)
        self.timeline.eventChosen.connect(self.table.select)
        self.timeline.eventActivated.connect(self.events.take_up_id)
        self.timeline.eventDeleted.connect(self.events.delete_id)
        self.table.currentRecordChanged.connect(self._choose_event)
        for table in (self.list, self.table):
            table.menuRequested.connect(self._add_to_menu)
        self.head.edit.clicked.connect(self.changing.take_up)
        self.changing.kept.connect(self._show_kept)
        self.changing.left.connect(self.focus_first)
        self.events.barWanted.connect(self._show_bar)
        self.head.sources.clicked.connect(self.sources.toggle)
        self.context.theme.changed.connect(self._restyle)

    # what is shown

    def refresh(self) -> None:
        """Show all cases anew."""
        self._cases.refresh()
        self._show()

    def take(self, step: Step) -> None:
        """Cases with their events and answers, rules and the names of sources are shown here."""
        self.tabs.take(step)
        if not step.kinds.isdisjoint((Case, Event, Source, Setting)):
            self._cases.take(step)
            self._show()
        elif Statement in step.kinds:
            self.replies.look_again()

    def _show(self) -> None:
        workspace = self.context.workspace
        some = bool(self._cases.timelines)
        self._parts.show_cases(some)
        self.new_event.setEnabled(some)
        self._cases.arrange(self.panel.bar.axis, self.panel.bar.sort, self.panel.bar.grouping)
        self.list.show_records(self._cases.ordered())
        changed = self.bar.event_changed
        if changed is not None and workspace.get(Event, changed.id) is None:
            self.bar.begin()
        changing = self.form.case_changed
        if changing is not None and workspace.get(Case, changing.id) is None:
            self.changing.leave_form()
        self.bar.refresh()
        self.sources.look_again()
        if self.list.current_record() is None and self.list.records.rowCount() > 0:
            self.list.select(self.list.records.id_at(0))
        self._show_case(self.list.current_record())
        if not self._is_furnished:
            self._is_furnished = True
            self._parts.division.divide(len(self._cases.timelines), self.height())
            self.unfinished.offer()

    def _draw(self) -> None:
        """Draw the cases that the list shows, in its order."""
        shown = self.list.records.shown()
        self.panel.show_chart(self._cases.chart(shown), self._cases.not_aligned(shown))

    def _show_case(self, case: Case | None) -> None:
        timeline = self._cases.timelines.get(case.id) if case is not None else None
        if case is None or timeline is None:
            self.table.show_records([])
            self.timeline.choose("")
            self.replies.show_event(None)
            self.sources.show_event(None)
            return
        other = self.timeline.chosen_case != case.id
        names = workspace_settings.names_allowed(self.context.workspace)
        self.head.show_case(case, timeline, with_name=names)
        self.tabs.show_case(case, timeline)
        is_now = self.context.lens.seen == NOW
        events = timeline.events if is_now else cases.events_of(self.context.workspace, case.id)
        self.bar.set_case(case, events)
        if other:
            self.table.show_records([])
            self.timeline.choose(case.id)
        self.table.show_records(columns.rows(timeline, self._cases.source_name))
        self._choose_event(self.table.current_record())

    def _choose_event(self, row: EventRow | None) -> None:
        case = self.list.current_record()
        if case is None:
            return
        self.timeline.choose(case.id, row.id if row is not None else "")
        self.replies.show_event(row.event if row is not None else None)
        self.sources.show_event(row.event if row is not None else None)
        is_other = self.bar.event_changed is not None and (row is None or row.id != self.bar.event_changed.id)
        if is_other and not self.bar.is_changed:
            self.bar.begin()

    def _count(self, shown: int, total: int) -> None:
        number = self.context.formats.number
        placeholder = _n("Filter {n} case", "Filter {n} cases", total).format(n=number(total))
        self.search.set_placeholder(placeholder)
        counted = _("{n} of {total}").format(n=number(shown), total=number(total))
        self.search.show_count(counted if shown != total else "")
        self.say_status(_("{n} of {total} shown").format(n=number(shown), total=number(total)))

    # commands

    def go(self, place: Place) -> None:
        """Show a case or an event, or begin a new one."""
        if place.wish == "add case":
            self.add_case()
        elif place.wish == "add event":
            self.add_event()
        elif place.wish.startswith(NOTED):
            self._propose(place.wish.removeprefix(NOTED))
        elif place.wish == "totals":
            self.show_totals()
        elif place.record:
            event = self.context.workspace.get(Event, place.record)
            self.search.clear()
            self.list.select(event.case if event is not None else place.record)
            if event is not None:
                self.table.select(event.id)
            self.tabs.show_events()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_case(self) -> None:
        """Begin a new case."""
        self.form.begin()
        self._parts.scroll.ensureWidgetVisible(self.form)

    def add_event(self) -> None:
        """Begin a new event of the chosen case; without any case, begin with that."""
        if not self._cases.timelines:
            self.form.begin()
            return
        if self.bar.event_changed is not None and not self.bar.is_changed:
            self.bar.begin()
        self._show_bar()
        self.bar.focus_line()

    def _propose(self, note_id: str) -> None:
        """Begin an event of the chosen case with what a field note says."""
        workspace = self.context.workspace
        note = workspace.get(FieldNote, note_id)
        source = workspace.get(Source, field_notes.source_id(note)) if note is not None else None
        if note is not None and source is not None:
            self.bar.propose(field_notes.event_draft(note, source))
            self.add_event()

    def show_totals(self) -> None:
        """Hold the logged events against the published totals."""
        dialog = TotalsDialog(self.context, self)
        dialog.placeAsked.connect(self.context.navigator.go)
        dialog.open()

    def find_text(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_records(self) -> Shown:
        """What may be exported from here."""
        return Shown.of(self.list, Case, Event)

    def copy(self) -> None:
        """Copy the chosen rows of the list or of the table."""
        (self.list if self.list.hasFocus() else self.table).copy()

    def show_history(self) -> None:
        """Show the versions of the chosen event; with the keyboard in the list, of the chosen case."""
        case, row = self.list.current_record(), self.table.current_record()
        if row is not None and not self.list.hasFocus() and self.tabs.on_events:
            title = labels.event_kind(row.event.kind)
            show_history(self.context, Event, row.event.id, title, self)
        elif case is not None:
            show_history(self.context, Case, case.id, case.code, self)

    def reset_view(self) -> None:
        """Show all days of the timeline."""
        self.timeline.reset_view()

    def show_all_cases(self) -> None:
        """Draw the rows of the timeline so low that all are in view, or readable again."""
        self.timeline.show_all_rows()

    def edit_selected(self) -> None:
        """Change the chosen event; with the keyboard in the list, the chosen case."""
        row = self.table.current_record()
        if self.list.hasFocus() or row is None or not self.tabs.on_events:
            self.changing.take_up()
        else:
            self.events.take_up(row)

    def delete_selected(self) -> None:
        """Delete the chosen events; with the keyboard in the list, the chosen cases."""
        if self.list.hasFocus():
            self.changing.delete(self.list.selected_records())
        elif self.tabs.on_events:
            self.events.delete(self.table.selected_records())

    def focus_first(self) -> None:
        """Begin at the list."""
        (self.list if self._cases.timelines else self.form.keep).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the timeline its share of the new height."""
        super().resizeEvent(event)
        self.sources.make_room(self.width())
        self._parts.division.divide(len(self._cases.timelines), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 changes what is chosen, from wherever it comes through."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.edit_selected()
            event.accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the columns and the sizes; keep what was typed."""
        self.table.save_state(self.context.settings.store, _COLUMNS)
        self.tabs.keep()
        self.unfinished.keep()
        self._parts.division.save()
        super().hideEvent(event)

    def add_to_talk(self) -> None:
        """Show the timelines of the chosen cases in the talk."""
        case_scenes.add_to_talk(self.context, self.list.selected_records())

    def forget_case(self) -> None:
        """Ask whether to forget the chosen case for good."""
        self.changing.forget()

    def _show_bar(self) -> None:
        self.tabs.show_events()
        self._parts.scroll.ensureWidgetVisible(self.bar)

    def _show_kept(self, case: Case, is_new: bool) -> None:
        """Choose a case that was kept. A new one has no events yet: the first one comes next."""
        self.search.clear()
        self.list.select(case.id)
        (self.bar.line if is_new else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_to_menu(self, menu: QMenu, record: object) -> None:
        if isinstance(record, EventRow):
            menu.addAction(_("Sources"), QKeySequence("Space"), self.sources.toggle)
            menu.addAction(_("Add source…"), self.sources.add)
        menu.addAction(_("Edit"), QKeySequence("F2"), self.edit_selected)
        menu.addAction(_("Delete"), QKeySequence.StandardKey.Delete, self.delete_selected)
        menu.addAction(_("History"), QKeySequence("Ctrl+Shift+H"), self.show_history)
        if isinstance(record, Case):
            menu.addAction(_("Add to talk"), self.add_to_talk)
            menu.addSeparator()
            menu.addAction(_("Forget this case…"), self.forget_case)

    def _restyle(self, tokens: Tokens) -> None:
        self.timeline.restyle(tokens)
        self._show_case(self.list.current_record())
