"""Charts side by side: on one axis where they have one, never taken for nothing, and whole in a file."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.beside import Beside, aligned, has_days
from desktop_app.charts.choice import ChartChoice
from desktop_app.charts.drawing.beside_stage import BesideStage, cells
from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.files import export
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.periods import Period, Preset
from desktop_app.charts.placing import Box
from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.texts.inside import Inside
from desktop_app.charts.texts.worded import GENERATED, texts, worded
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.views import NOW, KnownOn, Seen, Sight
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY, ledger

EARLY = date(2025, 11, 6)
BAND = "not shown"


def built(name: str, day: date | None = None, period: Period | None = None) -> Chart:
    view = ledger() if day is None else KnownOn(ledger(), day)
    seen = NOW if day is None else Seen(Sight.KNOWN_ON, day)
    choice = ChartChoice() if period is None else ChartChoice(period)
    return registry.build(name, Asked(view, PlainFormats(), TODAY, seen, choice))


def comparison(chart: Chart) -> ComparisonChart:
    assert isinstance(chart, ComparisonChart)
    return chart


def plot(chart: Chart) -> TimePlot:
    assert isinstance(chart, Sheet)
    assert isinstance(chart.body, TimePlot)
    return chart.body


def test_one_chart_as_known_on_two_days_has_the_same_axes() -> None:
    then, now = map(comparison, (built("returns-arrivals", EARLY), built("returns-arrivals")))
    assert then.last < now.last
    early, late = map(comparison, aligned((then, now)))
    assert (early.first, early.last) == (late.first, late.last) == (now.first, now.last)
    assert (early.upper_top, early.lower_top) == (now.upper_top, now.lower_top)
    assert [(one.start, one.end) for one in early.milestones if one.label == BAND] == [
        (now.first, then.first - 1),
        (then.last + 1, now.last),
    ]
    assert not [one for one in late.milestones if one.label == BAND]
    # What is told and listed is that of each day.
    assert (early.rows, early.lines, early.subtitle) == (then.rows, then.lines, then.subtitle)


@pytest.mark.parametrize("size", [(480.0, 560.0), (960.0, 1080.0)])
def test_a_day_is_at_the_same_place_in_both(size: tuple[float, float], qtbot: QtBot) -> None:
    charts = aligned((built("returns-arrivals", EARLY), built("returns-arrivals")))
    planes = []
    for chart in charts:
        stage = Stage(ChartStyle.page(LIGHT), *size)
        stage.show(comparison(chart))
        day = EARLY.toordinal()
        planes.append((stage.lower.x(day), stage.lower.x(day + 90)))
    assert planes[0] == planes[1]


def test_a_chart_that_begins_later_is_marked_before() -> None:
    whole, late = built("balance"), built("balance", period=Period(Preset.LAST_12_WEEKS))
    first, second = map(plot, aligned((whole, late)))
    assert (first.first, first.last) == (second.first, second.last)
    bands = [(one.start, one.end) for one in second.milestones if one.label == BAND]
    assert bands[0] == (first.first, plot(late).first - 1)
    assert [panel.span for panel in first.panels] == [panel.span for panel in second.panels]


def test_charts_of_two_kinds_share_the_days_and_not_the_numbers() -> None:
    one, other = built("returns-arrivals"), built("balance")
    first, second = aligned((one, other))
    assert comparison(first).first == plot(second).first
    assert comparison(first).lower_top == comparison(one).lower_top
    assert [panel.span for panel in plot(second).panels] == [panel.span for panel in plot(other).panels]


def test_what_lies_on_no_days_of_the_calendar_stays_as_it_is() -> None:
    others = tuple(built(name) for name in ("dots", "who-says", "year-on-year"))
    assert not any(map(has_days, others))
    assert aligned(others) == others
    lone = (built("balance"), *others)
    assert aligned(lone) == lone


def test_the_words_are_those_of_each() -> None:
    one, other = built("balance", EARLY), built("dots")
    beside = Beside.of((one, other))
    assert beside.headline == f"{one.headline} | {other.headline}"
    inside = Inside.of(beside)
    for chart in (one, other):
        assert chart.alt in inside.description
        assert chart.subtitle in inside.description
        assert chart.footer in inside.sources
    assert not beside.is_empty


def test_an_edited_footer_does_not_take_the_sources_away() -> None:
    one = built("balance")
    own = GENERATED.with_text("footer", "Ask us", texts(one), TODAY)
    beside = Beside.of((worded(one, own), built("dots")))
    assert one.footer in Inside.of(beside).sources
    assert "Ask us" in Inside.of(beside).sources


@pytest.mark.parametrize(
    ("count", "size", "columns"),
    [
        (2, (1920, 1080), 2),
        (2, (1080, 1080), 1),
        (3, (1920, 1080), 2),
        (4, (1920, 1080), 2),
        (4, (1123, 794), 2),
        (3, (600, 1800), 1),
    ],
)
def test_places_fill_the_picture_without_overlap(count: int, size: tuple[int, int], columns: int) -> None:
    there = cells(count, *size)
    assert len({cell.left() for cell in there}) == columns
    assert not [1 for one in there for other in there if one is not other and one.intersects(other)]
    assert all(cell.left() >= 0 and cell.right() <= size[0] + 1 for cell in there)
    assert all(cell.top() >= 0 and cell.bottom() <= size[1] + 1 for cell in there)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_one_picture_holds_all_of_them(tokens: object, qtbot: QtBot) -> None:
    beside = Beside.of((built("returns-arrivals", EARLY), built("returns-arrivals"), built("dots")))
    size = (1200, 800)
    style = ChartStyle.export(LIGHT if tokens is LIGHT else DARK, size)
    image = QImage.fromData(export.rendered(beside, ".png", style=style, size=size))
    assert (image.width(), image.height()) == size
    stage = BesideStage(beside, style, *size)
    ground = image.pixelColor(1, 1)
    for cell in stage.cells:
        area = image.copy(cell.toRect().adjusted(20, 20, -20, -20))
        colours = {area.pixel(x, y) for x in range(0, area.width(), 7) for y in range(0, area.height(), 3)}
        assert len(colours) > 3, "a chart is drawn here"
    assert ground.name() == style.ground
    svg = export.rendered(beside, ".svg", style=style, size=size).decode()
    for chart in beside.charts:
        assert chart.headline.split(";", maxsplit=1)[0] in svg
    assert export.rendered(beside, ".pdf", style=style, size=size).startswith(b"%PDF")


@pytest.mark.parametrize("size", [(1920, 1080), (1123, 794), (1080, 1080)])
@pytest.mark.parametrize(
    "names",
    [
        ("returns-arrivals", "returns-arrivals"),
        ("balance", "balance"),
        ("returns-arrivals", "balance", "share", "pace"),
        ("dots", "who-says", "year-on-year"),
    ],
)
def test_no_text_of_the_picture_is_over_another_or_over_an_edge(
    names: tuple[str, ...], size: tuple[int, int], qtbot: QtBot
) -> None:
    early, *rest = names
    beside = Beside.of((built(early, EARLY), *map(built, rest)))
    stage = BesideStage(beside, ChartStyle.export(LIGHT, size), *size)
    texts_there = stage.texts()
    for one in texts_there:
        assert one.box.within(Box(0, 0, *size)), one.text
    for one, other in itertools.combinations(texts_there, 2):
        assert not one.box.grown(-0.25).meets(other.box.grown(-0.25)), (one.text, other.text)
    said = " ".join(text.text for text in texts_there)
    assert "As known on 6 Nov 2025" in said
    assert "As known on 20 Feb 2026" in said
