from __future__ import annotations

from itertools import pairwise

from desktop_app.charts.layout.painting_lines import cut
from desktop_app.charts.placing import Box, Plane
from tests.charts.samples import usual

CHART = usual()
LINE = CHART.lines[0]


def plane(first: float, last: float) -> Plane:
    return Plane(Box(0, 0, 500, 200), first, last, 400)


def test_a_line_within_view_is_drawn_whole() -> None:
    assert cut(LINE, plane(CHART.first, CHART.last)) == LINE.vertices()


def test_a_line_is_cut_level_at_both_edges() -> None:
    first, last = LINE.points[3].day + 2.5, LINE.points[6].day + 1.5
    corners = cut(LINE, plane(first, last))
    assert corners[0] == (first, LINE.points[3].value)
    assert corners[-1] == (last, LINE.points[6].value)
    assert all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in pairwise(corners))
    assert all(first <= day <= last for day, _value in corners)


def test_between_two_points_the_total_that_holds_is_drawn() -> None:
    first = LINE.points[3].day + 1
    assert cut(LINE, plane(first, first + 2)) == [(first, 42.0), (first + 2, 42.0)]


def test_before_it_begins_and_after_it_ends_there_is_no_line() -> None:
    begins, ends = LINE.vertices()[0][0], LINE.vertices()[-1][0]
    assert cut(LINE, plane(begins - 20, begins - 10)) == []
    assert cut(LINE, plane(ends + 5, ends + 15)) == []
