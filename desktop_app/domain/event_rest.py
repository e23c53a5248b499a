"""Sorts what is left of an event's line into place, authority and source; the rest is for the note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from desktop_app.domain import event_phrases as phrases
from desktop_app.domain.event_lexicon import EventLexicon
from desktop_app.domain.events import EventKind
from desktop_app.domain.line_pieces import Letters, Part

_COUNTRIES: Final = frozenset({"france", "uk", "the uk", "royaume-uni", "le royaume-uni", "la france"})
_BETWEEN_STATES: Final = frozenset(
    {EventKind.REQUESTED, EventKind.ACCEPTED, EventKind.REFUSED_READMISSION, EventKind.NO_REPLY}
)
_SAYS_NOTHING: Final = frozenset({Part.NOTE, Part.GLUE})
_AWAY: Final = frozenset({"to", "from", "vers"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters from `start` up to, not including, `end`, and what their position or mark says they are."""

    start: int
    end: int
    part: Part | None
    """None where nothing says what they are."""
    alone: bool = False
    """Whether they are all there is between two commas."""


@dataclass(slots=True)
class Rest:
    """What was found; each text as it was written."""

    place: str = ""
    authority: str = ""
    source: str = ""
    unread: list[tuple[int, str]] = field(default_factory=list)
    """What is nothing of these, with where it stands."""


