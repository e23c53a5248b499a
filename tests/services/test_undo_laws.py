"""Laws of undo: all the way back is the start, all the way forward is the end, also after a restart."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Step
from desktop_app.services.workspace import Workspace
from desktop_app.store import batches, integrity
from tests.store.strategies import records

_FEW = st.sampled_from(["a", "b", "c"])
_PUT = st.sampled_from([Figure, Source, Case, Event]).flatmap(lambda kind: records(kind, _FEW))
_EDITS = st.lists(st.tuples(st.booleans(), _PUT), max_size=4)
_CHANGES = st.lists(_EDITS, max_size=8)
_MOVES = st.lists(st.sampled_from(["undo", "redo", "reopen"]), max_size=12)


def _contents(workspace: Workspace) -> dict[str, dict[str, Record]]:
    return {
        name: {record.id: record for record in workspace.every(kind)} for name, kind in RECORD_KINDS.items()
    }


def _apply(workspace: Workspace, edits: list[tuple[bool, Any]]) -> None:
    with workspace.change("edit") as work:
        for keep, record in edits:
            if keep:
                work.put(record)
            else:
                work.remove(record)


@pytest.fixture(params=["singly", "in batches"])
def _size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The laws hold for steps of any size: here already two edits of a sort count as many."""
    if request.param == "in batches":
        monkeypatch.setattr(batches, "LEAST", 1)
        monkeypatch.setattr(batches, "MOST", 2)


pytestmark = pytest.mark.usefixtures("_size")
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=60, suppress_health_check=SLOW)
@given(_CHANGES, st.booleans())
def test_back_to_the_start_and_forward_to_the_end(changes: list[Any], reopening: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.evenhand"
        workspace = Workspace.create(path)
        start = _contents(workspace)
        for edits in changes:
            _apply(workspace, edits)
        end = _contents(workspace)
        for move, goal in [(Workspace.undo, start), (Workspace.redo, end), (Workspace.undo, start)]:
            if reopening:
                workspace.close()
                workspace = Workspace.open(path)
            while move(workspace) is not None:
                pass
            assert _contents(workspace) == goal
        workspace.close()


@settings(max_examples=40, suppress_health_check=SLOW)
@given(st.lists(st.one_of(_EDITS, _MOVES), max_size=8))
def test_memory_file_and_history_agree_whatever_is_done(script: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.evenhand"
        workspace = Workspace.create(path)
        for part in script:
            if part and isinstance(part[0], str):
                for move in part:
                    if move == "reopen":
                        labels = (workspace.undo_label, workspace.redo_label)
                        before = _contents(workspace)
                        workspace.close()
                        workspace = Workspace.open(path)
                        assert (workspace.undo_label, workspace.redo_label) == labels
                        assert _contents(workspace) == before
                    else:
                        getattr(workspace, move)()
            else:
                _apply(workspace, part)
        contents = _contents(workspace)
        workspace.close()
        with Workspace.open(path) as again:
            assert _contents(again) == contents
        links = integrity.FindingCode.UNKNOWN_LINK
        assert [finding for finding in integrity.check(path) if finding.code is not links] == []


@settings(max_examples=40, suppress_health_check=SLOW)
@given(_CHANGES, _MOVES)
def test_the_history_is_what_observers_were_told(changes: list[Any], moves: list[str]) -> None:
    """Read back by the same process, by another that follows, day by day, and record by record."""
    told: list[Step] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.evenhand"
        Workspace.create(path).close()
        with (
            Workspace.open(path) as workspace,
            Workspace.open(path) as other,
            Workspace.open(path) as third,
        ):
            workspace.subscribe(told.append)
            for edits in changes:
                _apply(workspace, edits)
            followed = list(other.follow())
            for move in moves:
                if move != "reopen":
                    getattr(workspace, move)()
            followed += other.follow()
            assert followed == told
            slowly: list[Step] = []
            third.subscribe(slowly.append)
            while third.follow_for(0):
                assert slowly == []
            assert slowly == told
            assert _contents(other) == _contents(workspace)
            for kind, id in {(edit.kind, edit.id) for step in told for edit in step.edits}:
                expected = [(step.id, edit) for step in told for edit in step.edits if edit.id == id]
                found = [(step.id, edit) for step, edit in workspace.history(kind, id)]
                assert found == [(number, edit) for number, edit in expected if edit.kind is kind]
