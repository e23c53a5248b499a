"""How many a week or a month: from two running totals of one origin on exact days, and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from desktop_app.domain import named
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Number
from desktop_app.domain.readings import Series
from desktop_app.domain.views import View

WEEK = timedelta(days=7)
MONTH = timedelta(days=28)
"""The least time between two totals of which a rate a month is made: the shortest month."""
DAYS_OF_WEEK = Fraction(7)
DAYS_OF_MONTH = Fraction("365.25") / 12
"""A month as a rate counts it, about 30.4 days: months differ in length, rates must not."""
_PLACES = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Gain:
    """How many more a running total counted from one day to a later one, as the same origin said."""

    start: date
    """The first day counted: the one after the earlier total's."""
    end: date
    people: Number
    before: Figure
    now: Figure

    @property
    def days(self) -> int:
        """How many days it counts."""
        return (self.end - self.start).days + 1

    @property
    def a_week(self) -> Decimal:
        """People a week, to one decimal place."""
        return self.each(DAYS_OF_WEEK)

    def each(self, days: Fraction) -> Decimal:
        """People in so many days, to one decimal place."""
        exact = Fraction(self.people) * days / self.days
        return (Decimal(exact.numerator) / exact.denominator).quantize(_PLACES)


def gains(view: View, total: Series, least: timedelta = WEEK) -> tuple[Gain, ...]:
    """The gains of the origin that tells most of them; each of so long at least, a week or a month.

    Only exact numbers on exact days count, and only of one origin: the difference of what two sources said
    is nothing that anybody said. A total that falls, or of which one origin says two numbers for one day,
    is left out.
    """
    said: dict[str, dict[date, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for reading in total.readings:
        for figure in reading.figures:
            day = figure.as_at
            if day.is_exact_day and day.latest is not None and figure.amount.comparator is Comparator.EXACTLY:
                origin = _origin(view, figure)
                if origin:
                    said[origin][day.latest].append(figure)
    found = [_of_one(by_day, least) for _origin_name, by_day in sorted(said.items())]
    return max(found, key=_told, default=())


def _told(found: tuple[Gain, ...]) -> tuple[int, int]:
    return (len(found), sum(gain.days for gain in found))


def _origin(view: View, figure: Figure) -> str:
    source = named.read_in(view, figure)
    return "" if source is None else source.publisher or source.short_name


def _of_one(by_day: dict[date, list[Figure]], least: timedelta) -> tuple[Gain, ...]:
    chosen: list[tuple[date, Figure]] = []
    for day in sorted(by_day):
        figures = by_day[day]
        if len({figure.amount.interval for figure in figures}) > 1:
            continue
        if not chosen or day - chosen[-1][0] >= least:
            chosen.append((day, figures[0]))
    made = []
    for (before, one), (now, other) in pairwise(chosen):
        earlier, later = one.amount.interval.low, other.amount.interval.low
        if earlier is not None and later is not None and later >= earlier:
            made.append(Gain(before + timedelta(days=1), now, later - earlier, one, other))
    return tuple(made)
