"""Names of milestones: each beside its line, none over another, and none lost without a word."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.station_labels import (
    MOST_ROWS,
    PlacedStations,
    Station,
    place_stations,
    row_height,
    rows_wanted,
)
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.words.formats import PlainFormats

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = ChartStyle.page(LIGHT)
NAMES = ("In force", "First return", "Extended", "Amended", "Ended", "Something with a long name")


def placed(stations: list[Station], width: float = 600.0) -> tuple[PlacedStations, Box]:
    """The names in as many rows as they want."""
    letters, formats = Lettering(), PlainFormats()
    room = Box(10, 10, width, row_height(STYLE, letters))
    rows = rows_wanted(stations, room, STYLE, letters, formats)
    strip = Box(10, 10, width, row_height(STYLE, letters) * rows)
    return place_stations(stations, strip, STYLE, letters, formats), strip


def at(*xs: float) -> list[Station]:
    """Milestones on single days."""
    return [(name, x, x) for name, x in zip(NAMES, xs, strict=False)]


def test_where_they_are_far_apart_there_is_one_row_right_of_the_lines() -> None:
    found, strip = placed(at(50, 250, 450))
    assert strip.height == pytest.approx(row_height(STYLE, Lettering()))
    assert [word.text for word in found.words] == list(NAMES[:3])
    assert all(word.x > x for word, x in zip(found.words, (50, 250, 450), strict=True))


def test_where_they_are_near_they_stand_in_rows() -> None:
    found, _strip = placed(at(200, 206, 212))
    assert [word.text for word in found.words] == list(NAMES[:3])
    assert len({word.box.y for word in found.words}) > 1
    assert found.left_out == 0


def test_how_many_found_no_room_is_said() -> None:
    found, _strip = placed(at(60, 62, 64, 66, 68, 70), width=120)
    assert found.left_out > 0
    assert found.words[-1].text == f"{found.left_out} more"
    assert found.words[0].text == NAMES[0]


@given(
    st.lists(st.floats(10, 600), min_size=1, max_size=len(NAMES)),
    st.floats(150, 600),
)
def test_no_name_is_over_another_nor_outside(xs: list[float], width: float) -> None:
    found, strip = placed(at(*(min(x, 10 + width) for x in xs)), width)
    assert strip.height <= row_height(STYLE, Lettering()) * MOST_ROWS + 0.01
    assert len(found.words) >= len(xs) - found.left_out
    for word in found.words:
        assert word.box.within(strip)
    for one, other in itertools.combinations(found.words, 2):
        assert not one.box.meets(other.box)
