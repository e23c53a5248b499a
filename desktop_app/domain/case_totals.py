"""Our cases beside the published totals: what is logged of a day or a week, and how many were published.

A logged event certainly falls into a stretch of days where all the days it may be are in it, and possibly
where one of them is. Beside arrivals stand the arrivals that the official series counts. Beside returns,
admissions and re-arrivals stands what running totals leave for the stretch, as an interval: a total never
falls, so on a day it is at least the last one published for an earlier day, and at most the next one for a
later day; what happened from one day to another is the difference, and before the scheme it was nothing.

More logged events than were published do not fit; fewer say nothing, for our cases are not all cases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.cases import Case
from desktop_app.domain.checks import event_rules, findings
from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.measures import REARR
from desktop_app.domain.readings import Reading, known
from desktop_app.domain.series import flow, running_total

WEEK = 7
Days = tuple[date, date]


class Grain(StrEnum):
    """How long the stretches are."""

    DAY = "day"
    WEEK = "week"
    """From Monday to Sunday."""


class Verdict(StrEnum):
    """What the comparison comes to."""

    FITS = "fits"
    CONFLICT = "conflict"
    """More is logged than was published."""
    CANNOT_TELL = "cannot tell"
    """Nothing published bounds it from above."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What was published of a stretch, and what that rests on."""

    interval: Interval
    to: Reading | None = None
    """What bounds it from above: the first total for its last day or a later one, or the count of one day;
    None where there is no such."""
    since: Reading | None = None
    """The total that is taken off it: the last for a day before the stretch; None for nothing, or counts."""
    is_counted: bool = False
    """Whether the official series counts the very days."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One stretch of days of one measure: what is logged, and what was published."""

    measure: str
    first: date
    last: date
    certain: tuple[Event, ...]
    possible: tuple[Event, ...]
    """All that may have happened in it, the certain ones among them."""
    bounds: Bounds | None
    """None where nothing was published of these days."""
    findings: tuple[Finding, ...]
    """What the check finds about these events on these days."""

    @property
    def verdict(self) -> Verdict:
        """Whether the logged events fit."""
        high = None if self.bounds is None else self.bounds.interval.high
        if any(finding.severity is findings.Severity.WARNING for finding in self.findings):
            return Verdict.CONFLICT
        if high is None:
            return Verdict.CANNOT_TELL
        return Verdict.CONFLICT if len(self.certain) > high else Verdict.FITS

    @property
    def figures(self) -> tuple[str, ...]:
        """Ids of the figures that it is compared with."""
        readings = () if self.bounds is None else (self.bounds.to, self.bounds.since)
        return tuple(reading.drawn.id for reading in readings if reading is not None)


def beside_totals(ledger: Ledger, grain: Grain) -> list[Beside]:
    """All stretches with a logged event, in order of time; of one stretch arrivals before returns."""
    logged = _logged(ledger)
    rows = [row for measure, events in logged.items() for row in _of_measure(ledger, measure, events, grain)]
    order = {measure: place for place, measure in enumerate(logged)}
    return sorted(rows, key=lambda row: (row.first, row.last, order[row.measure]))


def _logged(ledger: Ledger) -> dict[str, list[Event]]:
    """The dated events by the measure that counts them, arrivals first."""
    scheme = ledger.scheme
    found: dict[str, list[Event]] = {
        measure: [] for measure in (scheme.pressure, scheme.outbound, scheme.inbound, REARR)
    }
    for case in ledger.view.every(Case):
        for measure, event in event_rules.tally(ledger, case.id, case.code).logged:
            if measure in found and measure != scheme.pressure:
                found[measure].append(event)
        for event in ledger.events_of(case.id):
            if event.kind is EventKind.ARRIVED_BOAT:
                found[scheme.pressure].append(event)
    return {measure: [event for event in events if event.date.is_dated] for measure, events in found.items()}


def _of_measure(ledger: Ledger, measure: str, events: list[Event], grain: Grain) -> Iterator[Beside]:
    readings = running_total(known(ledger.view), measure).readings
    certain: dict[Days, list[Event]] = defaultdict(list)
    vague: list[Event] = []
    for event in events:
        first, last = event.date.earliest, event.date.latest
        if first is None or last is None:
            continue
        stretch = _stretch(first, grain)
        if stretch == _stretch(last, grain):
            certain[stretch].append(event)
        else:
            vague.append(event)
    for event in vague:
        # It stands for itself: over all the days that it may be.
        certain.setdefault(_stretch_of(event), [])
    for first, last in certain:
        inside = [event for event in events if _is_within(event, first, last)]
        around = [event for event in events if _may_be(event, first, last)]
        yield Beside(
            measure,
            first,
            last,
            tuple(inside),
            tuple(around),
            _bounds(ledger, measure, readings, first, last),
            tuple(_findings(ledger, measure, around, first, last)),
        )


def _stretch(day: date, grain: Grain) -> Days:
    if grain is Grain.DAY:
        return day, day
    monday = date.fromordinal(max(1, day.toordinal() - day.weekday()))
    return monday, date.fromordinal(min(date.max.toordinal(), monday.toordinal() + WEEK - 1))


def _stretch_of(event: Event) -> Days:
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None:
        raise ValueError("an event without bounds is in no stretch")
    return first, last


def _is_within(event: Event, first: date, last: date) -> bool:
    begin, end = event.date.earliest, event.date.latest
    return begin is not None and end is not None and first <= begin and end <= last


def _may_be(event: Event, first: date, last: date) -> bool:
    begin, end = event.date.earliest, event.date.latest
    return (begin is None or begin <= last) and (end is None or first <= end)


def _bounds(
    ledger: Ledger, measure: str, readings: tuple[Reading, ...], first: date, last: date
) -> Bounds | None:
    if measure == ledger.scheme.pressure:
        counts = ledger.counts(measure)
        if not counts.covers(first, last):
            return None
        day = flow(known(ledger.view), measure).at(first) if first == last else None
        return Bounds(counts.between(first, last), day, is_counted=True)
    if not readings:
        return None
    before = first - timedelta(days=1) if first > date.min else first
    start = ledger.scheme.start.earliest
    to, low_to = _next(readings, last), _before(readings, last)
    since, high_since = _before(readings, before), _next(readings, before)
    is_first = start is not None and before < start
    most = None if to is None else to.high
    least = _low(low_to)
    taken_least: Number = 0 if is_first else _low(since)
    taken_most: Number | None = 0 if is_first else None if high_since is None else high_since.high
    high = None if most is None else max(most - taken_least, 0)
    low = 0 if taken_most is None else max(least - taken_most, 0)
    # Totals that fall leave no order: then only that it was not below zero, and not above the larger.
    interval = Interval(low, high) if high is None or low <= high else Interval(0, low)
    return Bounds(interval, to, None if is_first else since)


def _next(readings: tuple[Reading, ...], day: date) -> Reading | None:
    """The first total for this day or a certainly later one."""
    return next((reading for reading in readings if reading.start >= day), None)


def _before(readings: tuple[Reading, ...], day: date) -> Reading | None:
    """The last total for this day or a certainly earlier one."""
    return next((reading for reading in reversed(readings) if reading.end <= day), None)


def _low(reading: Reading | None) -> Number:
    return 0 if reading is None or reading.low is None else reading.low


def _findings(
    ledger: Ledger, measure: str, events: Iterable[Event], first: date, last: date
) -> Iterator[Finding]:
    """Arrivals on days on which the series counts nobody, told where all their days are in the stretch."""
    if measure == ledger.scheme.pressure:
        for event in events:
            if _is_within(event, first, last):
                yield from event_rules.on_empty_day(ledger, event)
