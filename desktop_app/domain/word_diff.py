"""Where two texts differ, word by word: for two quotations of one utterance.

Neither text is the original of the other. Case and punctuation count; which quotation marks are used and how
much space stands between words do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

_WORD = re.compile(r" ?(?:\w+(?:[’-]\w+)*|[^\w ])")
_MARKS = str.maketrans(
    {
        "'": "’",
        "\N{LEFT SINGLE QUOTATION MARK}": "’",
        "\N{MODIFIER LETTER APOSTROPHE}": "’",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
    }
)
_LONGEST = 4_000
"""Words from which on two texts are not compared: the time grows with the square."""


class Part(Enum):
    """Which of the two texts has a piece."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words. `text` begins with a space where one stands before it."""

    part: Part
    text: str


def differences(first: str, second: str) -> tuple[Piece, ...]:
    """The pieces of both texts in their order; what only the first has comes before what only the second has.

    The pieces of both and of the first make the first text, those of both and of the second the second
    (`side`).
    """
    before, after = _words(first), _words(second)
    if max(len(before), len(after)) > _LONGEST:
        runs: Iterable[tuple[str, int, int, int, int]] = [("replace", 0, len(before), 0, len(after))]
    else:
        runs = _joined(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())
    pieces: list[Piece] = []
    for kind, one, one_end, other, other_end in runs:
        if kind == "equal":
            pieces.append(Piece(Part.BOTH, "".join(before[one:one_end])))
            continue
        if one < one_end:
            pieces.append(Piece(Part.FIRST, "".join(before[one:one_end])))
        if other < other_end:
            pieces.append(Piece(Part.SECOND, "".join(after[other:other_end])))
    return tuple(pieces)


def side(pieces: Iterable[Piece], part: Part) -> str:
    """One of the two texts, as `neutral` leaves it."""
    return "".join(piece.text for piece in pieces if piece.part in (Part.BOTH, part)).strip()


def neutral(text: str) -> str:
    """The text with one kind of quotation marks and one space where there is any."""
    return " ".join(text.translate(_MARKS).split())


def _words(text: str) -> list[str]:
    """The words and marks of a text, each with the space before it, which the first has as well."""
    plain = neutral(text)
    return _WORD.findall(f" {plain}") if plain else []


_Run = tuple[str, int, int, int, int]


def _joined(runs: Iterable[_Run]) -> Iterator[_Run]:
    """The runs, with a word that happens to be in both made part of the longer differences around it.

    "The" or "were" between two stretches of other words says nothing, and tears them apart.
    """
    found = list(runs)
    kept: list[_Run] = []
    for place, run in enumerate(found):
        kind, one, one_end, other, other_end = run
        is_torn = 0 < place < len(found) - 1 and _length(found[place - 1]) + _length(found[place + 1]) > 4
        if kind == "equal" and one_end - one == 1 and is_torn:
            run = ("replace", one, one_end, other, other_end)
        last = kept[-1] if kept else None
        if last is not None and last[0] != "equal" and run[0] != "equal":
            kept[-1] = ("replace", last[1], one_end, last[3], other_end)
        else:
            kept.append(run)
    yield from kept


def _length(run: _Run) -> int:
    return max(run[2] - run[1], run[4] - run[3])
