"""The passage from one picture to the next: it begins as the old one stood, and ends as the new one is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.drawing.form_glide import FormGlide
from desktop_app.charts.drawing.glide import MOST, Drawn, Glide
from desktop_app.charts.drawing.stage import EMPTY
from desktop_app.charts.layout.forms import Form, Laid, Spot, corners
from desktop_app.charts.placing import Box, Plane
from desktop_app.charts.shapes import Bar, ComparisonChart, Ink, Mark, Point, Row, StepLine

BOX = Box(100, 50, 600, 200)


def point(day: int, value: float) -> Point:
    return Point(day, day, value, None, None, Mark.EXACT, False, (f"f{day}",), "")


def bar(day: int, value: float) -> Bar:
    return Bar(day, day + 6, value, value, False, (f"b{day}",), "")


def drawn(totals: dict[int, float], weeks: dict[int, float] | None = None, top: float = 100.0) -> Drawn:
    points = tuple(point(day, value) for day, value in sorted(totals.items()))
    labels = tuple(f"{value} returned" for value in totals.values())
    lines = (StepLine(Ink.RETURNED, "returned", points, None, (), labels),)
    bars = tuple(bar(day, value) for day, value in sorted((weeks or {}).items()))
    row = Row("RET", "", *[None] * 2, "1", "", "", "", "", ())  # type: ignore[arg-type]
    chart = replace(EMPTY, first=0, last=60, lines=lines, bars=bars, rows=(row,))
    return Drawn(chart, Plane(BOX, 0, 60, top), Plane(BOX.moved(0, 300), 0, 60, top))


def places(chart: ComparisonChart, plane: Plane) -> list[tuple[float, float]]:
    return [(plane.x(each.day), plane.y(each.value)) for each in chart.lines[0].points]


def test_what_is_in_both_begins_where_it_stood_also_on_another_scale() -> None:
    before, after = drawn({10: 50.0}), drawn({10: 50.0, 20: 180.0}, top=200.0)
    began = places(Glide(before, after).at(0.0), after.lower)
    assert began[0] == pytest.approx((before.lower.x(10), before.lower.y(50)))


def test_a_new_total_grows_out_of_the_end_of_the_line() -> None:
    before, after = drawn({10: 50.0}), drawn({10: 50.0, 20: 80.0})
    glide = Glide(before, after)
    end = (before.lower.x(10), before.lower.y(50))
    assert places(glide.at(0.0), after.lower)[1] == pytest.approx(end)
    assert places(glide.at(1.0), after.lower)[1] == pytest.approx(places(after.chart, after.lower)[1])


def test_a_total_between_two_grows_out_of_the_line_on_its_own_day() -> None:
    glide = Glide(drawn({10: 50.0, 30: 90.0}), drawn({10: 50.0, 20: 70.0, 30: 90.0}))
    moved = glide.at(0.0).lines[0].points[1]
    assert (moved.day, moved.value) == (20, 50.0)


def test_a_total_that_is_gone_sinks_back_into_the_line() -> None:
    glide = Glide(drawn({10: 50.0, 20: 80.0}), drawn({10: 50.0}))
    assert [each.value for each in glide.at(0.0).lines[0].points] == [50.0, 80.0]
    ended = glide.at(1.0).lines[0].points[1]
    assert (ended.day, ended.value) == (10, 50.0)


def test_bars_grow_out_of_the_foot_and_back_into_it() -> None:
    glide = Glide(drawn({1: 1.0}, {7: 10.0, 14: 40.0}), drawn({1: 1.0}, {14: 20.0, 21: 30.0}))
    at = {share: {each.start: each.value for each in glide.at(share).bars} for share in (0.0, 0.5, 1.0)}
    assert at[0.0] == {7: 10.0, 14: 40.0, 21: 0.0}
    assert at[0.5] == {7: 5.0, 14: 30.0, 21: 15.0}
    assert at[1.0] == {7: 0.0, 14: 20.0, 21: 30.0}


@given(
    st.dictionaries(st.integers(0, 60), st.floats(0, 100), max_size=8),
    st.dictionaries(st.integers(0, 60), st.floats(0, 100), max_size=8),
    st.floats(0, 1),
)
def test_days_stay_in_order_and_every_word_is_of_the_new_chart(
    old: dict[int, float], new: dict[int, float], share: float
) -> None:
    before, after = drawn(old), drawn(new)
    glide = Glide(before, after)
    if not glide.is_worth:
        return
    moment = glide.at(share)
    days = [each.day for each in moment.lines[0].points]
    assert days == sorted(days)
    assert moment.lines[0].labels == after.chart.lines[0].labels
    assert replace(moment, lines=(), bars=()) == replace(after.chart, lines=(), bars=())


def test_nothing_moves_where_nothing_changed_or_too_much_is_there() -> None:
    same = drawn({10: 50.0})
    assert not Glide(same, same).is_worth
    crowd = drawn({day: float(day) for day in range(MOST)})
    assert not Glide(same, crowd).is_worth
    nothing = Drawn(EMPTY, same.upper, same.lower)
    assert not Glide(nothing, same).is_worth


def laid(*values: tuple[str, Box]) -> Laid:
    forms = tuple(Form(corners(box), "#ffffff", 1.0) for _key, box in values)
    return Laid(forms, (), tuple(Spot(key, box) for key, box in values))


def test_forms_of_the_same_value_move_and_others_come_and_go() -> None:
    before = laid(("a", Box(0, 0, 10, 10)), ("b", Box(20, 0, 10, 10)))
    after = laid(("new", Box(0, 0, 10, 40)), ("a", Box(20, 0, 10, 20)))
    moment = FormGlide(before, after).at(0.5)
    assert [form.points for form in moment.staying if isinstance(form, Form)] == [corners(Box(10, 0, 10, 15))]
    assert moment.leaving == (before.forms[1],)
    assert moment.coming == (after.forms[0],)
    assert not FormGlide(before, before).is_worth
