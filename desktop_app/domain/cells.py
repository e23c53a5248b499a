"""Texts as cells that no spreadsheet takes for a formula, and exactly the same texts back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from desktop_app.domain.intervals import Number, number_text

MARK = "'"
"""Put before a text that a spreadsheet might run, and before one that begins with this very sign."""

_ACTIVE = frozenset(
    "=+-@\t\r\n\x00\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def looks_active(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula; a plain number, as -75, is none."""
    return text[:1] in _ACTIVE and text != "" and _NUMBER.fullmatch(text) is None


def neutral(text: str) -> str:
    """The text as it may stand in a CSV file."""
    return MARK + text if text[:1] == MARK or looks_active(text) else text


def restored(cell: str) -> str:
    """The text that `neutral` was given."""
    return cell.removeprefix(MARK)


def cell_text(value: str | Number | float | date | None) -> str:
    """A value as a cell of a CSV file: days in ISO 8601, numbers in plain digits, texts made harmless."""
    if isinstance(value, str):
        return neutral(value)
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return number_text(value) if isinstance(value, Decimal) else str(value)
