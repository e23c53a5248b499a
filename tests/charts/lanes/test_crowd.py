"""Thousands of low rows in one image: nobody is left out, and nothing vague stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from desktop_app.charts.lanes.crowd import Canvas, image
from desktop_app.charts.lanes.crowd_colours import Code, colours
from desktop_app.charts.lanes.crowded import Crowded, crowded
from desktop_app.charts.lanes.folding import NO_FOLDS
from desktop_app.charts.lanes.outlines import gather
from desktop_app.charts.lanes.row_shape import RowShape
from desktop_app.charts.lanes.shapes import Axis, LaneChart
from desktop_app.charts.lanes.spine import spine
from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens
from desktop_app.domain.events import Event, EventKind
from tests.charts.lanes.lane_charts import PUBLIC, chart, events, happened

FIRST = date(2025, 8, 1).toordinal()
HEIGHTS = (0.05, 0.7, 1.4, 2.0, 3.7, 7.0, 12.0, 18.0, 34.0)


def pixels(made: QImage) -> np.ndarray:
    return np.frombuffer(made.constBits(), np.uint32).reshape(made.height(), made.width()).copy()


def drawn(
    made: LaneChart, height: float, *, per_day: float = 3.0, tokens: Tokens = LIGHT, lines: int | None = None
) -> np.ndarray:
    """All rows, from ten days before the first possible day on."""
    rows = rows_of(made)
    tops = np.arange(len(made.tracks)) * height
    canvas = Canvas(600, lines or int(len(made.tracks) * height) + 1, FIRST - 10, per_day)
    return pixels(image(rows, tops, height, canvas, tokens, 12))


def rows_of(made: LaneChart) -> Crowded:
    return crowded(gather(made.outlines[:], relative=made.axis is Axis.SINCE_ARRIVAL), NO_FOLDS)


def column(day: date, per_day: float = 3.0) -> int:
    return int((day.toordinal() - FIRST + 10) * per_day)


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_case_leaves_its_marks_in_a_line_of_its_own_place(height: float, tokens: Tokens) -> None:
    one_day = [happened((EventKind.REQUESTED, f"2025-08-{1 + n % 28:02}"), case=f"p{n}") for n in range(300)]
    shown = drawn(chart(*one_day), height, tokens=tokens)
    shape = RowShape.of_height(height)
    for row in range(300):
        x, top = column(date(2025, 8, 1 + row % 28)), int(row * height + 1e-6)
        band = shown[top : top + shape.bottom, x - 1 : x + 2]
        assert (band >> 24).any()


def test_no_line_of_ten_thousand_cases_is_empty() -> None:
    start = date(2025, 8, 1)
    known = [
        happened((EventKind.ARRIVED_BOAT, str(start + timedelta(days=n % 150))), case=f"p{n}")
        for n in range(2_000)
    ]
    made = chart(*known)
    shown = drawn(made, 0.2, lines=400)
    assert len(shown) == 400
    assert ((shown >> 24) > 0).any(axis=1).all()


@pytest.mark.parametrize("height", HEIGHTS)
def test_the_edge_has_a_pixel_of_every_case_even_of_those_without_a_date(height: float) -> None:
    made = chart(*([] if n % 2 else happened((EventKind.DETAINED, "")) for n in range(100)))
    lines = int(100 * height) + 1
    strip = pixels(spine(rows_of(made).gathered.aside, np.arange(100) * height, height, (2, lines), LIGHT))
    shape = RowShape.of_height(height)
    for row in range(100):
        assert (strip[int(row * height + 1e-6) + shape.uk] >> 24).all()


@pytest.mark.parametrize("height", [0.5, 2.0, 3.7, 7.0])
def test_of_a_vague_event_no_pixel_has_the_colour_of_a_day(height: float) -> None:
    vague = (
        (EventKind.ARRIVED_BOAT, "[2025-08-04..2025-08-20]"),
        (EventKind.DETAINED, "2025-08-24~"),
        (EventKind.RETURNED, "2025-09"),
    )
    palette = colours(LIGHT)
    of_a_day = set(palette[Code.POINT : Code.POINT + 5])
    found = set(drawn(chart(happened(*vague)), height, lines=10).reshape(-1).tolist())
    assert not found & of_a_day
    exact = drawn(chart(happened((EventKind.RETURNED, "2025-09-05"))), height, lines=10)
    assert set(exact.reshape(-1).tolist()) & of_a_day


def test_a_vague_event_is_over_all_its_days_and_no_others() -> None:
    (event,) = happened((EventKind.DETAINED, "[2025-08-04..2025-08-20]"))
    shown = drawn(chart([event]), 2.0, lines=3)
    columns = np.flatnonzero((shown >> 24).any(axis=0))
    assert columns[0] == column(date(2025, 8, 4)) - 2
    assert columns[-1] == column(date(2025, 8, 20)) + 1
    assert len(columns) == columns[-1] - columns[0] + 1


def test_stays_of_both_sides_are_told_apart_by_lane_or_without_colours_by_tone() -> None:
    shown = drawn(chart(happened(*PUBLIC)), 18.0, lines=20)
    shape = RowShape.of_height(18)
    palette = colours(LIGHT)
    in_uk, in_france = column(date(2025, 9, 1)), column(date(2025, 10, 2))
    assert shown[shape.uk + 1, in_uk] == palette[Code.UK]
    assert shown[shape.france + 1, in_france] == palette[Code.FRANCE]
    tones = [luminance(palette[code]) for code in (Code.UK, Code.FRANCE)]
    assert abs(tones[0] - tones[1]) > 25


def luminance(colour: int) -> float:
    red, green, blue = colour >> 16 & 255, colour >> 8 & 255, colour & 255
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_a_mark_with_a_doubt_is_hollow_where_there_is_room_for_its_form() -> None:
    middle = []
    for when in ("2025-09-01", "2025-09-01?"):
        shown = drawn(chart(happened((EventKind.ARRIVED_BOAT, when))), 34.0, lines=40)
        shape = RowShape.of_height(34)
        middle.append(shown[shape.uk + shape.lane // 2, column(date(2025, 9, 1))])
    assert middle[0] != middle[1]


@given(st.lists(events, min_size=1, max_size=6), st.sampled_from(HEIGHTS), st.sampled_from(Axis))
@settings(deadline=None)
def test_any_cases_can_be_drawn_and_each_event_on_the_axis_leaves_a_mark(
    found: list[list[Event]], height: float, axis: Axis
) -> None:
    made = chart(*found, axis=axis)
    rows = rows_of(made)
    gathered = rows.gathered
    tops = np.arange(len(found)) * height
    start = -200 if axis is Axis.SINCE_ARRIVAL else FIRST - 200
    canvas = Canvas(900, int(len(found) * height) + 2, start, 1.5)
    shown = pixels(image(rows, tops, height, canvas, LIGHT, 12)) >> 24
    shape = RowShape.of_height(height)
    for mark, row in enumerate(gathered.mark_rows.tolist()):
        day = gathered.starts[mark] if np.isfinite(gathered.starts[mark]) else gathered.ends[mark]
        x, top = int((day - start) * 1.5), int(tops[row] + 1e-6)
        assert shown[top : top + shape.bottom, max(0, x - 1) : x + 2].any()
