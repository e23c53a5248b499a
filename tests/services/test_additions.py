"""New records written into a file while they come: one step, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.services.additions import additions
from desktop_app.services.workspace import Workspace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    return path


def columns(count: int) -> dict[str, str | list[str]]:
    return {"measure": "ARR", "basis": "flow", "amount": [str(number) for number in range(count)]}


def test_columns_and_records_are_one_step_that_one_undo_takes_back(file: Path) -> None:
    sources = [Source(publisher=f"Paper {number}") for number in range(300)]
    with additions(file, "import figures") as work:
        work.put_columns(Figure, columns(1_200))
        work.put_all(sources)
        work.put_columns(Figure, columns(30))
        work.put_all([Source(publisher="Last")])
    with Workspace.open(file) as workspace:
        assert workspace.count(Figure) == 1_230
        assert [source.publisher for source in workspace.every(Source)][-1] == "Last"
        assert workspace.undo_label == "import figures"
        undone = workspace.undo()
        assert undone is not None
        assert len(undone.edits) == 1_531
        assert workspace.count(Figure) == workspace.count(Source) == 0
        workspace.redo()
        assert workspace.count(Figure) == 1_230


def test_a_block_that_fails_leaves_nothing(file: Path) -> None:
    def fail() -> None:
        with additions(file, "import figures") as work:
            work.put_columns(Figure, columns(2_000))
            work.put_columns(Figure, {"amount": ["many"]})

    with pytest.raises(ValueError, match="amount"):
        fail()
    with Workspace.open(file) as workspace:
        assert workspace.count(Figure) == 0
        assert workspace.undo_label is None


def test_an_empty_block_is_no_step(file: Path) -> None:
    with additions(file, "import figures"):
        pass
    with Workspace.open(file) as workspace:
        assert workspace.undo_label is None


def test_a_window_follows_what_was_added(file: Path) -> None:
    with Workspace.open(file) as window:
        with additions(file, "import figures") as work:
            work.put_columns(Figure, columns(700))
        window.follow()
        assert window.count(Figure) == 700


def test_no_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused, additions(tmp_path / "none.evenhand", "import figures"):
        pass
    assert refused.value.code is RefusalCode.NOT_FOUND
