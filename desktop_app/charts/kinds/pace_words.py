"""What "Pace and target" says of weeks, and what it says of months: the same sentences for each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from desktop_app.charts.choice import Per
from desktop_app.domain import pace
from desktop_app.words.translate import _, _n


@dataclass(frozen=True, slots=True)
class PaceWords:
    """The sentences of a stretch of days, still to be filled in."""

    days: Fraction
    """How long it is, as a rate counts it."""
    least: timedelta
    """The least time between two totals of which a rate is made."""
    subtitle: str
    arriving: str
    each: str
    between: str
    rate: str
    target: str
    aimed: str
    no_arrivals: str
    no_totals: str
    nothing: str
    headline: str
    arrived: str

    def missing(self, count: int) -> str:
        """How many stretches of arrivals have days without a record."""
        if self.days == pace.DAYS_OF_WEEK:
            return _n(
                "{n} week of arrivals has days without a record: no bar, not zero.",
                "{n} weeks of arrivals have days without a record: no bar, not zero.",
                count,
            )
        return _n(
            "{n} month of arrivals has days without a record: no bar, not zero.",
            "{n} months of arrivals have days without a record: no bar, not zero.",
            count,
        )


def words_of(per: Per) -> PaceWords:
    """Those of weeks, or of months."""
    return _of_months() if per is Per.MONTH else _of_weeks()


def _of_weeks() -> PaceWords:
    return PaceWords(
        pace.DAYS_OF_WEEK,
        pace.WEEK,
        subtitle=_("People a week, {first} to {last}. Each panel has its own scale."),
        arriving=_("People arriving by small boat, each week"),
        each=_("People {name}, each week"),
        between=_("People {name} a week, between totals given by {source}"),
        rate=_("{rate} a week ({n} in {days} days)"),
        target=_("aimed at: {amount} a week ({source})"),
        aimed=_("{text}; aimed at {amount}"),
        no_arrivals=_("Not drawn: no whole week of arrivals is known in these days."),
        no_totals=_(
            "Not drawn: in these days nobody counted people {name} by the week, and no source gave two "
            "totals on exact days at least a week apart. The difference of two sources' totals would be "
            "nobody's number."
        ),
        nothing=_("It needs counts of whole weeks, or two totals of one source on exact days."),
        headline=_("{amount} {name} a week to {day}"),
        arrived=_("{amount} arrived in the week to {day}"),
    )


def _of_months() -> PaceWords:
    return PaceWords(
        pace.DAYS_OF_MONTH,
        pace.MONTH,
        subtitle=_(
            "People a month, {first} to {last}. Each panel has its own scale. A rate is for {days} days."
        ),
        arriving=_("People arriving by small boat, each month"),
        each=_("People {name}, each month"),
        between=_("People {name} a month, between totals given by {source}"),
        rate=_("{rate} a month ({n} in {days} days)"),
        target=_("aimed at: {amount} a week, {rate} a month ({source})"),
        aimed=_("{text}; aimed at {amount} a week, {rate} a month"),
        no_arrivals=_("Not drawn: no whole month of arrivals is known in these days."),
        no_totals=_(
            "Not drawn: in these days nobody counted people {name} by the month, and no source gave two "
            "totals on exact days at least four weeks apart. The difference of two sources' totals would be "
            "nobody's number."
        ),
        nothing=_("It needs counts of whole months, or two totals of one source on exact days."),
        headline=_("{amount} {name} a month to {day}"),
        arrived=_("{amount} arrived in the month to {day}"),
    )
