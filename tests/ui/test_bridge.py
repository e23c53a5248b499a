"""One signal for every change, also for those of other processes, however large."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.domain.steps import Step
from desktop_app.services.workspace import Workspace
from desktop_app.ui.bridge import Bridge


@pytest.mark.parametrize("count", [1, 3_000])
def test_a_change_of_another_process_is_told_once_and_whole(qtbot: QtBot, tmp_path: Path, count: int) -> None:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    with Workspace.open(path) as workspace, Workspace.open(path) as other:
        bridge = Bridge(workspace)
        told: list[Step] = []
        bridge.changed.connect(told.append)
        with qtbot.waitSignal(bridge.changed), other.change("import figures") as work:
            work.put_all([Figure(id=f"f{number}") for number in range(count)])
        with qtbot.waitSignal(bridge.changed), other.change("record figure") as work:
            work.put(Figure(id="last"))
        bridge.close()
        assert [len(step.edits) for step in told] == [count, 1]
        assert workspace.count(Figure) == count + 1


def test_who_waits_for_what_another_process_kept_goes_on_after_it_was_told(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    with Workspace.open(path) as workspace, Workspace.open(path) as other:
        bridge = Bridge(workspace)
        happened: list[object] = []
        bridge.changed.connect(happened.append)
        with other.change("import figures") as work:
            work.put_all([Figure(id=f"f{number}") for number in range(3_000)])
        bridge.follow_then(partial(happened.append, "then"))
        qtbot.waitUntil(lambda: "then" in happened)
        bridge.follow_then(partial(happened.append, "nothing more"))
        qtbot.waitUntil(lambda: "nothing more" in happened)
        bridge.close()
        assert len(happened) == 3
        assert isinstance(happened[0], Step)
        assert len(happened[0].edits) == 3_000
