"""Several of a few: one stop of Tab, arrows go along, Space turns."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.toggles import Toggles


@pytest.fixture
def toggles(qtbot: QtBot) -> Iterator[Toggles]:
    window = QWidget()
    made, after = Toggles("Kinds", [(key, key.upper()) for key in "abc"]), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    yield made
    window.hide()


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_arrows_and_space_choose_any_number(toggles: Toggles) -> None:
    told: list[tuple[object, ...]] = []
    toggles.changed.connect(lambda: told.append(toggles.chosen))
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    assert toggles.chosen == ("a", "c")
    press(Qt.Key.Key_Space)
    assert told == [("a",), ("a", "c"), ("a",)]


def test_tab_stops_once_and_comes_back_to_the_one_left(toggles: Toggles) -> None:
    press(Qt.Key.Key_Right)
    here = QApplication.focusWidget()
    press(Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is here


def test_what_is_chosen_by_the_page_is_not_told(toggles: Toggles) -> None:
    told: list[int] = []
    toggles.changed.connect(lambda: told.append(1))
    toggles.choose(["b"])
    assert toggles.chosen == ("b",)
    assert told == []
