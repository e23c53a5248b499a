"""The charts there are: each by its name, with the one function that builds it from a view.

Page, presenter, export and command line all build through here, and differ only in the view they give. A
new chart is one more `ChartKind` in `_KINDS`; what it is drawn of decides when it is built anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.charts import (
    balance_chart,
    comparison,
    dots,
    journeys,
    pace_chart,
    share_chart,
    time_to_return,
    vintages_chart,
    what_would_it_take,
    who_says,
    years_chart,
)
from desktop_app.charts.asked import Asked
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.words.translate import _

Chart = ComparisonChart | Sheet
"""Anything a chart can be built as; all have headline, subtitle, footer, alt, notes, `is_empty`, formats."""

FIRST = comparison.NAME
"""The chart that is shown when none is named."""


@dataclass(frozen=True, slots=True)
class ChartKind:
    """One chart that can be asked for."""

    name: str
    """On the command line, in files, and in saved charts: it never changes."""
    title: Callable[[], str]
    """In lists."""
    build: Callable[[Asked], Chart]
    drawn_of: frozenset[type[Record]]
    """The kinds of record it is made of; a step without them changes nothing of it."""
    has_choices: bool = False
    """Whether the days shown can be chosen for it."""


def kinds() -> tuple[ChartKind, ...]:
    """All charts, in the order in which they are listed."""
    return _KINDS


def names() -> tuple[str, ...]:
    """The names of all charts."""
    return tuple(kind.name for kind in _KINDS)


def named(name: str) -> ChartKind | None:
    """The chart of a name; None where there is none."""
    return next((kind for kind in _KINDS if kind.name == name), None)


def build(name: str, asked: Asked) -> Chart:
    """The chart of a name; one that this version does not know is drawn as the first."""
    return (named(name) or _KINDS[0]).build(asked)


def _comparison(asked: Asked) -> ComparisonChart:
    return comparison.build(
        asked.view,
        comparison.default_scheme(asked.view),
        formats=asked.formats,
        today=asked.today,
        period=asked.period,
        show=asked.choice.show,
        seen=asked.seen,
    )


def _comparison_title() -> str:
    return _("Returns against arrivals")


_KINDS = (
    ChartKind(
        comparison.NAME,
        _comparison_title,
        _comparison,
        frozenset({Figure, Source, Event, FieldNote, Scheme, Measure}),
        has_choices=True,
    ),
    ChartKind(
        balance_chart.NAME, balance_chart.title, balance_chart.build, balance_chart.DRAWN, has_choices=True
    ),
    ChartKind(pace_chart.NAME, pace_chart.title, pace_chart.build, pace_chart.DRAWN, has_choices=True),
    ChartKind(share_chart.NAME, share_chart.title, share_chart.build, share_chart.DRAWN, has_choices=True),
    ChartKind(years_chart.NAME, years_chart.title, years_chart.build, years_chart.DRAWN),
    ChartKind(vintages_chart.NAME, vintages_chart.title, vintages_chart.build, vintages_chart.DRAWN),
    ChartKind(journeys.NAME, journeys.title, journeys.build, journeys.DRAWN),
    ChartKind(time_to_return.NAME, time_to_return.title, time_to_return.build, time_to_return.DRAWN),
    ChartKind(dots.NAME, dots.title, dots.build, dots.DRAWN),
    ChartKind(who_says.NAME, who_says.title, who_says.build, who_says.DRAWN),
    ChartKind(
        what_would_it_take.NAME,
        what_would_it_take.title,
        what_would_it_take.build,
        what_would_it_take.DRAWN,
    ),
)
