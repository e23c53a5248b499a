"""What can be said of one figure: against the official series, by its own words, and what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop_app.domain.checks.against_series import compare
from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.growth import stale_growth
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.said import said_of
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.flows import period_of
from desktop_app.domain.measures import Basis, Unit
from desktop_app.domain.origins import Cited, lacks_confirmation, origins
from desktop_app.domain.statements import Statement

FITS: Final = frozenset({Code.CONSISTENT, Code.PASSED_ON})
"""The codes that say that nothing is amiss."""

_UNIT_WORDS: Final = (
    (Unit.PERSON, re.compile(r"\d\s+(?:people|persons?|migrants|men|women|asylum seekers)\b", re.IGNORECASE)),
    (Unit.BOAT, re.compile(r"\d\s+(?:small )?(?:boats?|dinghies)\b", re.IGNORECASE)),
    (Unit.FLIGHT, re.compile(r"\d\s+flights?\b", re.IGNORECASE)),
    (Unit.REMOVAL, re.compile(r"\d\s+removals?\b", re.IGNORECASE)),
)
_COUNTED_UNITS: Final = frozenset({Unit.PERSON, Unit.BOAT, Unit.FLIGHT, Unit.REMOVAL})


def of_figure(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """All findings about a figure that stands, or that somebody has set aside, alone."""
    if figure.id in ledger.lane(figure.measure).claims:
        yield from _against_series(ledger, figure)
        yield from stale_growth(ledger, figure)
    if figure.rank is not Rank.DEPRECATED:
        yield from _words_of_another_unit(ledger, figure)
        yield from _lacks(ledger, figure)


def of_record(ledger: Ledger, record: Event | Statement) -> Iterator[Finding]:
    """What an event or a statement lacks."""
    kind = "event" if isinstance(record, Event) else "statement"
    if not record.citations:
        yield Finding(Code.NO_SOURCE, Severity.WARNING, kind, record.id, day=record.date.latest)
    if not record.date.is_dated:
        yield Finding(Code.UNDATED, Severity.WARNING, kind, record.id)
    yield from _unconfirmed(ledger, record, kind, record.date.latest)


def severity_of(figure: Figure, code: Code) -> Severity:
    """A remark where it fits, or where the figure has been set aside already."""
    return Severity.INFO if code in FITS or figure.rank is Rank.DEPRECATED else Severity.WARNING


def _against_series(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    said = said_of(figure)
    answer = None if said is None else compare(said, ledger.counts(figure.measure))
    if answer is None or said is None:
        return
    code, numbers = answer
    yield Finding(code, severity_of(figure, code), "figure", figure.id, numbers=numbers, day=said.to[1])


def _words_of_another_unit(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    if not figure.amount_words:
        return
    counted = ledger.measure(figure.measure).unit
    if counted not in _COUNTED_UNITS:
        return
    for unit, pattern in _UNIT_WORDS:
        if unit is not counted and pattern.search(figure.amount_words):
            numbers: dict[str, Value] = {"stated": unit.value, "counted": counted.value}
            yield Finding(Code.UNITS_DIFFER, Severity.WARNING, "figure", figure.id, numbers=numbers)
            return


def _lacks(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    day = figure.as_at.latest
    published = figure.published.latest
    if not figure.citations:
        yield _care(Code.NO_SOURCE, figure, day)
    if published is None:
        yield _care(Code.UNPUBLISHED, figure, day)
    yield from _unconfirmed(ledger, figure, "figure", day)
    if figure.basis is Basis.TARGET:
        return
    first = _first_day(figure)
    if first is None:
        yield _care(Code.UNDATED, figure, None)
    elif published is not None and published < first:
        numbers: dict[str, Value] = {"first": first, "published": published}
        yield Finding(Code.AHEAD, Severity.WARNING, "figure", figure.id, numbers=numbers, day=first)


def _care(code: Code, figure: Figure, day: date | None) -> Finding:
    return Finding(code, Severity.WARNING, "figure", figure.id, numbers={"measure": figure.measure}, day=day)


def _unconfirmed(ledger: Ledger, record: Cited, kind: str, day: date | None) -> Iterator[Finding]:
    if lacks_confirmation(ledger.view, record):
        numbers: dict[str, Value] = {"origins": len(origins(ledger.view, record))}
        yield Finding(Code.UNCONFIRMED, Severity.WARNING, kind, record.id, numbers=numbers, day=day)


def _first_day(figure: Figure) -> date | None:
    """The earliest day that the figure stands for or counts; None where it cannot be put on a chart."""
    if figure.basis is Basis.FLOW:
        period = period_of(figure)
        return None if period is None else period[0]
    as_at = figure.as_at
    return None if as_at.latest is None else as_at.earliest or as_at.latest
