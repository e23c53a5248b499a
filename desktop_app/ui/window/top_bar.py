"""The bar above the pages: which workspace this is, and the commands used most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from desktop_app.ui.theme import icons
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.buttons import Button
from desktop_app.words.translate import _


class ActionButton(Button):
    """A button that is a menu command: same words, same key shown in it, same enabled state."""

    def __init__(self, action: QAction, words: str, *, look: str = "") -> None:
        super().__init__(words, look=look, key=action.shortcut().toString())
        self.setToolTip(words)
        self._action = action
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())


class TopBar(QFrame):
    """Workspace name at the left; commands, Present and Add figure at the right."""

    def __init__(self, theme: Theme, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setProperty("look", "bar")
        self._theme = theme
        self.title = QLabel()
        self.title.setObjectName("workspaceTitle")
        self.file = QLabel()
        self.file.setObjectName("workspaceFile")
        for label in (self.title, self.file):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("look", "heading")
        self.file.setProperty("look", "muted")
        self.file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search = ActionButton(actions["palette"], _("Search or run a command"))
        self.search.setObjectName("commandField")
        self.search.setMinimumWidth(250)
        self.present = ActionButton(actions["present"], _("Present"))
        self.present.setObjectName("presentButton")
        self.add = ActionButton(actions["add_figure"], _("Add figure"), look="primary")
        self.add.setObjectName("addFigureButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.file, 1)
        for button in (self.search, self.present, self.add):
            row.addWidget(button)
        theme.changed.connect(self._dress)
        self._dress()

    def show_workspace(self, title: str, file_name: str, tip: str) -> None:
        """Name the open workspace; empty where none is open."""
        self.title.setText(title)
        self.file.setText(file_name)
        self.file.setToolTip(tip)

    def _dress(self) -> None:
        self.search.setIcon(icons.icon("search", self._theme.tokens))

