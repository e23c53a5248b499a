"""The bar above the pages: which workspace this is, and the commands used most."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from desktop_app.ui.theme import icons
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.labels import TextLabel, plain_tip
from desktop_app.ui.window.action_button import ActionButton
from desktop_app.words.translate import _


class CommandField(ActionButton):
    """A command with words, key and icon, and only the icon where there is no more room."""

    def minimumSizeHint(self) -> QSize:
        """A square for the icon."""
        height = self.sizeHint().height()
        return QSize(round(height * 1.2), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        if self.width() >= super().minimumSizeHint().width():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


class TopBar(QFrame):
    """Workspace name at the left; commands, Present and Add figure at the right."""

    def __init__(self, theme: Theme, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setProperty("look", "bar")
        self.setProperty("region", "commands")
        self._theme = theme
        self.title = TextLabel("", "heading", elide=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.title.setObjectName("workspaceTitle")
        self.file = TextLabel("", "muted", elide=True)
        self.file.setObjectName("workspaceFile")
        self.search = CommandField(actions["palette"], _("Search or run a command"))
        self.search.setObjectName("commandField")
        self.known_on = CommandField(actions["known_on"], "")
        self.known_on.setObjectName("knownOnButton")
        present = ActionButton(actions["present"], _("Present"))
        present.setObjectName("presentButton")
        add = ActionButton(actions["add_figure"], _("Add figure"), look="primary")
        add.setObjectName("addFigureButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.file, 1)
        for button in (self.search, self.known_on, present, add):
            row.addWidget(button)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_seen("")

    def _dress(self) -> None:
        self.search.setIcon(icons.icon("search", self._theme.tokens))
        self.known_on.setIcon(icons.icon("known-on", self._theme.tokens))

    def show_seen(self, text: str) -> None:
        """Say from when everything is seen ("Known on 6 Nov 2025"); empty for now."""
        self.known_on.setText(text or _("Known on: today"))
        self.known_on.setToolTip(self.known_on.text())

    def show_workspace(self, title: str, file_name: str, tip: str) -> None:
        """Name the open workspace; empty where none is open."""
        self.title.setText(title)
        self.file.setText(file_name)
        self.setToolTip(plain_tip(tip))
