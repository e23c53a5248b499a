"""Reads an article: every number with its comparator, measure, date and marks, offered for review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain import measure_phrases
from desktop_app.domain.amounts import UNQUANTIFIED, Amount, Comparator
from desktop_app.domain.articles.counting import Number, find_numbers
from desktop_app.domain.articles.dating import Dated, find_dates
from desktop_app.domain.articles.marker_report import MarkerReport, report
from desktop_app.domain.articles.markers import Mark, unglue
from desktop_app.domain.articles.naming import measure_of
from desktop_app.domain.articles.structure import Reference, Sentence, sentences, structure
from desktop_app.domain.articles.timing import UNTIMED, Clauses, Timed, timed
from desktop_app.domain.dates import UNDATED, Obtained, PartialDate
from desktop_app.domain.measures import Basis, Unit
from desktop_app.domain.number_words import AmountProblem

LONGEST: Final = 100_000
"""Characters; of a longer text only so many are read."""
MOST: Final = 1_000
"""Candidates; a text with more is a table, and the rest is not read."""

_FURTHER: Final = re.compile(r"\b(?:a further|another|an additional|un autre) $", re.IGNORECASE)
_ONE_FLIGHT: Final = re.compile(
    r"(?: [a-z]+){0,3} (?:on|by|aboard) (?:one|a|the|that|a single|the (?:first|second|latest)) flight\b",
    re.IGNORECASE,
)
_LARGE: Final = 100

_RANK: Final = re.compile(
    r"\b(?:(?:second|third|fourth|fifth)[- ])?(?:highest|lowest|largest|smallest|busiest)\b"
    r"[^.;,]{0,30}\bon record\b"
    r"|\b(?:earlier|later|more|fewer|higher|lower) than in any (?:previous |other )?year\b"
    r"(?: since[^.;,]{0,40}?(?:19|20)[0-9]{2}\b)?",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a candidate is."""

    FIGURE = "figure"
    PERCENTAGE = "percentage"
    RULE = "rule"
    """How many go with how many: "one for each"."""
    RANK = "rank"
    """A place among others: "the second-highest on record"."""
    EVENT_DATE = "event date"
    NOISE = "noise"
    """A number that counts nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something in the article that may be kept. `start` and `end` are characters of the text as given."""

    start: int
    end: int
    kind: Kind
    words: str
    """As the article has it."""
    value: str = ""  # reads as the amount
    amount: Amount = UNQUANTIFIED
    problem: AmountProblem | None = None
    unit: Unit | None = None
    measure: str = ""
    timed: Timed = UNTIMED
    markers: tuple[int, ...] = ()
    reference: int | None = None
    """The number of the entry in the list of references that it stands in."""
    sentence: tuple[int, int] = (0, 0)
    paragraph: int = 0
    is_range: bool = False
    part_of_range: bool = False
    """One end of what the article gives as a range over two dates."""


@dataclass(frozen=True, slots=True)
class Article:
    """What was found in a text. Nothing of it is kept anywhere."""

    text: str
    title: str
    day: date | None
    """The article's own day: the one given, else the one it states."""
    day_is_stated: bool
    candidates: tuple[Candidate, ...]
    references: tuple[Reference, ...]
    markers: MarkerReport

    @property
    def offered(self) -> tuple[Candidate, ...]:
        """What is worth looking at: all but what counts nothing."""
        return tuple(each for each in self.candidates if each.kind is not Kind.NOISE)

    @property
    def needs_day(self) -> bool:
        """Whether dates in it can only be told from the day on which it was published."""
        return self.day is None and any(each.timed.needs_day for each in self.candidates)

    def excerpt(self, candidate: Candidate) -> str:
        """The sentence a candidate stands in, as written, on one line."""
        return " ".join(self.text[slice(*candidate.sentence)].split())


def read(
    text: str,
    *,
    day: date | None = None,
    start: PartialDate = UNDATED,
    names: Mapping[str, re.Pattern[str]] = measure_phrases.MEASURES,
) -> Article:
    """Read a pasted article; never raises, whatever the text.

    `day` is when it was published, where that is known better than it says itself; dates such as "Tuesday"
    follow from it. `start` is the day from which totals "since the scheme began" count; `names` says what
    names each measure in folded text.
    """
    return _Reader(text[:LONGEST], day, start, names).article()


