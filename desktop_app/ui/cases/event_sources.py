"""The panel of the chosen event beside the page: shown where there is room, or when Space asks for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QSplitter

from desktop_app.domain.events import Event
from desktop_app.domain.sources import Citation
from desktop_app.ui.cases import words
from desktop_app.ui.cases.event_panel import EventPanel
from desktop_app.ui.citations.citing import Citing
from desktop_app.ui.context import Context
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.table import RecordTableView

_KEY = "cases/panel"
_NARROW_EM = 90
"""Below so many letter heights the panel makes room for timeline and table, until it is asked for."""


class EventSources(QSplitter):
    """The page at the left, the panel at the right; Space in the table of events shows and hides that."""

    def __init__(self, context: Context, page: QScrollArea, table: RecordTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._context, self._page, self._table = context, page, table
        self._event: Event | None = None
        self._is_wanted = context.settings.text(_KEY, "shown") != "hidden"
        self._citing = Citing(context)
        self.panel = EventPanel(context)
        self._card = Card(self.panel, margin=0, look="panel")
        self._card.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.setObjectName("eventSplitter")
        self.setChildrenCollapsible(False)
        self.addWidget(page)
        self.addWidget(self._card)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._card.hide()
        table.installEventFilter(self)
        cited = self.panel.cited
        cited.addAsked.connect(self.add)
        cited.editAsked.connect(self._cite)
        cited.removeAsked.connect(self._uncite)
        cited.moveAsked.connect(self._move)
        self.panel.sourceOpened.connect(self._open_source)

    @property
    def is_shown(self) -> bool:
        """Whether the panel is part of what is seen."""
        return not self._card.isHidden()

    def show_event(self, event: Event | None) -> None:
        """Show this event's sources, now or when the panel is next seen."""
        if event != self._event:
            self._event = event
            if self.is_shown:
                self.panel.show_event(event)

    def look_again(self) -> None:
        """The names of sources may have changed."""
        if self.is_shown:
            self.panel.show_event(self._event)

    def make_room(self, width: int) -> None:
        """Show the panel where the page is wide enough for it."""
        self._set_shown(self._is_wanted and width >= self.fontMetrics().height() * _NARROW_EM)

    def toggle(self) -> None:
        """Show the panel, however narrow the page is, or hide it; remembered."""
        self._is_wanted = not self.is_shown
        self._context.settings.set_text(_KEY, "shown" if self._is_wanted else "hidden")
        self._set_shown(self._is_wanted)

    def add(self) -> None:
        """Open the form of one more source for the event."""
        self._cite(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space in the table."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._table and is_key and _is_space(event):
            self.toggle()
            return True
        return super().eventFilter(watched, event)

    def _set_shown(self, shows: bool) -> None:
        if shows != self.is_shown:
            self._card.setVisible(shows)
            if shows:
                self.panel.show_event(self._event)

    def _cite(self, citation: Citation | None) -> None:
        if self._event is not None:
            title = words.named(self._event, self._context.formats)
            self._citing.cite(self._event, citation, title, self)

    def _uncite(self, citation: Citation) -> None:
        if self._event is not None:
            self._citing.uncite(self._event, citation)

    def _move(self, citation: Citation, by: int) -> None:
        if self._event is not None:
            self._citing.move(self._event, citation, by)

    def _open_source(self, source_id: str) -> None:
        self._context.navigator.go(Place("sources", record=source_id))


def _is_space(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space and not event.modifiers()
