"""Makes periods of the days that a table gives, and tells which publication may speak of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop_app.domain.dates import PartialDate, on_day, span
from desktop_app.services.tabular.layouts import Week
from desktop_app.services.tabular.values import ReadDate

_SIX_DAYS = timedelta(days=6)


def whole_week(read: ReadDate, week: Week | None) -> ReadDate:
    """The week that a day ends or begins, where the column says so."""
    day = read.date.earliest
    if week is None or day is None or not read.date.is_exact_day:
        return read
    first, last = (day - _SIX_DAYS, day) if week is Week.ENDING else (day, day + _SIX_DAYS)
    return replace(read, date=span(first, last))


def joined(first: ReadDate, last: ReadDate) -> ReadDate:
    """The period from the first day of one date to the last day of another, or why there is none."""
    begin, end = first.date.earliest, last.date.latest
    if begin is None or end is None:
        return replace(first, problem="no whole period")
    if end < begin:
        return replace(first, problem="backwards")
    return replace(first, date=span(begin, end), words="")


def may_tell_of(published: PartialDate, period: PartialDate) -> bool:
    """Whether what was published then may speak of a period: not where it came out before the first day."""
    if not published.is_dated:
        return False
    first, last = period.earliest or period.latest, published.latest
    return first is None or last is None or on_day(last).sort_key >= on_day(first).sort_key
