"""What of a chart PowerPoint can draw by itself: its plotted values as columns, bars and lines.

A line that never slopes has a corner before each new value, so that PowerPoint does not slope it either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart, StepLine
from desktop_app.charts.sheets import Curve, Panel, Panels
from desktop_app.words.translate import _

EXCEL_DAY_ZERO = date(1899, 12, 30).toordinal()
"""Day 0 of the date system that spreadsheets count in, for days after February 1900."""


class Shape(StrEnum):
    """How PowerPoint draws it."""

    COLUMNS = "columns"
    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Values:
    """One series: for columns and bars a value for each category, for lines places."""

    name: str
    values: tuple[float, ...]
    places: tuple[float, ...] = ()
    is_dots: bool = False
    """Whether its places are marked and not joined: the bounds of a value."""
    is_bound: bool = False
    """Whether its line is the bound of another."""
    tint: str = ""
    """The name of a colour of the palette."""


@dataclass(frozen=True, slots=True)
class Native:
    """One chart of PowerPoint's own."""

    title: str
    shape: Shape
    series: tuple[Values, ...]
    categories: tuple[str, ...] = ()
    has_days: bool = False
    """Whether places are days, counted as spreadsheets count them."""
    has_shares: bool = False
    """Whether values are shares of one."""
    unit: str = ""
    """What is counted along the axis, if that is not days of the calendar."""


def natives(chart: Chart) -> tuple[Native, ...]:
    """The native charts, from top to bottom; none where a chart is of another kind."""
    if isinstance(chart, ComparisonChart):
        return _comparison(chart)
    if isinstance(chart.body, Panels):
        unit = chart.body.unit
        return tuple(_panel(panel, unit) for panel in chart.body.panels if panel.curve or panel.spans)
    return ()


def _comparison(chart: ComparisonChart) -> tuple[Native, ...]:
    found = []
    upper = _columns(chart)
    if upper is not None:
        found.append(upper)
    series = [values for line in chart.lines for values in _line(line)]
    if series:
        found.append(Native(chart.lower_title, Shape.LINES, tuple(series), has_days=True))
    return tuple(found)


def _columns(chart: ComparisonChart) -> Native | None:
    formats = chart.formats
    if chart.bars:
        least = Values(_("Arrived"), tuple(bar.value for bar in chart.bars), tint="arrivals")
        above = tuple(bar.high - bar.value for bar in chart.bars)
        more = (Values(_("Possibly more"), above, tint="muted"),) if any(above) else ()
        # Their first days: from one to the next they are all as long, as the title says.
        categories = tuple(formats.day(date.fromordinal(bar.start)) for bar in chart.bars)
        return Native(chart.upper_title, Shape.COLUMNS, (least, *more), categories)
    if chart.daily is None:
        return None
    categories = tuple(formats.day(date.fromordinal(day)) for day in chart.daily.days)
    values = Values(_("Arrived"), tuple(chart.daily.values), tint="arrivals")
    return Native(chart.upper_title, Shape.COLUMNS, (values,), categories)


def _line(line: StepLine) -> list[Values]:
    corners = line.vertices()
    days = tuple(day - EXCEL_DAY_ZERO for day, _value in corners)
    found = [Values(line.name, tuple(value for _day, value in corners), days, tint=line.ink.value)]
    for words, bounds in (
        (_("{series}: least"), [(point.day, point.low) for point in line.points if point.low != point.value]),
        (
            _("{series}: most"),
            [(point.day, point.high) for point in line.points if point.high != point.value],
        ),
    ):
        known = [(day - EXCEL_DAY_ZERO, value) for day, value in bounds if value is not None]
        if known:
            places, values = zip(*known, strict=True)
            name = words.format(series=line.name)
            found.append(Values(name, values, places, is_dots=True, tint=line.ink.value))
    return found


def _panel(panel: Panel, unit: str) -> Native:
    if panel.curve is not None:
        curve = _curve(panel.curve, panel.tint.value)
        return Native(panel.title, Shape.LINES, curve, has_shares=True, unit=unit)
    # What a bar cannot say, as that a stay goes on, stands beside its name.
    names = tuple(_("{name}: {text}").format(name=span.name, text=span.text) for span in panel.spans)
    least = Values(_("At least"), tuple(float(span.low) for span in panel.spans), tint=panel.tint.value)
    above = tuple(0.0 if span.high is None else float(span.high - span.low) for span in panel.spans)
    more = (Values(_("Possibly more"), above, tint="muted"),) if any(above) else ()
    return Native(panel.title, Shape.BARS, (least, *more), names, unit=unit)


def _curve(curve: Curve, tint: str) -> tuple[Values, ...]:
    """Shares that hold from one day to the next, and their bounds, in steps."""
    series: list[Values] = []
    for name, numbers in (
        (_("Share"), [step.share for step in curve.steps]),
        (_("Share: least"), [step.low for step in curve.steps]),
        (_("Share: most"), [step.high for step in curve.steps]),
    ):
        places, values = [0.0], [1.0]
        for step, number in zip(curve.steps, numbers, strict=True):
            places += [float(step.day), float(step.day)]
            values += [values[-1], number]
        places.append(float(curve.followed))
        values.append(values[-1])
        series.append(Values(name, tuple(values), tuple(places), is_bound=bool(series), tint=tint))
    return tuple(series)
