from __future__ import annotations

from datetime import date

from desktop_app.charts.placing import Box, Plane
from desktop_app.charts.shapes import Ink
from desktop_app.charts.targets import hit, nearest_in_time, tracks
from tests.charts.samples import usual

CHART = usual()
TRACKS = tracks(CHART)
UPPER = Plane(Box(50, 20, 800, 300), CHART.first, CHART.last + 1, CHART.upper_top)
LOWER = Plane(Box(50, 360, 800, 200), CHART.first, CHART.last + 1, CHART.lower_top)
REACH = 14


def test_series_are_in_order_of_time() -> None:
    assert [track[0].ink for track in TRACKS] == [Ink.ARRIVALS, Ink.RETURNED, Ink.ADMITTED]
    for track in TRACKS:
        assert [target.day for target in track] == sorted(target.day for target in track)


def test_a_click_near_a_point_means_the_point() -> None:
    place = len(TRACKS[1]) - 1
    target = TRACKS[1][place]
    x, y = LOWER.x(target.day), LOWER.y(target.value)
    assert hit(TRACKS, UPPER, LOWER, x + REACH * 0.6, y - REACH * 0.6, REACH) == (1, place)
    assert hit(TRACKS, UPPER, LOWER, x + REACH * 1.2, y, REACH) is None


def test_a_click_anywhere_in_the_column_of_a_bar_means_the_bar() -> None:
    bar = TRACKS[0][5]
    x = UPPER.x(bar.day)
    for y in (UPPER.box.y + 1, UPPER.y(bar.value), UPPER.box.bottom - 1):
        assert hit(TRACKS, UPPER, LOWER, x, y, REACH) == (0, 5)


def test_a_click_between_the_panels_means_nothing() -> None:
    assert hit(TRACKS, UPPER, LOWER, 400, 340, REACH) is None


def test_the_nearest_in_time_is_found_across_series() -> None:
    day = date(2025, 11, 15).toordinal()
    assert TRACKS[2][nearest_in_time(TRACKS[2], day)].value == 84
