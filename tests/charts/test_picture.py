from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from pytestqt.qtbot import QtBot

from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens.cursor import spot
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.charts.shapes import Ink
from desktop_app.charts.targets import Target, tracks
from desktop_app.domain.measures import RET
from tests.charts.samples import build, eight_years, ledger, usual
from tests.domain.ledgers import PAPER, figure

SIZE = (1000, 640)


@pytest.fixture
def picture(qtbot: QtBot) -> ComparisonPicture:
    """The usual chart in a window."""
    made = ComparisonPicture(ChartStyle.page(LIGHT))
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show(usual())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def keys(qtbot: QtBot, picture: ComparisonPicture, *pressed: Qt.Key) -> None:
    for key in pressed:
        qtbot.keyClick(picture, key)


def current(picture: ComparisonPicture) -> Target:
    target = picture.current
    assert target is not None
    return target


def where(picture: ComparisonPicture, target: Target) -> QPoint:
    """The pixel of a target; inside the bar for a bar."""
    at = spot(picture.stage, target)
    if target.is_upper:
        at.setY((at.y() + picture.stage.upper.box.bottom) / 2)
    return at.toPoint()


def wheel(picture: ComparisonPicture, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(400, 400),
        QPointF(400, 400),
        QPoint(0, 0),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    picture.wheelEvent(event)
    return event


class TestKeys:
    def test_right_and_left_go_from_value_to_value(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        keys(qtbot, picture, Qt.Key.Key_Right)
        first = current(picture)
        keys(qtbot, picture, Qt.Key.Key_Right, Qt.Key.Key_Right)
        assert current(picture).day > first.day
        keys(qtbot, picture, Qt.Key.Key_Left, Qt.Key.Key_Left)
        assert current(picture) == first

    def test_down_and_up_change_the_series_at_the_same_time(
        self, qtbot: QtBot, picture: ComparisonPicture
    ) -> None:
        keys(qtbot, picture, Qt.Key.Key_Right)
        seen = [current(picture).ink]
        for _ in range(3):
            keys(qtbot, picture, Qt.Key.Key_Down)
            seen.append(current(picture).ink)
        assert seen == [Ink.ARRIVALS, Ink.RETURNED, Ink.ADMITTED, Ink.ARRIVALS]

    def test_enter_asks_for_the_sources(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        keys(qtbot, picture, Qt.Key.Key_Right, Qt.Key.Key_Down)
        with qtbot.waitSignal(picture.pointActivated) as asked:
            keys(qtbot, picture, Qt.Key.Key_Return)
        assert asked.args == [current(picture).figures]

    def test_every_step_says_what_is_there(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        keys(qtbot, picture, Qt.Key.Key_Right)
        with qtbot.waitSignal(picture.cursorMoved) as moved:
            keys(qtbot, picture, Qt.Key.Key_Down)
        assert moved.args == ["18 Sep 2025: 1 returned, reported"]

    def test_plus_and_minus_zoom_and_home_shows_all(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        first, last = picture.stage.days
        keys(qtbot, picture, Qt.Key.Key_Plus)
        near, far = picture.stage.days
        assert far - near < last - first
        keys(qtbot, picture, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
        assert picture.stage.days == picture.stage.whole
        keys(qtbot, picture, Qt.Key.Key_Plus, Qt.Key.Key_Home)
        assert picture.stage.days == (first, last)

    def test_shift_and_arrows_move_the_days_and_stop_at_the_ends(
        self, qtbot: QtBot, picture: ComparisonPicture
    ) -> None:
        keys(qtbot, picture, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
        first, last = picture.stage.days
        qtbot.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert picture.stage.days[0] > first
        for _ in range(20):
            qtbot.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert picture.stage.days[1] == pytest.approx(picture.stage.whole[1])
        assert picture.stage.days[1] - picture.stage.days[0] == pytest.approx(last - first)

    def test_a_cursor_out_of_view_brings_the_days_along(
        self, qtbot: QtBot, picture: ComparisonPicture
    ) -> None:
        picture.zoom(4)
        keys(qtbot, picture, Qt.Key.Key_Right)
        for _ in range(30):
            keys(qtbot, picture, Qt.Key.Key_Right)
            first, last = picture.stage.days
            assert first <= current(picture).day <= last

    def test_other_keys_are_left_to_the_window(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        before = picture.stage.days
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_F5):
            qtbot.keyClick(picture, key)
        qtbot.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
        assert picture.stage.days == before
        assert picture.current is None


class TestMouse:
    def test_a_click_on_a_point_or_a_bar_asks_for_its_sources(
        self, qtbot: QtBot, picture: ComparisonPicture
    ) -> None:
        for track in tracks(picture.chart):
            target = track[-2]
            with qtbot.waitSignal(picture.pointActivated) as asked:
                qtbot.mouseClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=where(picture, target))
            assert asked.args == [target.figures]
            assert current(picture) == target

    def test_a_click_on_nothing_asks_nothing(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        with qtbot.assertNotEmitted(picture.pointActivated):
            qtbot.mouseClick(picture.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))

    def test_the_wheel_is_the_pages_unless_ctrl_is_held(self, picture: ComparisonPicture) -> None:
        before = picture.stage.days
        assert not wheel(picture, Qt.KeyboardModifier.NoModifier).isAccepted()
        assert picture.stage.days == before
        assert wheel(picture, Qt.KeyboardModifier.ControlModifier).isAccepted()
        assert picture.stage.days != before

    def test_the_wheel_keeps_the_day_under_the_pointer(self, picture: ComparisonPicture) -> None:
        day = picture.stage.lower.day(400)
        wheel(picture, Qt.KeyboardModifier.ControlModifier)
        assert picture.stage.lower.day(400) == pytest.approx(day)

    def test_dragging_changes_nothing(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        before = picture.stage.days
        qtbot.mousePress(picture.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
        qtbot.mouseMove(picture.viewport(), QPoint(500, 60))
        qtbot.mouseRelease(picture.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 60))
        assert picture.stage.days == before


class TestLive:
    def test_a_new_figure_moves_the_chart(self, picture: ComparisonPicture) -> None:
        before = picture.grab().toImage()
        picture.show(build(ledger(figure(RET, "340", "2026-02-15", PAPER)), period=_same_days()))
        assert picture.chart.lines[0].labels[-1] == "340 returned"
        assert picture.grab().toImage() != before

    def test_the_cursor_stays_on_its_figure(self, qtbot: QtBot, picture: ComparisonPicture) -> None:
        keys(qtbot, picture, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right)
        under = current(picture)
        picture.show(build(ledger(figure(RET, "3", "2025-09-19", PAPER)), period=_same_days()))
        assert current(picture).figures == under.figures

    def test_a_zoomed_view_stays_while_figures_come(self, picture: ComparisonPicture) -> None:
        picture.zoom(2)
        days = picture.stage.days
        picture.show(build(ledger(figure(RET, "3", "2025-09-19", PAPER)), period=_same_days()))
        assert picture.stage.days == days

    def test_other_days_are_shown_whole(self, picture: ComparisonPicture) -> None:
        picture.zoom(2)
        picture.show(eight_years())
        assert picture.stage.days == picture.stage.whole

    def test_a_theme_is_changed_without_a_new_chart(self, picture: ComparisonPicture) -> None:
        chart = picture.chart
        light = picture.grab().toImage()
        picture.restyle(ChartStyle.page(DARK))
        dark = picture.grab().toImage()
        assert picture.chart is chart
        assert light.pixelColor(3, 300).name() == LIGHT.surface
        assert dark.pixelColor(SIZE[0] - 8, 300).name() == DARK.surface

    def test_it_can_be_closed(self, qtbot: QtBot) -> None:
        other = ComparisonPicture(ChartStyle.thumbnail(LIGHT))
        qtbot.addWidget(other)
        other.show(usual())
        other.show()
        assert other.close()


class TestVoice:
    def test_it_is_a_chart_with_headline_and_description(self, picture: ComparisonPicture) -> None:
        voice = QAccessible.queryAccessibleInterface(picture)
        assert voice.role() == QAccessible.Role.Chart
        assert voice.text(QAccessible.Text.Name) == picture.chart.headline
        assert voice.text(QAccessible.Text.Description) == picture.chart.alt

    def test_the_description_changes_with_the_data(self, picture: ComparisonPicture) -> None:
        before = picture.accessibleDescription()
        picture.show(build(ledger(figure(RET, "340", "2026-02-15", PAPER)), period=_same_days()))
        assert picture.accessibleDescription() != before


def _same_days():  # noqa: ANN202
    from desktop_app.charts.periods import Period
    from tests.charts.samples import TODAY

    return Period.custom(date(2025, 7, 1), TODAY)
