"""The charts there are: each by its name, with the one function that builds it of what is asked.

Page, presenter, export and command line all build through here, and differ only in what they ask. A
new chart is one more `ChartKind` in `_KINDS`; what it is drawn of decides when it is built anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import Scale
from desktop_app.charts.kinds import (
    balance_chart,
    case_timelines,
    comparison,
    dots,
    journeys,
    pace_chart,
    share_chart,
    time_to_return,
    totals_chart,
    vintages_chart,
    what_would_it_take,
    who_says,
    years_chart,
)
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


class Option(StrEnum):
    """Something that can be chosen of a chart; the value is its name on the command line."""

    PERIOD = "period"
    """The days shown."""
    SCALE = "scale"
    PER = "per"
    FIGURE = "figure"
    MEASURE = "measure"
    DAYS = "days"
    """The day or days that a measure is asked about."""
    PERCENT = "percent"
    WEEKS = "weeks"


def _days_as_asked() -> str:
    return ""


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
    options: frozenset[Option] = frozenset()
    """What can be chosen of it."""
    days: Callable[[], str] = _days_as_asked
    """Where no period can be chosen: which days it is about, as a sentence."""


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


def _comparison(asked: Asked) -> Chart:
    if asked.choice.scale is not Scale.PANELS:
        return totals_chart.build(asked)
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


def _whole_years() -> str:
    return _("This chart lays whole years over each other; it has no period to choose.")


def _every_publication() -> str:
    return _("This chart shows every publication of its number; it has no period to choose.")


def _every_case() -> str:
    return _("This chart counts all cases that are known; it has no period to choose.")


def _every_event() -> str:
    return _("This chart shows all that is known of its people; it has no period to choose.")


def _since_in_force() -> str:
    return _("This chart counts everybody since the scheme came into force; it has no period to choose.")


_PERIOD = frozenset({Option.PERIOD})
_KINDS = (
    ChartKind(
        comparison.NAME,
        _comparison_title,
        _comparison,
        frozenset({Figure, Source, Event, FieldNote, Scheme, Measure}),
        _PERIOD | {Option.SCALE},
    ),
    ChartKind(balance_chart.NAME, balance_chart.title, balance_chart.build, balance_chart.DRAWN, _PERIOD),
    ChartKind(pace_chart.NAME, pace_chart.title, pace_chart.build, pace_chart.DRAWN, _PERIOD | {Option.PER}),
    ChartKind(share_chart.NAME, share_chart.title, share_chart.build, share_chart.DRAWN, _PERIOD),
    ChartKind(years_chart.NAME, years_chart.title, years_chart.build, years_chart.DRAWN, days=_whole_years),
    ChartKind(
        vintages_chart.NAME,
        vintages_chart.title,
        vintages_chart.build,
        vintages_chart.DRAWN,
        frozenset({Option.FIGURE}),
        _every_publication,
    ),
    ChartKind(journeys.NAME, journeys.title, journeys.build, journeys.DRAWN, days=_every_case),
    ChartKind(
        time_to_return.NAME,
        time_to_return.title,
        time_to_return.build,
        time_to_return.DRAWN,
        days=_every_case,
    ),
    ChartKind(
        case_timelines.NAME,
        case_timelines.title,
        case_timelines.build,
        case_timelines.DRAWN,
        days=_every_event,
    ),
    ChartKind(dots.NAME, dots.title, dots.build, dots.DRAWN, days=_since_in_force),
    ChartKind(
        who_says.NAME,
        who_says.title,
        who_says.build,
        who_says.DRAWN,
        frozenset({Option.MEASURE, Option.DAYS}),
    ),
    ChartKind(
        what_would_it_take.NAME,
        what_would_it_take.title,
        what_would_it_take.build,
        what_would_it_take.DRAWN,
        frozenset({Option.PERCENT, Option.WEEKS}),
    ),
)
