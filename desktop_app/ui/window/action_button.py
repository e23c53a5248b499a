"""A button that stands for a command of the menus."""

from __future__ import annotations

from PySide6.QtGui import QAction

from desktop_app.ui.widgets.buttons import Button


class ActionButton(Button):
    """Same words, same key shown in it, same enabled state as the command."""

    def __init__(self, action: QAction, words: str, *, look: str = "") -> None:
        super().__init__(words, look=look, key=action.shortcut().toString())
        self.setToolTip(words)
        self._action = action
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