class _Reader:
    """Goes through one article, sentence by sentence."""

    def __init__(
        self, text: str, day: date | None, start: PartialDate, names: Mapping[str, re.Pattern[str]]
    ) -> None:
        self._text = text
        self._parts = structure(text)
        self._day = day or self._parts.day
        self._start, self._names = start, names
        unglued = unglue(text[: self._parts.body_end], entries=len(self._parts.references))
        self._clean = unglued.text + text[self._parts.body_end :]
        self._marks = unglued.marks
        self._before: tuple[Dated, Dated] | None = None

    def article(self) -> Article:
        """All that was found."""
        candidates: list[Candidate] = []
        cited: dict[int, list[str]] = {}
        body = (
            *sentences(self._clean, *self._parts.heading),
            *sentences(self._clean, self._parts.body, self._parts.body_end),
        )
        for place, sentence in enumerate(body):
            if len(candidates) >= MOST:
                break
            limit = body[place + 1].start if place + 1 < len(body) else self._parts.body_end
            marks = [
                mark for mark in self._marks if sentence.start <= mark.start < self._beyond(sentence, limit)
            ]
            for number in {number for mark in marks for number in mark.numbers}:
                cited.setdefault(number, []).append(self._clean[sentence.start : sentence.end])
            candidates += self._in_sentence(sentence, marks)
        for entry in self._parts.references:
            for sentence in sentences(self._clean, entry.start, entry.end):
                found = self._in_sentence(replace(sentence, paragraph=-1), [])
                candidates += [replace(each, reference=entry.number) for each in found]
        return Article(
            self._text,
            self._parts.title,
            self._day,
            self._day is not None and self._day == self._parts.day,
            tuple(candidates),
            self._parts.references,
            report(cited, self._parts.references),
        )

    def _beyond(self, sentence: Sentence, limit: int) -> int:
        """Where the next sentence's words begin: marks behind the full stop belong to the one before."""
        at = max(sentence.end, limit)
        while at < self._parts.body_end and self._clean[at] == " ":
            at += 1
        return at

    def _in_sentence(self, sentence: Sentence, marks: list[Mark]) -> list[Candidate]:
        dates = find_dates(self._clean, sentence.start, sentence.end, self._day)
        numbers = find_numbers(
            self._clean, sentence.start, sentence.end, [(each.start, each.end) for each in dates]
        )
        clauses = Clauses(
            self._clean,
            (sentence.start, sentence.end),
            dates,
            [(each.start, each.end) for each in numbers if not each.is_noise],
        )
        pair_before, self._before = self._before, None
        found = [
            each for number in numbers for each in self._of(number, sentence, clauses, numbers, pair_before)
        ]
        found += self._ranks(sentence)
        used = {each.timed.words for each in found} | {
            each.words for each in clauses.begins for one in found if one.timed.since == each.date
        }
        found += [
            self._event(each, sentence) for each in dates if not each.is_vague and each.words not in used
        ]
        found.sort(key=lambda each: each.start)
        return [replace(each, markers=_markers(each, marks)) for each in found]

    def _of(
        self,
        number: Number,
        sentence: Sentence,
        clauses: Clauses,
        numbers: tuple[Number, ...],
        pair_before: tuple[Dated, Dated] | None,
    ) -> Iterator[Candidate]:
        """The candidates that a number makes: one, or two where it is a range that joins two dated values."""
        place = (number.start, number.end)
        words = self._clean[sentence.start : sentence.end]
        others = [(each.start, each.end) for each in numbers if each is not number and not each.is_noise]
        measure = measure_of(
            words,
            (place[0] - sentence.start, place[1] - sentence.start),
            [(first - sentence.start, last - sentence.start) for first, last in others],
            self._names,
            far=number.amount is not None and (number.amount.low or number.amount.high or 0) >= _LARGE,
        )
        measure = "" if number.amount is UNQUANTIFIED else measure
        made = Candidate(
            number.start,
            number.end,
            _kind(number, measure),
            number.words,
            number.value,
            number.amount or UNQUANTIFIED,
            number.problem,
            number.unit,
            measure,
            sentence=(sentence.start, sentence.end),
            paragraph=sentence.paragraph,
            is_range=number.is_range,
        )
        pair = clauses.pair_of(place) or (pair_before if clauses.date_of(place) is None else None)
        if number.is_range and pair is not None:
            self._before = pair
            carried = pair is pair_before
            yield from self._two_values(made, words, pair, clauses, carried=carried)
            return
        dated, is_part = clauses.date_of(place), self._is_part(number)
        yield replace(made, timed=self._timed(words, measure, dated, clauses, is_part=is_part))

    def _two_values(
        self, made: Candidate, words: str, pair: tuple[Dated, Dated], clauses: Clauses, *, carried: bool
    ) -> Iterator[Candidate]:
        ends = (made.amount.low, made.amount.high)
        for end, dated in zip(ends, pair, strict=True):
            if end is None:
                continue
            amount = Amount.exactly(end)
            when = self._timed(words, made.measure, dated, clauses)
            when = replace(when, how=Obtained.INFERRED) if carried else when
            yield replace(made, value=str(amount), amount=amount, timed=when, part_of_range=True)

    def _timed(
        self, words: str, measure: str, dated: Dated | None, clauses: Clauses, *, is_part: bool = False
    ) -> Timed:
        day, start = self._day, self._start
        return timed(words, measure, dated, clauses.begins, day=day, start=start, is_part=is_part)

    def _is_part(self, number: Number) -> bool:
        before = self._clean[max(0, number.start - 14) : number.start]
        return _FURTHER.search(before) is not None or _ONE_FLIGHT.match(self._clean, number.end) is not None

    def _ranks(self, sentence: Sentence) -> list[Candidate]:
        return [
            Candidate(
                each.start(),
                each.end(),
                Kind.RANK,
                each.group(),
                sentence=(sentence.start, sentence.end),
                paragraph=sentence.paragraph,
            )
            for each in _RANK.finditer(self._clean, sentence.start, sentence.end)
        ]

    def _event(self, dated: Dated, sentence: Sentence) -> Candidate:
        when = Timed(dated.date, dated.words, dated.how, dated.needs_day, Basis.FLOW)
        return Candidate(
            dated.start,
            dated.end,
            Kind.EVENT_DATE,
            dated.words,
            timed=when,
            sentence=(sentence.start, sentence.end),
            paragraph=sentence.paragraph,
        )


def _kind(number: Number, measure: str) -> Kind:
    if number.is_rule:
        return Kind.RULE
    if number.is_noise or (not measure and _says_little(number)):
        return Kind.NOISE
    return Kind.PERCENTAGE if number.unit is Unit.PERCENT else Kind.FIGURE


def _says_little(number: Number) -> bool:
    """Whether a number without a measure is a small one said in passing."""
    amount = number.amount
    if amount is None or amount is UNQUANTIFIED:
        return False
    return amount.comparator is Comparator.EXACTLY and amount.value is not None and amount.value < 10


def _markers(candidate: Candidate, marks: list[Mark]) -> tuple[int, ...]:
    """The marks that come next behind a candidate in its sentence."""
    return next((mark.numbers for mark in marks if mark.start >= candidate.end), ())
