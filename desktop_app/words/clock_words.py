"""Clocks in words: how long it took, how long it may take, whether that fits; each as vague as the dates."""

from __future__ import annotations

from desktop_app.domain.clocks import Clock, Course, Days, Met, Unsure
from desktop_app.domain.dates import DayRange
from desktop_app.domain.events import Event
from desktop_app.domain.rules import Rule
from desktop_app.words import clock_labels, date_sentences, event_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_SHAPES = {Met.YES: "■", Met.NO: "□", Met.CANNOT_TELL: "◇"}
_RUNNING = "▷"


def limit(rule: Rule, formats: Formats) -> str:
    """The time a term gives: "14 days", "14 days, exceptionally 28", "3 months"; empty for none."""
    if rule.days is None:
        months = rule.months
        words = "" if months is None else _n("{n} month", "{n} months", months)
        return words.format(n=formats.number(months or 0))
    days = _n("{n} day", "{n} days", rule.days).format(n=formats.number(rule.days))
    if rule.extended_days is None:
        return days
    return _("{days}, exceptionally {n}").format(days=days, n=formats.number(rule.extended_days))


def limit_short(rule: Rule, formats: Formats) -> str:
    """The same in a few letters: "14 (28) days", "3 months"."""
    if rule.days is None or rule.extended_days is None:
        return limit(rule, formats)
    ordinary, most = formats.number(rule.days), formats.number(rule.extended_days)
    return _("{ordinary} ({exceptional}) days").format(ordinary=ordinary, exceptional=most)


def event(event: Event, formats: Formats) -> str:
    """An event with its date: "Readmission requested, 21 Oct 2025"."""
    kind = event_labels.event_kind(event.kind)
    return _("{event}, {date}").format(event=kind, date=date_sentences.date(event.date, formats))


def end(clock: Clock, formats: Formats) -> str:
    """What ended a clock: an event with its date, or that none is recorded."""
    return event(clock.end, formats) if clock.end is not None else _("none recorded")


def end_short(clock: Clock, formats: Formats) -> str:
    """The date of what ended a clock, with the event where it is another than its rule names."""
    if clock.end is None or clock.end.kind is not clock.rule.ends_with:
        return end(clock, formats)
    return date_sentences.date(clock.end.date, formats)


def took(clock: Clock) -> str:
    """How long it took: "3 days", "14–23 days"; empty where no end is recorded."""
    if clock.course not in (Course.ENDED, Course.PERHAPS):
        return ""
    return date_sentences.day_range(clock.elapsed)


def mark(clock: Clock) -> str:
    """The shape that stands before a result, one for each sort of result."""
    return _RUNNING if clock.course is Course.RUNNING else _SHAPES[clock.met]


def result(clock: Clock, formats: Formats) -> str:
    """Whether a term was met, and where that cannot be told, why: "Met", "Running: 4–6 days left"."""
    if clock.course is Course.RUNNING and clock.left is not None:
        return _("Running: {days} left").format(days=date_sentences.day_range(clock.left))
    met = clock_labels.met(clock.met)
    why = _why(clock, formats)
    return _("{result}: {why}").format(result=met, why=why) if why else met


def _why(clock: Clock, formats: Formats) -> str:
    if clock.met is not Met.CANNOT_TELL:
        is_silent = clock.met is Met.NO and clock.course is Course.PASSED
        return _("no reply came") if is_silent else ""
    if clock.course is Course.PASSED:
        return _("due by {day}").format(day=days(clock.deadline, formats))
    if clock.course is Course.RUNNING_OUT:
        return _running_out(clock.left)
    if Unsure.ORDER in clock.unsure:
        return _if_in_order(clock)
    if Unsure.DATES in clock.unsure:
        return _if_dates_hold(clock)
    if clock.only_exceptionally:
        return _("within the time of exceptional cases only")
    if clock.course is Course.PERHAPS:
        return _("which came first is not certain")
    return _("the dates allow both")


def _if_in_order(clock: Clock) -> str:
    if clock.as_dated is Met.YES:
        return _("met if it came after the start")
    return _("not met if it came after the start")


def _if_dates_hold(clock: Clock) -> str:
    return _("met if the dates hold") if clock.as_dated is Met.YES else _("not met if the dates hold")


def _running_out(left: DayRange | None) -> str:
    if left is None or left.high is None:
        return _("the day of its start is not known")
    most = DayRange(left.high, left.high)
    return _("the time may be over, or up to {days} left").format(days=date_sentences.day_range(most))


def days(days: Days, formats: Formats) -> str:
    """The last day of a term: "20 Aug 2025", "5–7 Aug 2026"."""
    if days.first is None or days.last is None:
        return _("not known")
    return date_sentences.period(days.first, days.last, formats)


def in_full(clock: Clock, formats: Formats) -> str:
    """Everything about a clock, a line for each thing: for a tool tip."""
    rule = clock.rule
    lines = [rule.text, clock_labels.in_force(clock.force), rule.note]
    lines.append(_("Last day: {day}").format(day=days(clock.deadline, formats)))
    if clock.extended is not None:
        lines.append(_("Last day in exceptional cases: {day}").format(day=days(clock.extended, formats)))
    return "\n".join(line for line in lines if line)
