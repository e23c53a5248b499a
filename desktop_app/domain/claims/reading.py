"""Reads what a sentence claims: which number, of what, for which days, and where in the text it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final

from desktop_app.domain import measure_phrases
from desktop_app.domain.amounts import Amount, Comparator
from desktop_app.domain.articles.reading import Candidate, Kind
from desktop_app.domain.articles.reading import read as read_article
from desktop_app.domain.claims.manner import Manner, manner_of
from desktop_app.domain.dates import UNDATED, DateKind, Obtained, PartialDate
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.measures import Basis, Unit
from desktop_app.domain.number_words import AmountProblem

_PASSED: Final = re.compile(
    r"\b(?:passed|passes|passing|surpass\w*|exceed\w*|topped|crossed|reach\w*|depass\w*|atteint)"
    r"(?: the| a| total of| mark of| les?){0,2} $"
)
_YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_LEADS: Final = re.compile(r"^(?:in|on|over|from|since|en|sur|de|depuis) ")
_AGAINST: Final = (
    r"\b(?:on|over|from|than|against|with|compared to|above|below|since|sur|depuis|rapport a|que|qu')"
    r" ?(?:(?:in|en|the|l') ?)*"
)
_CHECKED: Final = frozenset({Kind.FIGURE, Kind.PERCENTAGE})


class ClaimPart(Enum):
    """What a stretch of the sentence says."""

    MEASURE = "measure"
    COMPARATOR = "comparator"
    VALUE = "value"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters from `start` up to, not including, `end`, and what they say."""

    start: int
    end: int
    part: ClaimPart


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """One claim of a sentence. What the sentence leaves out is empty."""

    words: str
    """The number as the sentence has it."""
    amount: Amount
    unit: Unit | None = None
    """Per cent or pound, where the text says so."""
    measure: str = ""
    """Code of the measure."""
    basis: Basis = Basis.FLOW
    period: PartialDate = UNDATED
    since: PartialDate = UNDATED
    """Where a running total begins."""
    date_words: str = ""
    date_how: Obtained = Obtained.STATED
    marks: tuple[Mark, ...] = ()
    """Where in the text it is said, in order."""
    manner: Manner = Manner.COUNT
    year: int | None = None
    """Of growth on the year before: the year that grew; None where other days are compared."""
    problem: AmountProblem | None = None
    """Why the number cannot be read; the amount then is without one."""


def read(
    text: str,
    *,
    day: date,
    start: PartialDate = UNDATED,
    names: Mapping[str, re.Pattern[str]] = measure_phrases.MEASURES,
) -> tuple[ReadClaim, ...]:
    """The claims of a text, in order; none where it gives no number. Never raises, whatever the text.

    `day` is when it was said or published, from which "Tuesday" and "last year" follow; `start` the first day
    of the scheme, from which its totals count; `names` says what names each measure in folded text.
    """
    found = read_article(text, day=day, start=start, names=names)
    return tuple(_claim(text, each, names, day) for each in found.candidates if _is_claim(each))


def _is_claim(found: Candidate) -> bool:
    return found.kind in _CHECKED and (found.amount.has_number or found.problem is not None)


def _claim(text: str, found: Candidate, names: Mapping[str, re.Pattern[str]], day: date) -> ReadClaim:
    timed = found.timed
    marks = sorted(_marks(text, found, names), key=lambda mark: (mark.start, mark.end))
    claim = ReadClaim(
        found.words,
        found.amount,
        found.unit,
        found.measure,
        timed.basis,
        timed.date,
        timed.since,
        timed.words,
        timed.how,
        tuple(marks),
        problem=found.problem,
    )
    return _as_meant(text, found, _as_threshold(text, found, claim), day)


def _as_meant(text: str, found: Candidate, claim: ReadClaim, day: date) -> ReadClaim:
    """The claim with how its number is meant, and of growth in which year."""
    first, last = found.sentence
    sentence = folded(text[first:last])
    is_percent = claim.unit is Unit.PERCENT
    manner = manner_of(sentence, found.start - first, found.end - first, is_percent=is_percent)
    if manner not in (Manner.GROWTH, Manner.FALL):
        return replace(claim, manner=manner)
    return replace(claim, manner=manner, year=_grown(sentence, claim, day))


def _grown(sentence: str, claim: ReadClaim, day: date) -> int | None:
    """The year that grew: the one named, or the next where the one named is what it is measured against."""
    named = claim.period.latest
    years = {int(year) for year in _YEAR.findall(sentence)}
    if named is None or not claim.date_words:
        return day.year if years <= {day.year} else None
    if claim.period.kind is DateKind.BY or claim.period.is_exact_day:
        return named.year
    if claim.period.kind is not DateKind.YEAR:
        return None
    words = _LEADS.sub("", folded(claim.date_words))
    if not re.search(rf"{_AGAINST}{re.escape(words)}", sentence):
        return named.year
    following = named.year + 1
    return following if following == day.year or following in years else None


def _as_threshold(text: str, found: Candidate, claim: ReadClaim) -> ReadClaim:
    """Of a total that "passed 30,000", it is said that it is at least that: the verb is the comparator."""
    amount = found.amount
    verb = _PASSED.search(folded(text[: found.start]))
    if verb is None or claim.basis is not Basis.CUMULATIVE or amount.comparator is not Comparator.EXACTLY:
        return claim
    if amount.value is None:
        return claim
    mark = Mark(verb.start(), verb.end() - 1, ClaimPart.COMPARATOR)
    marks = tuple(sorted((*claim.marks, mark), key=lambda each: each.start))
    return replace(claim, amount=Amount.of(Comparator.AT_LEAST, amount.value), marks=marks)


def _marks(text: str, found: Candidate, names: Mapping[str, re.Pattern[str]]) -> Iterator[Mark]:
    digits = re.search(r"[0-9]", text[found.start : found.end])
    value = found.start + (digits.start() if digits else 0)
    before = text[found.start : value].rstrip()
    if before and before != "£":
        yield Mark(found.start, found.start + len(before), ClaimPart.COMPARATOR)
    yield Mark(value, found.end, ClaimPart.VALUE)
    if found.timed.words:
        yield from _nearest(text, re.compile(re.escape(found.timed.words)), found, ClaimPart.DATE)
    pattern = names.get(found.measure)
    if pattern is not None:
        yield from _nearest(folded(text), pattern, found, ClaimPart.MEASURE)


def _nearest(text: str, pattern: re.Pattern[str], found: Candidate, part: ClaimPart) -> Iterator[Mark]:
    """The match of a pattern in the sentence that is nearest to the number, if there is one."""
    matches = [
        match
        for match in pattern.finditer(text, *found.sentence)
        if match.end() <= found.start or match.start() >= found.end
    ]
    if matches:
        match = min(matches, key=lambda each: max(each.start() - found.end, found.start - each.end()))
        yield Mark(match.start(), match.end(), part)
