"""The window a room sees: its keys, that it follows every change, and that nothing private is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts.looks.palette import contrast
from desktop_app.domain.figures import Figure
from desktop_app.domain.steps import Edit, Step
from desktop_app.services.workspace import Workspace
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.places import Place
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.screens import for_audience
from desktop_app.ui.presenter.window import PresenterWindow
from tests.charts.samples import TODAY
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, Opened, first, new_total, private

Key = Qt.Key
NOON = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)


def current() -> PresenterWindow | None:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PresenterWindow) and w.isVisible()]
    return found[0] if found else None


@pytest.fixture
def window(page: ChartsPage, qtbot: QtBot) -> Iterator[PresenterWindow]:
    """The presenter as F5 opens it."""
    page.go(Place("charts", wish="present"))
    window = current()
    assert window is not None
    qtbot.waitExposed(window)
    yield window
    for left in QApplication.topLevelWidgets():
        if isinstance(left, PresenterWindow):
            left.close()


def says(window: PresenterWindow) -> list[str]:
    """Everything a person or a screen reader can find in the window."""
    texts = [window.windowTitle(), repr(window.picture.chart)]
    things: list[QObject] = [window, *window.findChildren(QWidget)]
    for thing in things:
        interface = QAccessible.queryAccessibleInterface(thing)
        texts += [interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
        texts += [thing.text()] if isinstance(thing, QLabel) else []
    return texts


def test_presenting_fills_a_screen_with_the_public_chart(window: PresenterWindow, page: ChartsPage) -> None:
    assert window.isFullScreen()
    assert window.picture.chart == page.public_chart()
    assert window.picture.stage.arrangement.style.for_room


def test_presenting_again_brings_the_same_window(window: PresenterWindow, page: ChartsPage) -> None:
    page.present()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, PresenterWindow)]
    assert found == [window]


def test_escape_ends_it_and_the_keyboard_goes_back(page: ChartsPage, qtbot: QtBot) -> None:
    box = page.panel.series.boxes["returned"]
    box.setFocus()
    page.present()
    window = cast(PresenterWindow, current())
    qtbot.keyClick(window.picture, Key.Key_Escape)
    assert current() is None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    page.present()
    again = cast(PresenterWindow, current())
    again.close()


@pytest.mark.parametrize(
    ("key", "colour"), [("b", "black"), (".", "black"), ("w", "white"), (",", "white"), ("B", "black")]
)
@pytest.mark.parametrize("lifting", [Key.Key_B, Key.Key_W, Key.Key_Escape, Key.Key_Right, Key.Key_PageDown])
def test_black_and_white_are_lifted_by_any_key(
    window: PresenterWindow, qtbot: QtBot, key: str, colour: str, lifting: Qt.Key
) -> None:
    qtbot.keyClicks(window.picture, key)
    assert window.blank.isVisible()
    assert window.blank.geometry() == window.rect()
    assert window.grab().toImage().pixelColor(40, 40) == QColor(colour)
    qtbot.keyClick(window.blank, lifting)
    assert not window.blank.isVisible()
    assert window.isVisible()
    assert window.picture.current is None


def test_the_shift_key_alone_lifts_nothing(window: PresenterWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.picture, "b")
    qtbot.keyClick(window.blank, Key.Key_Shift)
    assert window.blank.isVisible()


def test_the_keys_are_shown_and_put_away(window: PresenterWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.picture, "?")
    words = " ".join(label.text() for label in window.keys.findChildren(QLabel))
    assert window.keys.isVisible()
    assert "black screen" in words
    assert window.rect().contains(window.keys.geometry())
    qtbot.keyClick(window.keys, Key.Key_Escape)
    assert not window.keys.isVisible()
    assert window.isVisible()


def test_arrow_keys_and_enter_answer_who_says_so(window: PresenterWindow, qtbot: QtBot) -> None:
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Return):
        qtbot.keyClick(window.picture, key)
    assert window.sources.isVisible()
    assert window.sources.words.text() == "Said by: A paper, 18 Sep 2025"
    qtbot.keyClick(window.picture, Key.Key_Right)
    assert not window.sources.isVisible()


def test_a_new_figure_is_seen_at_once_and_undo_takes_it_back(window: PresenterWindow, opened: Opened) -> None:
    before = window.picture.chart
    assert window.live.text() == "Live"
    opened.add(new_total("330", "2026-02-16"))
    assert window.picture.chart.lines[0].labels[-1] == "330 returned"
    assert window.live.text().startswith("Live, updated ")
    opened.workspace.undo()
    assert window.picture.chart == before


def test_a_figure_of_another_process_is_seen(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "shared.evenhand"
    opened = Opened(Workspace.create(path, first=first()), tmp_path / "settings.ini")
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.show()
    page.present()
    window = cast(PresenterWindow, current())
    with Workspace.open(path) as other, other.change("record figure") as work:
        work.put(new_total("330", "2026-02-16"))
    qtbot.waitUntil(lambda: window.picture.chart.lines[0].labels[-1] == "330 returned")
    window.close()
    page.close()
    opened.close()


def test_a_choice_on_the_page_is_followed(window: PresenterWindow, page: ChartsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.panel.series.boxes["arrivals"], Key.Key_Space)
    assert window.picture.chart.bars == ()


def test_what_the_room_does_not_see_is_not_mentioned(window: PresenterWindow, opened: Opened) -> None:
    figure = opened.workspace.get(Figure, "RET 2026-02-09")
    assert figure is not None
    opened.add(replace(figure, note=CANARY))
    assert window.live.text() == "Live"
    assert not any(CANARY in text for text in says(window))


def test_no_private_field_reaches_the_window(opened: Opened, qtbot: QtBot) -> None:
    records = Ledger(*first())
    context = opened.over(records)
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    window = PresenterWindow(context, Chosen(page.choice()))
    window.begin(page)
    for record in private():
        before = records.records.get(record.id)
        records.records[record.id] = record
        edit = Edit(type(record), record.id, before, record)
        context.bridge.changed.emit(Step(1, NOON, "", "record figure", (edit,)))
    labels = [label for line in window.picture.chart.lines for label in line.labels[-1:]]
    assert labels == ["305 returned", "368 admitted"]
    for press in range(60):
        qtbot.keyClick(window.picture, Key.Key_Right)
        qtbot.keyClick(window.picture, Key.Key_Return)
        assert not any(CANARY in text for text in says(window))
        if press % 20 == 19:
            qtbot.keyClick(window.picture, Key.Key_Down)
    window.close()


def test_it_goes_with_the_workspace(window: PresenterWindow, opened: Opened, qtbot: QtBot) -> None:
    opened.context.bridge.close()
    opened.context.bridge.deleteLater()
    qtbot.waitUntil(lambda: current() is None)


def test_letters_are_large_and_strong_enough_for_a_room(window: PresenterWindow, qtbot: QtBot) -> None:
    window.showNormal()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.picture.width() == 1920)
    stage = window.picture.stage
    for label in (window.live, window.sources.words, *window.keys.findChildren(QLabel)):
        assert label.font().pixelSize() >= 28
    ground = stage.arrangement.style.ground
    for text in stage.arrangement.texts:
        assert text.size >= 28
        assert contrast(text.colour, ground) >= 7


def test_the_mark_lies_within_the_window_and_over_no_text(window: PresenterWindow, opened: Opened) -> None:
    opened.add(new_total("330", "2026-02-16"))
    live = window.live.geometry()
    assert window.rect().contains(live)
    for text in window.picture.stage.arrangement.texts:
        box = text.box
        apart = box.right <= live.left() or box.x >= live.right()
        assert apart or box.bottom <= live.top() + 1 or box.y >= live.bottom()


@pytest.mark.slow
def test_the_pointer_goes_while_it_rests_and_comes_back(window: PresenterWindow, qtbot: QtBot) -> None:
    blank = Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: window.picture.viewport().cursor().shape() is blank, timeout=4000)
    middle = QPointF(window.rect().center())
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, middle, middle, none, none, plain)
    QApplication.sendEvent(window.picture.viewport(), moved)
    qtbot.waitUntil(lambda: window.picture.viewport().cursor().shape() is not blank)


def test_the_audience_gets_the_other_screen_where_there_is_one() -> None:
    assert for_audience(["laptop", "projector"], "laptop") == "projector"
    assert for_audience(["projector", "laptop"], "laptop") == "projector"
    assert for_audience(["laptop"], "laptop") == "laptop"
