"""Zooming and panning through days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.lanes.scale import NARROWEST, LaneScale

WHOLE = LaneScale(739_000, 739_120, 100, 900)


def test_days_and_pixels_go_back_and_forth() -> None:
    assert WHOLE.x(739_000) == 100
    assert WHOLE.day(WHOLE.x(739_033)) == pytest.approx(739_033)
    assert WHOLE.per_day == pytest.approx(800 / 120)


def test_zooming_keeps_the_day_under_the_pointer() -> None:
    closer = WHOLE.zoomed(2, 300, WHOLE)
    assert closer.day(300) == pytest.approx(WHOLE.day(300))
    assert closer.last - closer.first == pytest.approx(60)


def test_zooming_ends_at_the_whole_and_at_a_few_days() -> None:
    assert WHOLE.zoomed(0.1, 500, WHOLE) == WHOLE
    closest = WHOLE.zoomed(1_000, 500, WHOLE)
    assert closest.last - closest.first == pytest.approx(NARROWEST)


def test_days_out_of_view_are_brought_into_it() -> None:
    closer = WHOLE.zoomed(4, 100, WHOLE)
    moved = closer.showing(739_080, 739_081, WHOLE)
    assert moved.first <= 739_080
    assert moved.last >= 739_081
    assert moved.showing(739_080, 739_081, WHOLE) == moved


@given(st.lists(st.one_of(st.floats(-3, 3), st.floats(0.2, 5)), max_size=20))
def test_the_data_is_never_lost_from_view(moves: list[float]) -> None:
    scale = WHOLE
    for move in moves:
        scale = scale.panned(move, WHOLE) if move <= 0 else scale.zoomed(move, 500, WHOLE)
        assert scale.first <= WHOLE.last
        assert scale.last >= WHOLE.first
