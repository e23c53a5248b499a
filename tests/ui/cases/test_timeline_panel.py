"""The controls of the timeline, worked by keys, and what list, drawing and table then agree on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.charts.lanes.shapes import Axis
from desktop_app.domain.case_order import CaseGrouping, CaseSort
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.sharing import Sharing
from desktop_app.services.workspace import Workspace, first_records
from desktop_app.ui.cases.page import CasesPage
from tests.benchmarks import many_cases
from tests.ui.cases.opening import opened

Key = Qt.Key


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(first=[*first_records(), *many_cases.records(40)]) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[CasesPage]:
    with opened(qtbot, workspace, tmp_path) as made:
        yield made


def combo(page: CasesPage, name: str) -> QComboBox:
    found = page.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def choose(page: CasesPage, sort: CaseSort, grouping: CaseGrouping) -> None:
    for name, choice in (("timelineSort", sort), ("timelineGroup", grouping)):
        combo(page, name).setCurrentIndex(combo(page, name).findData(str(choice)))


def since_arrival(page: CasesPage, qtbot: QtBot) -> None:
    button = next(
        each for each in page.findChildren(QPushButton) if each.text() == "Days since first arrival"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def listed(page: CasesPage) -> list[str]:
    records = page.list.records
    return [records.id_at(row) for row in range(records.rowCount())]


def test_list_and_drawing_have_the_same_cases_in_the_same_order(page: CasesPage) -> None:
    for sort, grouping in product(CaseSort, CaseGrouping):
        choose(page, sort, grouping)
        assert list(page.timeline.chart.cases) == listed(page)
        assert [track.case for track in page.timeline.chart.tracks] == listed(page)
        assert len(listed(page)) == 40


def test_the_table_holds_the_drawn_events_on_either_axis_folded_in_any_group(
    page: CasesPage, qtbot: QtBot
) -> None:
    fold = page.findChild(QCheckBox, "timelineFold")
    assert isinstance(fold, QCheckBox)
    since_arrival(page, qtbot)
    assert page.timeline.chart.axis is Axis.SINCE_ARRIVAL
    for folds, grouping, low in product((False, True), CaseGrouping, (False, True)):
        fold.setChecked(folds)
        choose(page, CaseSort.FIRST_ARRIVAL, grouping)
        if low is not page.timeline.sight.shows_all_rows:
            page.show_all_cases()
        for case in listed(page)[::9]:
            page.list.select(case)
            table = page.table.records
            events = tuple(table.id_at(row) for row in range(table.rowCount()))
            assert events == page.timeline.drawn_events(case)


def test_who_is_not_on_the_axis_is_listed_by_code(
    page: CasesPage, qtbot: QtBot, workspace: Workspace
) -> None:
    assert page.panel.not_aligned.isHidden()
    since_arrival(page, qtbot)
    codes = {case.id: case.code for case in workspace.every(Case)}
    aside = [codes[track.case] for track in page.timeline.chart.tracks if track.aside]
    assert aside
    said = page.panel.not_aligned.text()
    assert said == f"Not aligned: first arrival date is not known ({len(aside)}): {', '.join(aside)}"


def test_a_case_can_be_aligned_once_its_first_arrival_has_a_date(
    page: CasesPage, qtbot: QtBot, workspace: Workspace
) -> None:
    since_arrival(page, qtbot)
    with workspace.change("record event") as work:
        case = work.put(Case(code="C-99999", sharing=Sharing.CLEAR))
        event = work.put(Event(case=case.id, kind=EventKind.ARRIVED_BOAT, sharing=Sharing.CLEAR))
    assert "C-99999" in page.panel.not_aligned.text()
    with workspace.change("edit event") as work:
        work.put(replace(event, date=PartialDate.parse("2025-08-06")), replacing=event)
    assert "C-99999" not in page.panel.not_aligned.text()
    assert len(listed(page)) == 41


def test_headings_count_the_cases_that_the_filter_leaves(page: CasesPage) -> None:
    choose(page, CaseSort.CODE, CaseGrouping.ROUTE)
    assert [group.words for group in page.timeline.chart.groups] == [
        "Return route (32)",
        "Admission route (8)",
    ]
    page.search.set_text("C-0000")
    assert [group.words for group in page.timeline.chart.groups] == [
        "Return route (7)",
        "Admission route (2)",
    ]
    assert list(page.timeline.chart.cases) == listed(page)


def test_what_was_chosen_is_remembered(page: CasesPage, qtbot: QtBot) -> None:
    choose(page, CaseSort.ARRIVALS, CaseGrouping.CYCLES)
    since_arrival(page, qtbot)
    again = CasesPage(page.context)
    qtbot.addWidget(again)
    bar = again.panel.bar
    assert (bar.axis, bar.sort, bar.grouping) == (Axis.SINCE_ARRIVAL, CaseSort.ARRIVALS, CaseGrouping.CYCLES)


def test_keys_reach_every_control(page: CasesPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    reached = []
    for _each in range(7):
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        reached.append(page.focusWidget().accessibleName() or page.focusWidget().text())
    assert reached[1:6] == [
        "Sort cases",
        "Group cases",
        "Fold gaps",
        "All cases",
        page.timeline.accessibleName(),
    ]
    qtbot.keyClick(combo(page, "timelineSort"), Key.Key_Down)
    assert page.panel.bar.sort is CaseSort.FIRST_ARRIVAL


def test_all_cases_are_in_view_by_the_button_and_by_its_key(page: CasesPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.panel.bar.whole, Qt.MouseButton.LeftButton)
    assert len(page.timeline.sight.rows_in_view()) == 40
    qtbot.keyClick(page.timeline, Key.Key_End)
    assert not page.panel.bar.whole.isChecked()
    assert len(page.timeline.sight.rows_in_view()) < 6


def test_a_typed_event_is_drawn_and_nothing_else_is_worked_out(page: CasesPage, workspace: Workspace) -> None:
    before = {track.case: track for track in page.timeline.chart.tracks}
    case, when = listed(page)[3], PartialDate.parse("2025-12-01")
    with workspace.change("record event") as work:
        event = work.put(Event(case=case, kind=EventKind.TESTIMONY, date=when, sharing=Sharing.CLEAR))
    after = {track.case: track for track in page.timeline.chart.tracks}
    assert event.id in [mark.event for mark in after[case].all_marks]
    assert all(after[each] is before[each] for each in before if each != case)
    workspace.undo()
    assert event.id not in page.timeline.drawn_events(case)


def test_the_list_is_sorted_by_the_control_alone(page: CasesPage) -> None:
    menu = page.list.row_menu()
    titles = [action.text() for action in menu.actions()]
    assert "Columns" in titles
    assert "Sort by" not in titles
    menu.close()
