"""Which figures count in a view, and which of several is drawn where they are about the same thing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, Protocol

from desktop_app.domain import named
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.measures import Basis
from desktop_app.domain.sources import Reliability, Source, SourceKind, Stance
from desktop_app.domain.views import View

_RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}
_UNGRADED = Reliability.F.value
_INFINITE = float("inf")

Weight = tuple[int, bool, str, date, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the known figures say of one period, or of a running total on one day.

    Which figure is drawn: rank "preferred" first; then official statistics; then the better reliability
    of its sources; then the one published earlier, so that a newcomer of equal rank never silently wins.
    """

    start: date
    """First day of the period; for a running total the earliest day the number can stand for."""
    end: date
    """Last day of the period; for a running total the latest day, where the step stands."""
    low: Number | None
    high: Number | None
    """The range: that of the drawn figure, widened by every figure that is not just a vaguer way to say
    the same. None is an open end."""
    drawn: Figure
    """The figure that the line goes through; of a sum, the one of its last days."""
    figures: tuple[Figure, ...]
    """All figures about it, the drawn one first; of a sum, in order of time."""
    rival: bool = False
    """Whether two of them cannot both be right."""
    official: bool = False
    """Whether the drawn figure comes from official statistics."""
    counted: Interval | None = None
    """What enters sums, where that is not the range: a press figure that disagrees with official
    statistics is shown beside them, but does not widen every total after it."""
    summed: bool = False
    """Whether this is computed as a sum: then no single figure says it."""

    @property
    def interval(self) -> Interval:
        """The range as an interval."""
        return Interval(self.low, self.high)

    @property
    def value(self) -> Number | None:
        """Where a line is drawn: the number as it was said, or the low end of what has no single number."""
        said = None if self.summed else self.drawn.amount.value
        if said is not None:
            return said
        interval = self.interval if self.summed else self.drawn.amount.interval
        return interval.high if interval.low is None else interval.low

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the figures that went into it."""
        return tuple(figure.id for figure in self.figures)


@dataclass(frozen=True)
class Series:
    """Readings of one measure and one basis in order of time, as known in one view.

    For flows the readings are periods that do not overlap. For a running total each stands at its `end`,
    and holds until the next.
    """

    measure: str
    basis: Basis
    since: date | None = None
    """The first day that a running total counts from, where it is known."""
    readings: tuple[Reading, ...] = ()

    @cached_property
    def beside(self) -> dict[Hashable, Any]:
        """Room for what others make of it; it is kept as long as this is."""
        return {}

    def at(self, day: date) -> Reading | None:
        """What holds on a day: the last running total up to it, or the period that the day is in."""
        place = bisect_right(self.readings, day, key=attrgetter("end"))
        if self.basis is not Basis.FLOW:
            return self.readings[place - 1] if place else None
        for reading in self.readings[max(place - 1, 0) : place + 1]:
            if reading.start <= day <= reading.end:
                return reading
        return None

    @property
    def inputs(self) -> tuple[str, ...]:
        """Ids of the figures that went into it."""
        return tuple(figure.id for reading in self.readings for figure in reading.figures)


class Known:
    """The figures of a view that count, by measure, and what decides between them.

    Deprecated figures, and figures that another known figure revises, do not stand at all; of those that
    stand, the ones without a number are on no line.
    Make one with `known` and hand it to several functions to look through the view only once.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.beside: dict[object, Any] = {}
        """Room for what others make of its readings; it is kept as long as this is."""
        self.shared: dict[object, Any] = {}
        """The same for what is made of whole series: where an account lends its series, it lends this too."""
        self._look_through()

    def _look_through(self) -> None:
        view = self.view
        self._seen = {figure.id: figure for figure in view.every(Figure)}
        self.superseded: Collection[str] = _superseded(self._seen.values())
        """Ids of the figures that a known figure revises."""
        self._by_measure: dict[str, dict[str, Figure]] = {}
        by_measure, superseded = self._by_measure, self.superseded
        for id, figure in self._seen.items():
            if id not in superseded and counts(figure):
                by_measure.setdefault(figure.measure, {})[id] = figure
        self._official: set[str] = set()
        self._reliability: dict[str, str] = {}
        for source in view.every(Source):
            self._note_source(source)

    @property
    def standing(self) -> list[Figure]:
        """The figures that stand, with or without a number."""
        superseded = self.superseded
        return [
            figure
            for id, figure in self._seen.items()
            if figure.rank is not Rank.DEPRECATED and id not in superseded
        ]

    def kept_flow(self, measure: str) -> Series | None:
        """The line of counts of a measure where it is kept at hand; `flow` works it out otherwise."""
        return None

    def kept_totals(self, measure: str) -> tuple[Series, ...] | None:
        """The running totals of a measure where they are kept at hand."""
        return None

    @property
    def is_empty(self) -> bool:
        """Whether no figure is known, of any standing."""
        return not self._seen

    @property
    def measures(self) -> tuple[str, ...]:
        """Codes of the measures that any counting figure is about."""
        return tuple(self._by_measure)

    def figures(self, measure: str) -> Sequence[Figure]:
        """The figures of a measure that stand and have a number, of any basis."""
        return list(self._by_measure.get(measure, {}).values())

    def about(self, measure: str) -> Collection[Figure]:
        """All known figures of a measure, also those that do not count."""
        return [figure for figure in self._seen.values() if figure.measure == measure]

    def revisers(self, id: str) -> Sequence[Figure]:
        """The known figures that say they revise the one with this id."""
        return [figure for figure in self._seen.values() if figure.revises == id]

    def stands(self, id: str) -> bool:
        """Whether a figure is known, not deprecated, and nothing known revises it."""
        figure = self._seen.get(id)
        return figure is not None and figure.rank is not Rank.DEPRECATED and id not in self.superseded

    def usual_basis(self, measure: str) -> Basis:
        """The basis that figures of a measure usually have."""
        return named.measure(self.view, measure).basis

    def is_official(self, figure: Figure) -> bool:
        """Whether it was read in official statistics: the first citation is where, the others support it.

        An article that names official statistics among its references is not official for that.
        """
        if not figure.citations:
            return False
        read_in = figure.citations[0]
        return read_in.source in self._official and read_in.stance is not Stance.DENIES

    def weight(self, figure: Figure) -> Weight:
        """What decides which figure is drawn, the least first (see `Reading`); never equal for two."""
        reliability = _UNGRADED
        for citation in figure.citations:
            if citation.stance is not Stance.DENIES:
                reliability = min(reliability, self._reliability.get(citation.source, _UNGRADED))
        published = figure.published.latest or date.max
        return (_RANKS[figure.rank], not self.is_official(figure), reliability, published, figure.id)

    def _note_source(self, source: Source) -> None:
        if source.kind is SourceKind.OFFICIAL_STATISTICS:
            self._official.add(source.id)
        self._reliability[source.id] = source.reliability.value


