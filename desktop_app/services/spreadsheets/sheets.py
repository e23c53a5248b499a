"""What a spreadsheet holds once it is read: sheets of plain, immutable cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = bool | int | float | str | date | datetime | None
"""A cell's value; None where it is empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its filled rectangle from A1 on, every row as wide as the widest."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    """Whether the document hides it from its readers."""
    merged: bool = False
    """Whether cells that were merged downwards are filled, each with the words of the first."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A spreadsheet file's sheets, in their order."""

    sheets: tuple[Sheet, ...]
    made: date | None = None
    """The day on which the document says it was made, if it says so."""


def cell_name(row: int, column: int) -> str:
    """The name people know a cell by, from its place counted from zero: (0, 0) is A1, (9, 27) is AB10."""
    letters = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
