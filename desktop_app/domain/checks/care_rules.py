"""What needs care in the headline measures: numbers that one origin alone gives, and numbers grown old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.totals import weight
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Number
from desktop_app.domain.measures import Basis
from desktop_app.domain.origins import origins

OLD_AFTER_DAYS: Final = 60


def single_source(ledger: Ledger, measure: str, value: Number) -> Iterator[Finding]:
    """A headline value that goes back to one origin, where that is not the office whose statistics we have.

    A value said by several figures counts once; one that the official series covers is compared with that.
    """
    if measure not in ledger.headline:
        return
    lane, counts = ledger.lane(measure), ledger.counts(measure)
    claims = (lane.claims[id] for id in lane.by_value.get(value, ()))
    figures = sorted(
        (one for one in claims if _counts(one) and not lane.is_covered(one.id, counts)), key=weight
    )
    found = origins(ledger.view, *figures)
    if len(found) != 1 or found[0].key in _offices(ledger):
        return
    if any(ledger.is_official(figure) for figure in figures):
        return
    day = figures[0].as_at.latest
    numbers: dict[str, Value] = {
        "origin": found[0].speaker or found[0].source,
        "cited": len({citation.source for citation in found[0].citations}),
        "value": value,
        "day": day,
    }
    severity = Severity.INFO if found[0].speaker else Severity.WARNING
    ids = tuple(figure.id for figure in figures)
    yield Finding(Code.SINGLE_SOURCE, severity, "figure", ids[0], ids, numbers, day)


def _counts(figure: Figure) -> bool:
    return figure.rank is not Rank.DEPRECATED and figure.basis is not Basis.TARGET and bool(figure.citations)


def _offices(ledger: Ledger) -> set[str]:
    return {f"party {name}" for name in ledger.official_parties}


def old(ledger: Ledger, measure: str, today: date) -> Iterator[Finding]:
    """A headline measure whose last figure is of a day long past."""
    if measure not in ledger.headline:
        return
    lane, last = ledger.lane(measure), ledger.counts(measure).last
    found = lane.last_official() if last is not None else None
    claim = lane.last_claim()
    day = claim.as_at.latest if claim is not None else None
    if day is not None and (last is None or day > last):
        last, found = day, claim
    if last is None or found is None or (today - last).days <= OLD_AFTER_DAYS:
        return
    numbers: dict[str, Value] = {"measure": measure, "day": last, "days": OLD_AFTER_DAYS}
    yield Finding(Code.OLD, Severity.WARNING, "figure", found.id, numbers=numbers, day=last)
