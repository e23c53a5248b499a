"""One account of the findings: complete at once in a small ledger, in idle moments in a large one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.checks.check import check
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from desktop_app.ui import checking
from tests.ui.pages import TODAY, context_for, example_workspace


def without_sources(workspace: Workspace) -> str:
    """An edit that makes a finding; answers the id of the figure."""
    figure = next(one for one in workspace.every(Figure) if one.citations)
    with workspace.change("edit figure") as work:
        work.put(replace(figure, citations=()))
    return figure.id


def test_in_a_small_ledger_all_is_found_when_it_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    with example_workspace() as workspace:
        context = context_for(workspace, tmp_path)
        assert context.checking.findings == check(workspace, TODAY)
        id = without_sources(workspace)
        assert context.checking.is_settled
        assert context.checking.asks_for_a_look(id)
        assert context.checking.findings == check(workspace, TODAY)
        context.bridge.close()


def test_in_a_large_ledger_a_step_costs_nothing_and_is_looked_at_soon(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "AT_ONCE", 0)
    monkeypatch.setattr(checking, "TURNED_AT_ONCE", 0)
    with example_workspace() as workspace:
        context = context_for(workspace, tmp_path)
        assert not context.checking.is_settled
        with qtbot.waitSignal(context.checking.changed):
            pass
        assert context.checking.findings == check(workspace, TODAY)
        with qtbot.waitSignal(context.checking.changed) as heard:
            id = without_sources(workspace)
            assert not context.checking.is_settled
        assert id in heard.args[0]
        assert context.checking.is_settled
        assert context.checking.findings == check(workspace, TODAY)
        context.bridge.close()


def test_counts_are_of_what_asks_for_a_look(qtbot: QtBot, tmp_path: Path) -> None:
    with example_workspace() as workspace:
        context = context_for(workspace, tmp_path)
        asking = context.checking.to_look_at
        assert asking
        assert all(finding.severity != "info" for finding in asking)
        figures = {id for one in asking for id in one.records if workspace.get(Figure, id) is not None}
        assert context.checking.figures_to_look_at == len(figures)
        context.bridge.close()
