from __future__ import annotations

from itertools import pairwise

from desktop_app.charts.shapes import Ink, StepLine
from tests.charts.samples import motley, usual


def level_or_upright(line: StepLine) -> bool:
    return all(x0 == x1 or y0 == y1 for (x0, y0), (x1, y1) in pairwise(line.vertices()))


class TestSteps:
    def test_a_total_holds_and_never_slopes(self) -> None:
        for chart in (usual(), motley()):
            assert all(level_or_upright(line) for line in chart.lines)

    def test_a_total_goes_through_every_number_given(self) -> None:
        for line in usual().lines:
            corners = line.vertices()
            assert all((point.day, point.value) in corners for point in line.points)

    def test_after_its_last_point_a_line_stops(self) -> None:
        line = usual().lines[0]
        assert line.vertices()[-1] == (line.points[-1].day, line.points[-1].value)


class TestLabels:
    def test_the_end_of_a_line_says_its_last_total(self) -> None:
        line = usual().lines[0]
        last = line.points[-1]
        assert line.label_at(last.day + 100) == (last.day, 305.0, "305 returned")

    def test_in_between_it_says_what_holds(self) -> None:
        line = usual().lines[0]
        day = line.points[3].day + 2
        assert line.label_at(day) == (day, 42.0, "42 returned")

    def test_before_the_line_begins_there_is_none(self) -> None:
        assert StepLine(Ink.RETURNED, "returned", (), None, (), ()).label_at(5) is None


def test_an_open_end_has_no_height() -> None:
    chart = motley()
    assert chart.lower_top == 300


def test_a_chart_with_rows_is_not_empty() -> None:
    assert not usual().is_empty
