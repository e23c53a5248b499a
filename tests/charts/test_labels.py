from __future__ import annotations

from itertools import combinations

import pytest

from desktop_app.charts.drawing.painting import bar_box, count_words
from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.kinds import comparison
from desktop_app.charts.layout.lettering import Lettered
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.domain.intervals import Number
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import SCHEME, TODAY, eight_years, ledger, motley, usual

SIZES = [(1000, 640), (760, 480), (1500, 900), (560, 700), (1920, 1080)]
STYLES = {
    "page": ChartStyle.page(LIGHT),
    "large letters": ChartStyle.page(LIGHT, 20),
    "room": ChartStyle.presenter(DARK),
    "thumbnail": ChartStyle.thumbnail(LIGHT),
}
CHARTS = {"usual": usual, "motley": motley, "eight years": eight_years}

pytestmark = pytest.mark.usefixtures("qtbot")


def words(stage: Stage) -> list[Lettered]:
    """Every line of text in the picture."""
    arrangement = stage.arrangement
    return [
        *arrangement.texts,
        *stage.labels.texts,
        *count_words(arrangement, stage.letters),
        *(key.words for key in arrangement.key),
    ]


def staged(chart: ComparisonChart, style: ChartStyle, size: tuple[int, int]) -> Stage:
    stage = Stage(style, *size)
    stage.show(chart)
    return stage


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> ChartStyle:
    return STYLES[request.param]


@pytest.fixture(params=CHARTS, scope="module")
def chart(request: pytest.FixtureRequest) -> ComparisonChart:
    return CHARTS[request.param]()


class TestPlaces:
    def test_no_words_cover_other_words(
        self, chart: ComparisonChart, style: ChartStyle, size: tuple[int, int]
    ) -> None:
        placed = words(staged(chart, style, size))
        assert placed
        for one, other in combinations(placed, 2):
            assert not one.box.meets(other.box), (one.text, other.text)

    def test_nothing_runs_over_the_edge(
        self, chart: ComparisonChart, style: ChartStyle, size: tuple[int, int]
    ) -> None:
        stage = staged(chart, style, size)
        page = Box(0, 0, *size)
        for word in words(stage):
            assert word.box.within(page), word.text
        for box in (stage.arrangement.upper, stage.arrangement.lower):
            assert box.within(page)

    def test_words_stay_apart_while_the_days_move(self, chart: ComparisonChart) -> None:
        stage = staged(chart, STYLES["page"], (1000, 640))
        first, last = stage.whole
        length = (last - first) / 3
        for step in range(12):
            stage.look(first + length * step / 5, first + length * (step / 5 + 1))
            for one, other in combinations(words(stage), 2):
                assert not one.box.meets(other.box), (one.text, other.text)


class LongFormats(PlainFormats):
    """Months in full and wide spaces between thousands, as some languages have them."""

    def month(self, year: int, month: int) -> str:
        return self.long_month(year, month)

    def short_month(self, month: int) -> str:
        return self.long_month(2025, month).split(" ")[0]

    def number(self, number: Number) -> str:
        return super().number(number).replace(",", "\u2003")


def test_words_stay_apart_in_a_language_of_long_words(size: tuple[int, int]) -> None:
    chart = comparison.build(ledger(), SCHEME, formats=LongFormats(), today=TODAY)
    placed = words(staged(chart, STYLES["page"], size))
    for one, other in combinations(placed, 2):
        assert not one.box.meets(other.box), (one.text, other.text)


class TestPanels:
    def test_both_start_at_zero_on_one_time_axis(self, size: tuple[int, int]) -> None:
        stage = staged(usual(), STYLES["page"], size)
        upper, lower = stage.upper, stage.lower
        assert (upper.box.x, upper.box.width) == (lower.box.x, lower.box.width)
        assert upper.y(0) == upper.box.bottom
        assert lower.y(0) == lower.box.bottom
        assert stage.arrangement.upper_ticks[0].at == stage.arrangement.lower_ticks[0].at == 0

    def test_the_highest_number_is_inside(self, chart: ComparisonChart, size: tuple[int, int]) -> None:
        stage = staged(chart, STYLES["page"], size)
        assert stage.upper.y(chart.upper_top) >= stage.upper.box.y
        assert stage.lower.y(chart.lower_top) >= stage.lower.box.y

    def test_a_bar_is_cut_at_the_edge_of_its_panel(self) -> None:
        stage = staged(usual(), STYLES["page"], (1000, 640))
        bar = stage.chart.bars[5]
        stage.look(bar.start + 3, bar.start + 60)
        box = bar_box(bar, stage.upper, bar.value)
        assert box is not None
        assert box.x == stage.upper.box.x
        assert bar_box(stage.chart.bars[0], stage.upper, 10) is None


class TestWords:
    def test_the_picture_contains_all_its_texts(self) -> None:
        chart = usual()
        stage = staged(chart, STYLES["page"], (1000, 640))
        said = " ".join(word.text for word in words(stage))
        for text in (chart.headline, chart.subtitle, chart.footer, chart.upper_title, chart.lower_title):
            assert text in said
        for text in (
            "In force",
            "First return",
            "305 returned",
            "367 admitted",
            "more admitted than returned",
        ):
            assert text in said

    def test_a_room_sees_letters_of_at_least_28_pixels(self) -> None:
        stage = staged(motley(), STYLES["room"], (1920, 1080))
        assert min(word.size for word in words(stage)) >= 28

    def test_the_part_to_remember_has_the_colour_of_returns(self) -> None:
        chart = usual()
        stage = staged(chart, STYLES["room"], (1920, 1080))
        coloured = [word.text for word in stage.arrangement.texts if word.colour == DARK.returned]
        assert " ".join(coloured) == chart.emphasis

    def test_a_small_picture_leaves_parts_out_rather_than_squeeze(self) -> None:
        stage = staged(usual(), STYLES["page"], (500, 260))
        assert not stage.arrangement.style.has(Part.KEY)
        assert stage.arrangement.lower.height > 20

    def test_a_panel_without_figures_says_so(self) -> None:
        stage = staged(motley(), STYLES["page"], (1000, 640))
        assert "No figures for these days" not in [word.text for word in words(stage)]
