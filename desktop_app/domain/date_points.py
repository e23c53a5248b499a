"""The single dates inside a written phrase: what their words say, and which days those are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, Literal

from desktop_app.domain.date_lexicon import Token, TokenKind
from desktop_app.domain.dates import Obtained

Order = Literal["dmy", "mdy"] | None


class DateProblem(StrEnum):
    """Why a written date is kept as words only."""

    AMBIGUOUS_ORDER = "ambiguous order"  # 9/11/2025: 9 November or September 11
    AMBIGUOUS_SEASON = "ambiguous season"  # winter 2025: which two calendar years
    IMPOSSIBLE_DAY = "impossible day"  # 31 September
    WRONG_WEEKDAY = "wrong weekday"  # Monday 9 November 2025 was a Sunday
    TWO_DIGIT_YEAR = "two-digit year"
    BACKWARDS = "backwards"  # the end comes before the start
    UNREADABLE = "unreadable"


class RefusedPhraseError(Exception):
    """The phrase cannot be read for the reason in `problem`; never leaves the reader of phrases."""

    def __init__(self, problem: DateProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Point:
    """What the words of one date say; a missing month or year is found from its neighbour, or from today.

    `last_month` and `last_day` end a stretch that begins at `month` and `day` ("early November");
    `vague` says that one day somewhere in it is meant. `until` ends a stretch that is already known.
    `may_be_year`: without a year, the day could itself be one in short (Nov 25).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    until: date | None = None
    vague: bool = False
    may_be_year: bool = False
    how: Obtained = Obtained.STATED


# Patterns of token letters (`TokenKind`) that make one date; a weekday may stand before or after a day.
_DAY: Final = "NMY|MNY|NM|MN|NY|N|D|R"
_READABLE: Final = re.compile(
    rf"W?(?:{_DAY})|(?:{_DAY})W|MY|M|MR|NMR|Y|QY|YQ|QR|SY|SR|P(?:MY|M|Y|D|R|MR)|W|LW|WL", re.ASCII
)
_SHORT_YEAR: Final = re.compile(r"W?(?:NM|MN)[NBT]|P?(?:MB|MT|ST|QT|SN|SB|QN|QB)|PMN|P?T", re.ASCII)
_IDLE_COMMA: Final = re.compile(r",(?=[YW])|(?<=W),")
_LOOSE_WEEKDAY: Final = re.compile(r"[^,L]W$")
_NEEDS_YEAR: Final = {TokenKind.MONTH, TokenKind.QUARTER, TokenKind.SEASON}
_THIRDS_OF_MONTH: Final = ((1, 10), (11, 20), (21, 31))
_THIRDS_OF_YEAR: Final = ((1, 4), (5, 8), (9, 12))
_MONTHS_OF_SEASON: Final = ((3, 5), (6, 8), (9, 11))
_NEAR_YEARS: Final = 3


def significant(group: list[Token]) -> list[Token] | None:
    """The tokens of one date without the words that say nothing; None if they do not make a date."""
    while group and group[0].kind in (TokenKind.LEADING, TokenKind.FILLER, TokenKind.COMMA):
        group = group[1:]
    while group and group[-1].kind is TokenKind.COMMA:
        group = group[:-1]
    if not group or group[-1].kind is TokenKind.FILLER:
        return None
    if _LOOSE_WEEKDAY.search(_pattern(group)):
        return None  # 8 nov 2025 the sun: a newspaper
    kept = [token for token in group if token.kind is not TokenKind.FILLER]
    pattern = _IDLE_COMMA.sub("", _pattern(kept))
    if not _READABLE.fullmatch(pattern) and not _SHORT_YEAR.fullmatch(pattern):
        return None
    return [token for token in kept if token.kind is not TokenKind.COMMA]


def _pattern(group: list[Token]) -> str:
    return "".join(token.kind.value for token in group)


def read_point(group: list[Token], today: date, order: Order) -> Point:
    """What the `significant` tokens of one date say; raises RefusedPhraseError."""
    if _SHORT_YEAR.fullmatch(_pattern(group)) and not _READABLE.fullmatch(_pattern(group)):
        raise RefusedPhraseError(DateProblem.TWO_DIGIT_YEAR)
    said = {token.kind: token for token in group}
    point = Point()
    if TokenKind.NUMERIC in said:
        point = _numeric(said[TokenKind.NUMERIC].word, today, order)
    if TokenKind.RELATIVE in said:
        point = _relative(said[TokenKind.RELATIVE], today, alone=not said.keys() & _NEEDS_YEAR)
    for token in group:
        point = _with_number(point, token)
    if _pattern(group) == "MN" and not group[1].word:
        point = replace(point, may_be_year=_is_near(group[1].number, today))
    if TokenKind.PART in said:
        point = _third(point, said[TokenKind.PART].number)
    if TokenKind.WEEKDAY in said:
        point = _on_weekday(point, said[TokenKind.WEEKDAY].number, today, last=TokenKind.LAST in said)
    return point


