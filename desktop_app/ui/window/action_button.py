"""A button that stands for a command of the menus."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction

from desktop_app.ui.widgets.buttons import Button


class ActionButton(Button):
    """Same words, same key shown in it where there is room, same enabled state as the command."""

    def __init__(self, action: QAction, words: str, *, look: str = "") -> None:
        super().__init__(words, look=look, key=action.shortcut().toString())
        self.setToolTip(words)
        self._action = action
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the words; the key is left out where it does not fit."""
        hint = self.sizeHint()
        return QSize(hint.width() - self._key_width() - self._gap(), hint.height()) if self._key else hint

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
