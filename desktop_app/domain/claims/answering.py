"""Answers a claim: what the series, or the totals recorded, make of it, or why that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain import measure_phrases
from desktop_app.domain.checks.against_series import compare
from desktop_app.domain.checks.findings import Code, Finding, Severity, Value
from desktop_app.domain.checks.growth import compare_growth, is_near
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.said import Said, said_of
from desktop_app.domain.claims.manner import Manner
from desktop_app.domain.claims.reading import ReadClaim, read
from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.measures import Basis, Unit
from desktop_app.domain.readings import Reading, Series
from desktop_app.domain.series import running_total

_FITS = frozenset({Code.CONSISTENT, Code.PASSED_ON})
_ONE_DAY = timedelta(days=1)


class NotCheckable(StrEnum):
    """Why a claim cannot be compared with anything; each has one sentence in `words.claim_answers`."""

    NO_NUMBER = "no number"
    """It says nothing that can be counted."""
    NO_MEASURE = "no measure"
    """What is counted is not told, or is no measure of this ledger."""
    NO_DATE = "no date"
    """The days are not told."""
    NO_SERIES = "no series"
    """The ledger has no numbers of this measure to compare it with."""
    OUTSIDE = "outside"
    """The numbers of the ledger do not reach to these days."""
    TOO_VAGUE = "too vague"
    """The numbers of the ledger leave open whether it fits."""
    UNREADABLE = "unreadable"
    """Its number can be read in more than one way: 39.075, 39k."""
    DENIED = "denied"
    """It says that something is not so."""
    RATE = "rate"
    """It gives so many a week or on average, not a count."""
    SHARE = "share"
    """It gives a share of something."""
    OTHER_GROWTH = "other growth"
    """It compares other days than those of a year with the year before."""


_NOT_COMPARED = {
    Manner.DENIED: NotCheckable.DENIED,
    Manner.RATE: NotCheckable.RATE,
    Manner.SHARE: NotCheckable.SHARE,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said of one claim: a finding, or why there is none."""

    claim: ReadClaim | None
    """None where the text makes no claim at all."""
    finding: Finding | None = None
    """Of kind "figure", at the figure it was compared with; `record` is empty for the official series."""
    why_not: NotCheckable | None = None


def check_text(
    text: str,
    ledger: Ledger,
    *,
    day: date,
    names: Mapping[str, re.Pattern[str]] = measure_phrases.MEASURES,
) -> tuple[Answer, ...]:
    """The answers to all claims of a text, in order; one that says so where it makes none.

    `day` is when it was said or published, `names` what names each measure in folded text.
    """
    claims = read(text, day=day, start=ledger.scheme.start, names=names)
    if not claims:
        return (Answer(None, why_not=NotCheckable.NO_NUMBER),)
    return tuple(check_claim(claim, ledger, day=day) for claim in claims)


def check_claim(claim: ReadClaim, ledger: Ledger, *, day: date) -> Answer:
    """What the ledger's numbers make of one claim that was made on a day."""
    if claim.problem is not None:
        return _none(claim, NotCheckable.UNREADABLE)
    if claim.manner in _NOT_COMPARED:
        return _none(claim, _NOT_COMPARED[claim.manner])
    if not claim.measure:
        return _none(claim, NotCheckable.NO_MEASURE)
    has_series = ledger.counts(claim.measure).first is not None
    if claim.unit is Unit.PERCENT:
        return _growth(claim, ledger, day) if has_series else _none(claim, NotCheckable.NO_SERIES)
    if has_series:
        return _by_series(claim, ledger, day)
    return _by_totals(claim, ledger, day)


def _none(claim: ReadClaim, why: NotCheckable) -> Answer:
    return Answer(claim, why_not=why)


def _found(
    claim: ReadClaim, code: Code, numbers: Mapping[str, Value], record: str = "", others: tuple[str, ...] = ()
) -> Answer:
    severity = Severity.INFO if code in _FITS else Severity.WARNING
    said: dict[str, Value] = {"said": str(claim.amount), "measure": claim.measure, **numbers}
    return Answer(claim, Finding(code, severity, "figure", record, others or (record,), said))


def _said(claim: ReadClaim, day: date) -> Said | None:
    figure = Figure(
        measure=claim.measure,
        amount=claim.amount,
        basis=claim.basis,
        counted_since=claim.since,
        period=claim.period,
        published=on_day(day),
    )
    return said_of(figure)


