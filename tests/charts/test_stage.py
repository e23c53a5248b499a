from __future__ import annotations

import gc

import pytest

from desktop_app.charts.drawing.stage import LEAST_DAYS, Stage
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from tests.charts.samples import eight_years, usual

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def stage() -> Stage:
    made = Stage(ChartStyle.page(LIGHT), 1000, 640)
    made.show(usual())
    return made


class TestLooking:
    def test_all_days_are_in_view_at_first(self, stage: Stage) -> None:
        first, last = stage.days
        assert first < stage.chart.first
        assert last > stage.chart.last + 1

    def test_never_beyond_the_chart_nor_closer_than_a_week(self, stage: Stage) -> None:
        low, high = stage.whole
        stage.look(low - 500, high + 500)
        assert stage.days == (low, high)
        stage.look(low + 20, low + 20)
        assert stage.days[1] - stage.days[0] == LEAST_DAYS
        stage.look(high - 1, high + 30)
        assert stage.days[1] == high

    def test_numbers_keep_their_height_while_days_move(self, stage: Stage) -> None:
        before = (stage.upper.top, stage.lower.top)
        stage.look(stage.chart.first, stage.chart.first + 30)
        assert (stage.upper.top, stage.lower.top) == before


class TestArranging:
    def test_the_same_chart_and_size_give_the_same_places(self, stage: Stage) -> None:
        other = Stage(ChartStyle.page(LIGHT), 400, 300)
        other.resize(1000, 640)
        other.show(usual())
        assert other.arrangement == stage.arrangement
        assert other.labels == stage.labels

    def test_another_style_leaves_the_days_alone(self, stage: Stage) -> None:
        stage.look(stage.chart.first + 10, stage.chart.first + 60)
        days = stage.days
        stage.restyle(ChartStyle.page(LIGHT, 20))
        assert stage.days == days
        assert stage.arrangement.style.sizes.tick > ChartStyle.page(LIGHT).sizes.tick

    @pytest.mark.parametrize("size", [(1, 1), (240, 120), (80, 900), (3840, 2160)])
    def test_no_size_is_too_strange(self, size: tuple[int, int]) -> None:
        stage = Stage(ChartStyle.page(LIGHT), *size)
        stage.show(eight_years(each_day=True))
        assert stage.arrangement.upper.height > 0

    def test_many_come_and_go(self) -> None:
        for _ in range(15):
            Stage(ChartStyle.page(LIGHT), 300, 200).show(usual())
        gc.collect()
