"""A number somebody gave for days that the official series counts: what exactly is to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.amounts import Amount, Comparator
from desktop_app.domain.dates import DateKind, PartialDate
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.flows import period_of
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Basis

_ABOUT = timedelta(days=3)
"""How far "about 14 November" reaches to either side, for the comparison."""

_OPEN_ABOVE = (Comparator.MORE_THAN, Comparator.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim: so many, from one of the days of `since` to one of the days of `to`."""

    amount: Amount
    since: tuple[date, date]
    """The earliest and the latest first day counted."""
    to: tuple[date, date]
    """The earliest and the latest last day counted."""
    total: bool
    """Whether it is a running total, rather than a count within a period."""

    @property
    def interval(self) -> Interval:
        """What it allows. "Thousands" is not contradicted by 17,958, so an order has no upper end."""
        if self.amount.comparator is Comparator.ORDER_OF:
            return Interval(self.amount.low, None)
        return self.amount.interval

    @property
    def is_threshold(self) -> bool:
        """Whether it says that a number was passed or reached."""
        return self.amount.comparator in _OPEN_ABOVE

    @property
    def day(self) -> date | None:
        """The one last day it speaks of; None where several are possible."""
        return self.to[0] if self.to[0] == self.to[1] else None

    @property
    def start(self) -> date | None:
        """The one first day it counts from; None where several are possible."""
        return self.since[0] if self.since[0] == self.since[1] else None


def said_of(figure: Figure) -> Said | None:
    """What a figure claims of its days, as its source dates it; None where it names none to compare.

    A cut-off that somebody worked out later (`data_to`) is left aside: the claim is what was said.
    """
    if not figure.amount.has_number:
        return None
    if figure.basis is Basis.CUMULATIVE:
        return _total(figure)
    return _count(figure) if figure.basis is Basis.FLOW else None


def claimed_days(when: PartialDate) -> tuple[date, date] | None:
    """The earliest and the latest day that a running total is said to stand for."""
    if when.latest is None:
        return None
    if when.kind in (DateKind.BY, DateKind.SPAN) or when.earliest is None:
        return when.latest, when.latest
    if when.about and date.min + _ABOUT < when.earliest and when.latest < date.max - _ABOUT:
        return when.earliest - _ABOUT, when.latest + _ABOUT
    return when.earliest, when.latest


def is_known_total(figure: Figure) -> bool:
    """Whether it is a running total that stands, with one number and a last day."""
    return (
        figure.basis is Basis.CUMULATIVE
        and figure.rank is not Rank.DEPRECATED
        and figure.amount.is_exact
        and claimed_days(figure.period) is not None
    )


def last_day(figure: Figure) -> date:
    """The last day that a running total is said to stand for; date.min where there is none."""
    days = claimed_days(figure.period)
    return date.min if days is None else days[1]


def _total(figure: Figure) -> Said | None:
    to = claimed_days(figure.period if figure.period.is_dated else figure.data_to)
    begun = figure.counted_since
    if not begun.is_dated and figure.period.kind is DateKind.SPAN:
        first = figure.period.earliest
        since = None if first is None else (first, first)
    else:
        ends = (begun.earliest, begun.latest)
        since = None if ends[0] is None or ends[1] is None else (ends[0], ends[1])
    if to is None or since is None or since[1] > to[0]:
        return None
    return Said(figure.amount, since, to, total=True)


def _count(figure: Figure) -> Said | None:
    first = figure.period.earliest
    if first is None:
        return None
    published = figure.published.latest
    if figure.period.kind is DateKind.SINCE:
        # "Since Thursday", without an end: up to any day before it was printed.
        if published is None or published < first:
            return None
        return Said(figure.amount, (first, first), (first, published), total=False)
    days = period_of(figure)
    if days is None or figure.period.about:
        return None
    if published is not None and days[0] <= published < days[1]:
        return Said(figure.amount, (days[0], days[0]), (days[0], published), total=False)
    return Said(figure.amount, (days[0], days[0]), (days[1], days[1]), total=False)
