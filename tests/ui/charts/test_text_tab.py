"""The words of a chart edited by keys: kept in a saved chart, taken back, reset, and on all that leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop_app.charts.texts import worded
from desktop_app.domain.scenes import Scene
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import Seen, Sight
from desktop_app.services import scenes
from desktop_app.ui.charts import taking_out
from desktop_app.ui.charts.action_bar import CHART, TEXT
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.taking_out import ExportWish, Kind
from desktop_app.ui.places import Place
from desktop_app.ui.presenter.front_chart import Chosen, FrontChart
from desktop_app.ui.presenter.steering import Deed
from desktop_app.ui.presenter.window import PresenterWindow
from tests.charts.samples import TODAY
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, Opened, first, new_total

Key = Qt.Key
MINE = "A few of the many were returned"


@pytest.fixture
def text(page: ChartsPage) -> ChartsPage:
    """The page with its words in front and the keyboard on the headline."""
    page.area.show_tab(TEXT)
    page.focus_first()
    return page


def write(page: ChartsPage, part: str, words: str) -> None:
    box = page.area.text.boxes[part]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, words)
    QTest.keyClick(box, Key.Key_Return)


def shown(page: ChartsPage, part: str = "headline") -> str:
    return page.area.text.boxes[part].toPlainText()


def test_the_first_edit_keeps_the_chart_and_one_undo_takes_both_back(
    text: ChartsPage, opened: Opened
) -> None:
    generated = shown(text)
    assert not text.area.text.parts["headline"].reset.isVisible()
    write(text, "headline", MINE)
    scene = text.saved.current
    assert scene is not None
    assert scene.title == "Returns against arrivals 2"
    assert opened.told.texts == ["Kept as a saved chart: Returns against arrivals 2"]
    assert text.area.picture.chart.headline == text.public_chart().headline == MINE
    assert text.area.text.parts["headline"].reset.isVisible()
    assert text.area.text.parts["headline"].said.text() == "Edited on 20 Feb 2026."
    assert text.area.text.boxes["headline"].hasFocus()
    opened.workspace.undo()
    assert opened.workspace.count(Scene) == 0
    assert shown(text) == text.area.picture.chart.headline == generated
    assert text.list.list.choice == "returns-arrivals"


def test_undo_in_the_field_takes_back_what_was_kept_and_not_its_letters(
    text: ChartsPage, opened: Opened
) -> None:
    write(text, "headline", MINE)
    box = text.area.text.boxes["headline"]
    assert not box.document().isUndoAvailable()
    QTest.keyClicks(box, "Few ")
    QTest.keyClick(box, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(text) == MINE
    assert opened.workspace.count(Scene) == 1
    assert not box.document().isUndoAvailable()


def test_the_second_edit_goes_into_the_same_saved_chart(text: ChartsPage, opened: Opened) -> None:
    for part, words in (("headline", MINE), ("subtitle", "S"), ("footer", "F"), ("alt", "A")):
        write(text, part, words)
    assert opened.workspace.count(Scene) == 1
    assert worded.texts(text.public_chart()).headline != MINE
    chart = text.public_chart()
    assert (chart.headline, chart.subtitle, chart.footer, chart.alt) == (MINE, "S", "F", "A")
    opened.workspace.undo()
    assert text.public_chart().alt != "A"
    assert text.public_chart().footer == "F"


def test_reset_brings_the_generated_back_and_the_keyboard_to_the_text(
    text: ChartsPage, opened: Opened
) -> None:
    generated = shown(text)
    write(text, "headline", MINE)
    reset = text.area.text.parts["headline"].reset
    reset.setFocus()
    QTest.keyClick(reset, Key.Key_Space)
    assert shown(text) == text.public_chart().headline == generated
    assert not reset.isVisible()
    assert text.area.text.boxes["headline"].hasFocus()
    opened.workspace.undo()
    assert shown(text) == MINE


def test_leaving_the_field_keeps_it_and_escape_takes_back_what_was_typed(
    text: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    box = text.area.text.boxes["headline"]
    generated = shown(text)
    QTest.keyClicks(box, "Not this. ")
    QTest.keyClick(box, Key.Key_Escape)
    assert shown(text) == generated
    QTest.keyClick(box, Key.Key_Tab)
    assert opened.workspace.count(Scene) == 0
    box.setFocus()
    QTest.keyClicks(box, "In short: ")
    text.area.show_tab(CHART)
    assert text.public_chart().headline == f"In short: {generated}"


def test_a_step_meanwhile_leaves_what_is_being_typed(text: ChartsPage, opened: Opened) -> None:
    box = text.area.text.boxes["headline"]
    box.selectAll()
    QTest.keyClicks(box, "Half a")
    opened.add(new_total("999", "2026-02-19"))
    QTest.keyClicks(box, " headline")
    assert shown(text) == "Half a headline"
    assert shown(text, "subtitle") == text.public_chart().subtitle


def test_other_figures_are_told_beside_it_and_above_the_chart(text: ChartsPage, opened: Opened) -> None:
    write(text, "headline", MINE)
    opened.add(new_total("5000", "2026-02-19"))
    now = worded.texts(text.public_chart()).headline
    part = text.area.text.parts["headline"]
    assert part.said.text() == f"Edited on 20 Feb 2026; the generated one now reads: {now}"
    assert part.box.accessibleDescription() == part.said.text()
    assert shown(text) == text.area.picture.chart.headline == MINE
    notes = [note.text for note in text.area.picture.chart.notes if note.code == worded.EDITED]
    assert notes == [f"The headline was edited on 20 Feb 2026; the generated one now reads: {now}"]
    opened.context.checking.changed.emit(frozenset())
    assert text.area.notes.words[0] == notes[0]


def test_words_are_looked_at_while_they_are_typed(text: ChartsPage) -> None:
    box = text.area.text.boxes["headline"]
    assert text.area.text.parts["headline"].said.text() == ""
    box.selectAll()
    QTest.keyClicks(box, "A flood of people")
    assert text.area.text.parts["headline"].said.text() == "“flood” is not neutral; neutral: arrivals."


def test_seen_from_an_earlier_day_the_chart_is_frozen_there(text: ChartsPage, opened: Opened) -> None:
    opened.context.lens.turn(Seen(Sight.KNOWN_ON, date(2025, 11, 7)))
    write(text, "headline", MINE)
    assert text.saved.pinned == date(2025, 11, 7)
    assert text.public_chart().headline == MINE


def test_saving_again_with_other_days_keeps_the_words(text: ChartsPage, opened: Opened) -> None:
    write(text, "headline", MINE)
    text.save_chart()
    dialog = text.saved._dialog
    assert dialog is not None
    dialog.field.setText("Another")
    dialog.keep.click()
    assert [worded.from_settings(one.settings).edited for one in scenes.saved(opened.workspace)] == [
        ("headline",),
        ("headline",),
    ]


def test_the_other_charts_of_the_list_have_their_own_words(text: ChartsPage) -> None:
    write(text, "headline", MINE)
    text.list.list.choose("balance")
    assert text.area.text.boxes["headline"].toPlainText() != MINE
    write(text, "headline", "Balance, said shortly")
    assert text.public_chart().headline == "Balance, said shortly"
    assert [scene.title for scene in scenes.saved(text.context.workspace)] == [
        "Returns against arrivals 2",
        "Balance 2",
    ]


def test_everything_that_leaves_has_the_words(text: ChartsPage, tmp_path: Path) -> None:
    write(text, "headline", MINE)
    write(text, "footer", "Ask us")
    generated = worded.texts(text.public_chart()).footer
    for kind in (Kind.PNG, Kind.SVG, Kind.PDF, Kind.CSV, Kind.XLSX):
        path = tmp_path / f"out.{kind.value}"
        taking_out.write(text.public_chart(), path, ExportWish(kind), (640, 480))
        contents = path.read_bytes()
        if kind is Kind.PNG:
            reader = QImageReader(str(path))
            contents = f"{reader.text('Title')} {reader.text('Source')}".encode()
        if kind is Kind.XLSX:
            words = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Words").to_python()
            contents = repr(words).encode()
        assert MINE.encode() in contents, kind
        assert generated.encode() in contents or (kind is Kind.SVG and b"Home Office" in contents), kind
    text.area.show_tab(CHART)
    text.copy()
    clipboard = QGuiApplication.clipboard().text()
    assert MINE in clipboard
    assert generated in clipboard
    assert "Ask us" in clipboard


def test_the_room_and_the_console_have_the_words_and_a_replay_has_not(
    text: ChartsPage, opened: Opened, qtbot: QtBot
) -> None:
    write(text, "headline", MINE)
    scene = text.saved.current
    assert scene is not None
    assert FrontChart(opened.context, Chosen.of(scene)).built().headline == MINE
    text.go(Place("charts", wish="present here"))
    window = cast(PresenterWindow, text.presenting.window)
    qtbot.waitExposed(window)
    assert window.picture.chart.headline == MINE
    window.do(Deed.REPLAY)
    assert window.replay.is_on
    assert window.picture.chart.headline != MINE
    window.replay.stop()
    assert window.picture.chart.headline == MINE
    window.close()


def test_the_chart_alone_in_the_room_follows_the_edit(text: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    text.present_here()
    window = cast(PresenterWindow, text.presenting.window)
    qtbot.waitExposed(window)
    write(text, "headline", MINE)
    assert window.picture.chart.headline == MINE
    opened.workspace.undo()
    assert window.picture.chart.headline != MINE
    window.close()


def test_words_of_a_chart_that_is_not_public_do_not_leave(opened: Opened, qtbot: QtBot) -> None:
    settings = worded.in_settings("", worded.Words(headline=worded.Edit(CANARY, TODAY)))
    scene = Scene(id="red", title="Red", chart="returns-arrivals", settings=settings, sharing=Sharing.RED)
    page = ChartsPage(opened.over(Ledger(*first(), scene)))
    qtbot.addWidget(page)
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.list.list.choose("red")
    assert page.area.picture.chart.headline == CANARY
    assert CANARY not in repr(page.public_chart())
    page.area.show_tab(TEXT)
    assert page.area.text.about.text().startswith("This saved chart is not public")
    page.present_here()
    window = cast(PresenterWindow, page.presenting.window)
    qtbot.waitExposed(window)
    assert CANARY not in repr(window.picture.chart)
    window.close()


def test_a_chart_of_nothing_cannot_be_put_into_words(opened: Opened, qtbot: QtBot) -> None:
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.list.list.choose("journeys")
    page.area.show_tab(TEXT)
    assert page.area.text.boxes["headline"].isReadOnly()
