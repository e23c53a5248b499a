"""Running totals: from what sources said of a total on their days to one line of steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.domain.dates import DateKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import Accumulated, accumulate, flow, weekly
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known, Reading, Series, combined, known
from desktop_app.domain.views import View

__all__ = [
    "Accumulated",
    "Known",
    "Reading",
    "Series",
    "accumulate",
    "flow",
    "known",
    "running_total",
    "running_totals",
    "weekly",
]

SAME_ORIGIN = timedelta(days=31)
"""A total that starts counting at most this long after a measure's first reading is the same total."""

_SINCE_ALWAYS = date.min


def running_total(view: View | Known, measure: str, since: date | None = None) -> Series:
    """The running total of a measure: the one counted from `since`, else its main one.

    The main one has the measure's usual basis and the most readings, and among equals starts latest.
    Empty where there is none.
    """
    ledger = known(view)
    usual = ledger.usual_basis(measure)
    candidates = [
        series for series in running_totals(ledger, measure) if since is None or series.since == since
    ]
    if not candidates:
        return Series(measure, usual if usual is Basis.STOCK else Basis.CUMULATIVE, since)
    return max(
        candidates,
        key=lambda series: (series.basis is usual, len(series.readings), series.since or _SINCE_ALWAYS),
    )


def running_totals(view: View | Known, measure: str) -> tuple[Series, ...]:
    """Every running total and stock of a measure, the one with the earliest start first.

    Totals counted from different days are different series. For a measure that is usually a running total
    (returned, admitted: "since the scheme began") sources date that beginning differently, so there every
    figure belongs to one series, unless it counts from a day more than SAME_ORIGIN after the first
    reading of the measure: then it is a count that somebody started anew. For a measure that is usually a
    flow (arrivals "so far this year") each start is a series of its own.
    """
    ledger = known(view)
    kept = ledger.kept_totals(measure)
    if kept is not None:
        return kept
    dated = [placed for figure in ledger.figures(measure) if (placed := dated_total(figure)) is not None]
    return series_of(
        Series(measure, basis, since_when(basis, group), tuple(_readings(ledger, group)))
        for (basis, _), group in grouped(dated, ledger.usual_basis(measure)).items()
    )


def series_of(found: Iterable[Series]) -> tuple[Series, ...]:
    """The running totals of a measure in their order."""
    return tuple(sorted(found, key=lambda one: (one.since or _SINCE_ALWAYS, one.basis)))


Group = tuple[Basis, date | None]
"""What one running total is told from the others by: its basis, and where that decides its first day."""


def grouped(dated: Iterable[Dated], usual: Basis) -> dict[Group, list[Dated]]:
    """The figures of each running total."""
    of_basis: dict[Basis, list[Dated]] = {Basis.CUMULATIVE: [], Basis.STOCK: []}
    for placed in dated:
        of_basis[placed.figure.basis].append(placed)
    groups: dict[Group, list[Dated]] = defaultdict(list)
    for basis, placed_here in of_basis.items():
        newest = _newest_origin(placed_here) if placed_here and usual is not Basis.FLOW else None
        for placed in placed_here:
            origin = None if basis is Basis.STOCK else placed.origin
            if origin is not None and newest is not None and origin <= newest:
                origin = None
            groups[basis, origin].append(placed)
    return groups


class Dated(NamedTuple):
    """A figure with the days its total can stand for."""

    start: date | None
    """None for "by" a day."""
    end: date
    figure: Figure
    origin: date | None
    """The first day it counts."""


def dated_total(figure: Figure) -> Dated | None:
    """Where a running total or a stock stands; None for one without a latest day, and for other figures."""
    if figure.basis is not Basis.CUMULATIVE and figure.basis is not Basis.STOCK:
        return None
    as_at = figure.as_at
    end = as_at.latest
    if end is None:
        return None
    origin = figure.counted_since.earliest
    if as_at.kind is DateKind.SPAN:
        # A total "from 1 January to 9 November" stands for its last day, and says where it starts.
        return Dated(end, end, figure, origin or as_at.earliest)
    return Dated(as_at.earliest, end, figure, origin)


