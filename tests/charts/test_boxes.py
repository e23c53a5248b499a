"""Many boxes at once say what each of them says alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.layout.boxes import Boxes, across, down, first_clear, line_boxes
from desktop_app.charts.looks.style import PAGE
from desktop_app.charts.placing import Box, Plane, first_free
from tests.charts.samples import usual

PAPER = Box(0, 0, 100, 100)
LENGTHS = st.integers(0, 40).map(float)
BOXES = st.builds(Box, st.integers(0, 90).map(float), st.integers(0, 90).map(float), LENGTHS, LENGTHS)


@given(st.lists(BOXES, max_size=12), BOXES, st.sampled_from((0.0, 0.6, 2.0)))
def test_a_box_meets_many_where_it_meets_one_of_them(boxes: list[Box], box: Box, by: float) -> None:
    assert Boxes.of(boxes).grown(by).meet(box) == any(one.grown(by).meets(box) for one in boxes)


@given(st.lists(BOXES, max_size=12), st.lists(BOXES, max_size=12))
def test_the_first_clear_place_is_the_first_free_one(places: list[Box], taken: list[Box]) -> None:
    half = len(taken) // 2
    many = Boxes.joined((Boxes.of(taken[:half]), Boxes.of(taken[half:])))
    assert len(many) == len(taken)
    assert first_clear(places, many, PAPER) == first_free(places, taken, PAPER)


@given(st.lists(st.floats(700_000, 740_000), min_size=1), st.floats(1, 1e5))
def test_many_are_placed_to_the_last_bit_where_one_is(numbers: list[float], top: float) -> None:
    plane = Plane(Box(31.5, 17.25, 611.3, 207.9), 700_000, 740_000, top)
    said = np.array(numbers, np.float64)
    assert across(plane, said).tolist() == [plane.x(number) for number in numbers]
    assert down(plane, said).tolist() == [plane.y(number) for number in numbers]


def test_what_a_line_covers_holds_its_corners_and_marks() -> None:
    chart = usual()
    plane = Plane(Box(0, 0, 500, 200), chart.first, chart.last, 400)
    covered = line_boxes(chart, PAGE, plane)
    for line in chart.lines:
        for day, value in (*line.vertices(), *((point.day, point.value) for point in line.points)):
            assert covered.meet(Box(plane.x(day) - 0.5, plane.y(value) - 0.5, 1, 1))
    assert not covered.meet(Box(-300, -300, 10, 10))


@given(st.lists(BOXES, max_size=12), BOXES)
def test_those_over_a_place_are_found_by_their_numbers(boxes: list[Box], box: Box) -> None:
    assert Boxes.of(boxes).over(box) == [number for number, one in enumerate(boxes) if one.meets(box)]
