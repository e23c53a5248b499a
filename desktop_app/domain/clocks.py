"""The clocks of a case: which terms of the scheme ran, from which event to which, and whether they were met.

What is said here holds for every way in which the vague dates of the case may turn out: YES and NO only where
all of them agree. A term in days runs so many days from the day of its start; one in months ends on the same
day of a later month, or on the last day of that month where it is shorter (31 January and one month: 28 or
29 February).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.clock_ends import Days, Ends, surely_before
from desktop_app.domain.dates import DateKind, DayRange, PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.rules import Rule
from desktop_app.domain.timeline import Timeline

__all__ = ["Clock", "Course", "Days", "InForce", "Met", "Unsure", "in_force", "later", "of"]


class Met(StrEnum):
    """Whether one event followed another within its time."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot tell"


class InForce(StrEnum):
    """Whether a version of a rule held on the day on which a clock started."""

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    NOT = "not"


class Course(StrEnum):
    """How far a clock has come."""

    ENDED = "ended"
    """An event that ends it is recorded."""
    PERHAPS = "perhaps"
    """What may have ended it may as well have come before it began, or after another arrival."""
    RUNNING = "running"
    """No end is recorded, and the time is not over."""
    RUNNING_OUT = "running out"
    """No end is recorded, and whether the time is over depends on the day on which it started."""
    PASSED = "passed"
    """No end is recorded, and the time is over: whether something happened unrecorded cannot be told."""


class Unsure(StrEnum):
    """Why the dates are not enough to tell."""

    ORDER = "order"
    """What ends the clock may have come before its start."""
    DATES = "dates"
    """A date is about, or uncertain, and nobody said by how much."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One term that ran for a case, under one version of its rule."""

    rule: Rule
    start: Event
    end: Event | None
    """What ended it, or may have; a recorded "no reply" where that is the answer; None where nothing is."""
    cycle: int
    """The cycle of the start; 0 where the start has no date."""
    force: InForce
    course: Course
    elapsed: DayRange
    """Days from the start to the end, if it ended; without bounds where no end is recorded."""
    deadline: Days
    """The last day of the time, by the days that the start may be."""
    extended: Days | None
    """The last day of the time in exceptional cases; None where the term knows none."""
    met: Met
    """YES: within the time. NO: past it, and past the time of exceptional cases."""
    as_dated: Met
    """What `met` is with the dates taken at their word, and the end after the start."""
    unsure: tuple[Unsure, ...]
    """Why `met` cannot be told where `as_dated` can."""
    only_exceptionally: bool
    """By its dates past the ordinary time, and within that of exceptional cases."""
    left: DayRange | None
    """Days from the as-of day to the deadline while no end is certain, negative past it."""

    @property
    def limit(self) -> int:
        """Within so many days; calendar months where `in_months`."""
        return self.rule.days if self.rule.days is not None else self.rule.months or 0

    @property
    def in_months(self) -> bool:
        """Whether the term is given in calendar months."""
        return self.rule.days is None


def of(timeline: Timeline, rules: Iterable[Rule], as_of: date) -> tuple[Clock, ...]:
    """The clocks of a case as of a day: one for each start and each version of a term that held then.

    In the order of the starts, and for one start in that of the rules. A start is paired with the first event
    at or after it, and before the next arrival, that ends the term. Versions in force at once are all there.
    """
    terms = [rule for rule in rules if rule.is_clock]
    cycles = {entry.event.id: entry.cycle for entry in timeline.entries}
    found = []
    for start in timeline.events:
        for rule in terms:
            force = in_force(rule, start.date) if rule.starts_with is start.kind else InForce.NOT
            if force is not InForce.NOT:
                ends = Ends.among(timeline.events, start, rule.ends_with)
                found.append(_clock(rule, ends, cycles.get(start.id, 0), force, as_of))
    return tuple(found)