def _newest_origin(dated: Iterable[Dated]) -> date:
    first = min(placed.end for placed in dated)
    return first + SAME_ORIGIN if first <= date.max - SAME_ORIGIN else date.max


def since_when(basis: Basis, group: Iterable[Dated]) -> date | None:
    """The earliest start that a source gives."""
    if basis is Basis.STOCK:
        return None
    return min((placed.origin for placed in group if placed.origin is not None), default=None)


class TotalStep:
    """Figures about the total on one day, while they are being gathered."""

    def __init__(self, ledger: Known, start: date, end: date, figures: list[Figure]) -> None:
        self.start, self.end, self.figures = start, end, figures
        self.vaguer: list[Figure] = []
        """Figures that may be about this day, or about another."""
        self._ledger = ledger
        self._said: tuple[int, Interval] | None = None

    @property
    def said(self) -> Interval:
        """The interval of the figure that is drawn, as far as those about this very day decide it."""
        figures = self.figures
        if self._said is None or self._said[0] != len(figures):
            drawn = figures[0] if len(figures) == 1 else min(figures, key=self._ledger.weight)
            self._said = (len(figures), drawn.amount.interval)
        return self._said[1]

    def is_above(self, interval: Interval) -> bool:
        """Whether what is drawn here is certainly more than that."""
        low = self.said.low
        return low is not None and interval.high is not None and interval.high < low


def _readings(ledger: Known, group: Iterable[Dated]) -> list[Reading]:
    """One reading for each day that a total is reported for, in order of time."""
    steps = steps_of(ledger, group)
    return [combined(ledger, step.figures, step.start, step.end, step.vaguer) for step in steps]


def steps_of(ledger: Known, group: Iterable[Dated]) -> list[TotalStep]:
    """The steps of one running total, each with the figures about it.

    A vague figure ("some day from 1 to 10 November") is placed after the more exact ones, against those
    that stand within its days. Where one of them is higher, the line does not fall back to the vague
    figure: it is a rival of the first that is higher, for its day may be that day. Else, where it repeats
    the last of them, it is one more source for it; and where it is higher, it stands at its latest day.
    """
    by_day: dict[date, list[Figure]] = defaultdict(list)
    vague = []
    for placed in group:
        if placed.start == placed.end:
            by_day[placed.end].append(placed.figure)
        else:
            vague.append(placed)
    steps = [TotalStep(ledger, day, day, by_day[day]) for day in sorted(by_day)]
    for placed in sorted(vague, key=lambda one: _exact_first(ledger, one)):
        _place(ledger, steps, placed)
    return steps


def _exact_first(ledger: Known, placed: Dated) -> tuple[int, date, object]:
    start = placed.start or date.min
    return ((placed.end - start).days, placed.end, ledger.weight(placed.figure))


def _place(ledger: Known, steps: list[TotalStep], placed: Dated) -> None:
    """Adds a vague figure to one of the steps, or puts a step of its own among them."""
    said = placed.figure.amount.interval
    beyond = bisect_right(steps, placed.end, key=_end)
    # "By" a day speaks of that day, so only the last step up to it matters.
    first = max(beyond - 1, 0) if placed.start is None else bisect_left(steps, placed.start, key=_end)
    within = steps[first:beyond]
    if within:
        last = within[-1]
        repeated = last if last.said.meets(said) or last.end == placed.end else None
        found = next((step for step in within if step.is_above(said)), repeated)
        if found is not None:
            found.vaguer.append(placed.figure)
            return
    steps.insert(beyond, TotalStep(ledger, placed.start or placed.end, placed.end, [placed.figure]))


def _end(step: TotalStep) -> date:
    return step.end
