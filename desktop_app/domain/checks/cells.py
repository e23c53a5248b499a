"""What is looked at in one go, and which of it a change can touch: so that a step costs what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from desktop_app.domain.checks import cross_rules, ranges
from desktop_app.domain.checks.growth import SUFFIX
from desktop_app.domain.checks.lanes import Lane, period_key
from desktop_app.domain.checks.ledger import Bounds, Ledger
from desktop_app.domain.events import EventKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import period_of
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View

Cell = tuple[Any, ...]
"""The name of what is looked at, and what for: ("figure", id), ("one origin", measure, value)."""

_REACH: Final = timedelta(days=31)
"""How far beyond its own days a claim is looked for in the series."""


def of_measure(lane: Lane) -> Iterator[Cell]:
    """The cells of a measure, beside those of its figures."""
    measure = lane.measure
    yield ("old", measure)
    yield ("arithmetic", measure)
    for value in lane.by_value:
        yield ("one origin", measure, value)
    for period, ids in lane.by_period.items():
        if len(ids) > 1:
            yield ("period", measure, *period)
    for period, ids in lane.official_by_period.items():
        if len(ids) > 1:
            yield ("official period", measure, *period)


def cells_of(ledger: Ledger, figure: Figure) -> Iterator[Cell]:
    """What a figure that is there can touch, but for what stands beside it in a series."""
    measure = figure.measure
    yield ("figure", figure.id)
    yield ("old", measure)
    for other in cross_rules.depends_on(measure):
        yield ("arithmetic", other)
    if figure.amount.value is not None:
        yield ("one origin", measure, figure.amount.value)
    if (period := period_key(figure)) is not None:
        yield ("period", measure, *period)
        yield ("official period", measure, *period)
    for citation in figure.citations:
        yield ("bases", citation.source)
    for id in ranges.concerned(ledger, figure):
        yield ("figure", id)


def series_moved(ledger: Ledger, measure: str, changed: list[Figure], bounds: Bounds) -> Iterator[Cell]:
    """What is compared with the official series of a measure, near the days of the figures that changed.

    `bounds` are the days from and to which the series reached before.
    """
    lane = ledger.lane(measure)
    reached = ledger.bounds(measure) == bounds
    if not reached:
        lane.forget_books()
        yield from of_measure(lane)
    first, last = _days_of(changed) if reached else (None, None)
    for id, figure in lane.claims.items():
        days = lane.windows.get(id)
        if days is None or first is None or last is None or _near(days, first, last):
            yield ("figure", figure.id)
    for id in ledger.lane(measure + SUFFIX).claims:
        yield ("figure", id)
    if measure == ledger.scheme.pressure:
        for event in ledger.events.values():
            if event.kind is EventKind.ARRIVED_BOAT:
                yield ("event", event.id)


def _near(days: tuple[date, date], first: date, last: date) -> bool:
    early, late = days
    reach = late + _REACH if late < date.max - _REACH else date.max
    begins = early - _REACH if early > date.min + _REACH else date.min
    return first <= reach and begins <= last


def _days_of(figures: list[Figure]) -> tuple[date | None, date | None]:
    periods = [period for figure in figures if (period := period_of(figure)) is not None]
    if len(periods) < len(figures):
        return None, None
    return min(first for first, _ in periods), max(last for _, last in periods)


def repeating(view: View, id: str) -> list[str]:
    """A source and all that repeat it, directly or through others."""
    repeated_by: dict[str, list[str]] = {}
    for source in view.every(Source):
        if source.derives_from:
            repeated_by.setdefault(source.derives_from, []).append(source.id)
    found = [id]
    for each in found:
        found.extend(other for other in repeated_by.get(each, ()) if other not in found)
    return found
