"""The page of cases, worked with by keys in a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.refusals import RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services import cases, statements
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from desktop_app.ui.places import Place
from desktop_app.words import labels
from tests.ui.cases.opening import opened
from tests.ui.pages import HeardNotices, example_workspace

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[CasesPage]:
    with opened(qtbot, workspace, tmp_path) as made:
        yield made


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[CasesPage]:
    with Workspace.in_memory() as workspace, opened(qtbot, workspace, tmp_path) as made:
        yield made


def heard(page: CasesPage) -> HeardNotices:
    notices = page.context.notices
    assert isinstance(notices, HeardNotices)
    return notices


def case_of(workspace: Workspace, code: str) -> Case:
    return next(case for case in workspace.every(Case) if case.code == code)


def listed(page: CasesPage) -> tuple[str, ...]:
    records = page.table.records
    return tuple(records.id_at(row) for row in range(records.rowCount()))


def focused() -> object:
    return QApplication.focusWidget()


def typed(qtbot: QtBot, text: str) -> None:
    """Types into whatever has the keyboard, and goes on with Enter."""
    qtbot.keyClicks(QApplication.focusWidget(), text)


def add_event(qtbot: QtBot, page: CasesPage, line: str) -> None:
    """Types a line and adds it, as somebody does who looks at the page."""
    page.go(Place("cases", wish="add event"))
    assert page.bar.line.hasFocus()
    typed(qtbot, line)
    qtbot.keyClick(focused(), Key.Key_Return, CONTROL)


def test_the_table_holds_exactly_the_drawn_events_in_the_same_order(
    page: CasesPage, workspace: Workspace
) -> None:
    for case in workspace.every(Case):
        page.list.select(case.id)
        assert listed(page) == page.timeline.drawn_events(case.id)
        assert len(listed(page)) == len(cases.events_of(workspace, case.id))


def test_a_click_on_a_title_does_not_part_the_table_from_the_drawing(qtbot: QtBot, page: CasesPage) -> None:
    header = page.table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(4) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert listed(page) == page.timeline.drawn_events(page.list.current_record().id)


def test_the_public_case_shows_its_durations_and_counts(page: CasesPage, workspace: Workspace) -> None:
    page.go(Place("cases", record=case_of(workspace, "C-001").id))
    said = page.head.durations.text()
    assert said == "44 days to return · 29 days to re-arrival · 18 days to second return"
    assert [chip.text for chip in page.head.chips if chip.text] == ["2 arrivals", "2 returns"]


def test_a_case_and_its_events_are_entered_by_keys_alone(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    page.go(Place("cases", wish="add case"))
    assert page.form.code.text() == "C-003"
    typed(qtbot, "a man of about 30")
    qtbot.keyClicks(page.form.sharing, labels.sharing(Sharing.CLEAR)[:3])
    qtbot.keyClick(page.form.sharing, Key.Key_Return, CONTROL)
    made = case_of(workspace, "C-003")
    assert (made.description, made.sharing) == ("a man of about 30", Sharing.CLEAR)
    assert page.bar.line.hasFocus()
    add_event(qtbot, page, "arrived 6 aug 2025, anadolu")
    add_event(qtbot, page, "returned 19 sep")
    add_event(qtbot, page, "arrived again 18 oct 2025")
    add_event(qtbot, page, "returned early nov 2025, A new paper")
    kept = cases.timelines(workspace)[made.id]
    assert [event.kind for event in kept.events] == [
        EventKind.ARRIVED_BOAT,
        EventKind.RETURNED,
        EventKind.ARRIVED_BOAT,
        EventKind.RETURNED,
    ]
    assert kept.events[-1].date_words == "early nov 2025"
    assert "14–23 days to second return" in page.head.durations.text()
    assert listed(page) == page.timeline.drawn_events(made.id)
    names = [cases.source_name(workspace, event) for event in kept.events]
    assert names == ["Anadolu Ajansı", "Anadolu Ajansı", "Anadolu Ajansı", "A new paper"]


def test_the_source_stays_for_the_next_event(qtbot: QtBot, page: CasesPage) -> None:
    add_event(qtbot, page, "detained 20 oct 2025, A new paper")
    assert page.bar.fields.source.text() == "A new paper"
    assert (page.bar.line.text(), page.bar.fields.kind.text()) == ("", "")
    assert page.bar.line.hasFocus()
    assert not page.bar.is_changed


def test_adding_an_event_is_one_step_with_its_source(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    before = listed(page), workspace.count(Source)
    add_event(qtbot, page, "detained 20 oct 2025, A new paper")
    assert workspace.count(Source) == before[1] + 1
    assert page.table.current_record().id == page.timeline.chosen_event
    workspace.undo()
    assert (listed(page), workspace.count(Source)) == before
    assert listed(page) == page.timeline.drawn_events(page.list.current_record().id)


def test_an_unreadable_date_goes_to_the_tray_with_its_words(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    page.bar.fields.date.setFocus()
    typed(qtbot, "after the storm")
    page.bar.fields.kind.setText("det")
    qtbot.keyClick(page.bar.fields.date, Key.Key_Return, CONTROL)
    kept = page.table.current_record().event
    assert (kept.date.is_dated, kept.date_words) == (False, "after the storm")
    assert listed(page)[-1] == kept.id
    assert page.timeline.chart.tracks[0].undated_words == "No date (1)"


def test_an_event_without_a_type_is_not_added_and_says_so(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    before = workspace.revision
    add_event(qtbot, page, "6 aug 2025, anadolu")
    assert workspace.revision == before
    assert page.bar.fields.kind.hasFocus()
    assert page.bar.fields.echoes["kind"].echo == "Choose what happened"


def test_an_event_is_changed_in_the_bar_and_the_change_undone(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    row = page.table.records.record_at(1)
    page.table.select(row.id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Return)
    assert page.bar.fields.date.hasFocus()
    assert page.bar.event_changed == row.event
    page.bar.fields.date.clear()
    qtbot.keyClicks(page.bar.fields.date, "20 sep 2025")
    qtbot.keyClick(page.bar.fields.date, Key.Key_Return, CONTROL)
    assert page.table.current_record().id == row.id
    assert str(page.table.current_record().event.date) == "2025-09-20"
    assert page.table.current_record().event.citations == row.event.citations
    assert page.head.durations.text().startswith("45 days to return · 28 days")
    assert page.bar.event_changed is None
    workspace.undo()
    assert page.table.current_record().event == row.event


def test_f2_changes_the_event_or_the_case_that_has_the_keyboard(qtbot: QtBot, page: CasesPage) -> None:
    page.table.select(listed(page)[1])
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_F2)
    assert page.bar.event_changed == page.table.current_record().event
    page.list.setFocus()
    qtbot.keyClick(page.list, Key.Key_F2)
    assert page.form.case_changed == page.list.current_record()


def test_escape_leaves_an_event_as_it_was(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    before = workspace.revision
    page.table.select(listed(page)[0])
    page.edit_selected()
    page.bar.cancel.click()
    assert (workspace.revision, page.bar.event_changed) == (before, None)
    assert page.bar.fields.date.text() == ""
    assert page.table.hasFocus()


def test_opening_an_event_and_saving_it_unchanged_writes_nothing(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    before = workspace.revision
    for event_id in listed(page):
        page.table.select(event_id)
        page.edit_selected()
        assert page.bar.submit()
    assert workspace.revision == before


def test_an_event_is_deleted_by_key_and_comes_back_with_undo(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    before = listed(page)
    page.table.select(before[3])
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert before[3] not in listed(page)
    assert listed(page) == page.timeline.drawn_events(page.list.current_record().id)
    assert heard(page).told[-1] == "Deleted 1 event"
    workspace.undo()
    assert listed(page) == before


def test_the_timeline_and_the_table_choose_together(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, Key.Key_Right)
    qtbot.keyClick(page.timeline, Key.Key_Right)
    assert page.table.current_record().id == listed(page)[1] == page.timeline.chosen_event
    page.table.select(listed(page)[4])
    assert page.timeline.chosen_event == listed(page)[4]
    qtbot.keyClick(page.timeline, Key.Key_Down)
    assert page.list.current_record().code == "C-002"
    assert page.timeline.hasFocus()
    assert page.timeline.chosen_event == ""
    qtbot.keyClick(page.timeline, Key.Key_Right)
    qtbot.keyClick(page.timeline, Key.Key_Return)
    assert page.bar.event_changed is not None
    assert page.bar.event_changed.id == listed(page)[0]


@pytest.mark.parametrize("level", [Sharing.GREEN, Sharing.AMBER, Sharing.RED])
def test_a_case_that_is_not_public_is_refused_and_nothing_is_stored(
    qtbot: QtBot, page: CasesPage, workspace: Workspace, level: Sharing
) -> None:
    before = workspace.revision
    page.go(Place("cases", wish="add case"))
    page.form.sharing.setCurrentIndex(page.form.sharing.findData(level))
    assert "passphrase" in page.form.echoes["sharing"].echo
    qtbot.keyClicks(page.form.description, "a private matter")
    qtbot.keyClick(page.form.description, Key.Key_Return, CONTROL)
    assert [refusal.code for refusal in heard(page).refused] == [RefusalCode.NEEDS_PASSPHRASE]
    assert (workspace.revision, workspace.count(Case)) == (before, 2)
    assert page.form.isVisible()
    assert page.form.description.text() == "a private matter"


def test_a_case_is_deleted_with_its_events_in_one_step(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    events = workspace.count(Event)
    page.list.setFocus()
    qtbot.keyClick(page.list, Key.Key_Delete)
    assert [case.code for case in workspace.every(Case)] == ["C-002"]
    assert page.list.current_record().code == "C-002"
    assert [track.code for track in page.timeline.chart.tracks] == ["C-002"]
    workspace.undo()
    assert workspace.count(Event) == events
    assert [track.code for track in page.timeline.chart.tracks] == ["C-001", "C-002"]


def test_the_form_of_a_case_goes_with_the_case(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    with workspace.change("record case") as work:
        made = work.put(Case(code="C-009", sharing=Sharing.CLEAR))
    page.list.select(made.id)
    page.form.change(made)
    workspace.undo()
    assert not page.form.isVisible()


def test_the_filter_leaves_matching_cases_in_list_and_timeline(qtbot: QtBot, page: CasesPage) -> None:
    page.find_text()
    qtbot.keyClicks(page.search.field, "iranian")
    assert page.search.count.text() == "1 of 2"
    assert [track.code for track in page.timeline.chart.tracks] == ["C-001"]
    qtbot.keyClick(page.search.field, Key.Key_Escape)
    assert [track.code for track in page.timeline.chart.tracks] == ["C-001", "C-002"]


def test_a_place_names_a_case_or_an_event(page: CasesPage, workspace: Workspace) -> None:
    second = case_of(workspace, "C-002")
    event = cases.timelines(workspace)[second.id].events[1]
    page.go(Place("cases", record=event.id))
    assert page.list.current_record() == second
    assert page.table.current_record().id == page.timeline.chosen_event == event.id


def test_a_contested_event_says_so_and_a_missing_arrival_is_noted(
    page: CasesPage, workspace: Workspace
) -> None:
    page.go(Place("cases", record=case_of(workspace, "C-002").id))
    arrival = next(
        row
        for row in map(page.table.records.record_at, range(page.table.records.rowCount()))
        if row.event.kind is EventKind.ARRIVED_BOAT
    )
    assert arrival.contested.startswith("contested: denied by")
    assert page.head.doubts == [
        "No arrival is recorded before Returned to France (within 18 Sep – 8 Nov 2025)."
    ]


def test_a_change_made_elsewhere_is_shown_as_if_read_anew(page: CasesPage, workspace: Workspace) -> None:
    first, second = (case_of(workspace, code) for code in ("C-001", "C-002"))
    moved = cases.timelines(workspace)[first.id].events[0]
    with workspace.change("edit event") as work:
        work.put(replace(moved, case=second.id))
    with workspace.change("edit source") as work:
        for source in list(workspace.every(Source)):
            work.put(replace(source, publisher="Renamed"))
    shown = page.timeline.chart
    page.refresh()
    assert page.timeline.chart == shown
    assert moved.id in page.timeline.drawn_events(second.id)
    assert {row.sources for row in map(page.table.records.record_at, range(3))} == {"Renamed"}


def test_without_cases_the_page_says_what_a_case_is(qtbot: QtBot, empty: CasesPage) -> None:
    assert not empty.table.isVisible()
    empty.add_event()
    assert empty.form.isVisible()
    assert empty.form.draft.sharing is Sharing.AMBER
    qtbot.keyClicks(empty.form.sharing, labels.sharing(Sharing.CLEAR)[:3])
    qtbot.keyClick(empty.form.description, Key.Key_Return, CONTROL)
    assert empty.table.isVisible()
    assert empty.list.current_record().code == "C-001"


def test_sizes_of_the_parts_are_remembered(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    with opened(qtbot, workspace, tmp_path) as first:
        sides = first.findChild(QSplitter, "casesSides")
        handle = sides.handle(1)
        qtbot.mousePress(handle, Qt.MouseButton.LeftButton)
        qtbot.mouseMove(handle, handle.rect().center() + QPoint(60, 0))
        qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton)
        kept = sides.sizes()
    with opened(qtbot, workspace, tmp_path) as second:
        assert second.findChild(QSplitter, "casesSides").sizes() == kept


def test_an_event_says_how_many_statements_answer_it_and_goes_there(
    page: CasesPage, workspace: Workspace
) -> None:
    case = case_of(workspace, "C-002")
    crossing = next(
        event for event in cases.events_of(workspace, case.id) if event.kind is EventKind.ARRIVED_BOAT
    )
    page.go(Place("cases", record=crossing.id))
    assert page.replies.opener.text() == "Answered by 3 statements, disputed by 1"
    went: list[Place] = []
    page.context.navigator.went.connect(went.append)
    page.replies.opener.click()
    assert went == [Place("statements", filter=f"about {crossing.id}")]
    answering = [said for said in workspace.every(Statement) if crossing.id in said.answers]
    statements.remove(workspace, answering)
    assert page.replies.opener.text() == "Disputed by 1 statement"
    other = next(event for event in cases.events_of(workspace, case.id) if event.kind is EventKind.DETAINED)
    page.go(Place("cases", record=other.id))
    assert not page.replies.isVisible()
