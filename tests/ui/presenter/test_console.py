"""The speaker's console: where the talk is, the note, and the same keys as before the room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.scenes import Scene
from desktop_app.services import talks
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.presenter.console import PresenterConsole
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.stagehand import Stagehand
from desktop_app.ui.presenter.window import PresenterWindow
from tests.ui import reach
from tests.ui.charts.opening import Opened, new_total

Key = Qt.Key
CHART = "returns-arrivals"
SCENES = (
    Scene(id="one", title="Autumn", chart=CHART, caption="Early", place=1, note="Say who says so."),
    Scene(id="two", title="Questions", place=2),
)


@pytest.fixture
def window(page: ChartsPage, opened: Opened, qtbot: QtBot) -> Iterator[PresenterWindow]:
    opened.add(*SCENES)
    running = Running(opened.context.lens.public)
    made = PresenterWindow(opened.context, Chosen(page.choice()), running=running)
    ended: list[bool] = []
    made.ended.connect(lambda: ended.append(True))
    made.begin(page)
    yield made
    if not ended:
        made.close()


@pytest.fixture
def console(window: PresenterWindow, opened: Opened, qtbot: QtBot) -> PresenterConsole:
    assert window.running is not None
    made = PresenterConsole(opened.context, window, window.running)
    qtbot.addWidget(made)
    made.resize(1366, 740)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def entries(console: PresenterConsole) -> list[str]:
    return [console.scenes.item(row).text() for row in range(console.scenes.count())]


def test_it_says_where_the_talk_is(console: PresenterConsole) -> None:
    assert console.step.text() == "Scene 1 of 2"
    assert console.note.toPlainText() == "Say who says so."
    assert console.now.fronts.chart is not None
    assert console.now.caption.text() == "Early"
    assert console.next.fronts.words.title.text() == "Questions"
    assert entries(console) == ["1. Autumn", "2. Questions"]
    assert console.elapsed.text().startswith("00:00:0")


def test_its_keys_are_the_talks(console: PresenterConsole, window: PresenterWindow) -> None:
    QTest.keyClick(console.scenes, Key.Key_Right)
    assert console.step.text() == "Scene 2 of 2"
    assert console.scenes.choice == "two"
    assert console.note.toPlainText() == ""
    assert console.next.fronts.words.title.text() == "End"
    QTest.keyClicks(console.scenes, "b")
    assert window.blank.isVisible()
    QTest.keyClick(console.scenes, Key.Key_Left)
    assert not window.blank.isVisible()
    assert console.step.text() == "Scene 2 of 2"
    QTest.keyClick(console.note, Key.Key_PageUp)
    assert console.step.text() == "Scene 1 of 2"


def test_up_and_down_in_the_list_go_to_a_scene(console: PresenterConsole, window: PresenterWindow) -> None:
    QTest.keyClick(console.scenes, Key.Key_Down)
    assert window.fronts.words.title.text() == "Questions"
    assert console.step.text() == "Scene 2 of 2"


def test_n_enlarges_the_note_here_and_from_the_room(
    console: PresenterConsole, window: PresenterWindow
) -> None:
    first = console.note.font().pointSizeF()
    QTest.keyClicks(console.scenes, "n")
    second = console.note.font().pointSizeF()
    QTest.keyClicks(window.picture, "n")
    third = console.note.font().pointSizeF()
    QTest.keyClicks(console.scenes, "n")
    assert first < second < third
    assert console.note.font().pointSizeF() == first


def test_a_changed_note_is_read_and_the_room_stays(
    console: PresenterConsole, window: PresenterWindow, opened: Opened, qtbot: QtBot
) -> None:
    scene = opened.workspace.get(Scene, "one")
    assert scene is not None
    before = window.picture.chart
    talks.describe(opened.workspace, scene, title=scene.title, caption=scene.caption, note="Slower.")
    qtbot.waitUntil(lambda: console.note.toPlainText() == "Slower.")
    assert window.picture.chart == before
    assert window.live.text() == "1 of 2 · live"


def test_a_new_figure_is_drawn_here_too(console: PresenterConsole, opened: Opened, qtbot: QtBot) -> None:
    opened.add(new_total("330", "2026-02-16"))
    shown = console.now.fronts.picture
    qtbot.waitUntil(lambda: shown.chart.lines[0].labels[-1] == "330 returned")


def test_the_mouse_on_the_small_picture_moves_the_laser_before_the_room(
    console: PresenterConsole, window: PresenterWindow
) -> None:
    QTest.keyClicks(console.scenes, "l")
    there = QPointF(console.now.fronts.geometry().center())
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, there, console.now.mapToGlobal(there), none, none, plain)
    QApplication.sendEvent(console.now, moved)
    middle = window.fronts.geometry().center()
    shown = window.laser.grab().toImage().pixelColor(middle)
    assert shown.red() > 200 > shown.green()


def test_a_dot_lit_from_here_is_where_the_mouse_is_on_the_small_picture(
    console: PresenterConsole, window: PresenterWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = console.now.fronts.mapToGlobal(console.now.fronts.rect().center())
    monkeypatch.setattr(QCursor, "pos", lambda: there)
    QTest.keyClicks(console.scenes, "l")
    shown = window.laser.grab().toImage().pixelColor(window.fronts.geometry().center())
    assert shown.red() > 200 > shown.green()


def test_its_keys_say_what_up_and_down_do_here(console: PresenterConsole) -> None:
    words = [label.text() for label in console.keys.findChildren(QLabel)]
    assert words[words.index("↑ ↓") + 1] == "another scene of the list"


def drop(console: PresenterConsole, row: int, at: QPoint) -> None:
    """Drag the scene of a row to a place of the list."""
    QTest.mousePress(
        console.scenes.viewport(),
        Qt.MouseButton.LeftButton,
        pos=console.scenes.visualItemRect(console.scenes.item(row)).center(),
    )
    move, left, plain = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(at), move, console.scenes.mimeData([]), left, plain)
    event.source = lambda: console.scenes  # type: ignore[method-assign]
    console.scenes.dropEvent(event)


def test_a_scene_is_dragged_to_its_place_and_undo_takes_it_back(
    console: PresenterConsole, window: PresenterWindow, opened: Opened, qtbot: QtBot
) -> None:
    opened.add(Scene(id="three", title="Thanks", place=3))
    qtbot.waitUntil(lambda: len(entries(console)) == 3)
    top = console.scenes.visualItemRect(console.scenes.item(0)).topLeft() + QPoint(5, 2)
    drop(console, 2, top)
    assert window.caption.text() == "Early"
    assert console.scenes.choice == "one"
    qtbot.waitUntil(lambda: entries(console) == ["1. Thanks", "2. Autumn", "3. Questions"])
    drop(console, 0, QPoint(5, console.scenes.viewport().height() - 2))
    qtbot.waitUntil(lambda: entries(console) == ["1. Autumn", "2. Questions", "3. Thanks"])
    opened.workspace.undo()
    qtbot.waitUntil(lambda: entries(console) == ["1. Thanks", "2. Autumn", "3. Questions"])


def test_a_click_goes_to_a_scene_when_the_button_is_let_go(
    console: PresenterConsole, window: PresenterWindow
) -> None:
    at = console.scenes.visualItemRect(console.scenes.item(1)).center()
    QTest.mousePress(console.scenes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert console.step.text() == "Scene 1 of 2"
    QTest.mouseRelease(console.scenes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert console.step.text() == "Scene 2 of 2"


def test_a_scene_is_moved_by_keys_and_what_is_in_front_stays(
    console: PresenterConsole, window: PresenterWindow, opened: Opened, qtbot: QtBot
) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(console.scenes, Key.Key_Up, both)
    assert entries(console) == ["1. Autumn", "2. Questions"]
    QTest.keyClick(console.scenes, Key.Key_Down, both)
    qtbot.waitUntil(lambda: entries(console) == ["1. Questions", "2. Autumn"])
    assert console.scenes.choice == "one"
    assert window.live.text() == "2 of 2 · live"
    assert window.caption.text() == "Early"


def test_everything_on_it_has_a_name(console: PresenterConsole) -> None:
    assert reach.unnamed(console) == []


def test_a_screen_pulled_out_brings_a_black_window_back(
    window: PresenterWindow, page: ChartsPage, opened: Opened
) -> None:
    hand = Stagehand(opened.context, window, page)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(window.screen())
    assert window.blank.isVisible()
    assert window.isFullScreen()
    assert hand.console is None
    QTest.keyClick(window.blank, Key.Key_Space)
    assert not window.blank.isVisible()


def test_on_one_screen_there_is_no_console(window: PresenterWindow, page: QWidget, opened: Opened) -> None:
    hand = Stagehand(opened.context, window, page)
    hand.set_up()
    hand.swap()
    assert hand.console is None
    assert window.isVisible()


def test_scenes_in_another_order_are_listed_so(console: PresenterConsole, opened: Opened) -> None:
    opened.add(replace(SCENES[1], place=0))
    assert entries(console) == ["1. Questions", "2. Autumn"]
    assert console.step.text() == "Scene 2 of 2"
