from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.layout.arranging import arrange
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.placing import Box, Plane
from tests.charts.samples import usual

PLANE = Plane(Box(60, 100, 800, 300), 739000, 739200, 420)


@given(st.floats(739000, 739200))
def test_a_pixel_and_its_day_belong_together(day: float) -> None:
    assert PLANE.day(PLANE.x(day)) == pytest.approx(day)


def test_zero_is_at_the_foot_and_the_top_at_the_top() -> None:
    assert (PLANE.y(0), PLANE.y(420)) == (400, 100)


@pytest.mark.usefixtures("qtbot")
class TestArrange:
    def test_panels_are_three_to_two(self) -> None:
        arrangement = arrange(usual(), ChartStyle.page(LIGHT), Lettering(), 1000, 640)
        assert arrangement.upper.height / arrangement.lower.height == pytest.approx(1.5)

    def test_a_headline_shrinks_a_little_before_it_breaks(self) -> None:
        style, letters = ChartStyle.page(LIGHT), Lettering()
        headline = usual().headline
        width = letters.width(headline, style.sizes.headline, bold=True) * 0.9 + 2 * style.sizes.margin
        arrangement = arrange(usual(), style, letters, width, 640)
        assert arrangement.texts[0].text == headline
        assert arrangement.texts[0].size < style.sizes.headline

    def test_a_headline_too_long_for_that_breaks(self) -> None:
        arrangement = arrange(usual(), ChartStyle.page(LIGHT), Lettering(), 360, 700)
        assert arrangement.texts[0].text != usual().headline
        assert arrangement.texts[0].size == ChartStyle.page(LIGHT).sizes.headline

    def test_the_key_goes_before_the_sources_do(self) -> None:
        heights = range(640, 200, -20)
        parts = [
            arrange(usual(), ChartStyle.page(LIGHT), Lettering(), 700, height).style.parts
            for height in heights
        ]
        assert Part.KEY in parts[0]
        assert Part.KEY not in parts[-1]
        assert all(Part.FOOTER in shown for shown in parts if Part.KEY in shown)
