"""Reads the day in a row of a page, and catches a year that the weekday contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop_app.domain import date_words
from desktop_app.domain.date_words import DateProblem
from desktop_app.domain.dates import DateKind, Obtained

_WEEK: Final = timedelta(days=6)
_SUNDAY: Final = 7
_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_WEEKDAY: Final = re.compile(r"^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)
_ENDING: Final = re.compile(r"^\s*week (?:ending|ended|to)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RowDays:
    """The first and last day of a row, with its words; `problem` says why there are none."""

    words: str
    first: date | None = None
    last: date | None = None
    problem: DateProblem | None = None
    corrected: bool = False
    """Whether the year was put right: the words name a weekday that their year contradicts."""


def read(words: str, edition: date, *, span: timedelta, weekly: bool) -> RowDays:
    """The days of a row of a page of `edition`, which tells of no more than `span` before it.

    A year is only put right where the weekday fits the year of the edition, and the day lies within the
    span: "Monday 9 November 2025" is 2026 on a page of November 2026. Anything else stays a problem.
    """
    plain = _ENDING.sub("", words).strip()
    reading = date_words.read(plain, today=edition, order="dmy")
    if reading.problem is DateProblem.WRONG_WEEKDAY or (
        reading.problem is None and not _fits(reading.date.latest, edition, span)
    ):
        put_right = _other_year(plain, edition, span)
        if put_right is not None:
            return _days(words, put_right, put_right, weekly=weekly, corrected=True)
    if reading.problem is not None:
        return RowDays(words, problem=reading.problem)
    first, last = reading.date.earliest, reading.date.latest
    if first is None or last is None or reading.date.kind not in (DateKind.DAY, DateKind.SPAN):
        return RowDays(words, problem=DateProblem.UNREADABLE)
    if last > edition or (reading.how is Obtained.STATED and not _fits(last, edition, span)):
        return RowDays(words, problem=DateProblem.IMPOSSIBLE_DAY)
    return _days(words, first, last, weekly=weekly)


def _days(words: str, first: date, last: date, *, weekly: bool, corrected: bool = False) -> RowDays:
    """The day, or the week from Monday to the Sunday that a row names."""
    if not weekly:
        if first != last:
            return RowDays(words, problem=DateProblem.UNREADABLE)
        return RowDays(words, first, last, corrected=corrected)
    if first == last:
        first = last - _WEEK
    if last.isoweekday() != _SUNDAY or last - first != _WEEK:
        return RowDays(words, problem=DateProblem.WRONG_WEEKDAY)
    return RowDays(words, first, last, corrected=corrected)


def _other_year(words: str, edition: date, span: timedelta) -> date | None:
    """The same day and month in a year that fits both the weekday and the edition."""
    if not _WEEKDAY.match(words) or not _YEAR.search(words):
        return None
    for year in (edition.year, edition.year - 1):
        reading = date_words.read(_YEAR.sub(str(year), words), today=edition, order="dmy")
        day = reading.date.earliest
        if reading.problem is None and reading.date.is_exact_day and _fits(day, edition, span):
            return day
    return None


def _fits(day: date | None, edition: date, span: timedelta) -> bool:
    return day is not None and edition - span <= day <= edition
