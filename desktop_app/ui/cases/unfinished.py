"""Keeps what is half typed of events beyond the window, and offers it where it was never finished."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.ui.cases import half_typed
from desktop_app.ui.cases.event_bar import EventBar
from desktop_app.ui.cases.half_typed import Unfinished
from desktop_app.ui.context import Context
from desktop_app.ui.drafts import DraftKeeper
from desktop_app.words.translate import _


class UnfinishedEvents(QObject):
    """Follows the bar in which events are typed: one new event for each case, and the one being changed."""

    caseWanted = Signal(str)
    """Id of a case of which an event is gone on with."""
    changeWanted = Signal(object, object)
    """An Event whose change is gone on with, and its Half."""

    def __init__(self, context: Context, bar: EventBar) -> None:
        super().__init__(bar)
        self._workspace, self._bar = context.workspace, bar
        self._keeper = DraftKeeper(bar, context, "event", self._texts)
        self.banner = self._keeper.banner
        self.keep = self._keeper.keep
        bar.changed.connect(self._keeper.note_change)
        self._keeper.continued.connect(self._go_on)

    def offer(self) -> None:
        """Offer what was left, if anything was."""
        self._keeper.offer(_("An unfinished event was kept."))

    def _texts(self) -> dict[str, str]:
        return self._of_what_is_there(self._bar.unfinished).texts()

    def _go_on(self, texts: dict[str, str]) -> None:
        left = self._of_what_is_there(half_typed.unfinished(texts))
        self._bar.take_unfinished(left)
        for case in left.new:
            self.caseWanted.emit(case)
        for id, half in left.changed.items():
            self.changeWanted.emit(self._workspace.get(Event, id), half)
        if left.changed:
            self._bar.fields.date.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._bar.focus_line()

    def _of_what_is_there(self, left: Unfinished) -> Unfinished:
        """But for cases and events that are deleted since: nothing could be kept of them."""
        has = self._workspace.get
        return Unfinished(
            {case: half for case, half in left.new.items() if has(Case, case) is not None},
            {event: half for event, half in left.changed.items() if has(Event, event) is not None},
        )
