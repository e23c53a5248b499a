"""Stretches without events are narrower; everything else stays in order and in proportion."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.lanes.folding import EDGE, LONGEST_GAP, NO_FOLDS, Fold, Folds, folds_for
from desktop_app.charts.lanes.scale import LaneScale

TWO = Folds((Fold(20, 90, 74, 10), Fold(120, 200, 84, 5)))
days = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 30)), min_size=1, max_size=12)


def folds(*stretches: tuple[float, float]) -> Folds:
    starts, ends = np.array(stretches, np.float64).T
    return folds_for(starts, ends)


def test_days_of_a_fold_are_narrower_and_others_as_wide_as_before() -> None:
    assert [TWO.place(day) for day in (0, 20, 55, 90, 120, 160, 200, 210)] == [
        0, 20, 25, 30, 60, 62.5, 65, 75,
    ]  # fmt: skip
    assert NO_FOLDS.place(33) == 33


def test_a_gap_of_more_than_sixty_days_is_folded_and_says_how_long_it_is() -> None:
    (fold,) = folds((0, 3), (66, 70), (130, 130)).folds
    assert (fold.first, fold.last, fold.days) == (3 + EDGE, 66 - EDGE, 63)
    assert LONGEST_GAP == 60


def test_a_vague_event_that_may_have_been_on_any_day_of_the_gap_keeps_it_open() -> None:
    assert folds((0, 3), (2, 80), (100, 100)) == NO_FOLDS
    assert folds((0, 0), (-math.inf, 200), (100, 100)) == NO_FOLDS


def test_a_scale_follows_its_folds_both_ways() -> None:
    scale = LaneScale(0, 100, 0, 1000, TWO)
    assert scale.x(200) == 650
    assert scale.day(650) == 200
    assert scale.showing(205, 206, LaneScale(0, 200, 0, 1000, TWO)) == scale
    assert scale.zoomed(2, 650, scale).x(200) == pytest.approx(650)


def test_stretches_leave_out_what_is_folded() -> None:
    assert TWO.stretches(10, 110) == [(10, 20), (90, 110)]


@given(days, st.lists(st.floats(-50, 1000), max_size=8))
def test_folding_keeps_the_order_of_all_days_and_the_width_of_days_with_events(
    found: list[tuple[int, int]], others: list[float]
) -> None:
    stretches = [(start, start + length) for start, length in found]
    made = folds(*stretches)
    for start, end in stretches:
        assert made.place(end) - made.place(start) == pytest.approx(end - start)
    order = sorted(others)
    placed = [made.place(day) for day in order]
    assert placed == sorted(placed)
    assert [made.day(place) for place in placed] == pytest.approx(order)
    assert made.placed(np.array(order)) == pytest.approx(placed)
    assert all(0 < fold.width < fold.last - fold.first and fold.days > LONGEST_GAP for fold in made.folds)
