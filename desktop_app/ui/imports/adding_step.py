"""The last step of an import: how far the adding has come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


class AddingStep(QWidget):
    """A sentence and a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.words = TextLabel("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.bar)
        column.addStretch(1)

    def begin(self, words: str) -> None:
        """Start anew."""
        self.words.setText(words)
        self.bar.setRange(0, 0)

    def advance(self, done: int, of: int) -> None:
        """So much of so much is done."""
        self.bar.setRange(0, of)
        self.bar.setValue(done)
