"""A choice out of a list that the wheel does not change while somebody scrolls past it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from desktop_app.words.translate import _


class Combo(QComboBox):
    """Entries (key, words) of which one is chosen; `activated` tells that somebody chose."""

    def __init__(self, entries: Iterable[tuple[str, str]] = (), *, letters: int = 16) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self.show_entries(entries)

    @property
    def choice(self) -> str:
        """The key of what is chosen; empty where nothing is."""
        return str(self.currentData() or "")

    def show_entries(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer these entries in place of the earlier ones, without telling."""
        with QSignalBlocker(self):
            self.clear()
            for key, words in entries:
                self.addItem(words, key)

    def choose(self, key: str) -> None:
        """Choose the entry with this key, without telling; none where it is not there."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the area around it scroll unless the keyboard is here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def nothing_chosen() -> tuple[str, str]:
    """The entry of a combo that waits for a choice."""
    return "", _("Choose…")