def in_force(rule: Rule, when: PartialDate) -> InForce:
    """Whether the version held on a day; one whose own days are not known may have held on any."""
    span, day = rule.in_force, Days.of(when)
    if not span.is_dated:
        return InForce.POSSIBLY
    if surely_before(day.last, span.earliest) or surely_before(span.latest, day.first):
        return InForce.NOT
    sure = _surely(span)
    begun = sure.first is None or (day.first is not None and sure.first <= day.first)
    lasts = sure.last is None or (day.last is not None and day.last <= sure.last)
    is_sure = span.kind not in (DateKind.WITHIN, DateKind.ONE_OF) and not (span.about or span.uncertain)
    return InForce.CERTAINLY if begun and lasts and is_sure else InForce.POSSIBLY


def later(day: date, rule: Rule, *, extended: bool = False) -> date:
    """The last day of a term that starts on this day; the calendar's own last day at most."""
    if rule.days is None:
        return _months_later(day, rule.months or 0)
    days = rule.extended_days if extended and rule.extended_days is not None else rule.days
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _surely(span: PartialDate) -> Days:
    """The days that a span covers for certain, whose own ends may be whole months; None: without an end."""
    first, slash, last = span.edtf.partition("/")
    if not slash:
        return Days(span.earliest, span.latest)
    return Days(_end(first).latest, _end(last).earliest)


def _end(text: str) -> PartialDate:
    return PartialDate.parse("" if text == ".." else text)


def _clock(rule: Rule, ends: Ends, cycle: int, force: InForce, as_of: date) -> Clock:
    begun = Days.of(ends.start.date)
    deadline, extended = _deadline(begun, rule), _deadline(begun, rule, extended=True)
    silent = _no_reply(ends, extended)
    as_dated = Met.NO if silent is not None else _as_dated(ends, deadline, extended)
    unsure = _unsure(ends, silent)
    by_exception = bool(ends.possible) and ends.all_after(deadline.last)
    return Clock(
        rule=rule,
        start=ends.start,
        end=ends.named or silent,
        cycle=cycle,
        force=force,
        course=_course(ends, deadline, as_of),
        elapsed=ends.elapsed,
        deadline=deadline,
        extended=extended if rule.days is not None and rule.extended_days is not None else None,
        met=Met.CANNOT_TELL if unsure else as_dated,
        as_dated=as_dated,
        unsure=unsure if as_dated is not Met.CANNOT_TELL else (),
        only_exceptionally=by_exception and _not_after(ends.last, extended.first),
        left=None if ends.certain else _left(deadline, as_of),
    )


def _deadline(begun: Days, rule: Rule, *, extended: bool = False) -> Days:
    return Days(
        None if begun.first is None else later(begun.first, rule, extended=extended),
        None if begun.last is None else later(begun.last, rule, extended=extended),
    )


def _as_dated(ends: Ends, deadline: Days, extended: Days) -> Met:
    if not ends.possible:
        return Met.CANNOT_TELL
    if _not_after(ends.last, deadline.first):
        return Met.YES
    return Met.NO if ends.all_after(extended.last) else Met.CANNOT_TELL


def _not_after(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one <= other


def _no_reply(ends: Ends, extended: Days) -> Event | None:
    """The record that no reply came, made when the time was over; none where a reply may be in time."""
    if not ends.all_after(extended.last):
        return None
    for event in ends.no_reply:
        if _not_after(extended.last, Days.of(event.date).first):
            return event
    return None


def _unsure(ends: Ends, silent: Event | None) -> tuple[Unsure, ...]:
    ended = (*ends.possible, *(() if silent is None else (silent,)))
    found = []
    if ends.possible and not ends.certain and silent is None:
        found.append(Unsure.ORDER)
    if any(event.date.about or event.date.uncertain for event in (ends.start, *ended)):
        found.append(Unsure.DATES)
    return tuple(found)


def _course(ends: Ends, deadline: Days, as_of: date) -> Course:
    if ends.possible:
        return Course.ENDED if ends.certain else Course.PERHAPS
    if deadline.first is not None and as_of <= deadline.first:
        return Course.RUNNING
    return Course.PASSED if surely_before(deadline.last, as_of) else Course.RUNNING_OUT


def _left(deadline: Days, as_of: date) -> DayRange:
    first, last = deadline.first, deadline.last
    return DayRange(
        None if first is None else (first - as_of).days, None if last is None else (last - as_of).days
    )