def counts(figure: Figure) -> bool:
    """Whether a figure can be on a line, if nothing revises it: it has a number and is not deprecated."""
    return figure.rank is not Rank.DEPRECATED and figure.amount.comparator is not Comparator.UNQUANTIFIED


class Accounted(View, Protocol):
    """A view that keeps account of what counts in it, so that nobody need look through it."""

    @property
    def account(self) -> Known:
        """What counts in it at this moment; a later change of the view changes it too."""
        ...


def known(view: View | Accounted | Known) -> Known:
    """The figures of a view that count; what is known already, or kept account of, is handed back."""
    if isinstance(view, Known):
        return view
    account: Known | None = getattr(view, "account", None)
    return Known(view) if account is None else account


def combined(
    ledger: Known, figures: Sequence[Figure], start: date, end: date, vaguer: Sequence[Figure] = ()
) -> Reading:
    """One reading from the figures about the same thing, of which there is at least one.

    A figure among `vaguer`, which may be about something else, is drawn only if its rank is higher.
    """
    if len(figures) == 1 and not vaguer:
        only = figures[0]
        amount = only.amount
        official = ledger.is_official(only)
        return Reading(start, end, amount.low, amount.high, only, (only,), official=official)
    weighed = [(ledger.weight(figure), False, figure) for figure in figures]
    weighed += [(ledger.weight(figure), True, figure) for figure in vaguer]
    weighed.sort(key=_rank_then_exact)
    ordered = tuple(figure for _, _, figure in weighed)
    drawn = ordered[0]
    said = drawn.amount.interval
    all_said = {figure.amount.interval for figure in ordered}
    span = _range(said, all_said)
    official = ledger.is_official(drawn)
    counted = None
    if official:
        stated = {figure.amount.interval for figure in ordered if ledger.is_official(figure)}
        official_span = _range(said, stated)
        counted = None if official_span == span else official_span
    return Reading(start, end, span.low, span.high, drawn, ordered, _rivals(all_said), official, counted)


def _rank_then_exact(weighed: tuple[Weight, bool, Figure]) -> tuple[int, bool, Weight]:
    weight, is_vaguer, _ = weighed
    return (weight[0], is_vaguer, weight)


def _superseded(figures: Iterable[Figure]) -> frozenset[str]:
    """Ids of what known figures revise, and what those had revised.

    A deprecated figure revises nothing; but where it has itself been revised, what it revised stays revised.
    """
    revisions = [figure for figure in figures if figure.revises and figure.revises != figure.id]
    earlier = {figure.id: figure.revises for figure in revisions}
    superseded: set[str] = set()
    for figure in revisions:
        if figure.rank is Rank.DEPRECATED:
            continue
        revised = figure.revises
        while revised and revised not in superseded:
            superseded.add(revised)
            revised = earlier.get(revised, "")
    return frozenset(superseded)


def _rivals(intervals: Iterable[Interval]) -> bool:
    """Whether any two do not meet: on a line, whether the highest low end is above the lowest high end."""
    ends = [_ends(interval) for interval in intervals]
    return max(low for low, _ in ends) > min(high for _, high in ends)


def _range(said: Interval, intervals: Iterable[Interval]) -> Interval:
    """What is drawn, widened to hold every interval that does not contain another.

    One that contains another is a vaguer way to say it: "more than 70" beside 75 opens no range.
    """
    span = said
    highest_low: Number | float | None = None
    for interval in sorted(intervals, key=_narrow_first):
        low, _ = _ends(interval)
        if highest_low is None or low > highest_low:
            # No narrower interval, all of which came before, lies within this one.
            span = span.hull(interval)
            highest_low = low
    return span


def _ends(interval: Interval) -> tuple[Number | float, Number | float]:
    low = -_INFINITE if interval.low is None else interval.low
    high = _INFINITE if interval.high is None else interval.high
    return low, high


def _narrow_first(interval: Interval) -> tuple[Number | float, Number | float]:
    low, high = _ends(interval)
    return high, -low