class RestSorter:
    """Sorts the free characters of one line; `follows` is where words before a source ended, or -1."""

    def __init__(
        self, letters: Letters, lexicon: EventLexicon, kind: EventKind | None, follows: int = -1
    ) -> None:
        self._letters, self._lexicon, self._kind, self._follows = letters, lexicon, kind, follows
        self._rest = Rest()

    def sorted(self) -> Rest:
        """What the free characters say; takes all of them."""
        chunks = [chunk for run in list(self._runs()) for chunk in self._chunks(*run)]
        source = self._source_among(chunks)
        for chunk in chunks:
            self._settle(chunk, is_source=chunk is source)
        return self._rest

    def _runs(self) -> Iterator[tuple[int, int, bool]]:
        letters = self._letters
        for start, end in letters.segments:
            is_shared = letters.has_taken(start, end, besides=_SAYS_NOTHING)
            for first, last in list(letters.runs(start, end)):
                yield first, last, not is_shared

    def _chunks(self, first: int, last: int, alone: bool) -> Iterator[Chunk]:
        words = self._letters.folded[first:last]
        if 0 <= self._follows <= first and not self._letters.text[self._follows : first].strip():
            yield Chunk(first, last, Part.SOURCE)
            return
        for pattern, part in (
            (phrases.SOURCE_INTRO, Part.SOURCE),
            (phrases.PLACE_LABEL, Part.PLACE),
            (phrases.AUTHORITY_LABEL, Part.AUTHORITY),
        ):
            found = pattern.match(words)
            if found:
                self._letters.take(first, first + found.end(), Part.GLUE)
                yield Chunk(first + found.end(), last, part)
                return
        if alone:
            yield self._alone(first, last, words)
        elif self._is_glue(words):
            self._letters.take(first, last, Part.GLUE)
        else:
            yield from self._beside(first, last)

    def _alone(self, first: int, last: int, words: str) -> Chunk:
        """What stands between two commas by itself."""
        by = phrases.AUTHORITY_MARK.match(words)
        if by:
            named = words[by.end() :]
            self._letters.take(first, first + by.end(), Part.GLUE)
            is_authority = phrases.AUTHORITY_NAME.fullmatch(named) and not self._lexicon.is_source(named)
            return Chunk(first + by.end(), last, Part.AUTHORITY if is_authority else Part.SOURCE)
        mark = phrases.PLACE_MARK.match(words)
        if mark and self._marks_place(mark, first, words[mark.end() :], beside=False):
            named = words[mark.end() :]
            self._letters.take(first, first + mark.end(), Part.GLUE)
            is_outlet = self._lexicon.is_source(named) and not self._lexicon.is_place(named)
            is_outlet = is_outlet and mark.group(1) not in ("at", "near")
            return Chunk(first + mark.end(), last, Part.SOURCE if is_outlet else Part.PLACE)
        if self._lexicon.is_place(words):
            return Chunk(first, last, Part.PLACE)
        if self._lexicon.is_source(words):
            return Chunk(first, last, Part.SOURCE)
        if phrases.OUTCOME.fullmatch(words):
            return Chunk(first, last, Part.NOTE)
        return Chunk(first, last, None, alone=True)

    def _beside(self, first: int, last: int) -> Iterator[Chunk]:
        """What stands beside what is understood, parted where a word says what follows."""
        words = self._letters.folded[first:last]
        marks = sorted(
            [(each, Part.PLACE) for each in phrases.PLACE_MARK.finditer(words)]
            + [(each, Part.AUTHORITY) for each in phrases.AUTHORITY_MARK.finditer(words)]
            + [(each, Part.SOURCE) for each in phrases.SOURCE_INTRO.finditer(words)],
            key=lambda mark: mark[0].start(),
        )
        place, part = 0, None
        for mark, meaning in marks:
            if mark.start() < place or part in (meaning, Part.SOURCE):
                continue
            if meaning is Part.PLACE and not self._marks_place(mark, first, words[mark.end() :], beside=True):
                continue
            yield from self._known_first(first + place, first + mark.start(), part)
            self._letters.take(first + mark.start(), first + mark.end(), Part.GLUE)
            place, part = mark.end(), meaning
        yield from self._known_first(first + place, last, part)

    def _known_first(self, start: int, end: int, part: Part | None) -> Iterator[Chunk]:
        """A chunk; a place or an authority that is known ends where its name does."""
        words = self._letters.folded[start:end]
        end -= len(words) - len(words.rstrip(" '.:-"))
        start += len(words) - len(words.lstrip(" '.:-"))
        words = self._letters.folded[start:end]
        if not words:
            return
        if part is None and self._is_glue(words):
            self._letters.take(start, end, Part.GLUE)
            return
        if part is Part.SOURCE:
            yield Chunk(start, end, part)
            return
        for stop in [*[gap.start() for gap in re.finditer(r"\s+", words)], len(words)][::-1]:
            known = self._known_as(words[:stop], part)
            if known is not None:
                yield Chunk(start, start + stop, known)
                yield from self._known_first(start + stop, end, None)
                return
        yield Chunk(start, end, part)

    def _known_as(self, words: str, part: Part | None) -> Part | None:
        if words in _COUNTRIES and self._kind in _BETWEEN_STATES and part in (None, Part.AUTHORITY):
            return Part.AUTHORITY
        if part is not Part.PLACE and phrases.AUTHORITY_NAME.fullmatch(words):
            return Part.AUTHORITY
        if part is not Part.AUTHORITY and self._lexicon.is_place(words):
            return Part.PLACE
        return Part.SOURCE if part is None and self._lexicon.is_source(words) else None

    def _marks_place(self, mark: re.Match[str], first: int, follows: str, *, beside: bool) -> bool:
        """Whether the word stands before a place: "a" may be the French "à", "to" is said of much else."""
        word = mark.group(1)
        if follows[0].isdigit():
            return False
        known = any(
            self._lexicon.is_place(" ".join(follows.split()[:count]))
            for count in range(1, len(follows.split()) + 1)
        )
        if word == "a":
            return known or self._letters.text[first + mark.start(1)] in "àÀ"
        if word in _AWAY:
            return known or (beside and word == "to" and self._kind is EventKind.RETURNED)
        return True

    def _source_among(self, chunks: list[Chunk]) -> Chunk | None:
        """The source: what is said to be it, else the last that stands alone, else what ends the line."""
        for wanted in (Part.SOURCE, None):
            for chunk in reversed(chunks):
                if chunk.part is wanted and (wanted is Part.SOURCE or chunk.alone):
                    return chunk
        last = chunks[-1] if chunks else None
        if last is None or last.part is not None or not self._ends_the_line(last):
            return None
        return None if phrases.OUTCOME.fullmatch(self._letters.folded[last.start : last.end]) else last

    def _ends_the_line(self, chunk: Chunk) -> bool:
        return not self._letters.text[chunk.end : self._letters.length].strip(" ,.;:)")

    def _settle(self, chunk: Chunk, *, is_source: bool) -> None:
        """Take the chunk as what it is; of several places the first counts, the others are for the note."""
        rest, part = self._rest, chunk.part
        words = self._letters.folded[chunk.start : chunk.end]
        if part is None and chunk.alone and not is_source and phrases.AUTHORITY_NAME.fullmatch(words):
            part = Part.AUTHORITY
        if is_source:
            rest.source = self._take(chunk, Part.SOURCE)
        elif part is Part.PLACE and not rest.place:
            rest.place = self._take(chunk, Part.PLACE)
        elif part is Part.AUTHORITY and not rest.authority:
            rest.authority = self._take(chunk, Part.AUTHORITY)
        else:
            rest.unread.append((chunk.start, self._take(chunk, Part.NOTE)))

    def _take(self, chunk: Chunk, part: Part) -> str:
        words = " ".join(self._letters.take(chunk.start, chunk.end, part).split())
        return words[1:-1].strip() if words.startswith("(") and words.endswith(")") else words

    def _is_glue(self, words: str) -> bool:
        return not phrases.GLUE.sub("", words).strip(" '.:()-–—")
