"""The rules of the scheme, worked with by keys over a real workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.answers import Reply
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import EventKind
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.services import eligibility
from desktop_app.services.workspace import Workspace
from desktop_app.ui.rules.dialog import RulesDialog
from tests.ui.pages import context_for, example_workspace

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as opened:
        yield opened


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RulesDialog]:
    context = context_for(workspace, tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = RulesDialog(context, rule_named(workspace, "Request within 14 days").id, window)
    with qtbot.waitExposed(made):
        made.open()
    made.activateWindow()
    yield made
    made.hide()
    context.bridge.close()


def rule_named(workspace: Workspace, title: str) -> Rule:
    return next(rule for rule in workspace.every(Rule) if rule.title == title)


def typed(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def test_versions_of_one_clause_stand_together(dialog: RulesDialog) -> None:
    records = dialog.table.records
    found = [records.record_at(row) for row in range(records.rowCount())]
    clauses = [rule.clause for rule in found if rule.clause]
    assert [clause for place, clause in enumerate(clauses) if clause not in clauses[:place]] == [
        each for each, before in zip(clauses, ["", *clauses], strict=False) if each != before
    ]
    kinds = [rule.kind for rule in found]
    assert kinds == sorted(kinds, key=lambda kind: kind is RuleKind.CRITERION)


def test_another_version_is_typed_by_keys_alone(
    qtbot: QtBot, dialog: RulesDialog, workspace: Workspace
) -> None:
    dialog.another.setFocus()
    qtbot.keyClick(dialog.another, Key.Key_Return)
    assert QApplication.focusWidget() is dialog.form.version
    assert not dialog.keep.isEnabled()
    typed(qtbot, "amended")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    typed(qtbot, "from 12 jun 2026 to oct 2026")
    assert dialog.form.echoes["in_force"].echo == "12 Jun – 31 Oct 2026"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, CONTROL)
    kept = next(rule for rule in workspace.every(Rule) if rule.version == "amended")
    assert kept == dialog.table.current_record() == dialog.form.rule
    assert (kept.clause, kept.days, kept.citations) == ("request", 14, ())
    assert kept.starts_with is EventKind.ARRIVED_BOAT
    assert kept.in_force == PartialDate.parse("2026-06-12/2026-10")
    assert dialog.news.text() == "Added: Request within 14 days"
    dialog.undo.click()
    assert workspace.get(Rule, kept.id) is None


def test_what_is_wrong_stands_under_its_field_and_blocks(
    qtbot: QtBot, dialog: RulesDialog, workspace: Workspace
) -> None:
    before = list(workspace.every(Rule))
    dialog.form.days.setText("soon")
    assert dialog.form.echoes["days"].echo == "Type a whole number, such as 14"
    assert not dialog.keep.isEnabled()
    qtbot.keyClick(dialog.form.title, Key.Key_Return, CONTROL)
    assert dialog.form.days.hasFocus()
    assert list(workspace.every(Rule)) == before


def test_what_was_typed_is_kept_before_another_rule_is_shown(
    dialog: RulesDialog, workspace: Workspace
) -> None:
    changed = dialog.form.rule
    assert changed is not None
    dialog.form.days.setText("15")
    dialog.table.select(rule_named(workspace, "Aim").id)
    assert workspace.get(Rule, changed.id) == replace(changed, days=15)
    assert dialog.form.rule == rule_named(workspace, "Aim")


def test_what_cannot_be_kept_keeps_the_rule_in_sight(dialog: RulesDialog, workspace: Workspace) -> None:
    changed = dialog.form.rule
    assert changed is not None
    dialog.form.days.setText("soon")
    dialog.table.select(rule_named(workspace, "Aim").id)
    assert dialog.form.rule == changed
    assert dialog.table.current_record() == changed


def test_days_that_nobody_typed_over_stay_as_they_are(dialog: RulesDialog, workspace: Workspace) -> None:
    extended = next(rule for rule in workspace.every(Rule) if rule.version.startswith("extended"))
    dialog.table.select(extended.id)
    dialog.form.title.setText("Expiry of the pilot")
    assert dialog.submit()
    assert workspace.get(Rule, extended.id) == replace(extended, title="Expiry of the pilot")


def test_a_criterion_asks_for_no_limit(dialog: RulesDialog, workspace: Workspace) -> None:
    dialog.table.select(rule_named(workspace, "Documents").id)
    assert not dialog.form.days.isVisible()
    dialog.table.select(rule_named(workspace, "Request within 14 days").id)
    assert dialog.form.days.isVisible()


def test_removing_a_criterion_says_how_many_answers_go_with_it(
    dialog: RulesDialog, workspace: Workspace
) -> None:
    case = next(iter(workspace.every(Case)))
    rule = rule_named(workspace, "Documents")
    eligibility.answer(workspace, case, rule, Reply.YES)
    dialog.table.select(rule.id)
    dialog.remove.click()
    assert dialog.news.text() == "Deleted 1 rule with 1 answer to it"
    assert workspace.get(Rule, rule.id) is None
    dialog.undo.click()
    assert workspace.get(Rule, rule.id) == rule
    assert len(eligibility.answers_to(workspace, [rule])) == 1


def test_escape_asks_once_about_what_is_not_saved(
    qtbot: QtBot, dialog: RulesDialog, workspace: Workspace
) -> None:
    before = list(workspace.every(Rule))
    dialog.form.title.setText("Something else")
    qtbot.keyClick(dialog.table, Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.news.text()
    qtbot.keyClick(dialog.table, Key.Key_Escape)
    assert not dialog.isVisible()
    assert list(workspace.every(Rule)) == before


def test_what_changes_elsewhere_is_shown(dialog: RulesDialog, workspace: Workspace) -> None:
    shown = dialog.form.rule
    assert shown is not None
    with workspace.change("edit rule") as work:
        work.put(replace(shown, title="As another window has it"))
    assert dialog.form.title.text() == "As another window has it"
    with workspace.change("delete rule") as work:
        work.remove(shown)
    assert dialog.form.rule != shown


def test_the_first_rule_of_an_empty_workspace(qtbot: QtBot, tmp_path: Path) -> None:
    with Workspace.in_memory() as workspace:
        context = context_for(workspace, tmp_path)
        window = QWidget()
        qtbot.addWidget(window)
        dialog = RulesDialog(context, "", window)
        assert not dialog.keep.isEnabled()
        dialog.new.click()
        dialog.form.title.setText("Reply")
        dialog.form.starts_with.setText("readmission requested")
        dialog.form.ends_with.setText("nonsense")
        assert not dialog.keep.isEnabled()
        dialog.form.ends_with.setText("readmission accepted")
        dialog.form.days.setText("14")
        dialog.form.extended_days.setText("28")
        assert dialog.submit()
        (kept,) = workspace.every(Rule)
        assert kept.is_clock
        dialog.reject()
        context.bridge.close()
