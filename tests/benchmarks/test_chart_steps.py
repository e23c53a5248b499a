"""What a change costs until the chart is painted: a day of a replay, and a figure that is written."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts.choice import AT_FIRST
from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate, on_day
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR, RET, Basis
from desktop_app.domain.sharing import Sharing
from desktop_app.services.workspace import Workspace, first_records
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.context import Context
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.steering import Deed
from desktop_app.ui.presenter.window import PresenterWindow
from tests.benchmarks import large, many_cases, real_size
from tests.benchmarks.conftest import Tell, seconds
from tests.benchmarks.test_chart_peers import EMPTY, FRAME, in_milliseconds, measured
from tests.ui.pages import context_for

pytestmark = pytest.mark.benchmark

ROOM = (1920, 1080)
PAGE = (1366, 768)
OFTEN = 12
NUMBERS = count(1)
SCHEME_CHARTS = ("returns-arrivals", "year-on-year", "balance", "pace", "share")
CASE_CHARTS = ("journeys", "time-to-return", "case-timelines")
Shown = Callable[[QWidget, tuple[int, int]], None]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    def show(widget: QWidget, size: tuple[int, int]) -> None:
        qtbot.addWidget(widget)
        widget.resize(*size)
        with qtbot.waitExposed(widget):
            QWidget.show(widget)

    return show


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with real_size.create(tmp_path_factory.mktemp("real") / "real.evenhand") as workspace:
        yield workspace


@pytest.fixture(scope="module")
def vast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("vast") / "vast.evenhand"
    with Workspace.create(path, first=[*first_records(), *large.everything()]) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("crowd") / "crowd.evenhand"
    with Workspace.create(path, first=[*first_records(), *many_cases.records()]) as workspace:
        yield workspace


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[Workspace], Context]]:
    made: list[Context] = []

    def open_(workspace: Workspace) -> Context:
        made.append(context_for(workspace, tmp_path))
        return made[-1]

    yield open_
    for context in made:
        context.bridge.close()
        context.checking.close()


def paint(picture: QWidget) -> None:
    viewport = getattr(picture, "viewport", None)
    (picture if viewport is None else viewport()).repaint()


def empty_plot(shown: Shown, size: tuple[int, int]) -> Callable[[], None]:
    """A frame of a plot that shows nothing, moved along."""
    widget = pg.PlotWidget(background="w")
    shown(widget, size)
    shift = count()

    def frame() -> None:
        widget.setXRange(next(shift) % 50, 100, padding=0)
        widget.viewport().repaint()

    return frame


@pytest.mark.parametrize("name", SCHEME_CHARTS)
def test_a_day_of_a_replay(
    real: Workspace,
    opened: Callable[[Workspace], Context],
    shown: Shown,
    tell: Tell,
    name: str,
) -> None:
    room = PresenterWindow(opened(real), Chosen(AT_FIRST, name=name))
    shown(room, ROOM)
    frame = empty_plot(shown, ROOM)
    in_all, looking, showing, empty = [], [], [], []
    for _round in range(2):
        room.do(Deed.REPLAY)
        while room.replay.is_on:
            began = time.perf_counter()
            longest = _look_ahead(room)
            found = time.perf_counter()
            room.replay.step()
            paint(room.front)
            ended = time.perf_counter()
            if _round:
                in_all.append(ended - began)
                looking.append(longest)
                showing.append(ended - found)
                empty.append(seconds(frame))
    bound = statistics.median(empty)
    all_, look, show = (statistics.median(each) for each in (in_all, looking, showing))
    what = f"replay of {name}, {len(in_all)} days"
    tell(f"{what}: shown", in_milliseconds(show), f"{EMPTY}: {in_milliseconds(bound)}", show / bound, 4)
    tell(f"{what}: shown", in_milliseconds(show), "60 a second: 16.7 ms", show / FRAME, 1)
    tell(f"{what}: looked for, a slice", in_milliseconds(look), "60 a second: 16.7 ms", look / FRAME, 1)
    tell(f"{what}: looked for, built and shown", in_milliseconds(all_), "")
    assert show <= min(4 * bound, FRAME)
    assert look <= FRAME


def _look_ahead(room: PresenterWindow) -> float:
    """Let the room look for the next day in its idle moments; how long the longest of them took."""
    longest = 0.0
    while room.replay.is_looking:
        began = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
    return longest


def total(measure: str) -> Figure:
    """Another running total, of a day of its own."""
    number = next(NUMBERS)
    day = on_day(date(2026, 8, 1) + timedelta(days=number % 300))
    return Figure(
        measure=measure,
        basis=Basis.CUMULATIVE,
        amount=Amount.exactly(2_500 + number),
        period=day,
        published=day,
    )


def a_day() -> Figure:
    """Arrivals of another day, the last so far."""
    day = on_day(real_size.LAST + timedelta(days=next(NUMBERS)))
    return Figure(measure=ARR, basis=Basis.FLOW, amount=Amount.exactly(7), period=day, published=day)


def committed(workspace: Workspace, record: Figure | Event) -> None:
    with workspace.change("record") as work:
        work.put(record)


@pytest.mark.parametrize("name", ["returns-arrivals", "year-on-year"])
@pytest.mark.parametrize("wide", [False, True], ids=["8,000 figures", "100,000 figures"])
def test_a_figure_written_until_the_chart_is_painted(
    request: pytest.FixtureRequest,
    real: Workspace,
    opened: Callable[[Workspace], Context],
    shown: Shown,
    tell: Tell,
    tmp_path: Path,
    name: str,
    wide: bool,
) -> None:
    workspace = request.getfixturevalue("vast") if wide else real
    page = ChartsPage(opened(workspace))
    shown(page, PAGE)
    page.saved.show_built_in(name)
    paint(page.area.front)
    size = "100,000 figures" if wide else "8,000 figures"
    frame = empty_plot(shown, (page.area.front.width(), page.area.front.height()))
    with Workspace.create(tmp_path / "small.evenhand", first=first_records()) as small:

        def bound() -> None:
            committed(small, total(RET))
            frame()

        def drawn(make: Callable[[], Figure]) -> Callable[[], None]:
            def work() -> None:
                committed(workspace, make())
                paint(page.area.front)

            return work

        makes = {"returned": lambda: total(RET), "arrivals of a day": a_day}
        took = measured({"bound": bound, **{what: drawn(make) for what, make in makes.items()}}, 1, OFTEN)
    for what in makes:
        said = f"{name}: {what} written until painted, {size}"
        ratio = took[what] / took["bound"]
        ours, theirs = in_milliseconds(took[what]), in_milliseconds(took["bound"])
        tell(said, ours, f"commit and {EMPTY}: {theirs}", ratio, 3)
        tell(said, ours, "60 a second: 16.7 ms", took[what] / FRAME, 1)
    assert max(took.values()) <= FRAME


@pytest.mark.parametrize("name", CASE_CHARTS)
def test_an_event_written_until_a_chart_of_10_000_cases_is_painted(
    crowd: Workspace, opened: Callable[[Workspace], Context], shown: Shown, tell: Tell, name: str
) -> None:
    page = ChartsPage(opened(crowd))
    shown(page, PAGE)
    page.saved.show_built_in(name)
    paint(page.area.front)
    cases = count()

    def write() -> None:
        made = Event(
            case=f"case-{next(cases):06}",
            kind=EventKind.RETURNED,
            date=PartialDate.parse("2026-10-03"),
            sharing=Sharing.CLEAR,
        )
        committed(crowd, made)
        paint(page.area.front)

    took = measured({"ours": write}, 1, 5)["ours"]
    tell(f"{name} of 10,000 cases: an event written until painted", in_milliseconds(took), "")
