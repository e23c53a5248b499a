"""The clocks and the checklist of a case, worked with by keys in a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.rules import Rule
from desktop_app.services import cases, workspace_settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.places import Place
from desktop_app.ui.rules.dialog import RulesDialog
from tests.ui.pages import context_for, example_workspace

Key = Qt.Key


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[CasesPage]:
    context = context_for(workspace, tmp_path)
    made = CasesPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.go(Place("cases", record=case_of(workspace, "C-001").id))
    yield made
    made.hide()
    context.bridge.close()


def case_of(workspace: Workspace, code: str) -> Case:
    return next(case for case in workspace.every(Case) if case.code == code)


def shown(page: CasesPage, column: str) -> list[str]:
    records = page.tabs.clocks.table.records
    of = records.columns[records.column_index(column)]
    found = [records.record_at(row) for row in range(records.rowCount())]
    return [of.plain(one) for one in found]


def answers(workspace: Workspace) -> dict[str, Reply]:
    found = {}
    for answer in workspace.every(Answer):
        rule = workspace.get(Rule, answer.rule)
        assert rule is not None
        found[rule.title] = answer.reply
    return found


def test_the_clocks_of_the_public_case(page: CasesPage) -> None:
    page.tabs.switch.choose("clocks")
    assert shown(page, "took") == ["", "", "44 days", "3 days", "3 days", "18 days", "3 days", "3 days"]
    results = shown(page, "result")
    assert results[:2] == ["◇ Cannot tell: due by 9 Aug 2025", "◇ Cannot tell: due by 20 Aug 2025"]
    assert set(results[2:]) == {"■ Met"}
    assert shown(page, "rule")[3:5] == ["Referral within 3 days press", "Request within 14 days treaty"]
    assert all(shown(page, "sources"))


def test_the_clocks_follow_the_events(page: CasesPage, workspace: Workspace) -> None:
    page.tabs.switch.choose("clocks")
    before = len(shown(page, "took"))
    request = next(one for one in workspace.every(Event) if one.kind.value == "readmission requested")
    cases.remove_events(workspace, [request])
    assert len(shown(page, "took")) == before - 2
    workspace.undo()
    assert len(shown(page, "took")) == before


def test_enter_on_a_clock_goes_to_its_rule(qtbot: QtBot, page: CasesPage) -> None:
    page.tabs.switch.choose("clocks")
    table = page.tabs.clocks.table
    table.setFocus()
    chosen = table.current_record().clock.rule
    qtbot.keyClick(table, Key.Key_Return)
    dialog = page.findChild(RulesDialog)
    assert dialog is not None
    assert dialog.table.current_record() == chosen
    dialog.reject()


def test_criteria_are_answered_by_single_keys(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    page.tabs.switch.choose("route")
    table = page.tabs.route.table
    table.setFocus()
    for key in (Key.Key_Y, Key.Key_Down, Key.Key_N, Key.Key_Down, Key.Key_Question):
        qtbot.keyClick(table, key)
    assert answers(workspace) == {
        "Family link": Reply.YES,
        "No earlier irregular attempt": Reply.NO,
        "In France now": Reply.NOT_KNOWN,
    }
    said = page.tabs.route.result.text()
    assert said.startswith(
        "1 of 7 criteria answered yes in the version “close family link only”; 1 no: No earl"
    )
    assert said.endswith("This is not a decision.")
    assert page.tabs.route.reply.choice == "not known"
    qtbot.keyClick(table, Key.Key_Delete)
    assert "In France now" not in answers(workspace)
    assert page.tabs.route.reply.choice == "none"
    workspace.undo()
    assert page.tabs.route.reply.choice == "not known"


def test_the_answer_can_be_chosen_with_arrow_keys(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    page.tabs.switch.choose("route")
    route = page.tabs.route
    route.reply.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Left)
    assert answers(workspace) == {"Family link": Reply.NOT_KNOWN}
    assert route.reply.choice == "not known"


def test_another_version_asks_another_question(page: CasesPage, workspace: Workspace, qtbot: QtBot) -> None:
    page.tabs.switch.choose("route")
    route = page.tabs.route
    qtbot.keyClick(route.table, Key.Key_Y)
    route.version.setCurrentIndex(1)
    assert route.table.current_record().rule.title == "Family ties or nationality"
    assert route.reply.choice == "none"
    route.version.setCurrentIndex(0)
    assert route.reply.choice == "yes"


def test_a_note_is_kept_when_the_keyboard_leaves(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    page.tabs.switch.choose("route")
    route = page.tabs.route
    assert not route.note.isEnabled()
    qtbot.keyClick(route.table, Key.Key_Y)
    route.note.setFocus()
    qtbot.keyClicks(route.note, "a letter of the council")
    qtbot.keyClick(route.note, Key.Key_Tab)
    assert [answer.note for answer in workspace.every(Answer)] == ["a letter of the council"]
    workspace.undo()
    assert route.note.text() == ""


def test_a_note_does_not_wander_to_another_criterion(
    qtbot: QtBot, page: CasesPage, workspace: Workspace
) -> None:
    page.tabs.switch.choose("route")
    route = page.tabs.route
    qtbot.keyClick(route.table, Key.Key_Y)
    route.note.setFocus()
    qtbot.keyClicks(route.note, "of the first")
    page.list.select(case_of(workspace, "C-002").id)
    assert [(answer.case, answer.note) for answer in workspace.every(Answer)] == [
        (case_of(workspace, "C-001").id, "of the first")
    ]
    assert route.note.text() == ""


def test_an_answer_has_its_own_sources(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    page.tabs.switch.choose("route")
    route = page.tabs.route
    assert not route.sources.isEnabled()
    qtbot.keyClick(route.table, Key.Key_Y)
    dialog = route.sources.cite()
    assert isinstance(dialog, CitationDialog)
    dialog.source.setText("A council's letter")
    dialog.submit()
    (answer,) = workspace.every(Answer)
    assert len(answer.citations) == 1
    assert route.sources.text() == "1 source"


def test_deleting_and_editing_leave_the_events_alone_that_are_out_of_sight(
    page: CasesPage, workspace: Workspace
) -> None:
    before = list(workspace.every(Event))
    page.tabs.switch.choose("clocks")
    page.tabs.clocks.table.setFocus()
    page.delete_selected()
    assert list(workspace.every(Event)) == before
    page.add_event()
    assert page.tabs.switch.choice == "events"
    assert page.bar.isAncestorOf(QApplication.focusWidget())


def test_the_name_is_asked_for_and_shown_only_where_the_workspace_has_names(
    page: CasesPage, workspace: Workspace
) -> None:
    case = case_of(workspace, "C-001")
    page.form.change(case)
    assert not page.form.name.isVisible()
    workspace_settings.allow_names(workspace, True)
    page.form.change(case)
    assert page.form.name.isVisible()
    page.form.name.setText("A. N. Other")
    page.form.submit()
    assert page.head.name.text() == "A. N. Other"
    assert page.head.name.isVisible()
    drawn = page.timeline.accessibleName() + page.timeline.accessibleDescription()
    assert "Other" not in drawn
    assert not any("Other" in told for told in page.context.notices.told)  # type: ignore[attr-defined]
    workspace_settings.allow_names(workspace, False)
    assert page.head.name.text() == ""
    page.form.change(case_of(workspace, "C-001"))
    assert not page.form.name.isVisible()
    page.form.description.setText("another description")
    page.form.submit()
    assert case_of(workspace, "C-001").name == "A. N. Other"
