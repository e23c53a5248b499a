"""Keeps the running totals of a measure while figures come and go, so that a change costs only its total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from operator import is_

from desktop_app.domain.figures import Figure
from desktop_app.domain.readings import Known, Reading, Series, combined
from desktop_app.domain.series import (
    Dated,
    Group,
    TotalStep,
    dated_total,
    grouped,
    series_of,
    since_when,
    steps_of,
)

_Days = tuple[date, date]
_Said = tuple[list[Figure], list[Figure], Reading]


class KeptTotals:
    """Always equal to what `running_totals` would work out from the figures of the measure."""

    def __init__(self, ledger: Known, measure: str) -> None:
        self._ledger, self._measure = ledger, measure
        self._dated: dict[str, Dated] = {}
        self._readings: dict[_Days, _Said] = {}
        self._groups: dict[Group, tuple[list[Dated], Series]] = {}
        self._series: tuple[Series, ...] | None = None
        self._days_of: defaultdict[str, set[_Days]] = defaultdict(set)
        """In the readings of which days a figure is, or was."""
        self._add(ledger.figures(measure))

    @property
    def series(self) -> tuple[Series, ...]:
        """The totals as they are now; the same object until something changes them."""
        if self._series is None:
            usual = self._ledger.usual_basis(self._measure)
            groups = grouped(self._dated.values(), usual)
            self._groups = {group: self._one(group, dated) for group, dated in groups.items()}
            self._series = series_of(series for _, series in self._groups.values())
        return self._series

    def change(self, gone: Iterable[Figure], come: Iterable[Figure]) -> None:
        """Take figures of the measure out, then others in; one that only changed is in both."""
        for figure in gone:
            if self._dated.pop(figure.id, None) is not None:
                self._series = None
                self._forget(figure)
        self._add(come)

    def group_again(self) -> None:
        """Decide anew which figures make one total, for the measure has changed."""
        self._series = None

    def _add(self, figures: Iterable[Figure]) -> None:
        for figure in figures:
            placed = dated_total(figure)
            if placed is not None:
                self._dated[figure.id] = placed
                self._series = None
                # While it was hidden its sources may have changed.
                self._forget(figure)

    def _forget(self, figure: Figure) -> None:
        """A figure that is the same may have come to weigh otherwise."""
        for days in self._days_of.pop(figure.id, ()):
            self._readings.pop(days, None)

    def _one(self, group: Group, dated: list[Dated]) -> tuple[list[Dated], Series]:
        before = self._groups.get(group)
        if before is not None and _same(before[0], dated):
            return before
        basis = group[0]
        readings = tuple(map(self._reading, steps_of(self._ledger, dated)))
        return dated, Series(self._measure, basis, since_when(basis, dated), readings)

    def _reading(self, step: TotalStep) -> Reading:
        days = (step.start, step.end)
        said = self._readings.get(days)
        # Two lists of the very same figures are compared without a look into them.
        if said is not None and said[0] == step.figures and said[1] == step.vaguer:
            return said[2]
        reading = combined(self._ledger, step.figures, step.start, step.end, step.vaguer)
        self._readings[days] = (step.figures, step.vaguer, reading)
        for figure in (*step.figures, *step.vaguer):
            self._days_of[figure.id].add(days)
        return reading


def _same(one: list[Dated], other: list[Dated]) -> bool:
    """Whether two lists hold the very same objects, which is asked far more often than it is not so."""
    return len(one) == len(other) and all(map(is_, one, other))
