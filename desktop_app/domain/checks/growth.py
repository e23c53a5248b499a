"""Growth rates against the year before: what the series gives for each day, and whether a claim is stale."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval, Number

SUFFIX: Final = "_GROWTH"
"""A measure of this ending tells the growth of the measure before it, in percent: ARR_GROWTH."""

_NEAR = Fraction(1)
"""Percentage points by which a rounded rate may miss and still be taken for that rate."""


def growth(counts: Counts, day: date) -> Decimal | None:
    """Per cent by which the year's total to a day is above that to the same day a year before.

    To one decimal place. None where one of the totals is not known exactly, or the earlier one is zero.
    """
    totals = year_totals(counts, day)
    return None if totals is None else _percent(*totals)


def year_totals(counts: Counts, day: date) -> tuple[Number, Number] | None:
    """The totals of this year and of the last, from 1 January to this day of the year."""
    if day.year == date.min.year:
        return None
    before = date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))
    now = _exact(counts, date(day.year, 1, 1), day)
    then = _exact(counts, date(before.year, 1, 1), before)
    return None if now is None or not then else (now, then)


def compare_growth(claimed: Interval, counts: Counts, year: int, last: date) -> dict[str, Value] | None:
    """The numbers for a rate said of a year so far, `last` the last day it can be about.

    `fits_day` is the month's end at which the rate comes nearest to what is claimed; None for it where it
    never came near. None altogether where the series cannot tell.
    """
    day = min(last, date(year, 12, 31))
    totals = year_totals(counts, day)
    if totals is None:
        return None
    fits = _nearest_month(claimed, counts, day)
    return {
        "fits_day": fits[0] if fits else None,
        "growth_then": fits[1] if fits else None,
        "day": day,
        "growth": _percent(*totals),
        "total": totals[0],
        "total_before": totals[1],
    }


def stale_growth(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """Whether a growth rate that a figure gives for a year fits the series on the day it was printed."""
    if not figure.measure.endswith(SUFFIX) or not figure.amount.has_number:
        return
    measure = figure.measure.removesuffix(SUFFIX)
    counts, year = ledger.counts(measure), figure.period.latest
    if year is None or counts.last is None:
        return
    published = figure.published.latest
    last = min(counts.last, year if published is None else published - timedelta(days=1))
    numbers = compare_growth(figure.amount.interval, counts, year.year, last)
    if numbers is None:
        return
    rate = numbers["growth"]
    fits = isinstance(rate, Decimal) and is_near(figure.amount.interval, rate)
    code = Code.CONSISTENT if fits else Code.STALE_GROWTH if numbers["fits_day"] else Code.INCONSISTENT
    said: dict[str, Value] = {
        "measure": measure,
        "claimed": figure.amount.value,
        "claimed_low": figure.amount.low,
        "claimed_high": figure.amount.high,
        **numbers,
    }
    severity = Severity.INFO if fits or figure.rank is Rank.DEPRECATED else Severity.WARNING
    yield Finding(code, severity, "figure", figure.id, numbers=said, day=last)


def _nearest_month(claimed: Interval, counts: Counts, last: date) -> tuple[date, Decimal] | None:
    found: list[tuple[Fraction, date, Decimal]] = []
    for month in range(1, last.month + 1):
        day = date(last.year, month, monthrange(last.year, month)[1])
        rate = growth(counts, day) if day <= last else None
        if rate is not None and is_near(claimed, rate):
            found.append((_off(claimed, rate), day, rate))
    if not found:
        return None
    _, day, rate = min(found, key=lambda each: (each[0], -each[1].toordinal()))
    return day, rate


def _off(claimed: Interval, rate: Decimal) -> Fraction:
    """How far a rate is from the number claimed: from the end that is named, "nearly 50" being 50."""
    named = claimed.low if claimed.high is None else claimed.high
    return abs(Fraction(rate) - Fraction(named or 0))


def is_near(claimed: Interval, rate: Decimal) -> bool:
    """Whether a rate is what was claimed, as rates are rounded."""
    return _distance(claimed, rate) <= _NEAR


def _distance(claimed: Interval, rate: Decimal) -> Fraction:
    if claimed.low is not None and rate < claimed.low:
        return Fraction(claimed.low) - Fraction(rate)
    if claimed.high is not None and rate > claimed.high:
        return Fraction(rate) - Fraction(claimed.high)
    return Fraction(0)


def _exact(counts: Counts, first: date, last: date) -> Number | None:
    if not counts.covers(first, last):
        return None
    counted = counts.between(first, last)
    return counted.low if counted.is_exact else None


def _percent(now: Number, then: Number) -> Decimal:
    tenths = (Fraction(now) / Fraction(then) - 1) * 1000
    return Decimal(round(tenths)).scaleb(-1)
