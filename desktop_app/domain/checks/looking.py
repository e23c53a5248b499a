"""Looks at one cell: each sort of them with the rules that are for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from desktop_app.domain.checks import (
    care_rules,
    cross_rules,
    event_rules,
    figure_rules,
    period_rules,
    ranges,
    total_rules,
)
from desktop_app.domain.checks.cells import Cell
from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.tallies import Tallies
from desktop_app.domain.intervals import Number
from desktop_app.domain.measures import Basis

TOTALS: Final = (Basis.CUMULATIVE, Basis.STOCK)
"""The bases whose figures stand for a day rather than count within a period."""


class Rules:
    """The rules over one ledger as it is at each moment."""

    def __init__(self, ledger: Ledger, tallies: Tallies, today: date) -> None:
        self._ledger, self._tallies, self._today = ledger, tallies, today
        self._by_sort: dict[str, Callable[..., Iterable[Finding]]] = {
            "figure": self._figure,
            "event": self._event,
            "statement": self._statement,
            "period": self._period,
            "official period": self._official_period,
            "one origin": self._one_origin,
            "old": self._old,
            "arithmetic": self._arithmetic,
            "returned twice": self._returned_twice,
            "bases": self._bases,
        }

    def look(self, cell: Cell) -> tuple[Finding, ...]:
        """What is found about one cell."""
        return tuple(self._by_sort[cell[0]](*cell[1:]))

    def _figure(self, id: str) -> Iterator[Finding]:
        ledger, figure = self._ledger, self._ledger.figures.get(id)
        if figure is None or ledger.is_superseded(id):
            return
        yield from figure_rules.of_figure(ledger, figure)
        if id not in ledger.lane(figure.measure).claims:
            return
        if figure.basis in TOTALS:
            yield from total_rules.of_total(ledger.book(figure.measure, figure.basis), figure)
        yield from ranges.of_range(ledger, figure)
        yield from event_rules.beside_total(figure, self._tallies.events(figure.measure))

    def _event(self, id: str) -> Iterator[Finding]:
        event = self._ledger.events.get(id)
        if event is not None:
            yield from figure_rules.of_record(self._ledger, event)
            yield from event_rules.on_empty_day(self._ledger, event)

    def _statement(self, id: str) -> Iterable[Finding]:
        statement = self._ledger.statements.get(id)
        return () if statement is None else figure_rules.of_record(self._ledger, statement)

    def _period(self, measure: str, basis: Basis, first: date, last: date) -> Iterable[Finding]:
        return period_rules.of_claims(self._ledger, measure, (basis, first, last))

    def _official_period(self, measure: str, basis: Basis, first: date, last: date) -> Iterable[Finding]:
        return period_rules.of_official(self._ledger, measure, (basis, first, last))

    def _one_origin(self, measure: str, value: Number) -> Iterable[Finding]:
        return care_rules.single_source(self._ledger, measure, value)

    def _old(self, measure: str) -> Iterable[Finding]:
        return care_rules.old(self._ledger, measure, self._today)

    def _arithmetic(self, measure: str) -> Iterable[Finding]:
        return cross_rules.arithmetic(self._ledger, measure)

    def _bases(self, source: str) -> Iterable[Finding]:
        return cross_rules.bases_differ(self._ledger, source)

    def _returned_twice(self, case: str) -> Iterable[Finding]:
        tally = self._tallies.of(case)
        return () if tally is None else event_rules.returned_twice(self._ledger, tally)
