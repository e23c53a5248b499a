"""What does not fit between measures: shares of totals begun on different days, means that are another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.said import is_known_total, last_day
from desktop_app.domain.checks.totals import weight
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval, Number

A_WEEK: Final = "_WK"
"""A target of this ending is meant a week, one of `A_YEAR` with the same beginning a year."""
A_YEAR: Final = "_YR"
MEAN_A_WEEK: Final = "_WK_MEAN"
"""A measure of this ending tells the mean a week of the running total before it: RET_WK_MEAN."""

_WEEKS_A_YEAR = 52
_SAME_TIME = 14
"""Days between two totals that are put side by side."""
_SAME_START = 62
"""Days by which two totals may differ in where they begin and still be counted from the same time."""


def bases_differ(ledger: Ledger, source: str) -> Iterator[Finding]:
    """One source that sets a total of the scheme against arrivals that are counted from another day."""
    scheme = ledger.scheme
    figures = (ledger.figures.get(id) for kind, id in ledger.cited.get(source, ()) if kind is Figure)
    # An edition is cited by thousands, of which hardly any are such totals.
    compared = [
        one for one in figures if one is not None and one.measure in (scheme.outbound, scheme.pressure)
    ]
    parts = [one for one in compared if one.measure == scheme.outbound and _read_in(one, source)]
    dated = (one for one in compared if one.measure == scheme.pressure and one.counted_since.is_dated)
    wholes = [one for one in dated if _read_in(one, source)] if parts else []
    pairs = [
        (part, whole)
        for part in parts
        for whole in wholes
        if abs((last_day(part) - last_day(whole)).days) <= _SAME_TIME
    ]
    if pairs:
        part, whole = max(pairs, key=lambda pair: [(last_day(one), one.id) for one in pair])
        yield from _share(ledger, part, whole)


def _share(ledger: Ledger, part: Figure, whole: Figure) -> Iterator[Finding]:
    begun = part.counted_since if part.counted_since.is_dated else ledger.scheme.start
    start, whole_start = begun.earliest, whole.counted_since.earliest
    one, other = part.amount.value, whole.amount.value
    if start is None or whole_start is None or one is None or not other:
        return
    if abs((start - whole_start).days) <= _SAME_START:
        return
    day = last_day(whole)
    counts = ledger.counts(whole.measure)
    same = counts.between(start, day) if counts.covers(start, day) else Interval(None, None)
    exact = same.low if same.is_exact and same.low else None
    numbers: dict[str, Value] = {
        "part": one,
        "part_measure": part.measure,
        "part_since": start,
        "part_day": part.as_at.latest,
        "whole": other,
        "whole_measure": whole.measure,
        "whole_since": whole_start,
        "whole_day": day,
        "share": _percent(one, other),
        "whole_from_part_since": exact,
        "share_from_part_since": None if exact is None else _percent(one, exact),
    }
    records = (part.id, whole.id)
    yield Finding(Code.BASES_DIFFER, Severity.WARNING, "figure", part.id, records, numbers, day)


def arithmetic(ledger: Ledger, measure: str) -> Iterator[Finding]:
    """A yearly target that is not 52 weekly ones; a mean a week that its own total does not give."""
    if measure.endswith(A_YEAR):
        yield from _yearly(ledger, measure)
    elif measure.endswith(MEAN_A_WEEK):
        for figure in _standing(ledger, measure):
            yield from _mean(ledger, figure, measure.removesuffix(MEAN_A_WEEK))


def depends_on(measure: str) -> Iterable[str]:
    """The measures whose arithmetic must be looked at again when this one changes."""
    if measure.endswith(A_WEEK):
        return (measure.removesuffix(A_WEEK) + A_YEAR,)
    return (measure, measure + MEAN_A_WEEK)


def _yearly(ledger: Ledger, measure: str) -> Iterator[Finding]:
    weekly = _standing(ledger, measure.removesuffix(A_YEAR) + A_WEEK)
    for figure in _standing(ledger, measure):
        for week in sorted(weekly, key=weight):
            product = week.amount.interval.scaled(_WEEKS_A_YEAR)
            named = week.amount.value
            yearly = figure.amount.value
            if named is None or yearly is None or product.meets(figure.amount.interval):
                continue
            if not _overlap(week.period, figure.period):
                continue
            numbers: dict[str, Value] = {
                "per_week": named,
                "weeks": _WEEKS_A_YEAR,
                "product": named * _WEEKS_A_YEAR,
                "per_year": yearly,
                "per_year_a_week": _rounded(Fraction(yearly) / _WEEKS_A_YEAR, 1),
            }
            records = (figure.id, week.id)
            day = figure.published.latest
            yield Finding(Code.ARITHMETIC, Severity.WARNING, "figure", figure.id, records, numbers, day)
            break


def _mean(ledger: Ledger, figure: Figure, measure: str) -> Iterator[Finding]:
    first, last, claimed = figure.period.earliest, figure.period.latest, figure.amount.value
    if first is None or last is None or claimed is None:
        return
    totals = [one for one in _standing(ledger, measure) if one.amount.is_exact and last_day(one) == last]
    if not totals:
        return
    total = min(totals, key=weight)
    weeks = Fraction((last - first).days + 1, 7)
    mean = Fraction(total.amount.value or 0) / weeks
    if abs(mean - Fraction(claimed)) <= Fraction(1, 2) or figure.amount.interval.contains(_rounded(mean, 1)):
        return
    numbers: dict[str, Value] = {
        "mean": claimed,
        "total": total.amount.value,
        "weeks": _rounded(weeks, 1),
        "worked_out": _rounded(mean, 1),
        "first": first,
        "last": last,
    }
    records = (figure.id, total.id)
    yield Finding(Code.ARITHMETIC, Severity.WARNING, "figure", figure.id, records, numbers, last)


def _standing(ledger: Ledger, measure: str) -> list[Figure]:
    claims = ledger.lane(measure).claims.values()
    return [figure for figure in claims if figure.rank is not Rank.DEPRECATED and figure.amount.has_number]


def _read_in(figure: Figure, source: str) -> bool:
    """Whether it is a running total with a number and a day that was read in this very source."""
    return figure.citations[0].source == source and is_known_total(figure)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    first = max((each.earliest for each in (one, other) if each.earliest is not None), default=None)
    last = min((each.latest for each in (one, other) if each.latest is not None), default=None)
    return first is None or last is None or first <= last


def _percent(part: Number, whole: Number) -> Decimal:
    return _rounded(Fraction(part) * 100 / Fraction(whole), 2)


def _rounded(number: Fraction, places: int) -> Decimal:
    return Decimal(round(number * 10**places)).scaleb(-places)
