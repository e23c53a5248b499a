"""Ranges that join two values of two days: "between 75 and 94" is 75 on one day and 94 on another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from desktop_app.domain import amount_words
from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.totals import weight
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Number

_RANGE_WORDS = re.compile(r"\d[^\d]*(?:\b(?:and|to|or|et|ou)\b|[-–à])[^\d]*\d", re.IGNORECASE)


def of_range(ledger: Ledger, figure: Figure) -> Iterator[Finding]:
    """A range whose two ends are values of two different days; told once for each source that gives it."""
    ends = ends_of(figure)
    if ends is None:
        return
    lane = ledger.lane(figure.measure)
    low, high = ([lane.claims[id] for id in lane.by_value.get(end, ())] for end in ends)
    pair = _two_days(figure, low, high, _read_in(figure))
    if pair is None or not _is_first_to_tell(figure, ends, (*low, *high)):
        return
    yield _range(figure, *ends, *pair)


def concerned(ledger: Ledger, figure: Figure) -> set[str]:
    """Ids of the figures whose range may end in the value of this one, or that tell the same range."""
    value, ends = figure.amount.value, ends_of(figure)
    lane = ledger.lane(figure.measure)
    values = {value, *(ends or ())}
    found = {id for each in values if each is not None for id in lane.by_value.get(each, ())}
    return {id for id in (*found, *lane.ranges) if id in lane.claims and _touches(lane.claims[id], values)}


def _touches(figure: Figure, values: set[Number | None]) -> bool:
    ends = ends_of(figure)
    return ends is not None and not values.isdisjoint(ends)


def _is_first_to_tell(figure: Figure, ends: tuple[Number, Number], others: Iterable[Figure]) -> bool:
    """Whether no other figure of its source, being one of the two values, gives the same range."""
    if figure.amount.value is None:
        return True
    same = (one for one in others if one.id < figure.id and _read_in(one) == _read_in(figure))
    return not any(ends_of(one) == ends for one in same)


def _read_in(figure: Figure) -> str:
    return figure.citations[0].source if figure.citations else figure.id


def _range(figure: Figure, low: Number, high: Number, first: Figure, second: Figure) -> Finding:
    numbers: dict[str, Value] = {
        "low": low,
        "low_day": first.as_at.latest,
        "high": high,
        "high_day": second.as_at.latest,
    }
    shown = figure if figure not in (first, second) else first
    records = tuple(dict.fromkeys((shown.id, first.id, second.id)))
    severity = Severity.INFO if figure.rank is Rank.DEPRECATED else Severity.WARNING
    return Finding(
        Code.RANGE_OR_TWO, severity, "figure", shown.id, records, numbers, max(_day(first), _day(second))
    )


def ends_of(figure: Figure) -> tuple[Number, Number] | None:
    """The ends of the range that a figure is, or that its words give though it is one number."""
    low, high = figure.amount.low, figure.amount.high
    if figure.amount.value is None and low is not None and high is not None and low < high:
        return low, high
    if figure.amount.is_exact and _RANGE_WORDS.search(figure.amount_words):
        ends = _range_in(figure.amount_words)
        return ends if ends is not None and figure.amount.value in ends else None
    return None


@lru_cache(maxsize=4096)
def _range_in(words: str) -> tuple[Number, Number] | None:
    found = amount_words.find_first(words)
    amount = found[2].amount if found is not None and found[2].is_range else None
    if amount is None or amount.low is None or amount.high is None:
        return None
    return amount.low, amount.high


def _two_days(
    figure: Figure, lows: Iterable[Figure], highs: Iterable[Figure], read_in: str
) -> tuple[Figure, Figure] | None:
    """A figure with the low and one with the high value, of different days; of the same source first."""

    def best(figures: Iterable[Figure]) -> Figure | None:
        dated = [one for one in figures if one.amount.is_exact and _stands(one)]
        own = [one for one in dated if _read_in(one) == read_in]
        return min(own or dated, key=weight, default=None)

    low, high = best(lows), best(highs)
    if low is None or high is None or low.as_at.latest == high.as_at.latest:
        return None
    return low, high


def _day(figure: Figure) -> date:
    return figure.as_at.latest or date.min


def _stands(figure: Figure) -> bool:
    return figure.as_at.latest is not None and figure.rank is not Rank.DEPRECATED
