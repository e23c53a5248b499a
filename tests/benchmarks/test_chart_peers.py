"""Moving along the real chart with the keys, beside an empty plot, bare pyqtgraph and matplotlib."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts.choice import EVERY_DAY, ChartChoice
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.charts.shapes import ComparisonChart, Daily
from desktop_app.services.workspace import Workspace
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.context import Context
from tests.benchmarks import peers, real_size
from tests.benchmarks.conftest import Tell, seconds
from tests.benchmarks.test_chart_frames import spiky
from tests.ui.pages import context_for

pytestmark = [
    pytest.mark.benchmark,
    # What others warn of is not ours to mend.
    pytest.mark.filterwarnings("ignore:::matplotlib"),
]

Key = Qt.Key
ON, BACK = (
    (Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    (Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
)
CLOSER, WIDER = (
    (Key.Key_Plus, Qt.KeyboardModifier.NoModifier),
    (Key.Key_Minus, Qt.KeyboardModifier.NoModifier),
)
KEYS = (
    CLOSER,
    CLOSER,
    ON,
    BACK,
    CLOSER,
    ON,
    CLOSER,
    BACK,
    CLOSER,
    CLOSER,
    ON,
    ON,
    WIDER,
    WIDER,
    WIDER,
    WIDER,
    WIDER,
)
"""From eight years to a year and back, moving along on the way."""
FRAME = 1 / 60
EMPTY = "an empty plot"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with real_size.create(tmp_path_factory.mktemp("charts") / "real.evenhand") as workspace:
        yield workspace


@pytest.fixture
def context(workspace: Workspace, tmp_path: Path) -> Iterator[Context]:
    context = context_for(workspace, tmp_path)
    yield context
    context.bridge.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget, int, int], None]:
    def show(widget: QWidget, width: int, height: int) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            QWidget.show(widget)

    return show


Shown = Callable[[QWidget, int, int], None]
Days = tuple[float, float]


def press(picture: ComparisonPicture) -> Iterator[Days]:
    """The frames of a user who goes through the keys; answers the days in view of each."""
    for key, modifier in KEYS:
        QTest.keyClick(picture, key, modifier)
        picture.viewport().repaint()
        yield picture.stage.days


def empty_frames(shown: Shown, like: QWidget, days: list[Days]) -> Callable[[], None]:
    """The same frames of a plot that shows nothing."""
    widget = pg.PlotWidget(background="w")
    shown(widget, like.width(), like.height())

    def look() -> None:
        for first, last in days:
            widget.setXRange(first, last, padding=0)
            widget.viewport().repaint()

    return look


def measured(works: Mapping[str, Callable[[], object]], frames: int, rounds: int = 7) -> dict[str, float]:
    """The median seconds a frame of each takes, measured in turn after a round that does not count."""
    for work in works.values():
        work()
    taken = [{name: seconds(work) / frames for name, work in works.items()} for _ in range(rounds)]
    return {name: statistics.median(one[name] for one in taken) for name in works}


def in_milliseconds(taken: float) -> str:
    return f"{taken * 1e3:.1f} ms"


def told(tell: Tell, what: str, took: dict[str, float], goals: Mapping[str, float | None]) -> None:
    """Put ours beside each of the others, and beside sixty frames a second; fails where a goal is missed."""
    ours = took["ours"]
    missed = []
    for name, goal in goals.items():
        if name in took:
            ratio = ours / took[name]
            tell(what, in_milliseconds(ours), f"{name}: {in_milliseconds(took[name])}", ratio, goal)
            missed += [name] if goal is not None and ratio > goal else []
    tell(what, in_milliseconds(ours), "60 a second: 16.7 ms", ours / FRAME, 1)
    assert not missed
    assert ours <= FRAME


def page_of(context: Context, shown: Shown, show: Show) -> ChartsPage:
    page = ChartsPage(context)
    shown(page, 1366, 768)
    page.panel.changed.emit(ChartChoice(EVERY_DAY, show))
    page.area.picture.setFocus()
    return page


def matplotlib_is_there(tell: Tell, what: str) -> bool:
    there = importlib.util.find_spec("matplotlib") is not None
    if not there:
        tell(f"{what}, beside matplotlib", "not measured", "matplotlib is not installed")
    return there


@pytest.mark.parametrize("days", [True, False], ids=["each day", "each week"])
def test_keys_on_the_page(context: Context, shown: Shown, tell: Tell, days: bool) -> None:
    what = f"pan and zoom: three series, band, dates, each {'day' if days else 'week'}"
    page = page_of(context, shown, Show(each_day=days))
    picture = page.area.picture
    chart, seen = picture.chart, list(press(picture))
    assert len(chart.lines) == 2
    assert any(line.bands for line in chart.lines)
    works: dict[str, Callable[[], object]] = {"ours": lambda: list(press(picture))}
    works[EMPTY] = empty_frames(shown, picture, seen)
    if days:
        assert chart.daily is not None
        assert len(chart.daily.days) == real_size.DAYS
        made = [("pyqtgraph, 1 pixel, hard edges", peers.in_pyqtgraph(chart, smooth=False))]
        if matplotlib_is_there(tell, what):
            made.append(("matplotlib", peers.in_matplotlib(chart)))
        for name, (widget, look) in made:
            shown(widget, picture.width(), picture.height())
            works[name] = lambda look=look: [look(*each) for each in seen]
    took = measured(works, len(seen))
    if days:
        # Two pixels with soft edges, as ours are drawn: seconds for a round, so that one has to do.
        widget, look = peers.in_pyqtgraph(chart, smooth=True)
        shown(widget, picture.width(), picture.height())
        smooth = measured({"smooth": lambda: [look(*each) for each in seen]}, len(seen), 1)
        took["pyqtgraph, 2 pixels, soft edges"] = smooth["smooth"]
    goals = {
        EMPTY: 4,
        "pyqtgraph, 1 pixel, hard edges": None,
        "pyqtgraph, 2 pixels, soft edges": None,
        "matplotlib": 0.3,
    }
    told(tell, what, took, goals)


@pytest.mark.parametrize(("count", "most"), [(100_000, 4), (1_000_000, 6)], ids=["100,000", "1,000,000"])
def test_keys_on_many_days(context: Context, shown: Shown, tell: Tell, count: int, most: float) -> None:
    what = f"pan and zoom: the whole picture with {count:,} days"
    page = page_of(context, shown, Show(each_day=True))
    picture = ComparisonPicture(ChartStyle.page(LIGHT))
    shown(picture, 1000, 600)
    chart = with_days(page.area.picture.chart, count)
    picture.show(chart)
    seen = list(press(picture))
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: list(press(picture)),
        EMPTY: empty_frames(shown, picture, seen),
    }
    took = measured(works, len(seen))
    if matplotlib_is_there(tell, what):
        widget, look = peers.in_matplotlib(chart)
        shown(widget, picture.width(), picture.height())
        other = measured({"matplotlib": lambda: [look(*each) for each in seen]}, len(seen), 1)
        took |= other
    told(tell, what, took, {EMPTY: most, "matplotlib": 0.3})


def with_days(chart: ComparisonChart, count: int) -> ComparisonChart:
    """The chart with arrivals of so many days that end where its own do."""
    _places, values = spiky(count)
    days = tuple(range(chart.last - count + 1, chart.last + 1))
    if days[0] < 1:
        days = tuple(range(1, count + 1))
    daily = Daily(days, tuple(values.tolist()), ("",) * count, ("",) * count)
    return replace(chart, first=days[0], last=days[-1], daily=daily)


def test_cursor_on_the_years(context: Context, shown: Shown, tell: Tell) -> None:
    what = "year on year: a frame while the cursor moves"
    page = page_of(context, shown, Show())
    page.panel.chartChosen.emit("year-on-year")
    sheet = page.area.sheet
    assert sheet.chart is not None
    assert len(sheet.chart.table.lines) > real_size.DAYS - 200

    def step() -> None:
        for _each in KEYS:
            QTest.keyClick(sheet, Key.Key_Right)
            sheet.repaint()

    works: dict[str, Callable[[], object]] = {"ours": step}
    works[EMPTY] = empty_frames(shown, sheet, [(0.0, 100.0 + number) for number in range(len(KEYS))])
    if matplotlib_is_there(tell, what):
        import numpy as np

        tracks = sheet.chart.body.panels[0].tracks
        years = [tuple(np.array(track.corners, np.float64).T) for track in tracks]
        widget, paint = peers.years_in_matplotlib(years)
        shown(widget, sheet.width(), sheet.height())
        works["matplotlib"] = lambda: [paint() for _each in KEYS]
    took = measured(works, len(KEYS))
    told(tell, what, took, {EMPTY: 4, "matplotlib": 0.3})
