"""What the page of cases does with events: takes one up to be changed, keeps what was typed, deletes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.cases import Case
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event
from desktop_app.ui.cases.columns import EventRow
from desktop_app.ui.cases.deeds import CaseDeeds
from desktop_app.ui.cases.event_bar import EventBar
from desktop_app.ui.cases.half_typed import Half
from desktop_app.ui.cases.unfinished import UnfinishedEvents
from desktop_app.ui.widgets.table import RecordTableView


class EventChanging(QObject):
    """Stands between the bar, the table of events and the list of cases."""

    barWanted = Signal()
    """The bar is about to be typed into: it must be in sight."""

    def __init__(
        self,
        deeds: CaseDeeds,
        cases: RecordTableView,
        table: RecordTableView,
        bar: EventBar,
        unfinished: UnfinishedEvents,
    ) -> None:
        super().__init__(bar)
        self._deeds, self._cases, self._table = deeds, cases, table
        self._bar, self._unfinished = bar, unfinished
        bar.addAsked.connect(self._keep_new)
        bar.saveAsked.connect(self._keep_changed)
        bar.linkAsked.connect(self._link)
        bar.left.connect(table.setFocus)
        table.recordActivated.connect(self.take_up)
        table.deleteRequested.connect(self.delete)
        unfinished.caseWanted.connect(cases.select)
        unfinished.changeWanted.connect(self._go_on)

    def take_up(self, row: EventRow) -> None:
        """Put an event into the fields, to change it."""
        self.barWanted.emit()
        self._bar.change(row.event)
        self._bar.fields.date.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.fields.date.selectAll()

    def take_up_id(self, event_id: str) -> None:
        """Put the event of this id into the fields."""
        self._table.select(event_id)
        row = self._table.current_record()
        if row is not None:
            self.take_up(row)

    def delete(self, chosen: list[EventRow]) -> None:
        """Delete events."""
        if chosen:
            self._deeds.delete_events([row.event for row in chosen])

    def delete_id(self, event_id: str) -> None:
        """Delete the event of this id."""
        self._table.select(event_id)
        self.delete(self._table.selected_records())

    def _go_on(self, event: Event, half: Half) -> None:
        self._cases.select(event.case)
        self.take_up_id(event.id)
        self._bar.take_change(half)

    def _keep_new(self, draft: EventDraft) -> None:
        case: Case | None = self._cases.current_record()
        kept = self._deeds.keep_event(case, draft) if case is not None else None
        if kept is not None:
            self._begin_anew(kept)

    def _link(self, event: Event, draft: EventDraft) -> None:
        linked = self._deeds.link_event(event, draft)
        if linked is not None:
            self._begin_anew(linked)

    def _begin_anew(self, kept: Event) -> None:
        """Show what was kept, and be ready for the next."""
        self._table.select(kept.id)
        self._bar.begin(keep_source=True)
        self._unfinished.keep()
        self._bar.focus_line()

    def _keep_changed(self, event: Event, draft: EventDraft) -> None:
        kept = self._deeds.change_event(event, draft)
        if kept is not None:
            self._bar.begin()
            self._unfinished.keep()
            self._table.select(kept.id)
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
