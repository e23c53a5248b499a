"""How many a week: from two running totals of one origin on exact days, and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from desktop_app.domain import named
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Number
from desktop_app.domain.readings import Series
from desktop_app.domain.views import View

WEEK = timedelta(days=7)
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
        return (Decimal(self.people) * 7 / self.days).quantize(_PLACES)


def gains(view: View, total: Series) -> tuple[Gain, ...]:
    """The gains of the origin that tells most of them; each of a week or longer.

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
    found = [_of_one(by_day) for _origin_name, by_day in sorted(said.items())]
    return max(found, key=_told, default=())


def _told(found: tuple[Gain, ...]) -> tuple[int, int]:
    return (len(found), sum(gain.days for gain in found))


def _origin(view: View, figure: Figure) -> str:
    source = named.read_in(view, figure)
    return "" if source is None else source.publisher or source.short_name


def _of_one(by_day: dict[date, list[Figure]]) -> tuple[Gain, ...]:
    chosen: list[tuple[date, Figure]] = []
    for day in sorted(by_day):
        figures = by_day[day]
        if len({figure.amount.interval for figure in figures}) > 1:
            continue
        if not chosen or day - chosen[-1][0] >= WEEK:
            chosen.append((day, figures[0]))
    made = []
    for (before, one), (now, other) in pairwise(chosen):
        earlier, later = one.amount.interval.low, other.amount.interval.low
        if earlier is not None and later is not None and later >= earlier:
            made.append(Gain(before + timedelta(days=1), now, later - earlier, one, other))
    return tuple(made)
