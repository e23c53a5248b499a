"""The grammar of the Extended Date/Time Format (ISO 8601-2), as far as this product writes and reads it.

Understood: years 0001 to 9999, months and days; the qualifiers `?` `~` `%` after the whole, or beside one
part (`2025-09-~29`); unspecified digits (`2025-11-XX`, `20XX`); intervals with known, open (`..`) or
unknown (empty) ends; "one of" sets (`[a,b]`, `[a..b]`, `[..b]`, `[b..]`). Everything else of the standard
is refused, never approximated: times of day, years beyond four digits, exponents and significant digits,
seasons and other groupings of months, "all of" sets (`{}`), and a year of which no digit is known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final


class DateSyntaxError(ValueError):
    """The text is not a date in the notation understood here; the message says what is wrong with it."""


class DateKind(StrEnum):
    """What a date notation asserts.

    WITHIN is one day somewhere in a range, SPAN the whole of a range: the two are never equal. BY and SINCE
    are ranges without a first or without a last day.
    """

    UNDATED = "undated"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WITHIN = "within"
    SPAN = "span"
    ONE_OF = "one of"
    BY = "by"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Notation:
    """What a text in the notation says: its canonical spelling, kind, bounds and qualifiers.

    `earliest` and `latest` are None where the range is open or the end is unknown.
    """

    text: str
    kind: DateKind
    earliest: date | None = None
    latest: date | None = None
    about: bool = False
    uncertain: bool = False


_SIMPLE: Final = re.compile(
    r"[?~%]?([0-9X]{4})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?(?:-[?~%]?([0-9X]{2})[?~%]?)?)?", re.ASCII
)
_KIND_BY_PARTS: Final = {1: DateKind.YEAR, 2: DateKind.MONTH, 3: DateKind.DAY}


def read_notation(text: str) -> Notation:
    """Read `text`, without regard to surrounding white space; raises DateSyntaxError."""
    text = text.strip()
    if not text:
        return Notation("", DateKind.UNDATED)
    if len(text) == 10 and text[4] == "-" and text[7] == "-" and text.isascii():
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass  # perhaps 2025-11-XX: the full grammar decides, and words the refusal
        else:
            return Notation(text, DateKind.DAY, day, day)
    if text[0] == "[":
        return _one_of(text)
    if "/" in text:
        return _interval(text)
    return _simple(text)


def _simple(text: str) -> Notation:
    match = _SIMPLE.fullmatch(text)
    if match is None:
        raise DateSyntaxError(f"not a date in EDTF notation: {text!r}")
    parts = [part for part in match.groups() if part is not None]
    earliest, latest = _bounds(text, parts)
    unspecified = any("X" in part for part in parts)
    return Notation(
        text,
        DateKind.WITHIN if unspecified else _KIND_BY_PARTS[len(parts)],
        earliest,
        latest,
        about="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
    )


def _bounds(text: str, parts: list[str]) -> tuple[date, date]:
    year = parts[0]
    if year == "XXXX":
        raise DateSyntaxError(f"no digit of the year is known: {text!r}")
    fewest, most = int(year.replace("X", "0")), int(year.replace("X", "9"))
    years = [number for number in range(max(1, fewest), most + 1) if _fits(number, year)]
    months = [number for number in range(1, 13) if len(parts) < 2 or _fits(number, parts[1])]
    days = [number for number in range(1, 32) if len(parts) < 3 or _fits(number, parts[2])]
    earliest = _first_in_calendar(years, months, days)
    latest = _first_in_calendar(years[::-1], months[::-1], days[::-1])
    if earliest is None or latest is None:
        raise DateSyntaxError(f"no such day in the calendar: {text!r}")
    return earliest, latest


def _fits(number: int, pattern: str) -> bool:
    digits = str(number).zfill(len(pattern))
    return all(wanted in ("X", found) for wanted, found in zip(pattern, digits, strict=True))


def _first_in_calendar(years: list[int], months: list[int], days: list[int]) -> date | None:
    for year in years:
        for month in months:
            length = monthrange(year, month)[1]
            for day in days:
                if day <= length:
                    return date(year, month, day)
    return None


def _interval(text: str) -> Notation:
    ends = [end.strip() for end in text.split("/")]
    if len(ends) != 2:
        raise DateSyntaxError(f"an interval has two ends: {text!r}")
    first, second = (None if end in ("", "..") else _simple(end) for end in ends)
    return _range(f"{ends[0]}/{ends[1]}", DateKind.SPAN, first, second)


def _one_of(text: str) -> Notation:
    if not text.endswith("]"):
        raise DateSyntaxError(f"the bracket is not closed: {text!r}")
    members = [_member(member.strip(), text) for member in text[1:-1].split(",")]
    if len(members) == 1:
        only = members[0]
        return replace(only, text=f"[{only.text}]") if ".." in only.text else only
    firsts = [member.earliest for member in members if member.earliest is not None]
    lasts = [member.latest for member in members if member.latest is not None]
    return Notation(
        "[" + ",".join(member.text for member in members) + "]",
        DateKind.ONE_OF,
        min(firsts) if len(firsts) == len(members) else None,
        max(lasts) if len(lasts) == len(members) else None,
        any(member.about for member in members),
        any(member.uncertain for member in members),
    )


def _member(member: str, text: str) -> Notation:
    if ".." not in member:
        return _simple(member)
    ends = [end.strip() for end in member.split("..")]
    if len(ends) != 2:
        raise DateSyntaxError(f"a range has two ends: {text!r}")
    first, second = (_simple(end) if end else None for end in ends)
    return _range(f"{ends[0]}..{ends[1]}", DateKind.WITHIN, first, second)


def _range(text: str, kind: DateKind, first: Notation | None, second: Notation | None) -> Notation:
    """The range from `first` to `second`, of which one may be open (None)."""
    ends = [end for end in (first, second) if end is not None]
    if not ends:
        raise DateSyntaxError(f"a range needs at least one known end: {text!r}")
    earliest = first.earliest if first is not None else None
    latest = second.latest if second is not None else None
    if earliest is not None and latest is not None and latest < earliest:
        raise DateSyntaxError(f"the range ends before it starts: {text!r}")
    return Notation(
        text,
        DateKind.BY if first is None else DateKind.SINCE if second is None else kind,
        earliest,
        latest,
        any(end.about for end in ends),
        any(end.uncertain for end in ends),
    )
