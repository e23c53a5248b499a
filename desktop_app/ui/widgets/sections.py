"""What the sections of the inspector are made of: text that can be marked, small links, small menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout

from desktop_app.ui.theme.tokens import SMALL, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel


def add_text(body: QVBoxLayout, words: str, look: str = "small") -> TextLabel:
    """A line of text that wraps, and that can be marked and copied with the mouse."""
    label = TextLabel(words, look, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    body.addWidget(label)
    return label


def link(words: str, name: str = "") -> Button:
    """A link in small letters, at the same edge as the text around it. `name` finds it again."""
    button = Button(words.replace("&", "&&"), look="link")
    button.setFont(scaled(button.font(), SMALL))
    button.setObjectName(name)
    return button


def menu_link(words: str, name: str) -> tuple[Button, QMenu]:
    """A link that opens a menu, and the menu to be filled."""
    button = link(words, name)
    menu = QMenu(button)
    button.setMenu(menu)
    return button, menu


def breakable(address: str) -> str:
    """The address with places where a line may end that are not seen."""
    return "".join(f"{letter}\u200b" if letter in "/?&=-_." else letter for letter in address)


def capital(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
