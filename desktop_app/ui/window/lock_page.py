"""What stands in the window while a workspace is locked: its name, and where its passphrase is typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.privacy.unlock_form import UnlockForm
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

_CARD_LETTERS = 64


class LockPage(QWidget):
    """Nothing of the workspace is in it but the name of its file."""

    left = Signal()
    """Somebody leaves it locked and goes to the start page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setObjectName("lockPage")
        self.form = UnlockForm(path, _("Unlock"))
        self.leave = Button(_("Close workspace"))
        self.leave.clicked.connect(self.left)
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(card.fontMetrics().averageCharWidth() * _CARD_LETTERS)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(10)
        column.addWidget(TextLabel(_("Locked"), "title", wrap=True))
        words = _("{name} is closed. What was being typed is kept, under its passphrase.")
        column.addWidget(TextLabel(words.format(name=path.name), "muted", wrap=True))
        column.addWidget(self.form)
        for button in (self.form.keep, self.leave):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            column.addWidget(button)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.setFocusProxy(self.form.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries what is typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form.try_it()
            event.accept()
        else:
            super().keyPressEvent(event)
