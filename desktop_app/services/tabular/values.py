"""Reads single cells: what a number, a date or a status in a table means, and why not where it means none."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, Literal

from desktop_app.domain import amount_words, date_words, measure_phrases
from desktop_app.domain.amounts import Amount
from desktop_app.domain.date_lexicon import fold
from desktop_app.domain.date_words import DateProblem, Order
from desktop_app.domain.dates import UNDATED, Obtained, PartialDate, on_day
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis, Unit
from desktop_app.domain.number_words import AmountProblem
from desktop_app.services.spreadsheets.sheets import Cell

Decimals = Literal[".", ","] | None
"""What parts the decimals in a column of numbers; None where no cell of it needs to know."""

BLANKS: Final = frozenset(
    {
        "",
        "-",
        "--",
        "–",
        "—",
        "..",
        "...",
        "…",
        ":",
        "n/a",
        "na",
        "n.a.",
        "nan",
        "null",
        "none",
        "nil",
        "#n/a",
    }
    | {"[x]", "[z]", "[c]", "[u]", "[w]", "x", "z", "not available", "not recorded", "non disponible", "nd"}
)
"""What stands in a table where there is no number."""

_MARKS: Final = re.compile(r"\s*(?:\[[a-z0-9 ]{1,10}\]|\((?:r|p|e|note \d+)\)|[*†‡])+$", re.IGNORECASE)
_INVISIBLE: Final = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xAD, 0x061C]
)
_VISIBLE: Final = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]")
_ERRORS: Final = re.compile(r"#(?:REF!|DIV/0!|NAME\?|NULL!|NUM!|VALUE!|N/A|GETTING_DATA|SPILL!)")
_GROUPED_BY_DOTS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TIME: Final = re.compile(
    r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:[AaPp][Mm]|Z|[+-]\d{2}:?\d{2}))?$"
)
_SHORT_YEAR: Final = re.compile(
    r"^((?:[A-Za-z]+,?\s+)?\d{1,2}[/.\- ](?:\d{1,2}|[A-Za-zéû]{3,9})[/.\- ])(\d{2})$"
)
_YEARS: Final = range(1900, 2101)
_NEAREST_YEARS: Final = 12
_LONGEST: Final = 300
"""Letters; a longer cell is neither a number nor a date, and looking for one in it could take for ever."""


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """What a cell says of a number: an amount, a problem, or neither where the cell holds none."""

    amount: Amount | None
    words: str = ""
    problem: str = ""
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class ReadDate:
    """What a cell says of a date: `problem` where it cannot be read, and a day that would fit if one does."""

    date: PartialDate
    words: str = ""
    how: Obtained = Obtained.STATED
    problem: str = ""
    suggestion: str = ""


def text_of(cell: Cell) -> str:
    """A cell as the text that people see, without signs that nobody sees."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        text = cell.strip()
        return text if text.isascii() else _shown(text)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _float_text(cell)
    if isinstance(cell, datetime):
        moment = cell.isoformat(" ")
        return moment.removesuffix(" 00:00:00")
    return str(cell)


def _shown(text: str) -> str:
    text = text.translate(_INVISIBLE) if _VISIBLE.search(text) else text
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").strip()


