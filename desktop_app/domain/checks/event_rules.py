"""Events against the numbers: arrivals on days without any, and what is logged beside what is published."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.said import claimed_days, is_known_total, last_day
from desktop_app.domain.checks.totals import weight
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.journeys import ARRIVALS
from desktop_app.domain.measures import DET, REARR, RERET, Basis, Unit
from desktop_app.domain.timeline import timeline

_NEAR = 7
"""Days around an empty day in which arrivals are looked for."""
_WINDOW = 31
"""A vaguer date than this says too little of a day."""


def on_empty_day(ledger: Ledger, event: Event) -> Iterator[Finding]:
    """An arrival by small boat on a day, or within days, on which the series records none."""
    first, last = event.date.earliest, event.date.latest
    if event.kind is not EventKind.ARRIVED_BOAT or first is None or last is None:
        return
    counts = ledger.counts(ledger.scheme.pressure)
    if (last - first).days > _WINDOW or not counts.covers(first, last):
        return
    counted = counts.between(first, last)
    if counted.high != 0:
        return
    near = _nearest(counts, first, last)
    numbers: dict[str, Value] = {
        "first": first,
        "last": last,
        "counted": 0,
        "nearest_day": near,
        "nearest": None if near is None else counts.on(near),
    }
    yield Finding(Code.EVENT_ON_EMPTY_DAY, Severity.WARNING, "event", event.id, numbers=numbers, day=last)


def _nearest(counts: Counts, first: date, last: date) -> date | None:
    for distance in range(1, _NEAR + 1):
        for day in (first - timedelta(distance), last + timedelta(distance)):
            if counts.covers(day, day) and (counts.on(day) or 0) > 0:
                return day
    return None


@dataclass(frozen=True, slots=True)
class CaseTally:
    """What one case adds to the totals: events by the measure that counts them."""

    code: str
    logged: tuple[tuple[str, Event], ...]
    """The measure, and the event that it counts."""
    returns: tuple[Event, ...]


def tally(ledger: Ledger, case: str, code: str) -> CaseTally:
    """The events of a case that published totals count."""
    line = timeline(ledger.events_of(case))
    scheme = ledger.scheme
    logged: list[tuple[str, Event]] = []
    returns: list[Event] = []
    for crossing in line.crossings:
        event = crossing.event
        if event.kind is EventKind.RETURNED:
            logged.append((scheme.outbound, event))
            if returns:
                logged.append((RERET, event))
            returns.append(event)
        elif event.kind in ARRIVALS and crossing.cycle > 1:
            logged.append((REARR, event))
        elif event.kind is EventKind.ADMITTED:
            logged.append((scheme.inbound, event))
    if detained := next((event for event in line.events if event.kind is EventKind.DETAINED), None):
        logged.append((DET, detained))
    return CaseTally(code, tuple(logged), tuple(returns))


def logged_events(tallies: Iterable[CaseTally], measure: str) -> list[Event]:
    """The dated events of all cases that a measure counts, in order of the day by which each had happened."""
    events = [
        event
        for tally in tallies
        for code, event in tally.logged
        if code == measure and event.date.latest is not None
    ]
    return sorted(events, key=by_day)


def by_day(event: Event) -> tuple[date, str]:
    """The day by which it had happened; the last of all for one without such a day."""
    return event.date.latest or date.max, event.id


def beside_total(figure: Figure, events: Sequence[Event]) -> Iterator[Finding]:
    """Logged events against a published total: more of them does not fit, as many is worth a remark."""
    high = figure.amount.high
    days = claimed_days(figure.period)
    if high is None or days is None or figure.basis is not Basis.CUMULATIVE or figure.rank is Rank.DEPRECATED:
        return
    known = events[: bisect_right(events, days[1], key=_day_of)]
    if len(known) > high:
        yield _beside(figure, known, days[1], Severity.WARNING)
    elif known and figure.amount.is_exact and high == len(known):
        yield _beside(figure, known, days[1], Severity.INFO)


def _day_of(event: Event) -> date:
    return event.date.latest or date.max


def _beside(figure: Figure, events: Sequence[Event], day: date, severity: Severity) -> Finding:
    numbers: dict[str, Value] = {
        "logged": len(events),
        "published_low": figure.amount.low,
        "published_high": figure.amount.high,
        "day": day,
        "measure": figure.measure,
    }
    records = (figure.id, *(event.id for event in events))
    return Finding(Code.EVENT_VS_TOTAL, severity, "figure", figure.id, records, numbers, day)


def returned_twice(ledger: Ledger, case: CaseTally) -> Iterator[Finding]:
    """Somebody returned more than once: removals and people are then different numbers."""
    scheme = ledger.scheme
    if len(case.returns) < 2 or ledger.measure(scheme.outbound).unit is Unit.REMOVAL:
        return
    second = case.returns[-1]
    day = second.date.latest
    figures = [
        figure for figure in _totals(ledger, scheme.outbound) if day is not None and last_day(figure) >= day
    ]
    if not figures:
        return
    figure = min(figures, key=lambda one: (last_day(one), weight(one)))
    times = len(case.returns)
    total = figure.amount.value or 0
    numbers: dict[str, Value] = {
        "case": case.code,
        "times": times,
        "total": total,
        "total_day": last_day(figure),
        "people_at_most": total - (times - 1),
        "counted": ledger.measure(scheme.outbound).unit.value,
    }
    records = (second.id, *(event.id for event in case.returns[:-1]), figure.id)
    yield Finding(Code.UNITS_DIFFER, Severity.WARNING, "event", second.id, records, numbers, day)


def _totals(ledger: Ledger, measure: str) -> list[Figure]:
    """The standing running totals of a measure that are exact and have a day."""
    return [figure for figure in ledger.lane(measure).claims.values() if is_known_total(figure)]
