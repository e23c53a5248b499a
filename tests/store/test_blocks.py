"""Columns of cells go in as the records they are, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.steps import Step
from desktop_app.services.workspace import Workspace
from desktop_app.store import codec, integrity
from tests.store.strategies import records

COUNT = 1_200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    return path


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path) as workspace:
        yield workspace


def bring(workspace: Workspace) -> list[str]:
    with workspace.change("import figures") as work:
        work.put(Source(id="s"))
        cited = codec.row_of(Figure(citations=(Citation("s"),)))[
            codec.shape_of(Figure).names.index("citations")
        ]
        return work.put_columns(
            Figure,
            {
                "measure": "ARR",
                "amount": [str(number % 7) for number in range(COUNT)],
                "period": ["2025-11-05~"] * COUNT,
                "citations": cited,
            },
        )


def test_they_are_the_records_that_the_cells_say(workspace: Workspace) -> None:
    ids = bring(workspace)
    assert [figure.id for figure in workspace.every(Figure)] == ids
    figure = workspace.get(Figure, ids[8])
    assert figure is not None
    assert figure == Figure(
        id=ids[8],
        measure="ARR",
        amount=Amount.exactly(1),
        period=PartialDate.parse("2025-11-05~"),
        citations=(Citation("s"),),
        recorded=figure.recorded,
    )
    assert figure.recorded != ""


@pytest.mark.parametrize(
    "text", ["", "it's", '"; DROP TABLE figures; --', "a?b", ":a", "%s", "été", "a\0b", "\n"]
)
def test_what_all_rows_have_is_kept_as_it_is(workspace: Workspace, text: str) -> None:
    with workspace.change("import figures") as work:
        work.put_columns(Figure, {"amount": ["1", "2"], "note": text, "speaker": text})
    assert [(figure.note, figure.speaker) for figure in workspace.every(Figure)] == [(text, text)] * 2
    with Workspace.open(workspace.path or Path()) as other:
        assert list(other.every(Figure)) == list(workspace.every(Figure))


def test_they_are_one_step_that_is_undone_brought_back_and_followed(workspace: Workspace, path: Path) -> None:
    told: list[Step] = []
    workspace.subscribe(told.append)
    with Workspace.open(path) as other:
        bring(workspace)
        kept = list(workspace.every(Figure))
        assert len(told) == 1
        assert len(told[0].edits) == COUNT + 1
        assert other.follow() == (told[0],)
        assert list(other.every(Figure)) == kept
        other.undo()
        workspace.follow()
        assert workspace.count(Figure) == workspace.count(Source) == 0
    workspace.redo()
    assert list(workspace.every(Figure)) == kept
    assert [step.label for step, _ in workspace.history(Figure, kept[700].id)] == ["import figures"] * 3
    workspace.close()
    assert integrity.check(path) == []


@pytest.mark.parametrize(
    "columns",
    [
        {"amount": ["1", "many"]},
        {"amount": ["1", "01"]},
        {"amount": ["1", 1]},
        {"basis": ["flow", "sideways"]},
        {"period": ["2025-11-05", "5 November"]},
        {"period": ["2025-11-05", " 2025-11-05"]},
        {"note": ["", None]},
        {"citations": ["[]", "[ ]"]},
        {"citations": ["[]", "none"]},
        {"note": ["a", "b"], "amount": ["1"]},
        {"colour": ["red", "blue"]},
        {"id": ["a", "b"]},
        {"note": "a"},
        {},
    ],
)
def test_what_is_not_as_the_file_would_hold_it_leaves_nothing(
    workspace: Workspace, columns: dict[str, Any]
) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="Figure"), workspace.change("import figures") as work:
            work.put_columns(Figure, columns)
    assert workspace.count(Figure) == 0
    assert workspace.undo_label is None


def test_what_is_not_clear_asks_for_a_passphrase(workspace: Workspace) -> None:
    with pytest.raises(Refusal) as caught, workspace.change("import figures") as work:
        work.put_columns(Figure, {"sharing": ["clear", "amber"]})
    assert caught.value.code is RefusalCode.NEEDS_PASSPHRASE
    assert workspace.count(Figure) == 0


@settings(max_examples=30)
@given(st.lists(records(Figure), min_size=1, max_size=5))
def test_any_records_can_be_given_so(given: list[Record]) -> None:
    names = codec.shape_of(Figure).names[1:]
    cells = [list(column) for column in codec.columns_of(Figure, given)[1:]]
    with Workspace.in_memory() as workspace:
        with workspace.change("import figures") as work:
            ids = work.put_columns(Figure, dict(zip(names, cells, strict=True)))
        for id, figure in zip(ids, given, strict=True):
            found = workspace.get(Figure, id)
            assert found is not None
            assert codec.row_of(found)[1:] == codec.row_of(figure)[1:]
