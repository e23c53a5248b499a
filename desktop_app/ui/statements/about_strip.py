"""The line over the list that says it shows only what answers or disputes one record."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


class AboutStrip(QFrame):
    """Hidden while the whole list is shown. `left` asks for that again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self._words = TextLabel("", elide=True)
        self.every = Button(_("Show all"))
        self.every.setObjectName("showAllStatements")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.every)
        self.every.clicked.connect(self.left)
        self.hide()

    def show_record(self, line: str) -> None:
        """Name the record in one line; empty hides the strip."""
        self._words.setText(_("What answers or disputes: {record}").format(record=line))
        self.setVisible(bool(line))
