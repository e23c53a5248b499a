"""The line that says which statements answer or dispute the chosen event, and goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.events import Event
from desktop_app.services import statements
from desktop_app.ui.context import Context
from desktop_app.ui.places import ABOUT, Place
from desktop_app.ui.widgets.sections import link
from desktop_app.words import statement_words


class RepliesLine(QWidget):
    """Hidden while no statement answers or disputes the event."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._event: Event | None = None
        self.opener = link("", "eventReplies")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.opener)
        self.opener.clicked.connect(self._go)
        self.hide()

    def show_event(self, event: Event | None) -> None:
        """Say what replies to an event."""
        self._event = event
        replies = statements.replies(self._context.view, event.id) if event is not None else []
        self.opener.setText(statement_words.replied(replies, self._context.formats))
        self.setVisible(bool(replies))

    def look_again(self) -> None:
        """Statements have changed."""
        self.show_event(self._event)

    def _go(self, _checked: bool = False) -> None:
        if self._event is not None:
            self._context.navigator.go(Place("statements", filter=f"{ABOUT}{self._event.id}"))
