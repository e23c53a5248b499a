"""How long a frame of the daily series takes beside a frame of an empty plot."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.line import DeviceLine
from desktop_app.charts.screens.picture import ComparisonPicture
from tests.benchmarks.conftest import Compare
from tests.charts.samples import eight_years

pytestmark = pytest.mark.benchmark

DAYS = 3154
SIZE = (1000, 600)
FRAMES = 12


def spiky(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Days of which many are zero and some are very high, as arrivals are."""
    chance = np.random.default_rng(20251109)
    values = chance.gamma(0.4, 250, count) * (chance.random(count) > 0.45)
    return np.arange(count, dtype=float), np.round(values)


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[Callable[[], pg.PlotWidget]]:
    """Makes shown, empty plots of one size."""
    made: list[pg.PlotWidget] = []

    def make() -> pg.PlotWidget:
        widget = pg.PlotWidget(background="w")
        widget.resize(*SIZE)
        widget.setXRange(0, DAYS, padding=0)
        widget.setYRange(0, 1500, padding=0)
        with qtbot.waitExposed(widget):
            widget.show()
        made.append(widget)
        return widget

    yield make
    for widget in made:
        widget.hide()


def frames(widget: pg.PlotWidget, first: float, last: float) -> Callable[[], None]:
    """Work for `compare`: move the days shown on, frame by frame."""

    def pan() -> None:
        for number in range(FRAMES):
            shift = (last - first) * 0.01 * (number + 1)
            widget.setXRange(first + shift, last + shift, padding=0)
            widget.viewport().repaint()

    return pan


@pytest.mark.parametrize("share", [1.0, 0.25, 0.02], ids=["eight years", "two years", "two months"])
def test_a_frame_of_daily_arrivals_to_an_empty_frame(
    plot: Callable[[], pg.PlotWidget], compare: Compare, share: float
) -> None:
    empty, drawn = plot(), plot()
    line = DeviceLine(LIGHT.arrivals, 2.0)
    line.set_data(*spiky(DAYS))
    drawn.addItem(line)
    ours, bound = (
        frames(widget, DAYS * (0.5 - share / 2), DAYS * (0.5 + share / 2)) for widget in (drawn, empty)
    )
    compare(ours, bound, at_most=4)


@pytest.mark.parametrize(("count", "most"), [(100_000, 4), (1_000_000, 6)], ids=["100,000", "1,000,000"])
def test_a_frame_of_many_points_to_an_empty_frame(
    plot: Callable[[], pg.PlotWidget], compare: Compare, count: int, most: float
) -> None:
    empty, drawn = plot(), plot()
    line = DeviceLine(LIGHT.arrivals, 2.0)
    line.set_data(*spiky(count))
    drawn.addItem(line)
    compare(frames(drawn, 0, count * 0.8), frames(empty, 0, count * 0.8), at_most=most)


def test_a_frame_of_the_whole_picture_to_an_empty_frame(
    qtbot: QtBot, plot: Callable[[], pg.PlotWidget], compare: Compare
) -> None:
    picture = ComparisonPicture(ChartStyle.page(LIGHT))
    qtbot.addWidget(picture)
    picture.resize(*SIZE)
    chart = eight_years(each_day=True)
    picture.show(chart)
    with qtbot.waitExposed(picture):
        picture.show()
    picture.zoom(1.5)
    empty = plot()

    def pan() -> None:
        for number in range(FRAMES):
            picture.pan(0.01 if number % 2 else -0.01)
            picture.viewport().repaint()

    # Two panels with every text, mark and label placed anew, against one plot with nothing in it.
    compare(pan, frames(empty, 0, DAYS), at_most=4)
    picture.hide()