def _by_series(claim: ReadClaim, ledger: Ledger, day: date) -> Answer:
    counts = ledger.counts(claim.measure)
    said = _said(claim, day)
    if said is None:
        return _none(claim, NotCheckable.NO_DATE)
    if counts.last is not None and said.to[0] <= counts.last < said.to[1]:
        # "So far this year" goes as far as the numbers do.
        said = replace(said, to=(said.to[0], counts.last))
    if not counts.covers(said.since[0], said.to[1]):
        return _none(claim, NotCheckable.OUTSIDE)
    answer = compare(said, counts)
    if answer is None:
        return _none(claim, NotCheckable.TOO_VAGUE)
    code, numbers = answer
    return _found(claim, code, numbers)


def _growth(claim: ReadClaim, ledger: Ledger, day: date) -> Answer:
    """A rate by which a year grew or fell, against the year before."""
    if claim.year is None:
        return _none(claim, NotCheckable.OTHER_GROWTH)
    counts, named = ledger.counts(claim.measure), claim.period.latest
    last = min(day - _ONE_DAY, counts.last or day)
    if named is not None and claim.date_words and named.year == claim.year:
        last = min(last, named)
    falls = claim.manner is Manner.FALL
    claimed = -claim.amount.interval if falls else claim.amount.interval
    numbers = compare_growth(claimed, counts, claim.year, last)
    if numbers is None:
        return _none(claim, NotCheckable.OUTSIDE)
    rate = numbers["growth"]
    fits = isinstance(rate, Decimal) and is_near(claimed, rate)
    code = Code.CONSISTENT if fits else Code.STALE_GROWTH if numbers["fits_day"] else Code.INCONSISTENT
    return _found(claim, code, {**numbers, "falls": 1} if falls else numbers)


def _by_totals(claim: ReadClaim, ledger: Ledger, day: date) -> Answer:
    """A running total, against the totals that sources gave for it."""
    series = running_total(ledger.view, claim.measure)
    if not series.readings or claim.basis is not Basis.CUMULATIVE:
        return _none(claim, NotCheckable.NO_SERIES)
    said = claim.period.latest
    if said is None:
        return _none(claim, NotCheckable.NO_DATE)
    first = claim.period.earliest or said
    before = series.at(said)
    if before is None:
        return _none(claim, NotCheckable.OUTSIDE)
    readings = [one for one in series.readings if first <= one.end <= said] or [before]
    for reading in reversed(readings):
        if claim.amount.interval.meets(reading.interval):
            return _recorded(claim, Code.CONSISTENT, reading)
    return _misfit(claim, series, before, said)


def _misfit(claim: ReadClaim, series: Series, held: Reading, day: date) -> Answer:
    value = claim.amount.value
    other = next((one for one in series.readings if _is(one, value)), None)
    if claim.amount.is_exact and other is not None and held.interval.is_exact and value is not None:
        total = held.low or 0
        numbers: dict[str, Value] = {
            "claimed": value,
            "claimed_day": day,
            "since": series.since,
            "equals_day": other.end,
            "total_on_claimed_day": total,
            "difference": total - value,
        }
        ids = tuple(dict.fromkeys((other.drawn.id, held.drawn.id)))
        return _found(claim, Code.FITS_OTHER_DAY, numbers, other.drawn.id, ids)
    following = next((one for one in series.readings if one.end > held.end), None)
    if following is not None and held.end < day < following.end:
        between = held.interval.hull(following.interval)
        if claim.amount.interval.meets(between):
            return _none(claim, NotCheckable.TOO_VAGUE)
    return _recorded(claim, Code.INCONSISTENT, held, day)


def _is(reading: Reading, value: Number | None) -> bool:
    return value is not None and reading.interval == Interval.exactly(value)


def _recorded(claim: ReadClaim, code: Code, reading: Reading, day: date | None = None) -> Answer:
    interval = claim.amount.interval
    numbers: dict[str, Value] = {
        "claimed": claim.amount.value,
        "claimed_low": interval.low,
        "claimed_high": interval.high,
        "counted_low": reading.low,
        "counted_high": reading.high,
        "first": day or reading.end,
        "last": day or reading.end,
        "recorded_day": reading.end,
    }
    if reading.high is not None and interval.low is not None and interval.low > reading.high:
        numbers["difference"] = interval.low - reading.high
    elif reading.low is not None and interval.high is not None and interval.high < reading.low:
        numbers["difference"] = interval.high - reading.low
    return _found(claim, code, numbers, reading.drawn.id, reading.inputs)
