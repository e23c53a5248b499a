"""Counts and targets of one period that cannot both be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.checks.lanes import Period
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.total_rules import rival
from desktop_app.domain.checks.totals import weight
from desktop_app.domain.figures import Figure


def of_claims(ledger: Ledger, measure: str, period: Period) -> Iterator[Finding]:
    """Among the claims of a period, where the official series does not cover it."""
    lane, counts = ledger.lane(measure), ledger.counts(measure)
    figures = [lane.claims[id] for id in lane.by_period.get(period, ())]
    if len(figures) > 1:
        yield from _rivals(period, (one for one in figures if not lane.is_covered(one.id, counts)))


def of_official(ledger: Ledger, measure: str, period: Period) -> Iterator[Finding]:
    """Among the official counts of a period, with neither revising the other."""
    lane = ledger.lane(measure)
    yield from _rivals(period, (lane.official[id] for id in lane.official_by_period.get(period, ())))


def _rivals(period: Period, figures: Iterable[Figure]) -> Iterator[Finding]:
    ordered = sorted(figures, key=weight)
    drawn = ordered[0] if ordered else None
    for other in ordered[1:]:
        if drawn is not None and not other.amount.interval.meets(drawn.amount.interval):
            yield rival(ordered, drawn, other, period[1], period[2])
            return
