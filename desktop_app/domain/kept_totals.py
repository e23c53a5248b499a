"""Keeps the running totals of a measure while figures come and go, so that a change costs only its total."""

from __future__ import annotations

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

_Said = tuple[list[Figure], list[Figure], Reading]


class KeptTotals:
    """Always equal to what `running_totals` would work out from the figures of the measure."""

    def __init__(self, ledger: Known, measure: str) -> None:
        self._ledger, self._measure = ledger, measure
        self._dated: dict[str, Dated] = {}
        self._readings: dict[tuple[date, date], _Said] = {}
        self._groups: dict[Group, tuple[list[Dated], Series]] = {}
        self._series: tuple[Series, ...] | None = None
        self._touched: set[str] = set()
        self._add(ledger.figures(measure))

    @property
    def series(self) -> tuple[Series, ...]:
        """The totals as they are now; the same object until something changes them."""
        if self._series is None:
            usual = self._ledger.usual_basis(self._measure)
            groups = grouped(self._dated.values(), usual)
            self._groups = {group: self._one(group, dated) for group, dated in groups.items()}
            self._series = series_of(series for _, series in self._groups.values())
            self._touched.clear()
        return self._series

    def change(self, gone: Iterable[Figure], come: Iterable[Figure]) -> None:
        """Take figures of the measure out, then others in; one that only changed is in both."""
        for figure in gone:
            if self._dated.pop(figure.id, None) is not None:
                self._series = None
                self._touched.add(figure.id)
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
                self._touched.add(figure.id)

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
        # A figure that is the same may have come to weigh otherwise.
        untouched = self._touched.isdisjoint([one.id for one in step.figures + step.vaguer])
        if said is not None and untouched and _same(said[0], step.figures) and _same(said[1], step.vaguer):
            return said[2]
        reading = combined(self._ledger, step.figures, step.start, step.end, step.vaguer)
        self._readings[days] = (step.figures, step.vaguer, reading)
        return reading


def _same(one: list[Figure] | list[Dated], other: list[Figure] | list[Dated]) -> bool:
    """Whether two lists hold the very same objects, which is asked far more often than it is not so."""
    return len(one) == len(other) and all(map(is_, one, other))
