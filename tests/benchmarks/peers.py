"""The same chart as others draw it: three series, a band and an axis of dates, moved along frame by frame."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.shapes import ComparisonChart, StepLine

Numbers = npt.NDArray[np.float64]
Look = Callable[[float, float], None]
"""Shows the days from the first to the last (as ordinals), painted when it answers."""

EPOCH = date(1970, 1, 1).toordinal()
DAY = 86_400.0
WIDTH = 2.0


def corners(line: StepLine) -> tuple[Numbers, Numbers]:
    """A running total as the corners of its steps."""
    found = np.array(line.vertices(), np.float64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


def band(line: StepLine) -> tuple[Numbers, Numbers, Numbers]:
    """What is possible of a running total: days, least and most. Where no band is drawn it has no height."""
    days = [point.day for point in line.points]
    low = [point.value if point.low is None else point.low for point in line.points]
    high = [point.value if point.high is None else point.high for point in line.points]
    return np.array(days, np.float64), np.array(low, np.float64), np.array(high, np.float64)


def in_pyqtgraph(chart: ComparisonChart, *, smooth: bool) -> tuple[QWidget, Look]:
    """As bare pyqtgraph draws it, two plots under each other; `smooth` with two pixels and soft edges."""
    widget = pg.GraphicsLayoutWidget()
    widget.setBackground("w")
    pen: dict[str, Any] = {"width": WIDTH if smooth else 1, "antialias": smooth}
    plots = [widget.addPlot(row=row, col=0, axisItems={"bottom": pg.DateAxisItem()}) for row in (0, 1)]
    daily = chart.daily
    assert daily is not None
    plots[0].addItem(_curve(np.array(daily.days, np.float64), np.array(daily.values), LIGHT.arrivals, pen))
    for line, colour in zip(chart.lines, (LIGHT.returned, LIGHT.admitted), strict=True):
        days, low, high = band(line)
        below, above = (_curve(days, ends, colour, pen) for ends in (low, high))
        plots[1].addItem(pg.FillBetweenItem(below, above, brush=pg.mkBrush(colour + "33")))
        plots[1].addItem(_curve(*corners(line), colour, pen))
    plots[1].setXLink(plots[0])
    for plot in plots:
        plot.disableAutoRange()
    plots[0].setYRange(0, max(daily.values))
    plots[1].setYRange(0, max(max(corners(line)[1]) for line in chart.lines))

    def look(first: float, last: float) -> None:
        plots[0].setXRange((first - EPOCH) * DAY, (last - EPOCH) * DAY, padding=0)
        widget.viewport().repaint()

    return widget, look


def _curve(days: Numbers, numbers: Numbers, colour: str, pen: dict[str, Any]) -> Any:
    seconds = (days - EPOCH) * DAY
    smooth = pen["antialias"]
    return pg.PlotCurveItem(seconds, numbers, pen=pg.mkPen(colour, width=pen["width"]), antialias=smooth)


def in_matplotlib(chart: ComparisonChart) -> tuple[QWidget, Look]:
    """As matplotlib draws it in a window (QtAgg), two axes under each other."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    canvas = FigureCanvasQTAgg(Figure(layout="none"))
    upper, lower = canvas.figure.subplots(2, 1, sharex=True)
    daily = chart.daily
    assert daily is not None
    upper.plot(_dates(daily.days), daily.values, color=LIGHT.arrivals, linewidth=WIDTH)
    for line, colour in zip(chart.lines, (LIGHT.returned, LIGHT.admitted), strict=True):
        days, low, high = band(line)
        lower.fill_between(_dates(days), low, high, color=colour, alpha=0.2, step="post")
        across, up = corners(line)
        lower.plot(_dates(across), up, color=colour, linewidth=WIDTH)
    widget = QWidget()
    QVBoxLayout(widget).addWidget(canvas)

    def look(first: float, last: float) -> None:
        upper.set_xlim(first - EPOCH, last - EPOCH)
        canvas.draw()
        canvas.repaint()

    return widget, look


def years_in_matplotlib(years: list[tuple[Numbers, Numbers]]) -> tuple[QWidget, Callable[[], None]]:
    """Running totals of years over each other, painted once more at each call."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    canvas = FigureCanvasQTAgg(Figure(layout="none"))
    axes = canvas.figure.subplots()
    for days, totals in years:
        axes.step(days, totals, where="post", linewidth=WIDTH)

    def paint() -> None:
        canvas.draw()
        canvas.repaint()

    return canvas, paint


def _dates(days: Any) -> list[datetime]:
    return [datetime.fromordinal(int(day)) for day in days]
