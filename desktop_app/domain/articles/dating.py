"""Finds the dates in a sentence of an article, and resolves them against the article's own day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain import date_words
from desktop_app.domain.dates import UNDATED, DateKind, Obtained, PartialDate, span

_MONTH: Final = (
    r"jan(?:uary|vier)?|feb(?:ruary)?|f[ée]vrier|mar(?:ch|s)|apr(?:il)?|avril|may|mai|june?|juin|july?|juillet"
    r"|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember)?|d[ée]cembre"
)
_WEEKDAY: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
)
_RELATIVE: Final = (
    r"yesterday|today|(?:last|this) (?:year|month|week)|[0-9]{1,3} days? ago|hier|aujourd['’]hui"
    r"|l['’]an(?:n[ée]e)? derni[eè]re?|cette ann[ée]e"
)
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_ANCHOR: Final = (
    rf"(?:{_MONTH})\b\.?|(?:{_WEEKDAY})\b|(?:{_RELATIVE})\b|{_YEAR}\b(?![,.'][0-9])"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?"
)
_BESIDE: Final = (
    r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|er)?\b(?![,.'][0-9]{3})|early|mid|late|start|end|beginning|début|fin|mi"
    r"|by|until|till|since|between|and|from|to|through|of|before|after|on|in|as|the|last|week|year|month"
    r"|(?:first|second|third|fourth) (?:half|quarter|six months)|(?:premier|second|deuxième|troisième"
    r"|quatrième) (?:semestre|trimestre)|spring|summer|autumn|winter|or|du|au|de|le|la|depuis|avant|après"
    r"|en|entre|et|-|–|/|,"
)
_PART_OF: Final = re.compile(
    r"\b(?:half|months?|weeks?|days?|part|most|rest|remainder|semestre|mois|semaines?|jours?|reste)"
    r" (?:of|in|de) (?:the year )?$",
    re.IGNORECASE,
)
_RUN: Final = re.compile(
    rf"(?<![\w.,'’-])(?:(?:{_ANCHOR}|{_BESIDE})(?:\s*[-–/,]\s*|\s+|$|(?=[^\w])))+", re.IGNORECASE
)
_HAS_ANCHOR: Final = re.compile(rf"(?<![\w])(?:{_ANCHOR})", re.IGNORECASE)
_TWO_DAYS: Final = re.compile(r"\s*(?:between|entre)\b", re.IGNORECASE)
_JOINED: Final = re.compile(r"^[\s,]*(?:and|et|&)[\s,]*$", re.IGNORECASE)
_AS_OF: Final = re.compile(r"(?:as (?:of|at)|by|up to|until)\s*$", re.IGNORECASE)
_FINER: Final = re.compile(
    rf"\b(?:{_MONTH}|{_WEEKDAY}|yesterday|today|hier|month|week|days?)\b|[0-9][/.-][0-9]", re.IGNORECASE
)
_WIDEST: Final = 56
"""Characters; no date takes more words than fit in here."""
_NO_DAY: Final = date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as the article words it, and what it means. `needs_day`: only the article's day would tell."""

    start: int
    end: int
    words: str
    date: PartialDate
    how: Obtained
    needs_day: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether no more than a year is named."""
        return _FINER.search(self.words) is None


def find_dates(clean: str, start: int, end: int, day: date | None) -> tuple[Dated, ...]:
    """The dates in the characters from `start` to `end`, in order.

    Those that depend on when they were said are resolved against `day`, and say so; without it they stay
    undated. "Between 6 and 8 November" is the whole of these days: what is counted happened on all of them.
    """
    found: list[Dated] = []
    for run in _RUN.finditer(clean, start, end):
        at, last = run.span()
        while at < last and (anchor := _HAS_ANCHOR.search(clean, at, last)):
            dated = _first(clean, at, _stretch(clean, at, anchor.end(), last), day)
            if dated is not None and not _is_of_part(clean, dated):
                found.append(dated)
            at = dated.end if dated is not None else anchor.end()
    return tuple(found)


def _is_of_part(clean: str, dated: Dated) -> bool:
    """Whether a year only says of what a part is told: "the first ten months of 2025" leaves days open."""
    year = re.search(_YEAR, dated.words)
    if year is None or dated.date.kind is not DateKind.YEAR:
        return False
    at = dated.start + year.start()
    return _PART_OF.search(clean, max(0, at - _WIDEST), at) is not None


def _stretch(clean: str, start: int, anchor: int, end: int) -> int:
    """Where to stop looking for a date: at a space, behind what surely belongs to it."""
    limit = max(start + _WIDEST, anchor)
    if limit >= end:
        return end
    return max(anchor, clean.rfind(" ", start, limit))


def _first(clean: str, start: int, end: int, day: date | None) -> Dated | None:
    """The longest date in a run of words that may belong to one; a date before it is looked for first."""
    words = clean[start:end]
    longest = date_words.find_longest(words, today=day or _NO_DAY)
    if longest is None or longest.reading.problem is not None:
        return None
    if longest.start and _HAS_ANCHOR.search(words[: longest.start]):
        before = _first(clean, start, start + longest.start, day)
        if before is not None:
            return before
    reading = longest.reading
    said = words[longest.start : longest.end].strip()
    first = words.index(said, longest.start) + start
    last = first + len(said)
    if day is None and reading.how is not Obtained.STATED:
        return Dated(first, last, said, UNDATED, reading.how, needs_day=True)
    return Dated(first, last, said, _whole(said, reading.date), reading.how)


def _whole(words: str, when: PartialDate) -> PartialDate:
    if when.kind is DateKind.WITHIN and _TWO_DAYS.match(words) and when.earliest and when.latest:
        return span(when.earliest, when.latest)
    return when


def are_joined(clean: str, first: Dated, second: Dated) -> bool:
    """Whether two dates are named in one breath: "late October and early November"."""
    return _JOINED.match(clean[first.end : second.start]) is not None


def is_as_of(clean: str, dated: Dated) -> bool:
    """Whether a date says up to when something was counted."""
    led = re.match(r"(?:by|as (?:of|at)|up to|until)\b", dated.words, re.IGNORECASE)
    return led is not None or _AS_OF.search(clean[max(0, dated.start - 12) : dated.start]) is not None
