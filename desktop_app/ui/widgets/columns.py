"""What a column of a table is: values that say how a record reads, sorts and is edited."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class Tone(Enum):
    """How loudly a column speaks."""

    NORMAL = "normal"
    STRONG = "strong"
    MUTED = "muted"


class ChipKind(Enum):
    """What a chip's colour means, beside its words."""

    NEUTRAL = "neutral"
    ATTENTION = "attention"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words in a rounded frame."""

    text: str
    kind: ChipKind = ChipKind.NEUTRAL


def no_text(record: object) -> str:
    """The text of a column that shows only chips."""
    return ""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column of a table of records R; only key, title and text are needed."""

    key: str
    """Its name in saved settings and in editCommitted."""
    title: str
    text: Callable[[R], str] = no_text
    sort: Callable[[R], Any] | None = None
    """What to sort by; None puts a record last in both directions. Left out, the text without accents."""
    at_end: bool = False
    """True for numbers: aligned at the end of the cell, with digits of one width."""
    tone: Tone = Tone.NORMAL
    chips: Callable[[R], Sequence[Chip]] | None = None
    """Chips drawn after the text."""
    tooltip: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None
    """What a screen reader says where the text is a symbol or an abbreviation."""
    search: Callable[[R], str] | None = None
    """What the cell is also found by, beside what it shows."""
    same: Callable[[R], Hashable] | None = None
    """What decides all that the column says of a record: where it is given, words are made once for each
    value of it, which a table of very many records needs."""
    edit: Callable[[R], str] | None = None
    """The text an editor starts with; left out, the column cannot be edited."""
    width: int = 12
    """Letters of room it gets at first."""
    stretch: bool = False
    """True for the one column that takes the room left over."""
    hidden: bool = False
    """True for a column that is shown only when asked for."""

    def plain(self, record: R) -> str:
        """Everything the cell shows, as one line of text."""
        chips = self.chips(record) if self.chips is not None else ()
        parts = [self.text(record), *(chip.text for chip in chips)]
        return " ".join(part for part in parts if part)

    def found_by(self, record: R) -> str:
        """The text in which finding looks."""
        shown = self.plain(record)
        return f"{shown} {self.search(record)}" if self.search is not None else shown

    def searched(self, record: R) -> str:
        """The text in which finding looks, without accents and capitals."""
        return fold(self.found_by(record))

    def sorted_by(self, record: R) -> Any:
        """What puts the record into its place among the others; None is last."""
        return fold(self.plain(record)) if self.sort is None else self.sort(record)

    def aloud(self, record: R) -> str:
        """What a screen reader says of the cell."""
        return self.spoken(record) if self.spoken is not None else self.plain(record)


def fold(text: str) -> str:
    """The text without accents and capitals, as searching and sorting compare it."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
