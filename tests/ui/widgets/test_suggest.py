from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.columns import fold
from desktop_app.ui.widgets.suggest import SuggestCombo, Suggestion

SOURCES = (
    Suggestion("Anadolu Ajansı", "news, B", "anadolu"),
    Suggestion("The Guardian", "news, B", "guardian"),
    Suggestion("Home Office", "official, A", "office"),
)


def suggestions(typed: str) -> list[Suggestion]:
    return [source for source in SOURCES if fold(typed) in fold(source.text)]


@pytest.fixture
def combo(qtbot: QtBot) -> SuggestCombo:
    combo = SuggestCombo("Source", suggestions)
    qtbot.addWidget(combo)
    combo.show()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    return combo


def test_a_list_wider_than_its_field_stays_on_the_screen(qtbot: QtBot) -> None:
    long = Suggestion("A very long title " * 6)
    combo = SuggestCombo("Source", lambda typed: [long])
    qtbot.addWidget(combo)
    room = combo.screen().availableGeometry()
    combo.resize(120, 30)
    combo.move(room.right() - 130, 40)
    combo.show()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    for letter in "ver":
        qtbot.keyClicks(combo, letter)
        offered = combo.completer().popup()
        assert offered.isVisible()
        assert offered.width() > combo.width()
        assert offered.geometry().right() <= room.right()


def popup(combo: SuggestCombo) -> object:
    return combo.completer().popup()


def test_typing_offers_and_enter_accepts(combo: SuggestCombo, qtbot: QtBot) -> None:
    qtbot.keyClicks(combo, "guard")
    list_of_offers = combo.completer().popup()
    assert list_of_offers.isVisible()
    qtbot.keyClick(list_of_offers, Qt.Key.Key_Down)
    with qtbot.waitSignal(combo.accepted) as told:
        qtbot.keyClick(list_of_offers, Qt.Key.Key_Return)
    assert told.args == [SOURCES[1]]
    assert combo.text() == "The Guardian"
    assert combo.value == "guardian"
    assert not list_of_offers.isVisible()


def test_free_text_stays_and_stands_for_no_value(combo: SuggestCombo, qtbot: QtBot) -> None:
    qtbot.keyClicks(combo, "Local radio")
    assert combo.text() == "Local radio"
    assert combo.value is None


def test_a_name_typed_out_in_full_stands_for_its_value(combo: SuggestCombo, qtbot: QtBot) -> None:
    qtbot.keyClicks(combo, "Home Office")
    assert combo.value == "office"
    with qtbot.waitSignal(combo.valueChanged) as told:
        qtbot.keyClick(combo, Qt.Key.Key_Backspace)
    assert told.args == [None]


def test_f4_shows_everything_there_is(combo: SuggestCombo, qtbot: QtBot) -> None:
    qtbot.keyClick(combo, Qt.Key.Key_F4)
    list_of_offers = combo.completer().popup()
    assert list_of_offers.isVisible()
    assert list_of_offers.model().rowCount() == 3
    qtbot.keyClick(list_of_offers, Qt.Key.Key_Escape)
    assert not list_of_offers.isVisible()


def test_filling_it_in_is_not_accepting(combo: SuggestCombo, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(combo.accepted):
        combo.set_value("The Guardian", "guardian")
    assert combo.value == "guardian"
    assert not combo.completer().popup().isVisible()


def test_control_enter_submits_even_with_the_list_open(combo: SuggestCombo, qtbot: QtBot) -> None:
    qtbot.keyClicks(combo, "ana")
    with qtbot.waitSignal(combo.submitted):
        qtbot.keyClick(combo.completer().popup(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert combo.text() == "ana"
    assert not combo.completer().popup().isVisible()
