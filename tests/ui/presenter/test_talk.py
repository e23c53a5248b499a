"""A talk before a room: each key does what the sheet of keys says, and nothing private is in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts.shapes import ComparisonChart, Ink
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import on_day
from desktop_app.domain.scenes import Scene
from desktop_app.domain.sharing import Sharing
from desktop_app.services import talks
from desktop_app.ui import motion
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.places import Place
from desktop_app.ui.presenter import live, steering
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.live import NEWS_STAYS
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.steering import Deed
from desktop_app.ui.presenter.window import PresenterWindow
from tests.charts.case_records import FOUNDING
from tests.charts.case_records import records as case_records
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, Opened, first, new_total, private

Key = Qt.Key
CHART = "returns-arrivals"
SCENES = (
    Scene(
        id="one", title="Autumn", chart=CHART, known_on=on_day(date(2025, 11, 6)), caption="Early", place=1
    ),
    Scene(id="two", title="Now", chart=CHART, place=2, note=CANARY),
    Scene(id="three", title="Questions", caption="And answers", place=3, note=CANARY),
    Scene(id="red", title=CANARY, chart=CHART, caption=CANARY, place=4, sharing=Sharing.RED),
)


@pytest.fixture
def window(page: ChartsPage, opened: Opened, qtbot: QtBot) -> Iterator[PresenterWindow]:
    """The talk as F5 begins it."""
    opened.add(*SCENES[:3])
    page.go(Place("charts", wish="present"))
    window = cast(PresenterWindow, page.presenting.window)
    qtbot.waitExposed(window)
    yield window
    if page.presenting.window is not None:
        page.presenting.window.close()


def front(window: PresenterWindow) -> QWidget:
    current = window.fronts.currentWidget()
    assert current is not None
    return current


def press(window: PresenterWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(front(window), key)


def typed(window: PresenterWindow, text: str) -> None:
    QTest.keyClicks(front(window), text)


def lit(window: PresenterWindow) -> Ink | None:
    return window.fronts.highlighted


def replaying(window: PresenterWindow) -> bool:
    return window.replay.is_on


def at(window: PresenterWindow) -> str:
    assert window.running is not None
    return window.running.scene.id


def says(window: PresenterWindow) -> list[str]:
    """Everything a person or a screen reader can find in the window."""
    texts = [window.windowTitle(), repr(window.fronts.chart), repr(window.fronts.texts)]
    things: list[QObject] = [window, *window.findChildren(QWidget)]
    for thing in things:
        interface = QAccessible.queryAccessibleInterface(thing)
        texts += [interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
        texts += [thing.text()] if isinstance(thing, QLabel) else []
    return texts


def test_f5_begins_at_the_first_scene_as_known_on_its_day(window: PresenterWindow) -> None:
    assert at(window) == "one"
    assert window.caption.text() == "Early"
    assert window.caption.isVisible()
    assert "As known on 6 Nov 2025" in window.picture.chart.footer


@pytest.mark.parametrize(
    "key", [Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_Return, Key.Key_Enter]
)
def test_every_key_for_the_next_scene(window: PresenterWindow, key: Qt.Key) -> None:
    press(window, key)
    assert at(window) == "two"
    assert not window.caption.isVisible()
    press(window, key)
    assert window.fronts.currentWidget() is window.fronts.words
    assert window.fronts.words.title.text() == "Questions"
    press(window, key)
    assert at(window) == "three"


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageUp, Key.Key_Backspace])
def test_every_key_for_the_scene_before(window: PresenterWindow, key: Qt.Key) -> None:
    press(window, Key.Key_End, key)
    assert at(window) == "two"
    press(window, key, key)
    assert at(window) == "one"


def test_home_end_and_a_number_go_there(window: PresenterWindow) -> None:
    press(window, Key.Key_End)
    assert at(window) == "three"
    press(window, Key.Key_Home)
    assert at(window) == "one"
    press(window, Key.Key_2, Key.Key_Return)
    assert at(window) == "two"
    press(window, Key.Key_9, Key.Key_Return)
    assert at(window) == "two"


def test_a_number_is_forgotten_at_any_other_key(window: PresenterWindow) -> None:
    press(window, Key.Key_3, Key.Key_H, Key.Key_Return)
    assert at(window) == "two"


def test_the_points_are_walked_with_their_sources(window: PresenterWindow) -> None:
    press(window, Key.Key_Down)
    assert window.sources.isVisible()
    press(window, Key.Key_Right)
    assert not window.sources.isVisible()


def test_black_is_lifted_by_the_next_scene_key_without_going_there(window: PresenterWindow) -> None:
    typed(window, "b")
    assert window.grab().toImage().pixelColor(40, 40) == QColor("black")
    QTest.keyClick(window.blank, Key.Key_Right)
    assert not window.blank.isVisible()
    assert at(window) == "one"


def test_the_laser_dot_follows_the_mouse(window: PresenterWindow) -> None:
    typed(window, "l")
    middle = QPointF(window.rect().center())
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        middle,
        QPointF(window.mapToGlobal(middle)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.picture.viewport(), moved)
    shown = window.laser.grab().toImage().pixelColor(middle.toPoint())
    assert shown.red() > 200 > shown.green()
    typed(window, "l")
    assert not window.laser.isVisible()


def test_a_series_is_highlighted_and_the_next_scene_is_plain(window: PresenterWindow) -> None:
    there = window.fronts.series()
    plain = window.picture.stage.arrangement.style
    typed(window, "h")
    style = window.picture.stage.arrangement.style
    assert lit(window) is there[0]
    assert style.colour(there[0]) == plain.colour(there[0])
    assert style.colour(there[1]) != plain.colour(there[1])
    for _more in there:
        typed(window, "h")
    assert lit(window) is None
    typed(window, "h")
    press(window, Key.Key_Right)
    assert window.picture.stage.arrangement.style.tokens == plain.tokens


def test_the_headline_stays_as_strong_whatever_is_highlighted(window: PresenterWindow) -> None:
    def headline() -> list[str]:
        texts = window.picture.stage.arrangement.texts
        largest = max(text.size for text in texts)
        return [text.colour for text in texts if text.size == largest]

    press(window, Key.Key_Right)
    plain = headline()
    assert len(set(plain)) == 2
    for _series in window.fronts.series():
        typed(window, "h")
        assert headline() == plain


def test_the_values_are_those_of_the_chart(window: PresenterWindow) -> None:
    typed(window, "d")
    table = window.values.table
    assert table is not None
    assert table.records.rowCount() == len(window.picture.chart.rows)
    QTest.keyClick(table, Key.Key_Escape)
    assert window.isVisible()
    assert not window.values.isVisible()
    typed(window, "d")
    assert window.values.table is not None
    QTest.keyClick(window.values.table, Key.Key_Right)
    assert at(window) == "two"
    assert not window.values.isVisible()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_the_values_are_read_without_cutting_their_numbers(
    window: PresenterWindow, size: tuple[int, int]
) -> None:
    window.showNormal()
    window.resize(*size)
    typed(window, "d")
    table = window.values.table
    assert table is not None
    # Painted, it knows how large its letters are.
    table.grab()
    header = table.horizontalHeader()
    columns = [at for at in range(header.count()) if not header.isSectionHidden(at)]
    assert sum(header.sectionSize(at) for at in columns) <= table.viewport().width()
    widest = max(header.sectionSize(at) for at in columns)
    for at in columns:
        # Only the widest, which hold words, give way.
        assert header.sectionSize(at) >= min(table.sizeHintForColumn(at), widest - 1)
    assert header.sectionSize(columns[2]) >= table.sizeHintForColumn(columns[2])


def test_a_replay_goes_through_the_days_and_any_key_stops_it(window: PresenterWindow) -> None:
    before = window.picture.chart
    typed(window, "r")
    assert replaying(window)
    early = window.picture.chart
    assert early != before
    # The days before the first figure are left out.
    assert not early.is_empty
    assert (early.first, early.last) == (before.first, before.last)
    window.replay.step()
    assert len(rows(window)) >= len(early.rows)
    assert not window.replay.waits
    press(window, Key.Key_Right)
    assert not replaying(window)
    assert at(window) == "one"
    assert window.picture.chart == before


def test_where_nothing_moves_by_itself_the_key_goes_on(window: PresenterWindow, opened: Opened) -> None:
    motion.reduce(opened.context.settings, True)
    before = window.picture.chart
    typed(window, "r")
    days = [window.replay.day]
    while window.replay.is_on and len(days) < 100:
        assert window.replay.waits
        typed(window, "r")
        days.append(window.replay.day)
    assert days[-1] is None
    assert days[:-1] == sorted(set(days[:-1]))  # type: ignore[type-var]
    assert window.picture.chart == before


def rows(window: PresenterWindow) -> tuple[object, ...]:
    chart = window.fronts.chart
    assert isinstance(chart, ComparisonChart)
    return chart.rows


def test_a_normal_window_and_back(window: PresenterWindow) -> None:
    typed(window, "z")
    assert not window.isFullScreen()
    typed(window, "z")
    assert window.isFullScreen()


def test_escape_ends_the_talk(window: PresenterWindow, page: ChartsPage) -> None:
    press(window, Key.Key_Escape)
    assert page.presenting.window is None


def test_the_sheet_names_every_deed_and_fits(window: PresenterWindow) -> None:
    typed(window, "?")
    assert window.keys.isVisible()
    assert window.rect().contains(window.keys.geometry())
    assert len(steering.talk_keys()) >= len(set(Deed)) - 5


def test_a_scene_frozen_on_an_earlier_day_does_not_change(window: PresenterWindow, opened: Opened) -> None:
    before = window.picture.chart
    opened.add(new_total("330", "2026-02-16"))
    assert window.picture.chart == before
    assert window.live.text() == "1 of 3", "nothing of it is live"
    press(window, Key.Key_Right)
    assert window.live.text() == "2 of 3 · live"
    assert window.picture.chart.lines[0].labels[-1] == "330 returned"


def test_the_news_of_a_figure_is_mentioned_for_a_while(
    window: PresenterWindow, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, Key.Key_Right)
    assert window.live.text() == "2 of 3 · live"
    assert 3_000 <= NEWS_STAYS <= 5_000
    monkeypatch.setattr(live, "NEWS_STAYS", 1_200)
    opened.add(new_total("330", "2026-02-16"))
    assert window.live.text() == "2 of 3 · live, updated just now"
    qtbot.waitUntil(lambda: window.live.text() == "2 of 3 · live, updated 1 s ago")
    qtbot.waitUntil(lambda: window.live.text() == "2 of 3 · live")
    assert not window.live.is_counting


def test_scenes_changed_meanwhile_are_taken_in(window: PresenterWindow, opened: Opened) -> None:
    press(window, Key.Key_Right)
    two = opened.workspace.get(Scene, "two")
    assert two is not None
    talks.move(opened.workspace, two, -1)
    assert at(window) == "two"
    press(window, Key.Key_Left)
    assert at(window) == "two"
    talks.describe(opened.workspace, two, title="Now", caption="So far", note=CANARY)
    assert window.caption.text() == "So far"
    opened.workspace.undo()
    assert window.caption.text() == ""


def test_shift_f5_begins_at_the_chart_that_is_shown(page: ChartsPage, opened: Opened) -> None:
    opened.add(*SCENES[:3])
    page.list.list.choose("two")
    page.go(Place("charts", wish="present here"))
    window = cast(PresenterWindow, page.presenting.window)
    assert at(window) == "two"
    window.close()
    page.list.list.choose(CHART)
    page.go(Place("charts", wish="present here"))
    alone = cast(PresenterWindow, page.presenting.window)
    assert alone.running is None
    alone.close()


def test_no_private_field_reaches_the_audience_in_any_scene(opened: Opened, qtbot: QtBot) -> None:
    people = Scene(id="people", title="People", chart="case-timelines", place=5)
    hidden = [replace(record, id=f"r {record.id}") for record in case_records(FOUNDING, sharing=Sharing.RED)]
    named = [
        replace(record, name=CANARY, description=CANARY, note=CANARY) if isinstance(record, Case) else record
        for record in case_records(FOUNDING)
    ]
    context = opened.over(Ledger(*first(), *private(), *hidden, *named, *SCENES, people))
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    running = Running(context.lens.public)
    assert [scene.id for scene in running.scenes] == ["one", "two", "three", "people"]
    assert not any(CANARY in repr(scene) for scene in running.scenes)
    window = PresenterWindow(context, Chosen(page.choice()), running=running)
    window.begin(page)
    for _scene in running.scenes:
        for keys in ("h", "d", "d", "r", "l", "?", "?"):
            QTest.keyClicks(QApplication.focusWidget() or window, keys)
            assert not any(CANARY in text for text in says(window))
        window.replay.stop()
        press(window, Key.Key_Down)
        assert not any(CANARY in text for text in says(window))
        press(window, Key.Key_PageDown)
    window.close()


def test_keys_with_ctrl_mean_nothing_here() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_B, Qt.KeyboardModifier.ControlModifier, "\x02")
    assert steering.deed(event) is None


def test_a_scene_that_is_gone_leaves_its_neighbour(window: PresenterWindow, opened: Opened) -> None:
    press(window, Key.Key_End)
    with opened.workspace.change("delete chart") as work:
        work.remove(replace(SCENES[2]))
    assert at(window) == "two"
