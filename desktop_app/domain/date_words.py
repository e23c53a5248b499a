"""Reads the dates that people type and that sources print, in English and French, and never guesses.

What can be read in two ways, or cannot be, stays undated with the problem named; the words are the caller's
to keep. The conventions, each shown back to the person who typed:

- early, mid, late (début, mi-, fin): days 1-10, 11-20, 21-end of a month; four months each of a year; one
  day within. Spring, summer and autumn: three whole months from March, June and September, one day within.
- "6 to 8", "from 6 to 8", "du 6 au 8": the whole of those days; "between 6 and 8", "entre le 6 et le 8":
  one day within. "late October to early November", vague at both ends, is one day within.
- by, until, to a day: up to and including it; before: up to the day before; since, from: it included;
  after: from the day after. Of a month or year: its last day for "by", its first for "since" and "before".
- a date without a year is the latest such date that began no later than today; "on Tuesday" may be today,
  "last Tuesday" may not. Nov 25 needs its year where it could mean November '25. "Week of" is the
  Monday-to-Sunday week of that day; "week to" the seven days to it.
- 9.11.2025 is day first; 9/11/2025 needs the `order` of the reader's country.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.date_lexicon import Token, TokenKind, fold, says_undated, tokens
from desktop_app.domain.date_points import DateProblem, Order, RefusedPhraseError, read_point, significant
from desktop_app.domain.date_shapes import notation_of, qualified
from desktop_app.domain.date_stretches import work_out
from desktop_app.domain.dates import UNDATED, DateKind, DateSyntaxError, Obtained, PartialDate

__all__ = ["DateProblem", "DateReading", "FoundDate", "Order", "find_longest", "read"]

_IDLE: Final = (TokenKind.LEADING, TokenKind.FILLER, TokenKind.COMMA)
_EVERY: Final = -1
_MOST_WORDS: Final = 16
_LONGEST_LINE: Final = 500  # characters; beyond, a text is no line in which to look at every keystroke
_PLAUSIBLE_YEARS: Final = range(1900, 2101)
# In short, these name a weekday or a month, but at the end of a longer text, or alone, more often do not.
_SHORT_WEEKDAYS: Final = frozenset({"mon", "sun", "sat", "mer", "dim", "sam"})
_TOO_COMMON: Final = frozenset({"may", "mar", "mars", "mai", "jun", "jan"}) | _SHORT_WEEKDAYS


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a written date says, how that is known, and why not if it cannot be read (`date` is then undated).

    An undated reading without a problem means that the words say so ("?", "not known", nothing).
    """

    date: PartialDate
    how: Obtained = Obtained.STATED
    problem: DateProblem | None = None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in a longer text, at the characters from `start` up to, not including, `end`."""

    start: int
    end: int
    reading: DateReading


def read(text: str, *, today: date, order: Order = None) -> DateReading:
    """Read the whole of `text` as one date; never raises, whatever the text.

    `today` resolves "yesterday" and dates without a year; `order` tells what 9/11/2025 means to the reader.
    """
    folded = fold(text)
    if says_undated(folded):
        return DateReading(UNDATED)
    try:
        return DateReading(PartialDate.parse(text))
    except DateSyntaxError:
        pass  # most people do not write EDTF: read it as a phrase
    try:
        return _read_phrase(folded, today, order)
    except RefusedPhraseError as refused:
        return DateReading(UNDATED, problem=refused.problem)
    except (DateSyntaxError, OverflowError):  # the day before the calendar begins, and its like
        return DateReading(UNDATED, problem=DateProblem.UNREADABLE)


def find_longest(text: str, *, today: date, order: Order = None) -> FoundDate | None:
    """The longest run of words in `text` that reads as a date, or as a date with a problem of its own.

    Of runs of equal length the last is meant ("94 returned …, 2025"). A lone number is a date only if it can
    be a year of our time; a lone "may" or "sun" is none. None if there is no date, or the text is longer
    than a line (500 characters).
    """
    if len(text) > _LONGEST_LINE:
        return None
    words = list(re.finditer(r"\S+", text))
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        for first in range(len(words) - length, -1, -1):
            found = _found(text, words[first].start(), words[first + length - 1].end(), today, order)
            if found is not None:
                return found
    return None


def _found(text: str, start: int, end: int, today: date, order: Order) -> FoundDate | None:
    run = text[start:end]
    end -= len(run) - len(run.rstrip(",;:.!)"))
    start += len(run) - len(run.lstrip("(,;:"))
    words = fold(text[start:end]).strip(".").split()
    if not words or words[-1] in (_TOO_COMMON if len(words) == 1 else _SHORT_WEEKDAYS):
        return None
    reading = read(text[start:end], today=today, order=order)
    if reading.problem is DateProblem.UNREADABLE:
        return None
    bounds = (reading.date.earliest, reading.date.latest)
    if reading.problem is None and not all(day is None or day.year in _PLAUSIBLE_YEARS for day in bounds):
        return None
    if reading.problem is None and reading.date.kind is DateKind.UNDATED:
        return None
    return FoundDate(start, end, reading)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase taken apart: its links with P for each date, the dates, those that are "about", a count."""

    shape: str
    groups: list[list[Token]]
    about: frozenset[int]
    count: int


def _read_phrase(folded: str, today: date, order: Order) -> DateReading:
    found = tokens(folded) or []
    inner = [token for token in found if token.kind is not TokenKind.DOUBT]
    if not inner or any(token.kind is TokenKind.DOUBT for token in found[1:-1]):
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    phrase = _take_apart(inner)
    notate = notation_of(phrase.shape)
    if notate is None:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    points = [read_point(group, today, order) for group in phrase.groups]
    is_bound_excluded = phrase.shape.startswith("before") and today < date.max
    not_after = today + timedelta(days=1) if is_bound_excluded else today
    stretches = [
        qualified(stretch, about=place in phrase.about, uncertain=len(inner) < len(found))
        for place, stretch in enumerate(work_out(points, not_after))
    ]
    hows = {stretch.how for stretch in stretches}
    how = next(how for how in (Obtained.RESOLVED, Obtained.INFERRED, Obtained.STATED) if how in hows)
    return DateReading(PartialDate.parse(notate(stretches, phrase.count)), how)


def _take_apart(found: list[Token]) -> _Phrase:
    shape: list[str] = []
    groups: list[list[Token]] = []
    about: set[int] = set()
    count = 0
    current: list[Token] = []
    for token in found:
        if token.kind is not TokenKind.LINK:
            current.append(token)
            continue
        if any(idle.kind not in _IDLE for idle in current):
            groups.append(_date_group(current))
            shape.append("P")
        current = []
        if token.word == "about":
            about.add(len(groups) if shape else _EVERY)
        else:
            shape.append(token.word)
            count = token.number or count
    if any(token.kind is not TokenKind.COMMA for token in current):
        groups.append(_date_group(current))
        shape.append("P")
    if about & {_EVERY, len(groups)}:  # before or behind the whole phrase
        about = set(range(len(groups)))
    return _Phrase(" ".join(shape).replace("P - P", "P to P"), groups, frozenset(about), count)


def _date_group(found: list[Token]) -> list[Token]:
    group = significant(found)
    if group is None:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    return group