def _with_number(point: Point, token: Token) -> Point:
    match token.kind:
        case TokenKind.YEAR:
            return replace(point, year=token.number)
        case TokenKind.MONTH:
            return replace(point, month=token.number)
        case TokenKind.DAY_NUMBER:
            return replace(point, day=token.number)
        case TokenKind.QUARTER:
            return replace(point, month=token.number * 3 - 2, last_month=token.number * 3)
        case TokenKind.SEASON:
            return _season(point, token.number)
        case _:
            return point


def _season(point: Point, season: int) -> Point:
    if season >= len(_MONTHS_OF_SEASON):
        raise RefusedPhraseError(DateProblem.AMBIGUOUS_SEASON)
    first, last = _MONTHS_OF_SEASON[season]
    return replace(point, month=first, last_month=last, vague=True)


def _third(point: Point, third: int) -> Point:
    """Early, mid or late: days 1-10, 11-20, 21-end of a month; four months each of a year."""
    if point.day is not None or point.until is not None:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    if point.month is None:
        first, last = _THIRDS_OF_YEAR[third]
        return replace(point, month=first, last_month=last, vague=True)
    first, last = _THIRDS_OF_MONTH[third]
    return replace(point, day=first, last_day=last, vague=True)


def _on_weekday(point: Point, weekday: int, today: date, *, last: bool) -> Point:
    if point.until is not None:  # Tuesday last week
        day = point.until - timedelta(days=7 - weekday)
    elif point == Point():  # on Tuesday: today may be that Tuesday; last Tuesday: it may not
        newest = today - timedelta(days=1) if last else today
        day = newest - timedelta(days=(newest.isoweekday() - weekday) % 7)
    else:
        return replace(point, weekday=weekday)
    return Point(day.year, day.month, day.day, how=Obtained.RESOLVED)


def _relative(token: Token, today: date, *, alone: bool) -> Point:
    resolved = Obtained.RESOLVED
    if token.word == "year":
        return Point(today.year - token.number, how=resolved)
    if not alone:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    if token.word == "month":
        months = today.year * 12 + today.month - 1 - token.number
        return Point(months // 12, months % 12 + 1, how=resolved)
    day = today - timedelta(days=token.number)
    if token.word == "today":
        return Point(day.year, day.month, day.day, how=resolved)
    monday = today - timedelta(days=today.weekday() + 7 * token.number)
    sunday = monday + timedelta(days=6)
    return Point(monday.year, monday.month, monday.day, until=sunday, how=resolved)


def _is_near(short_year: int, today: date) -> bool:
    return abs(short_year - today.year % 100) <= _NEAR_YEARS


def _numeric(text: str, today: date, order: Order) -> Point:
    """9/11/2025, 9.11.2025, 2025-11-09, 9/11, 11/2025, 2025-11."""
    separator = next(character for character in text if not character.isdigit())
    parts = [int(part) for part in text.split(separator)]
    match [len(part) for part in text.split(separator)]:
        case [4, 1 | 2, 1 | 2]:
            return Point(parts[0], parts[1], parts[2])
        case [1 | 2, 1 | 2, 4]:
            return replace(_day_and_month(parts[0], parts[1], separator, order), year=parts[2])
        case [1 | 2, 1 | 2, 2]:
            raise RefusedPhraseError(DateProblem.TWO_DIGIT_YEAR)
        case [4, 1 | 2]:
            if parts[1] > 12 and parts[1] == (parts[0] + 1) % 100:  # 2024/25
                raise RefusedPhraseError(DateProblem.TWO_DIGIT_YEAR)
            return Point(parts[0], parts[1])
        case [1 | 2, 4]:
            return Point(parts[1], parts[0])
        case [1 | 2, 1 | 2]:
            point = _day_and_month(parts[0], parts[1], separator, order)
            return replace(point, may_be_year=_is_near(parts[1], today))
    raise RefusedPhraseError(DateProblem.UNREADABLE)


def _day_and_month(first: int, second: int, separator: str, order: Order) -> Point:
    """Which is the day: plain from the numbers, from the dots (always day first), else from `order`."""
    if first > 31 or second > 31:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    if first > 12 or first == second:
        return Point(None, second, first)
    if separator == ".":
        return Point(None, second, first, how=Obtained.INFERRED)
    if second > 12:
        return Point(None, first, second)
    if order is None:
        raise RefusedPhraseError(DateProblem.AMBIGUOUS_ORDER)
    month, day = (second, first) if order == "dmy" else (first, second)
    return Point(None, month, day, how=Obtained.INFERRED)
