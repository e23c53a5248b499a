"""Vague dates and durations said so that their vagueness stays: some day within is never all of."""

from __future__ import annotations

import datetime
from calendar import monthrange

from desktop_app.domain.date_words import DateReading
from desktop_app.domain.dates import DateKind, DayRange, PartialDate
from desktop_app.words.formats import Formats
from desktop_app.words.problem_words import date_problem
from desktop_app.words.translate import _, _n


def date(date: PartialDate, formats: Formats) -> str:
    """A date for a table or a label: "9 Nov 2025", "within 1–10 Nov 2025", "6–8 Nov 2025"."""
    if date.kind is DateKind.WITHIN:
        return _doubted(date, _("within {days}").format(days=_days(date, formats)))
    return _doubted(date, _plain(date, formats))


def date_full(date: PartialDate, formats: Formats) -> str:
    """A date for a sentence or an echo: "some day 1–10 Nov 2025", "about 14 Nov 2025", "date not known"."""
    if date.kind is DateKind.WITHIN:
        days = _days(date, formats)
        some_day = _("some day {days}") if days[0].isdigit() else _("some day in {days}")
        return _doubted(date, some_day.format(days=days))
    return _doubted(date, _plain(date, formats))


def start(date: PartialDate, formats: Formats) -> str:
    """The beginning of a count, to stand after "since": "6 Aug 2025", also where the date itself is open."""
    if date.kind is DateKind.SINCE:
        return _doubted(date, _end(date, date.earliest, formats))
    return date_full(date, formats)


def date_as_written(date_known: PartialDate, words: str, formats: Formats) -> str:
    """A date in its source's words where there are any, else in ours."""
    return words or date(date_known, formats)


def date_echo(reading: DateReading, formats: Formats) -> str:
    """What was understood, for the line under the field; for what was not, why and what to do."""
    if reading.problem is not None:
        return date_problem(reading.problem)
    return date_full(reading.date, formats)


def day_range(days: DayRange) -> str:
    """A duration that may be vague: "44 days", "14–23 days", "at least 3 days", "1 day", "not known"."""
    low, high = days.low, days.high
    if low is not None and high is not None:
        if low == high:
            return _n("{n} day", "{n} days", abs(low)).format(n=_signed(low))
        if low < 0:
            return _("{low} to {high} days").format(low=_signed(low), high=_signed(high))
        return _("{low}–{high} days").format(low=low, high=high)
    if low is not None:
        return _n("at least {n} day", "at least {n} days", abs(low)).format(n=_signed(low))
    if high is not None:
        return _n("at most {n} day", "at most {n} days", abs(high)).format(n=_signed(high))
    return _("not known")


def period(start: datetime.date, end: datetime.date, formats: Formats) -> str:
    """All days from start to end: "9 Nov 2025", "6–8 Nov 2025", "31 Oct – 5 Nov 2025"."""
    if start == end:
        return formats.day(start)
    if (start.year, start.month) == (end.year, end.month):
        return _("{first}–{last}").format(first=formats.number(start.day), last=formats.day(end))
    if start.year == end.year:
        return _("{first} – {last}").format(first=formats.day_month(start), last=formats.day(end))
    return _("{first} – {last}").format(first=formats.day(start), last=formats.day(end))


def _signed(number: int) -> str:
    return f"−{-number}" if number < 0 else str(number)


def _doubted(date: PartialDate, words: str) -> str:
    """The words of a date with what its notation says of their reliability."""
    if date.about:
        simple = date.kind in (DateKind.DAY, DateKind.MONTH, DateKind.YEAR)
        words = (_("about {date}") if simple else _("{date}, approximately")).format(date=words)
    return _("{date}, uncertain").format(date=words) if date.uncertain else words


def _plain(date: PartialDate, formats: Formats) -> str:
    match date.kind:
        case DateKind.UNDATED:
            return _("date not known")
        case DateKind.BY:
            return _("by {date}").format(date=_end(date, date.latest, formats))
        case DateKind.SINCE:
            return _("since {date}").format(date=_end(date, date.earliest, formats))
        case DateKind.ONE_OF:
            return _one_of(date, formats)
        case _:
            return _days(date, formats)


def _end(date: PartialDate, bound: datetime.date | None, formats: Formats) -> str:
    """The end of an open range as precisely as it was written: July 2025 does not become a day."""
    written = date.edtf.strip("[]./")
    return _days(PartialDate.parse(written), formats) if written or bound is None else formats.day(bound)


def _days(date: PartialDate, formats: Formats) -> str:
    earliest, latest = date.earliest, date.latest
    if earliest is None or latest is None:
        if latest is not None:
            return _("by {date}").format(date=formats.day(latest))
        if earliest is not None:
            return _("since {date}").format(date=formats.day(earliest))
        return _("date not known")
    if date.kind is DateKind.MONTH:
        return formats.month(earliest.year, earliest.month)
    if date.kind is DateKind.YEAR:
        return f"{earliest.year:04d}"
    return _whole_months(earliest, latest, formats) or period(earliest, latest, formats)


def _whole_months(earliest: datetime.date, latest: datetime.date, formats: Formats) -> str:
    """Spans of whole months or years, said as such: "Sep – Nov 2025"; nothing for other spans."""
    if earliest.day != 1 or latest.day != monthrange(latest.year, latest.month)[1]:
        return ""
    first = formats.month(earliest.year, earliest.month)
    last = formats.month(latest.year, latest.month)
    if first == last:
        return first
    if (earliest.month, latest.month) == (1, 12):
        return (
            f"{earliest.year:04d}–{latest.year:04d}"
            if earliest.year != latest.year
            else f"{earliest.year:04d}"
        )
    return _("{first} – {last}").format(first=first, last=last)


def _one_of(date: PartialDate, formats: Formats) -> str:
    if date.earliest is None or date.latest is None:
        return _days(date, formats)
    if ".." in date.edtf:
        return _("within {days}").format(days=_days(date, formats))
    members = [PartialDate.parse(part) for part in date.edtf.strip("[]").split(",")]
    said = [_plain(member, formats) for member in members]
    return _("{dates} or {last}").format(dates=_(", ").join(said[:-1]), last=said[-1])