def _float_text(number: float) -> str:
    if math.isfinite(number) and number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def amount(cell: Cell, decimals: Decimals = None) -> ReadAmount:
    """The amount in a cell."""
    if isinstance(cell, str):
        return _amount_of_text(text_of(cell), decimals)
    if cell is None:
        return ReadAmount(None)
    words = text_of(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return ReadAmount(None, words, AmountProblem.NOT_UNDERSTOOD.value)
    if not math.isfinite(cell):
        return ReadAmount(None, words, AmountProblem.NOT_UNDERSTOOD.value)
    if cell < 0:
        return ReadAmount(None, words, AmountProblem.NEGATIVE.value)
    whole = cell == int(cell)
    try:
        return ReadAmount(Amount.exactly(int(cell) if whole else Decimal(f"{cell:.9f}".rstrip("0"))), words)
    except ValueError:
        return ReadAmount(None, words, AmountProblem.TOO_LONG.value)


def _amount_of_text(text: str, decimals: Decimals) -> ReadAmount:
    if text.isascii() and text.isdigit() and len(text) <= 15:
        return ReadAmount(Amount.exactly(int(text)), text)
    if fold(text) in BLANKS:
        return ReadAmount(None, text)
    if _ERRORS.match(text):
        return ReadAmount(None, text, "formula error")
    if len(text) > _LONGEST:
        return ReadAmount(None, text, AmountProblem.NOT_UNDERSTOOD.value)
    bare = _MARKS.sub("", text)
    reading = amount_words.read(_with_point(bare, decimals))
    if reading.amount is None:
        problem = reading.problem or AmountProblem.NOT_UNDERSTOOD
        if problem is AmountProblem.NOT_UNDERSTOOD and bare.isascii() and not any(map(str.isdigit, bare)):
            return ReadAmount(None, text, "no number")
        return ReadAmount(None, text, problem.value)
    return ReadAmount(reading.amount, text, unit=reading.unit)


def _with_point(text: str, decimals: Decimals) -> str:
    """The number with a decimal point and nothing between thousands, where the column tells them apart."""
    if decimals == ",":
        return text.replace(".", "").replace(",", ".")
    if decimals == "." and not _GROUPED_BY_DOTS.fullmatch(text.replace(",", "")):
        return text.replace(",", "") if re.fullmatch(r"[\d,]+(?:\.\d+)?", text) else text
    if decimals == ".":
        return text.replace(",", "") + "0" * (text.count(".") == 1)
    return text


def when(cell: Cell, today: date, order: Order = None) -> ReadDate:
    """The date in a cell."""
    if isinstance(cell, datetime):
        return ReadDate(on_day(cell.date()))
    if isinstance(cell, date):
        return ReadDate(on_day(cell))
    text = text_of(cell)
    if not text or fold(text) in BLANKS:
        return ReadDate(UNDATED, text)
    if isinstance(cell, int | float) and not (cell == int(cell) and int(cell) in _YEARS):
        return ReadDate(UNDATED, text, problem=DateProblem.UNREADABLE.value)
    if len(text) > _LONGEST:
        return ReadDate(UNDATED, text, problem=DateProblem.UNREADABLE.value)
    bare = _TIME.sub("", text)
    how: Obtained | None = None
    if short := _SHORT_YEAR.match(bare):
        bare, how = f"{short[1]}20{short[2]}", Obtained.INFERRED
    reading = date_words.read(bare, today=today, order=order)
    if reading.problem is not None:
        suggestion = (
            _year_that_fits(bare, today, order) if reading.problem is DateProblem.WRONG_WEEKDAY else ""
        )
        return ReadDate(UNDATED, text, problem=reading.problem.value, suggestion=suggestion)
    words = "" if str(reading.date) == text else text
    return ReadDate(reading.date, words, how or reading.how)


def _year_that_fits(text: str, today: date, order: Order) -> str:
    """The day in the nearest year on which the weekday fits, as ISO text; never one that is still to come."""
    found = re.search(r"\b(?:19|20)\d\d\b", text)
    if found is None:
        return ""
    year = int(found.group())
    for away in range(1, _NEAREST_YEARS):
        for tried in (year + away, year - away):
            other = f"{text[: found.start()]}{tried}{text[found.end() :]}"
            reading = date_words.read(other, today=today, order=order)
            last = reading.date.latest
            if reading.problem is None and last is not None and last <= today + timedelta(days=1):
                return str(reading.date)
    return ""


_STATUS_CODES: Final = {status.value.casefold(): status for status in Status}
_STATUS_CODES.update({status.name.casefold().replace("_", " "): status for status in Status})
_BASES: Final = {basis.value: basis for basis in Basis} | {
    "running total": Basis.CUMULATIVE,
    "total": Basis.CUMULATIVE,
    "cumulative total": Basis.CUMULATIVE,
    "in the period": Basis.FLOW,
    "per period": Basis.FLOW,
    "state on a day": Basis.STOCK,
}


def status(text: str) -> Status | None:
    """The status that a text names by its code or a word; None for any other text."""
    plain = fold(text)
    found = _STATUS_CODES.get(plain)
    if found is None:
        named = [each for pattern, each in measure_phrases.STATUSES if pattern.fullmatch(plain)]
        found = named[0] if named else None
    return found


def basis(text: str) -> Basis | None:
    """The way of counting that a text names; None for any other text."""
    return _BASES.get(fold(text))
