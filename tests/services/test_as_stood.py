"""What the file held on an earlier day is worked out from its history, and later changes do not alter it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.records import RECORD_KINDS
from desktop_app.domain.views import View
from desktop_app.services import as_stood
from desktop_app.services.workspace import Workspace

FIRST = date(2025, 11, 1)


@dataclass
class Clock:
    """Noon of a day that the test sets."""

    day: date = FIRST

    def __call__(self) -> datetime:
        return as_stood.beginning_of(self.day).astimezone(UTC) + timedelta(hours=12)


def contents(view: View) -> dict[str, dict[str, Any]]:
    return {name: {one.id: one for one in view.every(kind)} for name, kind in RECORD_KINDS.items()}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(clock: Clock) -> Iterator[Workspace]:
    with Workspace.in_memory(clock=clock) as workspace:
        yield workspace


def record(workspace: Workspace, number: int, id: str = "f") -> Figure:
    with workspace.change("record figure") as work:
        return work.put(Figure(id=id, measure="RET", amount=Amount.exactly(number)))


def test_an_edit_an_addition_and_a_removal_are_rolled_back(workspace: Workspace, clock: Clock) -> None:
    old, gone = record(workspace, 75), record(workspace, 8, "gone")
    clock.day = FIRST + timedelta(days=3)
    with workspace.change("edit figure") as work:
        work.put(replace(old, note="later"))
        work.remove(gone)
        work.put(Figure(id="new"))
    view = workspace.as_stood(FIRST + timedelta(days=2))
    assert {figure.id for figure in view.every(Figure)} == {"f", "gone"}
    assert view.get(Figure, "f") == old
    assert view.get(Figure, "gone") == gone
    assert view.get(Figure, "new") is None
    assert contents(workspace.as_stood(clock.day)) == contents(workspace)
    assert contents(workspace.as_stood(date.max)) == contents(workspace)


def test_a_view_is_not_altered_by_later_changes(workspace: Workspace, clock: Clock) -> None:
    record(workspace, 75)
    view = workspace.as_stood(FIRST)
    before = contents(view)
    record(workspace, 94)
    record(workspace, 95, "g")
    assert contents(view) == before


def test_before_it_was_made_the_file_held_nothing(workspace: Workspace) -> None:
    assert len(list(workspace.as_stood(FIRST).every(Measure))) == len(BUILT_IN)
    assert list(workspace.as_stood(FIRST - timedelta(days=1)).every(Measure)) == []
    assert list(workspace.as_stood(date.min).every(Measure)) == []


def test_days_go_by_this_computers_midnight(workspace: Workspace, clock: Clock) -> None:
    record(workspace, 75)
    clock.day = FIRST + timedelta(days=2)
    record(workspace, 94)
    record(workspace, 95)
    assert workspace.recorded_days() == [FIRST, clock.day]
    stood = [[str(one.amount) for one in workspace.as_stood(day).every(Figure)] for day in (FIRST, clock.day)]
    assert stood == [["75"], ["95"]]


def test_another_process_counts_once_it_is_followed(tmp_path: Path, clock: Clock) -> None:
    with (
        Workspace.create(tmp_path / "a.evenhand", clock=clock) as one,
        Workspace.open(tmp_path / "a.evenhand", clock=clock) as two,
    ):
        clock.day += timedelta(days=1)
        record(two, 94)
        assert contents(one.as_stood(clock.day)) == contents(one)
        assert one.recorded_days() == [FIRST]
        one.follow()
        assert one.recorded_days() == [FIRST, clock.day]
        assert contents(one.as_stood(clock.day)) == contents(two)


_MOVES = st.one_of(
    st.tuples(st.just("put"), st.sampled_from("abc"), st.integers(0, 5)),
    st.tuples(st.just("remove"), st.sampled_from("abc")),
    st.sampled_from([("undo",), ("redo",), ("next day",)]),
)


@settings(max_examples=60)
@given(st.lists(_MOVES, max_size=25))
def test_every_day_comes_out_as_it_was(moves: list[tuple[Any, ...]]) -> None:
    clock = Clock()
    with Workspace.in_memory(clock=clock) as workspace:
        seen = {}
        for move in moves:
            match move:
                case ("put", id, number):
                    record(workspace, number, id)
                case ("remove", id):
                    with workspace.change("remove figure") as work:
                        work.remove(Figure(id=id))
                case ("next day",):
                    clock.day += timedelta(days=1)
                case (name,):
                    getattr(workspace, name)()
            seen[clock.day] = contents(workspace)
        for day, expected in seen.items():
            assert contents(workspace.as_stood(day)) == expected
