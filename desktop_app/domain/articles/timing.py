"""Decides which date of a sentence a number belongs to, and whether it is a running total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain import measures
from desktop_app.domain.articles.dating import Dated, are_joined, is_as_of
from desktop_app.domain.dates import UNDATED, DateKind, Obtained, PartialDate, by, on_day
from desktop_app.domain.measures import Basis

_SINCE: Final = re.compile(
    r"\b(?:since|began|begun|started|launched|starting|depuis)\b[^,;]*$", re.IGNORECASE
)
CLAUSE_END: Final = re.compile(r",(?![0-9]{3})|[;:—]| [–-] ")
"""What parts the clauses of a sentence."""

_TOTAL: Final = re.compile(
    r"\b(?:cumulative|total|so far|to date|for the year|this year|stood at|already|surpass\w*|reach\w*"
    r"|pass(?:ed|ing)|exceed\w*|mark|milestone|overall)\b",
    re.IGNORECASE,
)
_SO_FAR: Final = re.compile(r"\b(?:so far|to date|this year|jusqu['’]ici)\b", re.IGNORECASE)
_SINCE_START: Final = re.compile(
    r"\bsince (?:the )?(?:deal|scheme|pilot|treaty|agreement|it)\b", re.IGNORECASE
)


_LEADS_WITHIN: Final = 30
_SAYS: Final = re.compile(r"(?!\b(?:and|but|in|on|by|et|mais|en|au|le)\b)\b\w+", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:and|et)\s+", re.IGNORECASE)
_BOATS: Final = re.compile(
    r" (?:small )?(?:boats?|dinghies|vessels?|bateaux?|embarcations?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Timed:
    """When a number counts: its own date, where its running total begins, and how both are known."""

    date: PartialDate = UNDATED
    words: str = ""
    how: Obtained = Obtained.STATED
    needs_day: bool = False
    basis: Basis = Basis.FLOW
    since: PartialDate = UNDATED


UNTIMED: Final = Timed()
"""Nothing is said of when."""


class Clauses:
    """The clauses of one sentence, with its dates and the numbers in it."""

    def __init__(
        self, clean: str, place: tuple[int, int], dates: Sequence[Dated], numbers: Sequence[tuple[int, int]]
    ) -> None:
        self._clean, self._numbers = clean, numbers
        inside = [(each.start, each.end) for each in dates] + list(numbers)
        ends = [
            found.start()
            for found in CLAUSE_END.finditer(clean, *place)
            if not any(first <= found.start() < last for first, last in inside)
        ]
        self._starts = [place[0], *ends]
        self.begins = tuple(each for each in dates if _SINCE.search(clean[place[0] : each.start]))
        """The dates that say when something began, not when it was counted."""
        self.dates = tuple(each for each in dates if each not in self.begins)

    def date_of(self, place: tuple[int, int]) -> Dated | None:
        """The date that a number belongs to: of its own clause, else of one before, else of the next."""
        own = self._clause(place[0])
        same = [each for each in self.dates if self._clause(each.start) == own and self._reaches(each, place)]
        ahead = [each for each in self.dates if self._clause(each.start) < own and self._heads(each)]
        # In "2024 past 36,816 and 2025 to 38,726" a date behind "and" begins what comes next.
        same = [each for each in same if not self._begins_next(place, each)] or same
        if same:
            best = _best(same, place)
            finer = [each for each in ahead if each.date.latest and each.date.latest.year == _year(best)]
            # "By 7 December, 28,436 this year": the day says more than the year.
            return finer[-1] if best.is_vague and finer and not finer[-1].is_vague else best
        if ahead and self._clause(ahead[-1].start) == own - 1:
            return ahead[-1]
        before = [each for each in self.dates if self._clause(each.start) < own and self._leads(each)]
        if before:
            return before[-1]
        after = [each for each in self.dates if self._clause(each.start) == own + 1]
        return after[0] if after and not self._numbers_between(place[1], after[0].start) else None

    def pair_of(self, place: tuple[int, int]) -> tuple[Dated, Dated] | None:
        """Two dates said in one breath that a range at `place` may join: it then is two dated values."""
        chosen = self.date_of(place)
        for first, second in zip(self.dates, self.dates[1:], strict=False):
            if chosen in (first, second) and are_joined(self._clean, first, second):
                return first, second
        return None

    def _clause(self, at: int) -> int:
        return sum(start <= at for start in self._starts)

    def _leads(self, dated: Dated) -> bool:
        """Whether a clause is about its date: it stands at its beginning, and what follows happened then."""
        begins = self._starts[self._clause(dated.start) - 1]
        return not dated.is_vague and dated.start - begins <= _LEADS_WITHIN

    def _begins_next(self, place: tuple[int, int], dated: Dated) -> bool:
        return dated.start > place[1] and _AND.fullmatch(self._clean, place[1], dated.start) is not None

    def _heads(self, dated: Dated) -> bool:
        """Whether a date is the whole of a clause, as in "In 2018, 299 people arrived"."""
        clause = self._clause(dated.start)
        end = self._starts[clause] if clause < len(self._starts) else dated.end
        around = self._clean[self._starts[clause - 1] : dated.start] + self._clean[dated.end : end]
        return not _SAYS.search(around)

    def _reaches(self, dated: Dated, place: tuple[int, int]) -> bool:
        between = (dated.end, place[0]) if dated.end <= place[0] else (place[1], dated.start)
        return is_as_of(self._clean, dated) or not self._numbers_between(*between)

    def _numbers_between(self, first: int, last: int) -> bool:
        return any(first <= start < last and not self._is_aside(start, end) for start, end in self._numbers)

    def _is_aside(self, start: int, end: int) -> bool:
        """Whether a number is said by the way: "1,101 people in 18 boats"."""
        return (
            self._clean[start - 3 : start].lower() in ("in ", "en ")
            and _BOATS.match(self._clean, end) is not None
        )


def _best(dates: list[Dated], place: tuple[int, int]) -> Dated:
    """The nearest; of a year and a day in that year the day."""
    nearest = min(dates, key=lambda each: max(each.start - place[1], place[0] - each.end))
    if nearest.is_vague:
        for each in dates:
            last = each.date.latest
            if not each.is_vague and last is not None and _year(nearest) == last.year:
                return each
    return nearest


def _year(dated: Dated) -> int | None:
    return None if dated.date.latest is None else dated.date.latest.year


def timed(
    sentence: str,
    measure: str,
    dated: Dated | None,
    begins: Sequence[Dated],
    *,
    day: date | None,
    start: PartialDate,
    is_part: bool = False,
) -> Timed:
    """How a number of `measure` relates to time; `day` is the article's own, `start` the scheme's.

    `is_part` says that it is one part of a total: "a further 12", "14 on one flight".
    """
    usual = Basis.FLOW if is_part else _USUAL.get(measure, Basis.FLOW)
    if usual is Basis.TARGET or not measure:
        return _plain(dated, usual)
    if is_part:
        return _plain(dated, Basis.FLOW)
    if measure in _FLOWS:
        return _of_flow(sentence, dated, day)
    if dated is not None and (dated.date.kind is DateKind.SPAN or _is_month_long(dated, sentence)):
        return _plain(dated, Basis.FLOW)
    since = begins[0].date if begins and not begins[0].is_vague else start
    if dated is not None and dated.date.kind is DateKind.SINCE:
        since, dated = _first_day(dated), None
    if dated is None:
        return Timed(_today(day), "", Obtained.INFERRED, day is None, usual, since)
    return Timed(dated.date, dated.words, dated.how, dated.needs_day, usual, since)


_USUAL: Final = {measure.id: measure.basis for measure in measures.BUILT_IN}
_FLOWS: Final = frozenset(measure.id for measure in measures.BUILT_IN if measure.basis is Basis.FLOW)


def _is_month_long(dated: Dated, sentence: str) -> bool:
    """Whether a date names the month in which something happened: "in October 71 were returned"."""
    within = re.match(r"(?:in|during|en|pendant)\b", dated.words, re.IGNORECASE)
    return dated.date.kind is DateKind.MONTH and within is not None and _TOTAL.search(sentence) is None


def _of_flow(sentence: str, dated: Dated | None, day: date | None) -> Timed:
    """Arrivals and the like: counted in a day, a span or a whole year, or so far in a year."""
    if dated is None:
        if _SINCE_START.search(sentence):
            return Timed(_today(day), "", Obtained.INFERRED, day is None, Basis.CUMULATIVE)
        return Timed()
    when = dated.date
    if when.kind is DateKind.SINCE:
        # What was counted since then goes up to now, not to some day that is left open.
        return Timed(
            _today(day), dated.words, Obtained.INFERRED, day is None, Basis.CUMULATIVE, _first_day(dated)
        )
    year = when.latest.year if when.latest is not None else None
    if when.kind is DateKind.YEAR and day is None and _SO_FAR.search(sentence):
        return Timed(UNDATED, dated.words, Obtained.INFERRED, True, Basis.CUMULATIVE)
    if when.kind is DateKind.YEAR and day is not None and year == day.year:
        return Timed(by(day), "", Obtained.INFERRED, False, Basis.CUMULATIVE, _new_year(day.year))
    is_point = when.kind in (DateKind.DAY, DateKind.BY, DateKind.WITHIN)
    is_total = when.kind is DateKind.BY or dated.words.lower().startswith(("as of", "as at"))
    if year is not None and is_point and (is_total or _TOTAL.search(sentence)):
        return Timed(when, dated.words, dated.how, dated.needs_day, Basis.CUMULATIVE, _new_year(year))
    return _plain(dated, Basis.FLOW)


def _plain(dated: Dated | None, basis: Basis) -> Timed:
    if dated is None:
        return Timed(basis=basis)
    return Timed(dated.date, dated.words, dated.how, dated.needs_day, basis)


def _today(day: date | None) -> PartialDate:
    return UNDATED if day is None else by(day)


def _new_year(year: int) -> PartialDate:
    return on_day(date(year, 1, 1))


def _first_day(dated: Dated) -> PartialDate:
    return UNDATED if dated.date.earliest is None else on_day(dated.date.earliest)
