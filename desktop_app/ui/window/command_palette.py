"""Finds any command by a few letters of its name, and runs it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

_ACTION_ROLE = int(Qt.ItemDataRole.UserRole)


def plain_words(action: QAction) -> str:
    """A command's words without the mark of its menu letter."""
    words = action.text().partition("\t")[0]
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def shown_key(action: QAction) -> str:
    """The key of a command, or that by which the page answers to it."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return key or action.text().partition("\t")[2]


class CommandPalette(QDialog):
    """A field and the commands that fit it best; Enter runs the marked one."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle(_("Commands"))
        self._actions = [action for action in actions if action.isEnabled()]
        self._field = QLineEdit()
        self._field.setObjectName("paletteField")
        self._field.setPlaceholderText(_("Type a few letters of a command"))
        self._field.setAccessibleName(_("Command"))
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(_("Matching commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.ensurePolished()
        self._none = TextLabel(_("No command matches"), "muted")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Card(self._field, self._none, self._list, margin=10, look="popup"))
        self.resize(520, 400)
        self._field.textChanged.connect(self._show)
        self._field.installEventFilter(self)
        self._list.itemClicked.connect(self._run)
        self._show("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys in the field move the mark in the list, and Enter run what is marked."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        rows = self._list.count()
        if rows:
            self._list.setCurrentRow((self._list.currentRow() + by) % rows)

    def _show(self, typed: str) -> None:
        self._list.clear()
        for action in self._matching(typed.strip()):
            key = shown_key(action)
            item = QListWidgetItem(f"{plain_words(action)}    {key}" if key else plain_words(action))
            item.setData(_ACTION_ROLE, action)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._none.setVisible(self._list.count() == 0)
        self._list.setVisible(self._list.count() > 0)

    def _matching(self, typed: str) -> list[QAction]:
        if not typed:
            return self._actions
        from rapidfuzz import fuzz, process, utils

        found = process.extract(
            typed,
            [plain_words(action) for action in self._actions],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=12,
            score_cutoff=55,
        )
        return [self._actions[index] for _words, _score, index in found]

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = item.data(_ACTION_ROLE)
        self.accept()
        action.trigger()
