"""What a form asks or warns of under its fields, where it stands and never as a dialog."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _

_SENTENCE = 34
"""Letters of room that a sentence needs beside its answers."""


class Question(QFrame):
    """A sentence with its answers as buttons, hidden while there is nothing to ask."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.words = TextLabel("", wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addWidget(self.words, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 6, 8, 6)
        self.body.addLayout(self.row)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers under the sentence where there is no room for both side by side."""
        super().resizeEvent(event)
        parts = [self.row.itemAt(place) for place in range(1, self.row.count())]
        taken = sum(part.sizeHint().width() + self.row.spacing() for part in parts if part is not None)
        is_narrow = self.width() - taken < self.fontMetrics().averageCharWidth() * _SENTENCE
        ways = QBoxLayout.Direction
        self.row.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def ask(self, words: str) -> None:
        """Show the sentence; it is announced when it is new."""
        is_new = self.isHidden() or words != self.words.text()
        self.words.setText(words)
        self.show()
        if is_new:
            announce(self, words)

    def withdraw(self) -> None:
        """Take it away; a focus within goes on to the next field."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.focusNextChild()
        self.hide()


class DuplicateNotice(Question):
    """Says that what is typed looks like a record that is there, with the two ways on."""

    linkAsked = Signal()
    addAsked = Signal()

    def __init__(self) -> None:
        super().__init__("banner")
        self.link = Button(_("It is the same: add as second source"), key="Ctrl+L")
        self.add = Button(_("Add anyway"), key="Ctrl+Return")
        self.link.clicked.connect(self.linkAsked)
        self.add.clicked.connect(self.addAsked)
        self.row.addWidget(self.link)
        self.row.addWidget(self.add)
