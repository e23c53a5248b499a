from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.window.command_palette import CommandPalette, matching, plain_words
from desktop_app.ui.window.menus import Menus


@pytest.fixture
def menus(qtbot: QtBot) -> Menus:
    owner = QWidget()
    qtbot.addWidget(owner)
    bar = QMenuBar(owner)
    menus = Menus(bar, owner)
    menus.show_undo("add from article", "")
    return menus


def first(menus: Menus, typed: str) -> str:
    found = matching(menus.to_be_found, typed)
    return plain_words(found[0]) if found else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dark", "Theme: dark"),
        ("Light", "Theme: light"),
        ("figures", "Figures"),
        ("add fig", "Add figure"),
        ("new sour", "New source"),
        ("article", "Paste an article"),
        ("exprot", "Export"),
        ("histroy", "History"),
        ("larger", "Larger text"),
        ("undo", "Undo add from article"),
        ("help", "Help"),
    ],
)
def test_what_is_typed_finds_what_is_meant(menus: Menus, typed: str, meant: str) -> None:
    assert first(menus, typed) == meant


@pytest.mark.parametrize("typed", ["zzz", "xylophone", "qwerty"])
def test_what_is_like_nothing_finds_nothing(menus: Menus, typed: str) -> None:
    assert matching(menus.to_be_found, typed) == []


def test_enter_takes_nothing_away_unless_its_own_letters_were_typed(qtbot: QtBot, menus: Menus) -> None:
    done: list[str] = []
    menus.commanded.connect(done.append)
    undo: list[QAction] = [menus.actions["undo"]]
    for typed in ("from", "artcle"):
        palette = CommandPalette(undo, menus.parent())
        qtbot.addWidget(palette)
        palette.show()
        qtbot.keyClicks(palette._field, typed)
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
        assert done == []
        assert palette.isVisible()
    assert palette.findChild(QListWidget).count() == 1
    qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert done == ["undo"]


def test_a_theme_is_chosen_by_its_name(qtbot: QtBot, menus: Menus) -> None:
    chosen: list[str] = []
    menus.themeChosen.connect(chosen.append)
    palette = CommandPalette(menus.to_be_found, menus.parent())
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette._field, "dark")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert chosen == ["dark"]
