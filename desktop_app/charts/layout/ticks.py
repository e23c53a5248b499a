"""Where an axis has its marks, and what they say: whole numbers from zero, and days by the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.words.formats import Formats

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000)
DAY_STEPS = (1, 2, 7, 14)
MONTHS = 12
LONGEST_IN_DAYS = 75
"""Up to so many days an axis counts days, beyond it months."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis: where, and its words."""

    at: float
    text: str


def count_ticks(top: float, most: int, formats: Formats) -> list[Tick]:
    """At most about `most` marks at whole numbers from zero up to `top`, evenly 1, 2 or 5 apart."""
    if top <= 0:
        return [Tick(0, formats.number(0))]
    step = round_step(top / max(most, 1))
    return [Tick(n * step, formats.number(n * step)) for n in range(int(top // step) + 1)]


def round_step(least: float) -> int:
    """The least of 1, 2, 5, 10, 20 and so on that is not below a number."""
    return next(step for step in _steps() if step >= least)


def _steps() -> Iterator[int]:
    power = 1
    while True:
        for lead in (1, 2, 5):
            yield lead * power
        power *= 10


def span_ticks(low: float, high: float, most: int, formats: Formats, *, unsigned: bool = False) -> list[Tick]:
    """At most about `most` marks at whole numbers on both sides of zero, evenly 1, 2 or 5 apart.

    `unsigned` is for an axis whose two sides are named in words.
    """
    step = round_step((high - low) / max(most, 1))
    numbers = range(-int(-low // step) * step, int(high // step) * step + 1, step)
    return [Tick(number, formats.number(abs(number) if unsigned else number)) for number in numbers]


MOST_DAYS = 500
"""No picture is so wide that the words of more marks than these would fit under it."""
DAYS_OF_MONTH = 30


def power_ticks(high: float, formats: Formats) -> list[Tick]:
    """1, 10, 100 and so on as whole people, up to the power `high` of ten."""
    return [Tick(10**power, formats.number(10**power)) for power in range(int(high) + 1)]


LEAP_YEAR = 2000
"""Days of years that lie over each other are counted in a year that has a 29 February."""


def year_ticks(first: float, last: float, fits: Callable[[list[Tick]], bool], formats: Formats) -> list[Tick]:
    """The closest months of any one year whose words still fit."""
    choice: list[Tick] = []
    for step in (1, 2, 3, 6):
        months = [(date(LEAP_YEAR, month, 1).toordinal(), month) for month in range(1, MONTHS + 1, step)]
        choice = [Tick(day, formats.short_month(month)) for day, month in months if first <= day <= last]
        if len(choice) > 1 and fits(choice):
            return choice
    return choice[:1]


def day_ticks(first: float, last: float, fits: Callable[[list[Tick]], bool], formats: Formats) -> list[Tick]:
    """The closest marks whose words still fit, with the year on the first and on each January.

    `fits` is asked about one choice after another, from close to wide.
    """
    choice: list[Tick] = []
    for choice in _choices(first, last, formats):
        if len(choice) > 1 and fits(choice):
            return choice
    return choice[:1]


def _choices(first: float, last: float, formats: Formats) -> Iterator[list[Tick]]:
    if last - first <= LONGEST_IN_DAYS:
        for step in DAY_STEPS:
            yield _by_days(first, last, step, formats)
    for step in MONTH_STEPS:
        if (last - first) / (step * DAYS_OF_MONTH) <= MOST_DAYS or step == MONTH_STEPS[-1]:
            yield _by_months(first, last, step, formats)


def _by_days(first: float, last: float, step: int, formats: Formats) -> list[Tick]:
    # Day 1 of the calendar was a Monday, so steps of a week fall on Mondays.
    start = max(-(-int(first - 1) // step) * step + 1, 1)
    ticks: list[Tick] = []
    year = 0
    for number in range(start, int(last) + 1, step):
        if number < first:
            continue
        day = date.fromordinal(number)
        ticks.append(Tick(number, formats.day_month(day) if day.year == year else formats.day(day)))
        year = day.year
    return ticks


def _by_months(first: float, last: float, step: int, formats: Formats) -> list[Tick]:
    begin = date.fromordinal(max(1, int(first)))
    months = begin.year * MONTHS + begin.month - 1
    months = -(-months // step) * step if step < MONTHS else -(-months // MONTHS) * MONTHS
    ticks: list[Tick] = []
    year = 0
    while True:
        at = date(months // MONTHS, months % MONTHS + 1, 1)
        if at.toordinal() > last:
            return ticks
        if at.toordinal() >= int(first):
            ticks.append(Tick(at.toordinal(), _month_words(at, step, year, formats)))
            year = at.year
        months += step


def _month_words(at: date, step: int, year: int, formats: Formats) -> str:
    if step >= MONTHS:
        return str(at.year)
    if at.year != year:
        return formats.month(at.year, at.month)
    return formats.short_month(at.month)
