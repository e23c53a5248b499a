"""Every line of text on every chart, as a rectangle: none over another, none over the edge, none cut.

All charts, of the sample and of a ledger in which everything is there many times over, at five sizes, in two
languages, on a light page and in a dark room.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice, Per, Scale, Subject
from desktop_app.charts.drawing.sheet_stage import SheetStage
from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.files import export
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.time_frame import frame
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.measures import RET
from desktop_app.domain.views import View
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace
from desktop_app.words.formats import PlainFormats
from tests.charts import dense, pseudo
from tests.charts.samples import TODAY

SIZES = ((640, 400), (875, 560), (1280, 720), (1920, 1080), (1123, 794))
ROOM = (1920, 1080)
SMALLEST_IN_ROOM = 28
EVERYTHING = ChartChoice(show=Show(withdrawn=True, field_notes=True, lighter_provisional=True))

pytestmark = pytest.mark.usefixtures("qapp")


def styles(size: tuple[int, int]) -> tuple[ChartStyle, ...]:
    """A light page and a dark room."""
    return ChartStyle.export(LIGHT, size), ChartStyle.presenter(DARK)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample."""
    path = tmp_path_factory.mktemp("sample") / "sample.evenhand"
    sample.create(path)
    with closing(Workspace.open(path)) as opened:
        yield opened


@pytest.fixture(params=["dense", "sample"], scope="module")
def view(request: pytest.FixtureRequest, workspace: Workspace) -> View:
    """What is drawn."""
    return dense.ledger() if request.param == "dense" else workspace


MODES = {
    **{name: (name, EVERYTHING) for name in registry.names()},
    "one axis": (registry.FIRST, replace(EVERYTHING, scale=Scale.ONE_AXIS)),
    "log": (registry.FIRST, replace(EVERYTHING, scale=Scale.LOG)),
    "months": ("pace", replace(EVERYTHING, per=Per.MONTH)),
    "a measure": ("who-says", replace(EVERYTHING, subject=Subject(measure=RET))),
}
"""Every chart, and those that can be had in another way."""


@pytest.fixture(params=MODES, scope="module")
def mode(request: pytest.FixtureRequest) -> tuple[str, ChartChoice]:
    return MODES[request.param]


@pytest.fixture(params=["English", "pseudo"])
def chart(request: pytest.FixtureRequest, view: View, mode: tuple[str, ChartChoice]) -> Iterator[Chart]:
    """One chart in one language, which is spoken while it is laid out."""
    with nullcontext(PlainFormats()) if request.param == "English" else pseudo.spoken() as formats:
        yield registry.build(mode[0], Asked(view, formats, TODAY, choice=mode[1]))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_text_is_over_another_over_the_edge_or_cut(chart: Chart, size: tuple[int, int]) -> None:
    page = Box(0, 0, *size)
    for style in styles(size):
        texts = export.staged(chart, style, size).texts()
        assert texts
        for one in texts:
            assert one.box.within(page), one.text
            assert not one.text.endswith("…"), one.text
            assert one.text.strip()
        for one, other in itertools.combinations(texts, 2):
            assert not one.box.grown(-0.25).meets(other.box.grown(-0.25)), (one.text, other.text)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_year_is_always_on_an_axis_of_days(chart: Chart, size: tuple[int, int]) -> None:
    for style in styles(size):
        stage = export.staged(chart, style, size)
        if isinstance(stage, Stage):
            words = [tick.text for tick in stage.labels.days]
        elif has_dates(chart):
            words = [word.text for word in laid(stage)]
        else:
            continue
        assert any(re.search(r"20\d\d", text) for text in words), words


def test_the_year_stays_while_the_days_move(workspace: Workspace) -> None:
    for wide in (20, 90, 200):
        chart = registry.build(registry.FIRST, Asked(dense.ledger(), PlainFormats(), TODAY))
        stage = export.staged(chart, ChartStyle.export(LIGHT, SIZES[1]), SIZES[1])
        assert isinstance(stage, Stage)
        first, last = stage.whole
        for start in range(int(first), int(last) - wide, 11):
            stage.look(start, start + wide)
            assert any(re.search(r"20\d\d", tick.text) for tick in stage.labels.days), (start, wide)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_ticks_are_whole_people(chart: Chart, size: tuple[int, int]) -> None:
    for style in styles(size):
        stage = export.staged(chart, style, size)
        if isinstance(stage, Stage):
            ticks = [*stage.arrangement.upper_ticks, *stage.arrangement.lower_ticks]
        elif isinstance(chart, Sheet) and isinstance(chart.body, TimePlot) and stage.arrangement is not None:
            there = stage.arrangement
            framed = frame(chart.body, there.body, there.style, Lettering(), chart.formats)
            ticks = [tick for field in framed.fields for tick in field.ticks]
        else:
            continue
        assert ticks
        assert all(tick.at == int(tick.at) for tick in ticks)
        assert len({tick.text.lstrip("−") for tick in ticks}) > 1


def test_a_room_reads_every_letter(chart: Chart) -> None:
    texts = export.staged(chart, ChartStyle.presenter(DARK), ROOM).texts()
    assert min(word.size for word in texts) >= SMALLEST_IN_ROOM


def has_dates(chart: Chart) -> bool:
    """Whether it is drawn over days of the calendar."""
    if not isinstance(chart, Sheet) or not isinstance(chart.body, TimePlot):
        return False
    return not chart.is_empty and not chart.body.is_one_year


def laid(stage: SheetStage) -> tuple:
    """The words of the drawing itself."""
    return stage.arrangement.laid.words if stage.arrangement is not None else ()


def test_the_language_made_up_is_really_spoken(tmp_path: Path) -> None:
    with pseudo.spoken() as formats:
        chart = registry.build(registry.FIRST, Asked(dense.ledger(), formats, TODAY))
    assert "péöplé" in chart.headline.lower()
    assert len(chart.upper_title) >= len("People arriving by small boat, each week") * 1.3
