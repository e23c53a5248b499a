"""The days that the dates of one phrase mean, once they have lent each other their months and years."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from desktop_app.domain.date_points import DateProblem, Point, RefusedPhraseError
from desktop_app.domain.dates import Obtained, PartialDate

_LONGEST_TURN_OF_YEAR: Final = 5  # months from the first to the second of "20 December to 5 January 2026"
_LEAP_YEAR_SEARCH: Final = 9  # years in which a 29 February is sure to be found


@dataclass(frozen=True, slots=True)
class Stretch:
    """A date of a phrase worked out: EDTF text of its start and its end (the same for a day, month or year).

    `vague`: one day somewhere in it is meant.
    """

    start: str
    end: str
    vague: bool
    how: Obtained

    @property
    def earliest(self) -> date:
        """The first day of the stretch."""
        return PartialDate.parse(self.start).earliest or date.min

    @property
    def latest(self) -> date:
        """The last day of the stretch."""
        return PartialDate.parse(self.end).latest or date.max


def work_out(points: list[Point], not_after: date) -> list[Stretch]:
    """The stretches that the points of one phrase mean; raises RefusedPhraseError.

    A day without a month takes it from the next date that has one, else from the one before; a date without
    a year likewise. If no date has a year, the first is the latest that begins no later than `not_after`.
    """
    points = _share_months(points)
    if all(point.year is None for point in points):
        if any(point.may_be_year for point in points):
            raise RefusedPhraseError(DateProblem.TWO_DIGIT_YEAR)
        points = [_most_recent(points[0], not_after), *points[1:]]
    return [_stretch(point) for point in _share_years(points)]


def _share_months(points: list[Point]) -> list[Point]:
    shared: list[Point] = []
    for place, point in enumerate(points):
        if point.day is not None and point.month is None:
            donor = next((other for other in points[place:] + shared[::-1] if other.month is not None), None)
            if donor is not None and donor.day is None and place > 0 and point.year is None:
                raise RefusedPhraseError(DateProblem.TWO_DIGIT_YEAR)  # Nov-25
            if donor is None or donor.day is None:
                raise RefusedPhraseError(DateProblem.UNREADABLE)
            point = replace(point, month=donor.month)
        shared.append(point)
    return shared


def _most_recent(point: Point, not_after: date) -> Point:
    month, day = point.month, point.day if point.day is not None else 1
    if month is None:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    if not _in_calendar(2000, month, day):
        raise RefusedPhraseError(DateProblem.IMPOSSIBLE_DAY)
    for year in range(not_after.year, max(0, not_after.year - _LEAP_YEAR_SEARCH), -1):
        if _in_calendar(year, month, day) and date(year, month, day) <= not_after:
            return replace(point, year=year, how=Obtained.RESOLVED)
    raise RefusedPhraseError(DateProblem.UNREADABLE)


def _share_years(points: list[Point]) -> list[Point]:
    shared: list[Point] = []
    for place, point in enumerate(points):
        if point.year is None:
            donor = next(other for other in points[place:] + shared[::-1] if other.year is not None)
            if donor.month is None or point.month is None:
                raise RefusedPhraseError(DateProblem.UNREADABLE)  # Nov to 2025
            how = donor.how if donor.how is Obtained.RESOLVED else point.how
            point = replace(point, year=donor.year, how=how)
            if len(points) == 2:
                point = _over_the_turn_of_year(point, donor, first=place == 0)
        shared.append(point)
    return shared


def _over_the_turn_of_year(point: Point, donor: Point, *, first: bool) -> Point:
    """A `point` that borrowed its year, in the neighbouring year if only so the phrase runs forward."""
    if point.year is None or point.month is None or donor.month is None:
        return point
    months_apart = (donor.month - point.month) if first else (point.month - donor.month)
    if not -12 < months_apart <= _LONGEST_TURN_OF_YEAR - 12:
        return point
    how = Obtained.RESOLVED if point.how is Obtained.RESOLVED else Obtained.INFERRED
    return replace(point, year=point.year + (-1 if first else 1), how=how)


def _stretch(point: Point) -> Stretch:
    year = point.year
    if year is None or not date.min.year <= year <= date.max.year:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    if point.month is None:
        if point.weekday is not None or point.day is not None:
            raise RefusedPhraseError(DateProblem.UNREADABLE)
        return Stretch(f"{year:04}", f"{year:04}", point.vague, point.how)
    if not _in_calendar(year, point.month, point.day if point.day is not None else 1):
        raise RefusedPhraseError(DateProblem.IMPOSSIBLE_DAY)
    month = f"{year:04}-{point.month:02}"
    if point.day is None:
        if point.weekday is not None:
            raise RefusedPhraseError(DateProblem.UNREADABLE)
        last = point.last_month if point.last_month is not None else point.month
        return Stretch(month, f"{year:04}-{last:02}", point.vague, point.how)
    start = end = f"{month}-{point.day:02}"
    if point.weekday is not None and date(year, point.month, point.day).isoweekday() != point.weekday:
        raise RefusedPhraseError(DateProblem.WRONG_WEEKDAY)
    if point.last_day is not None:
        end = f"{month}-{min(point.last_day, monthrange(year, point.month)[1]):02}"
    elif point.until is not None:
        end = point.until.isoformat()
    return Stretch(start, end, point.vague, point.how)


def _in_calendar(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
