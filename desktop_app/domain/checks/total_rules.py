"""Running totals that do not fit each other: rival values, and totals that fall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.totals import Book, Total, Totals, weight
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Number
from desktop_app.domain.measures import Basis


def of_total(book: Book, figure: Figure) -> Iterator[Finding]:
    """What does not fit between a total and those given before it; told at the one that came second."""
    total = book.get(figure.id)
    if total is None:
        return
    beside = book.beside(total)
    yield from _rivals(beside, total)
    if figure.basis is Basis.CUMULATIVE:
        yield from _falls(beside, total)


def rival(figures: list[Figure], one: Figure, other: Figure, start: date, end: date) -> Finding:
    """The finding that two figures cannot both be; it is shown at the first of `figures`."""
    low, high = sorted((named(one), named(other)))
    numbers: dict[str, Value] = {"low": low, "high": high, "start": start, "end": end}
    ids = tuple(dict.fromkeys(figure.id for figure in figures))
    return Finding(Code.RIVAL_VALUES, Severity.WARNING, "figure", ids[0], ids, numbers, end)


def named(figure: Figure) -> Number:
    """The number by which a figure is named."""
    amount = figure.amount
    if amount.value is not None:
        return amount.value
    return amount.high if amount.high is not None else amount.low or 0


def _rivals(beside: Totals, total: Total) -> Iterator[Finding]:
    """Other values of its day, and values that were repeated over its days."""
    interval = total.figure.amount.interval
    done: set[Number] = set()
    for first, last, value in beside.repeated_over(total.first, total.last):
        is_same_day = total.is_day and total.last in (first, last)
        if value not in done and not is_same_day and not interval.contains(value):
            done.add(value)
            held = next(each for each in beside.on(last) if each.value == value)
            ordered = sorted((held.figure, total.figure), key=weight)
            yield rival(ordered, held.figure, total.figure, total.first, last)
    if not total.is_day:
        return
    for other in beside.on(total.last):
        if not other.is_day or named(other.figure) in done or other.figure.amount.interval.meets(interval):
            continue
        if weight(other.figure) < weight(total.figure):
            done.add(named(other.figure))
            yield rival([other.figure, total.figure], other.figure, total.figure, total.last, total.last)


def _falls(beside: Totals, total: Total) -> Iterator[Finding]:
    """A total certainly below the last one that is known to the day before it."""
    if total.is_day and next(beside.on(total.last)).figure.id != total.figure.id:
        return
    before = beside.before(total.first)
    if before is None:
        return
    low, high = before.figure.amount.low, total.figure.amount.high
    if low is None or high is None or high >= low:
        return
    numbers: dict[str, Value] = {
        "before": named(before.figure),
        "before_day": before.last,
        "after": named(total.figure),
        "after_day": total.last,
        "difference": high - low,
    }
    records = (total.figure.id, before.figure.id)
    yield Finding(Code.FALLS, Severity.WARNING, "figure", total.figure.id, records, numbers, total.last)
