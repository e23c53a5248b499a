"""The timeline on a screen, worked with by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.charts.lanes.view import LanesView
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.domain.events import EventKind
from desktop_app.words.formats import PlainFormats
from tests.charts.lanes.lane_charts import PUBLIC, chart, happened

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = "case 0", "case 1"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LanesView]:
    made = LanesView(LIGHT, PlainFormats())
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_chart(chart(happened(*PUBLIC, (EventKind.TESTIMONY, "")), happened(*PUBLIC[:2], case="d")))
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    yield made
    made.hide()


def centre(view: LanesView, event: str) -> QPoint:
    box = view.event_box(event)
    assert box is not None
    return QPoint(round(box.x + box.width / 2), round(box.y + box.height / 2))


def wheel(view: LanesView, modifiers: Qt.KeyboardModifier) -> None:
    spot = QPointF(500, 100)
    event = QWheelEvent(
        spot,
        view.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_arrows_walk_through_events_and_cases(view: LanesView, qtbot: QtBot) -> None:
    chosen: list[str] = []
    view.eventChosen.connect(chosen.append)
    qtbot.keyClick(view, Key.Key_Down)
    assert view.chosen_case == FIRST
    for _each in range(8):
        qtbot.keyClick(view, Key.Key_Right)
    assert chosen[:6] == list(view.drawn_events(FIRST))
    assert view.chosen_event == view.drawn_events(FIRST)[-1]
    qtbot.keyClick(view, Key.Key_Left)
    assert view.chosen_event == view.drawn_events(FIRST)[-2]
    qtbot.keyClick(view, Key.Key_Down)
    assert (view.chosen_case, view.chosen_event) == (SECOND, "")


def test_enter_opens_and_delete_deletes_the_chosen_event(view: LanesView, qtbot: QtBot) -> None:
    view.choose(FIRST, "c 1")
    with qtbot.waitSignal(view.eventActivated) as opened:
        qtbot.keyClick(view, Key.Key_Return)
    with qtbot.waitSignal(view.eventDeleted) as deleted:
        qtbot.keyClick(view, Key.Key_Delete)
    assert opened.args == deleted.args == ["c 1"]


def test_a_click_chooses_an_event_and_a_double_click_opens_it(view: LanesView, qtbot: QtBot) -> None:
    with qtbot.waitSignals([view.caseChosen, view.eventChosen]):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, "d 1"))
    assert (view.chosen_case, view.chosen_event) == (SECOND, "d 1")
    with qtbot.waitSignal(view.eventActivated):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, "d 1"))


def test_the_tray_of_undated_events_can_be_clicked(view: LanesView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, "c 5"))
    assert view.chosen_event == "c 5"


def test_keys_zoom_pan_and_reset(view: LanesView, qtbot: QtBot) -> None:
    whole = view.scale
    qtbot.keyClick(view, Key.Key_Plus)
    assert view.scale.per_day > whole.per_day
    closer = view.scale
    qtbot.keyClick(view, Key.Key_Right, Shift)
    assert view.scale.first > closer.first
    qtbot.keyClick(view, Key.Key_Minus)
    qtbot.keyClick(view, Key.Key_Home)
    assert view.scale == whole


def test_the_wheel_zooms_only_with_control(view: LanesView) -> None:
    whole = view.scale
    wheel(view, Qt.KeyboardModifier.NoModifier)
    assert view.scale == whole
    wheel(view, Qt.KeyboardModifier.ControlModifier)
    assert view.scale.per_day > whole.per_day


def test_choosing_an_event_out_of_view_brings_it_into_view(view: LanesView) -> None:
    for _each in range(6):
        view.zoom(1.4, 200)
    view.choose(FIRST, "c 2")
    box = view.event_box("c 2")
    assert box is not None
    assert view.scale.left <= box.x
    assert box.right <= view.scale.right


def test_it_is_named_and_described_for_screen_readers(view: LanesView) -> None:
    assert view.accessibleName() == "Timeline of 2 cases"
    assert "44 days" in view.accessibleDescription()


def test_months_are_named_with_their_year(view: LanesView) -> None:
    assert view.sight.ticks(PlainFormats())[0].text == "Aug 2025"


def test_tips_tell_of_events_and_of_stays(view: LanesView) -> None:
    spot = centre(view, "c 0")
    assert view.sight.tip(spot.x(), spot.y()).startswith("Arrived by small boat\n6 Aug 2025")
    assert view.sight.tip(spot.x() + 60, spot.y()).startswith("In the UK: 44 days")


def test_only_rows_in_view_are_arranged(qtbot: QtBot) -> None:
    made = LanesView(LIGHT, PlainFormats())
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_chart(chart(*(happened(*PUBLIC, case=f"p{n}") for n in range(500))))
    with qtbot.waitExposed(made):
        made.show()
    assert len(made.sight.rows_in_view()) < 6
    made.choose("case 400", "p400 1")
    assert 400 in made.sight.rows_in_view()
    made.hide()


def test_light_and_dark_are_drawn_and_differ(view: LanesView) -> None:
    light = view.grab().toImage()
    view.restyle(DARK)
    assert view.grab().toImage() != light


def test_nothing_to_draw_is_drawn_without_fault(view: LanesView) -> None:
    view.show_chart(chart())
    view.grab()
    view.show_chart(chart([], happened((EventKind.DETAINED, ""))))
    view.grab()
    view.zoom(2)
    view.step_case(1)
    assert view.chosen_case == FIRST
