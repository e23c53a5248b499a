"""What lies under a point of rows too low for words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.charts.lanes.shapes import Axis, LaneGroup
from desktop_app.charts.lanes.view import LanesView
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.domain.events import EventKind
from desktop_app.words.formats import PlainFormats
from tests.charts.lanes.lane_charts import PUBLIC, chart, happened

Key, Shift, Control = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
COUNT = 600


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[LanesView]:
    made = LanesView(LIGHT, PlainFormats())
    qtbot.addWidget(made)
    made.resize(900, 400)
    groups = (LaneGroup(0, "In France (200)"), LaneGroup(200, "In the UK (400)"))
    made.show_chart(chart(*(happened(*PUBLIC, case=f"p{n}") for n in range(COUNT)), groups=groups))
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    yield made
    made.hide()


def test_end_shows_every_case_at_once_and_again_readable_rows(view: LanesView, qtbot: QtBot) -> None:
    told: list[bool] = []
    view.rowsChanged.connect(told.append)
    qtbot.keyClick(view, Key.Key_End)
    assert list(view.sight.rows_in_view()) == list(range(COUNT))
    assert view.verticalScrollBar().maximum() == 0
    assert view.sight.is_low
    qtbot.keyClick(view, Key.Key_End)
    assert not view.sight.is_low
    assert told == [True, False]


def test_shift_and_arrows_make_rows_lower_and_higher_and_the_chosen_one_stays(
    view: LanesView, qtbot: QtBot
) -> None:
    view.choose("case 300")
    for _each in range(4):
        qtbot.keyClick(view, Key.Key_Down, Shift)
    assert view.sight.is_low
    assert 300 in view.sight.rows_in_view()
    lower = view.sight.stack.height
    qtbot.keyClick(view, Key.Key_Up, Shift)
    assert view.sight.stack.height == pytest.approx(lower * 1.5)
    for _each in range(5):
        qtbot.keyClick(view, Key.Key_Up, Shift)
    assert not view.sight.is_low
    for _each in range(30):
        qtbot.keyClick(view, Key.Key_Down, Shift)
    assert view.sight.shows_all_rows


def test_more_cases_stay_all_in_view(view: LanesView) -> None:
    view.show_all_rows()
    view.show_chart(chart(*(happened(*PUBLIC, case=f"q{n}") for n in range(COUNT * 2))))
    assert len(view.sight.rows_in_view()) == COUNT * 2


@pytest.mark.parametrize("presses", [2, 5, 8, 40])
def test_a_click_on_an_event_of_a_low_row_chooses_it(view: LanesView, qtbot: QtBot, presses: int) -> None:
    view.choose("case 250")
    for _each in range(presses):
        qtbot.keyClick(view, Key.Key_Down, Shift)
    view.choose("case 250", "p250 1")
    box = view.event_box("p250 1")
    assert box is not None
    view.choose("case 250", "p250 0")
    chosen: list[str] = []
    view.eventChosen.connect(chosen.append)
    spot = QPoint(round(box.x + box.width / 2), int(box.y + min(box.height, 1) / 2))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    (event,) = chosen
    assert event.endswith(" 1")
    # Rows lower than a pixel share it.
    assert view.sight.stack.height < 1 or event == "p250 1"


def test_arrows_walk_in_low_rows_too(view: LanesView, qtbot: QtBot) -> None:
    view.show_all_rows()
    view.choose("case 20")
    qtbot.keyClick(view, Key.Key_Down)
    assert view.chosen_case == "case 21"
    qtbot.keyClick(view, Key.Key_Right)
    assert view.chosen_event == "p21 0"
    assert view.drawn_events("case 21") == tuple(f"p21 {n}" for n in range(5))


def test_page_keys_go_on_by_what_is_in_view(view: LanesView, qtbot: QtBot) -> None:
    view.choose("case 0")
    seen = len(view.sight.rows_in_view())
    qtbot.keyClick(view, Key.Key_PageDown)
    assert view.chosen_case == f"case {max(1, seen - 1)}"
    qtbot.keyClick(view, Key.Key_PageUp)
    assert view.chosen_case == "case 0"


def test_a_tip_in_a_low_row_names_the_case(view: LanesView) -> None:
    view.show_all_rows()
    view.choose("case 20", "p20 0")
    box = view.event_box("p20 0")
    assert box is not None
    code, said, *_rest = view.sight.tip(box.x + 1, box.y).split("\n")
    assert code.startswith("C-")
    assert said == "Arrived by small boat"


def test_a_fold_says_what_it_leaves_out(qtbot: QtBot) -> None:
    view = LanesView(LIGHT, PlainFormats())
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show_chart(
        chart(happened((EventKind.ARRIVED_BOAT, "2025-08-06"), (EventKind.RETURNED, "2026-08-06")))
    )
    whole = view.scale.per_day
    view.fold(True)
    (fold,) = view.scale.folds.folds
    assert fold.days == 365
    assert view.scale.per_day > whole * 3
    middle = (view.scale.x(fold.first) + view.scale.x(fold.last)) / 2
    assert view.sight.tip(middle, 60).startswith("365 days without an event")
    view.fold(False)
    assert view.scale.per_day == whole


def test_headings_are_spoken_where_another_group_begins(view: LanesView) -> None:
    assert view.sight.group_words(199) == "In France (200)"
    assert view.sight.group_words(200) == "In the UK (400)"


@pytest.mark.parametrize("axis", list(Axis))
@pytest.mark.parametrize("folds", [False, True])
@pytest.mark.parametrize("low", [False, True])
def test_every_event_has_its_place_folded_or_not(qtbot: QtBot, axis: Axis, folds: bool, low: bool) -> None:
    late = (EventKind.DETAINED, "2026-10-18"), (EventKind.TESTIMONY, "")
    view = LanesView(LIGHT, PlainFormats())
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_chart(chart(happened(*PUBLIC, *late), happened(*PUBLIC[3:], case="d"), axis=axis))
    view.fold(folds)
    if low:
        view.heighten_rows(0.5)
    for case in ("case 0", "case 1"):
        for event in view.drawn_events(case):
            view.choose(case, event)
            box = view.event_box(event)
            assert box is not None
            found = view.sight.hit(box.x + box.width / 2, box.y + box.height / 2)
            assert found is not None
            assert found.track.case == case
