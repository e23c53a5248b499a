"""A line of words while it is taken apart: who took which characters, and which are still free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

LONGEST: Final = 500
"""Characters; a longer text is no line, and only so much of it is looked at."""

BLOT: Final = "\N{FULL BLOCK}"
"""Stands for a character that is taken: nothing else understands it."""

_SEGMENT_ENDS: Final = re.compile(r"[;\n\t\r]|,(?![0-9]{3}(?![0-9]))")
_MARKS: Final = " ,:;\u00a0\u202f"
_SPACES: Final = {"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "\t": " ", "\n": " ", "’": "'"}


class Part(Enum):
    """What a piece of the line was understood as."""

    VALUE = "value"
    MEASURE = "measure"
    COUNTED = "counted"
    DATE = "date"
    STATUS = "status"
    GLUE = "glue"
    """Words that only join others ("people were")."""
    SOURCE = "source"
    KIND = "kind"
    """What happened, in a line about an event."""
    PLACE = "place"
    AUTHORITY = "authority"
    VERIFICATION = "verification"
    STANCE = "stance"
    """What the source does with it ("denied by")."""
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters from `start` up to, not including, `end`, and what they say."""

    start: int
    end: int
    part: Part


def folded(text: str) -> str:
    """The text in lower case without accents, character for character."""
    if text.isascii():
        return text.lower().replace("\t", " ").replace("\n", " ")
    return "".join(_SPACES.get(each) or _fold(each) for each in text)


def _fold(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    plain = unicodedata.normalize("NFKD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


class Letters:
    """The characters of one line. Each finder takes its own away from the later ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.length = min(len(text), LONGEST)
        """How many characters are looked at."""
        self.folded = folded(text[: self.length])
        self.segments = tuple(self._segments())
        """Where the stretches between commas start and end."""
        self._parts: list[Part | None] = [None] * len(text)

    @property
    def free(self) -> str:
        """The line as it was written, with what is taken blotted out."""
        return self._blotted(self.text)

    @property
    def free_folded(self) -> str:
        """The line without accents and capitals, with what is taken blotted out."""
        return self._blotted(self.folded)

    def take(self, start: int, end: int, part: Part) -> str:
        """Takes these characters, and gives them as they were written."""
        self._parts[start:end] = [part] * (end - start)
        return self.text[start:end]

    def take_found(self, found: re.Match[str], part: Part) -> str:
        """Takes what a pattern found."""
        return self.take(found.start(), found.end(), part)

    def longest(self, pattern: re.Pattern[str], start: int = 0, end: int = LONGEST) -> re.Match[str] | None:
        """The longest of what the pattern finds among the free characters, the first of equals."""
        return max(
            pattern.finditer(self.free_folded, start, min(end, self.length)), key=_length, default=None
        )

    def has_taken(self, start: int, end: int, *, besides: Collection[Part] = ()) -> bool:
        """Whether any of these characters is taken, as anything `besides` these parts."""
        return any(part is not None and part not in besides for part in self._parts[start:end])

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The free stretches among these characters, without the spaces and marks around them."""
        place = start
        while place < end:
            if self._parts[place] is not None:
                place += 1
                continue
            last = place
            while last < end and self._parts[last] is None:
                last += 1
            words = self.text[place:last]
            first = place + len(words) - len(words.lstrip(f".{_MARKS}"))
            until = place + len(words.rstrip(_MARKS))
            if first < until:
                yield first, until
            place = last

    def pieces(self) -> Iterator[Piece]:
        """What was taken, from the start of the line."""
        start = 0
        for place in range(1, len(self.text) + 1):
            part = self._parts[start]
            if place == len(self.text) or self._parts[place] is not part:
                if part is not None:
                    yield Piece(start, place, part)
                start = place

    def _blotted(self, letters: str) -> str:
        return "".join(
            letter if part is None else BLOT
            for letter, part in zip(letters[: self.length], self._parts, strict=False)
        )

    def _segments(self) -> Iterator[tuple[int, int]]:
        start = 0
        for mark in _SEGMENT_ENDS.finditer(self.text, 0, self.length):
            yield start, mark.start()
            start = mark.end()
        yield start, self.length


def _length(found: re.Match[str]) -> int:
    return found.end() - found.start()
