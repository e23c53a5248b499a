"""Rows under the headings of their groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.lanes.rows import RowStack

GROUPED = RowStack(5, 10, (0, 3), 6)


def test_rows_stand_under_the_headings_of_their_groups() -> None:
    assert [GROUPED.top(row) for row in range(5)] == [6, 16, 26, 42, 52]
    assert GROUPED.tops().tolist() == [6, 16, 26, 42, 52]
    assert GROUPED.total == 62
    assert [GROUPED.group(row) for row in range(5)] == [0, 0, 0, 1, 1]


def test_a_heading_is_no_row() -> None:
    assert [GROUPED.row(y) for y in (-1, 3, 6, 15.9, 35.9, 38, 42, 61, 62)] == [
        None, None, 0, 0, 2, None, 3, 4, None,
    ]  # fmt: skip


def test_what_is_in_view_includes_what_is_only_partly_there() -> None:
    assert list(GROUPED.between(20, 43)) == [1, 2, 3]
    assert GROUPED.headings_between(20, 43) == [(1, 36)]
    assert list(RowStack(3, 10).between(-5, 5)) == [0]
    assert list(RowStack(0, 10).between(0, 50)) == []


@given(
    st.integers(1, 40),
    st.floats(0.05, 120),
    st.sets(st.integers(1, 39), max_size=5),
    st.floats(0, 20),
    st.data(),
)
def test_each_row_is_found_at_its_place(
    count: int, height: float, inner: set[int], heading: float, data: st.DataObject
) -> None:
    starts = (0, *sorted(start for start in inner if start < count)) if inner else ()
    stack = RowStack(count, height, starts, heading)
    row = data.draw(st.integers(0, count - 1))
    assert stack.row(stack.top(row) + height / 2) == row
    assert stack.tops()[row] == pytest.approx(stack.top(row))
    assert row in stack.between(stack.top(row), stack.top(row) + height / 2)
