"""Finds any command by a few letters of its name, and runs it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import fold
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

_ACTION_ROLE = int(Qt.ItemDataRole.UserRole)
_LIKE_ENOUGH = 72
"""Of a hundred, how like a command must be to what was typed where its letters differ."""
_TAKES_AWAY = {"undo", "redo", "delete_selected", "close_workspace", "quit"}
"""Commands that are only marked for Enter when their own first letters were typed."""
FULL_NAME = "fullName"
"""The property of an action that is called more in the palette than in its menu."""


def plain_words(action: QAction) -> str:
    """A command's words without the mark of its menu letter."""
    full = action.property(FULL_NAME)
    if full:
        return str(full)
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
            here = self._list.currentRow()
            self._list.setCurrentRow((here + by) % rows if here >= 0 else min(by, 0) % rows)

    def _show(self, typed: str) -> None:
        self._list.clear()
        found = matching(self._actions, typed.strip())
        for action in found:
            key = shown_key(action)
            item = QListWidgetItem(f"{plain_words(action)}    {key}" if key else plain_words(action))
            item.setData(_ACTION_ROLE, action)
            self._list.addItem(item)
        self._list.setCurrentRow(0 if found and _is_meant(found[0], typed) else -1)
        self._none.setVisible(not found)
        self._list.setVisible(bool(found))

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = item.data(_ACTION_ROLE)
        self.accept()
        action.trigger()


def matching(actions: list[QAction], typed: str) -> list[QAction]:
    """The commands that fit what was typed: those that begin so or have its words before similar ones."""
    words = fold(typed)
    if not words:
        return actions
    nearness = {action: near for action in actions if (near := _nearness(action, words)) is not None}
    return sorted(nearness, key=nearness.__getitem__)[:12]


def _nearness(action: QAction, typed: str) -> tuple[int, float] | None:
    """How near a command is to folded words, less for nearer; None where it is too far off."""
    words = fold(plain_words(action))
    if words == typed:
        return 0, 0
    if words.startswith(typed):
        return 1, 0
    last = action.objectName() in _TAKES_AWAY
    if all(any(word.startswith(part) for word in words.split()) for part in typed.split()):
        return 5 if last else 2, 0
    if typed in words:
        return 5 if last else 3, 0
    from rapidfuzz import fuzz

    like = max(fuzz.ratio(typed, words), fuzz.partial_ratio(typed, words) * 0.95 if len(typed) > 3 else 0.0)
    return (6 if last else 4, -like) if like >= _LIKE_ENOUGH else None


def _is_meant(action: QAction, typed: str) -> bool:
    return action.objectName() not in _TAKES_AWAY or fold(plain_words(action)).startswith(fold(typed.strip()))
