"""A short list to choose one entry from: saved charts, cases, suggestions of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop_app.ui.widgets.labels import plain_tip

KEY = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: its key, its words, and a second line for the tool tip."""

    key: str
    words: str
    tip: str = ""


class ChoiceList(QListWidget):
    """Entries known by their keys; `chosen` carries the key whenever another becomes current.

    Tab leaves the list; what was chosen stays chosen when the entries are shown anew.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Rows laid out before the style sheet is known keep their wrong places.
        self.ensurePolished()
        self.currentItemChanged.connect(self._tell)
        self.show_choices(choices)

    @property
    def choice(self) -> str:
        """The key of the current entry; empty where there is none."""
        item: QListWidgetItem | None = self.currentItem()
        return "" if item is None else str(item.data(KEY))

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these entries, the chosen one still chosen if it is among them, without telling."""
        before = self.choice
        self.blockSignals(True)
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.words, self)
            item.setData(KEY, choice.key)
            item.setToolTip(plain_tip(choice.tip or choice.words))
        self.choose(before)
        self.blockSignals(False)

    def choose(self, key: str) -> bool:
        """Make the entry with this key current; False where there is none."""
        for row in range(self.count()):
            if self.item(row).data(KEY) == key:
                self.setCurrentRow(row)
                return True
        return False

    def sizeHint(self) -> QSize:
        """Room for six entries or so."""
        return QSize(self.fontMetrics().averageCharWidth() * 26, self.fontMetrics().height() * 14)

    def _tell(self, current: QListWidgetItem | None, previous: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(str(current.data(KEY)))
