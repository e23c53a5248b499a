"""The smaller parts: buttons, cards, segments, search box, banner, chips, labels, lists, empty states."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.banner import Banner, BannerKind, Way
from desktop_app.ui.widgets.buttons import (
    Button,
    IconButton,
    key_words,
)
from desktop_app.ui.widgets.card import Card, MetricCard
from desktop_app.ui.widgets.chip import ChipKind, ChipLabel
from desktop_app.ui.widgets.choices import Choice, ChoiceList
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import TextLabel, plain_tip, section_label
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.segmented import Segmented


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("look", ["primary", "", "link"])
def test_enter_and_space_press_a_button(qtbot: QtBot, look: str) -> None:
    pressed: list[bool] = []
    button = Button("Add figure", look=look)
    button.clicked.connect(partial(pressed.append, True))
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert len(pressed) == 2


def test_a_button_shows_its_key_and_makes_room_for_it(qtbot: QtBot) -> None:
    with_key, without = Button("Add figure", key="Ctrl+N"), Button("Add figure")
    for button in (with_key, without):
        qtbot.addWidget(button)
    assert with_key.sizeHint().width() > without.sizeHint().width()
    assert with_key.accessibleDescription() == "Ctrl+N"
    assert key_words("Ctrl+Return") == "Ctrl+Enter"


def test_targets_are_large_enough_to_hit(qtbot: QtBot) -> None:
    menu_button = Button("Measure: all")
    menu_button.setMenu(QMenu(menu_button))
    for widget in (
        Button("x"),
        menu_button,
        IconButton("undo", "Undo"),
        Segmented("s", [("a", "A"), ("b", "B")]),
    ):
        qtbot.addWidget(widget)
        assert widget.sizeHint().width() >= 24
        assert widget.sizeHint().height() >= 24


def test_an_icon_button_says_what_it_does(qtbot: QtBot) -> None:
    button = IconButton("undo", "Undo", key="Ctrl+Z")
    qtbot.addWidget(button)
    assert spoken(button) == "Undo"
    assert button.toolTip() == "Undo (Ctrl+Z)"


def test_a_metric_card_reads_as_a_sentence_and_enter_opens_it(qtbot: QtBot) -> None:
    card = MetricCard("94", "people returned to France", "early Nov 2025 · reported", colour="returned")
    qtbot.addWidget(card)
    card.show()
    assert spoken(card) == "94 people returned to France"
    assert card.accessibleDescription() == "early Nov 2025 · reported"
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert card.heightForWidth(120) > card.heightForWidth(400)


def test_focus_on_a_card_can_be_seen(qtbot: QtBot) -> None:
    frame = Card(MetricCard("94", "people"), MetricCard("57", "people"))
    qtbot.addWidget(frame)
    frame.show()
    card = frame.findChildren(MetricCard)[0]
    frame.findChildren(MetricCard)[1].setFocus()
    before = card.grab().toImage()
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    assert card.grab().toImage() != before


def test_segments_are_one_stop_and_arrows_choose(qtbot: QtBot) -> None:
    segments = Segmented("Compare as", [("panels", "Panels"), ("axis", "One axis"), ("log", "Log")])
    qtbot.addWidget(segments)
    segments.show()
    segments.setFocus()
    qtbot.waitUntil(lambda: segments.focusWidget() is not None and segments.focusWidget().hasFocus())
    assert segments.choice == "panels"
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(segments.focusWidget(), Qt.Key.Key_Right)
    assert told.args == ["axis"]
    segments.choose("log")
    assert segments.choice == "log"
    with pytest.raises(ValueError):
        segments.choose("pie")


def test_the_search_box_tells_each_key_and_escape_clears_it(qtbot: QtBot) -> None:
    box = SearchBox("Find in figures")
    qtbot.addWidget(box)
    box.show()
    heard: list[str] = []
    box.searched.connect(heard.append)
    qtbot.keyClicks(box.field, "do")
    box.show_count("12 of 340")
    assert heard == ["d", "do"]
    assert box.count.text() == "12 of 340"
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.text() == ""
    assert heard[-1] == ""
    assert spoken(box.field) == "Find in figures"
    with qtbot.waitSignal(box.resultsWanted):
        qtbot.keyClick(box.field, Qt.Key.Key_Down)


def test_a_banner_says_why_and_offers_ways_out(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    taken: list[str] = []
    assert banner.words == ""
    banner.tell("The file is open elsewhere.", [Way("Open read-only", lambda: taken.append("read"))])
    assert banner.words == "The file is open elsewhere."
    qtbot.mouseClick(banner.findChild(Button), Qt.MouseButton.LeftButton)
    assert taken == ["read"]
    assert banner.words == ""
    banner.tell("Kept as it was.", kind=BannerKind.NOTICE)
    assert banner.property("look") == "notice"
    banner.hide()


def test_what_people_typed_is_never_markup(qtbot: QtBot) -> None:
    label = TextLabel("<b>94</b>", elide=True)
    qtbot.addWidget(label)
    label.resize(10, 20)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert plain_tip("<b>94</b>") == "<p>&lt;b&gt;94&lt;/b&gt;</p>"
    assert plain_tip("94 & 57") == "94 & 57"


def test_a_label_that_does_not_fit_gives_the_whole_as_a_tip(qtbot: QtBot) -> None:
    label = TextLabel("UK small boat migrant sent back to France for 2nd time", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_an_empty_chip_takes_no_room_and_a_filled_one_is_named(qtbot: QtBot) -> None:
    chip = ChipLabel()
    qtbot.addWidget(chip)
    assert chip.isHidden()
    chip.show_chip("rival value 57", ChipKind.ATTENTION)
    assert spoken(chip) == "rival value 57"
    chip.hide()


def test_a_list_keeps_its_choice_when_shown_anew(qtbot: QtBot) -> None:
    choices = ChoiceList("Charts", [Choice("a", "Returns against arrivals"), Choice("b", "Balance")])
    qtbot.addWidget(choices)
    with qtbot.waitSignal(choices.chosen) as told:
        choices.choose("b")
    assert told.args == ["b"]
    with qtbot.assertNotEmitted(choices.chosen):
        choices.show_choices([Choice("c", "Journeys"), Choice("b", "Reciprocity balance")])
    assert choices.choice == "b"
    assert not choices.choose("z")


def test_rows_of_a_list_do_not_overlap_when_one_is_chosen_before_it_is_shown(qtbot: QtBot) -> None:
    choices = ChoiceList("Charts", [Choice(key, key * 5) for key in "abc"])
    qtbot.addWidget(choices)
    choices.choose("a")
    choices.show()
    boxes = [choices.visualItemRect(choices.item(row)) for row in range(3)]
    assert not boxes[0].intersects(boxes[1])
    assert not boxes[1].intersects(boxes[2])


def test_a_page_header_and_an_empty_state_say_what_they_are_for(qtbot: QtBot) -> None:
    header = PageHeader("Figures", Button("Import…"))
    empty = EmptyState(
        "No cases", "A case is one person's dated events.", Button("New case"), icon_name="cases"
    )
    for widget in (header, empty, section_label("Schemes")):
        qtbot.addWidget(widget)
    assert header.title.text() == "Figures"
    assert empty.words.text().startswith("A case")


def test_segments_are_reached_by_the_letter_of_their_label_and_leave_enter_to_the_main_button(
    qtbot: QtBot,
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    first, segments = QLineEdit(), Segmented("Format", [("a", "A"), ("b", "B")])
    label, main = QLabel("&Format"), QPushButton("Export")
    label.setBuddy(segments)
    main.setDefault(True)
    column = QVBoxLayout(dialog)
    for widget in (first, label, segments, main):
        column.addWidget(widget)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    focused = dialog.focusWidget()
    assert focused is not None
    assert segments.isAncestorOf(focused)
    with qtbot.waitSignal(main.clicked):
        qtbot.keyClick(focused, Qt.Key.Key_Return)


def test_a_choice_that_cannot_be_made_says_why(qtbot: QtBot) -> None:
    segments = Segmented("Format", [("a", "A"), ("b", "B")])
    qtbot.addWidget(segments)
    segments.enable("b", False, "There is no B today.")
    tips = [each.toolTip() for each in segments.findChildren(QPushButton)]
    assert tips == ["", "There is no B today."]
