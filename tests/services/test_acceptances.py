"""Findings are accepted for a reason, and asked about again when that is taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.checks.findings import Code, Finding, Severity
from desktop_app.services import acceptances
from desktop_app.services.workspace import Workspace

FALLS = Finding(Code.FALLS, Severity.WARNING, "figure", "f1", ("f1", "f2"), {"before": 65, "after": 57})
OLD = Finding(Code.OLD, Severity.WARNING, "figure", "f3", numbers={"days": 60})


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as workspace:
        yield workspace


def kept(workspace: Workspace) -> dict[str, str]:
    return {one.finding: one.reason for one in workspace.every(Acceptance)}


def test_several_are_one_step(workspace: Workspace) -> None:
    acceptances.accept(workspace, [FALLS, OLD], "Both are known")
    assert kept(workspace) == {FALLS.key: "Both are known", OLD.key: "Both are known"}
    assert workspace.undo_label == "accept findings"
    workspace.undo()
    assert kept(workspace) == {}


def test_accepting_again_changes_the_reason(workspace: Workspace) -> None:
    (first,) = acceptances.accept(workspace, [FALLS], "Seen")
    (again,) = acceptances.accept(workspace, [FALLS], "A correction")
    assert again.id == first.id
    assert kept(workspace) == {FALLS.key: "A correction"}


def test_a_reason_is_needed(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="reason"):
        acceptances.accept(workspace, [FALLS], "  ")
    assert kept(workspace) == {}


def test_it_can_be_taken_back(workspace: Workspace) -> None:
    acceptances.accept(workspace, [FALLS, OLD], "Known")
    acceptances.take_back(workspace, [one for one in workspace.every(Acceptance) if one.code == "old"])
    assert kept(workspace) == {FALLS.key: "Known"}
    assert workspace.undo_label == "take back acceptance"
