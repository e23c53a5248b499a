"""What many records say in one respect, worked out once for each different answer and kept as numbers.

Finding, sorting and narrowing then ask the few answers, and go over the records as arrays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable
from itertools import repeat
from operator import contains
from re import escape, finditer
from typing import Any

import numpy as np
import numpy.typing as npt

Slots = npt.NDArray[np.integer[Any]]
"""Places of records, in the order in which they were given."""
Mask = npt.NDArray[np.bool_]

UNKNOWN = -1
"""The code of a record that has not been looked at yet."""
LAST = np.int32(2**31 - 1)
"""The rank of what is put last whichever way the others are sorted."""
_BETWEEN = "\x00"
"""What no word holds, between texts that are searched as one."""
_RARE = 6
"""A word is rare where at most every so-manieth text has it: then each place costs less than each text."""
_SAMPLE = 8
"""Whether it is rare, the first part of so many tells well enough."""
_MANY = 1_000
"""Among fewer texts than these a word is looked for in each."""
_NOTHING_FOUND: tuple[str, Mask] = ("", np.empty(0, np.bool_))


class Coded:
    """A code for each record; records with one code have one answer of `answer`, which is kept beside it.

    `same` says cheaply which records have the same answer; without it each has its own.
    """

    def __init__(self, answer: Callable[[Any], Any], same: Callable[[Any], Hashable] | None = None) -> None:
        self._answer, self._same = answer, same
        self._codes: Slots = np.empty(0, np.int32)
        self._size = 0
        self._code_of: dict[Hashable, int] = {}
        self.answers: list[Any] = []
        """The answer of each code."""
        self._whole = ""
        self._ends: npt.NDArray[np.int64] | None = None
        """Where in `_whole`, which is all answers in one text, each of them ends."""
        self._found: tuple[str, Mask] = _NOTHING_FOUND
        """The word looked for last and the codes it was in: a longer one can only be in those."""

    @property
    def codes(self) -> Slots:
        """The code of each record."""
        return self._codes[: self._size]

    @property
    def unknown(self) -> Mask:
        """Which records have not been looked at."""
        return self.codes == UNKNOWN

    def resize(self, size: int) -> None:
        """Have room for so many records; new ones are unknown."""
        if size > len(self._codes):
            more = np.full(size + size // 8 + 64 - len(self._codes), UNKNOWN, np.int32)
            self._codes = np.concatenate([self._codes, more])
        self._codes[self._size : size] = UNKNOWN
        self._size = size

    def deal_anew(self, whence: Slots) -> None:
        """Put the records into other places: the one now at place n was at whence[n], or is new (-1)."""
        codes = np.where(whence >= 0, self.codes[whence], UNKNOWN) if self._size else whence
        self._codes = codes.astype(np.int32)
        self._size = len(codes)

    def forget(self, slots: Slots) -> None:
        """Look at these records anew when they are next asked about."""
        self._codes[slots] = UNKNOWN

    def forget_all(self) -> None:
        """Look at all of them anew."""
        self._codes[:] = UNKNOWN
        self._code_of.clear()
        self.answers.clear()
        self._found, self._ends = _NOTHING_FOUND, None

    def look(self, slots: Slots, record_of: Callable[[int], Any]) -> None:
        """Look at the records at these places, where that is not done yet."""
        slots = slots[self._codes[slots] == UNKNOWN]
        if not len(slots):
            return
        code_of, same = self._code_of, self._same
        codes = []
        for slot in slots.tolist():
            record = record_of(slot)
            if same is None:
                codes.append(self._add(record))
                continue
            key = same(record)
            code = code_of.get(key)
            if code is None:
                code = code_of[key] = self._add(record)
            codes.append(code)
        self._codes[slots] = codes

    def where(self, passes: Callable[[Any], bool]) -> Mask:
        """Which records have an answer that passes; those not looked at yet do not."""
        answers = self.answers
        passing = np.empty(len(answers) + 1, np.bool_)
        passing[:-1] = np.fromiter(map(passes, answers), np.bool_, len(answers))
        # The last place is that of UNKNOWN.
        passing[-1] = False
        return passing[self.codes]

    def containing(self, word: str) -> Mask:
        """Which records have a text with this word in it."""
        before, found = self._found
        if before and word.startswith(before) and len(found) == len(self.answers) + 1:
            hits = self._hits(word, np.flatnonzero(found))
        else:
            hits = self._hits(word, None)
        self._found = (word, hits)
        # Most words are in texts of one column only.
        return hits.take(self.codes) if hits.any() else np.zeros(self._size, np.bool_)

    def _hits(self, word: str, likely: Slots | None) -> Mask:
        """Which answers have the word in them, of all or of the likely; the last place is that of UNKNOWN.

        A rare word is looked for in all texts at once, a frequent one in one text after the other.
        """
        answers = self.answers
        hits = np.zeros(len(answers) + 1, np.bool_)
        if likely is None or len(likely) > _MANY:
            if self._ends is None or len(self._ends) != len(answers):
                self._whole = _BETWEEN.join(answers)
                self._ends = np.cumsum(np.fromiter(map(len, answers), np.int64, len(answers)) + 1)
            some = self._whole.count(word, 0, len(self._whole) // _SAMPLE)
            if _BETWEEN not in word and some * _SAMPLE * _RARE <= len(answers):
                places = [found.start() for found in finditer(escape(word), self._whole)]
                hits[np.searchsorted(self._ends, places, side="right")] = True
                return hits
        if likely is None:
            hits[:-1] = np.fromiter(map(contains, answers, repeat(word)), np.bool_, len(answers))
        else:
            texts = [answers[code] for code in likely.tolist()]
            hits[likely] = np.fromiter(map(contains, texts, repeat(word)), np.bool_, len(texts))
        return hits

    def _add(self, record: Any) -> int:
        self.answers.append(self._answer(record))
        return len(self.answers) - 1


class Ranked(Coded):
    """Answers that can be put in order; None stands last in both directions."""

    def __init__(self, answer: Callable[[Any], Any], same: Callable[[Any], Hashable] | None = None) -> None:
        super().__init__(answer, same)
        self._ordered: list[Any] = []
        self._ranks: Slots = np.empty(0, np.int32)

    def keys(self, *, descending: bool) -> Slots:
        """A number for each record by which sorting in rising order sorts it as wanted.

        Of records not looked at it means nothing.
        """
        self._rank_new()
        if not len(self._ranks):
            return np.full(self._size, LAST, np.int32)
        keys = self._ranks[self.codes]
        return np.where(keys == LAST, LAST, -keys) if descending else keys

    def key_of(self, *, descending: bool) -> Callable[[int], int]:
        """The same for single records, and so that equals stand in the order given."""
        self._rank_new()
        codes, ranks, last = self.codes, self._ranks, int(LAST)

        def key(slot: int) -> int:
            rank = int(ranks[codes[slot]]) if len(ranks) else last
            return (rank if rank == last or not descending else -rank) << 32 | int(slot)

        return key

    def forget_all(self) -> None:
        """Look at all of them anew."""
        super().forget_all()
        self._ordered.clear()
        self._ranks = np.empty(0, np.int32)

    def _rank_new(self) -> None:
        """Put the answers that came since the last time among the ones in order."""
        new = range(len(self._ranks), len(self.answers))
        if len(new) > len(self._ordered) // 20 + 50:
            self._rank_all()
            return
        for code in new:
            answer, ordered = self.answers[code], self._ordered
            rank = int(LAST)
            if answer is not None:
                rank = bisect_left(ordered, answer)
                if rank == len(ordered) or ordered[rank] != answer:
                    ordered.insert(rank, answer)
                    self._ranks[(self._ranks >= rank) & (self._ranks != LAST)] += 1
            self._ranks = np.append(self._ranks, np.int32(rank))

    def _rank_all(self) -> None:
        answers = self.answers
        known = sorted(
            (code for code, answer in enumerate(answers) if answer is not None), key=answers.__getitem__
        )
        self._ordered = []
        self._ranks = np.full(len(answers), LAST, np.int32)
        for code in known:
            if not self._ordered or answers[code] != self._ordered[-1]:
                self._ordered.append(answers[code])
            self._ranks[code] = len(self._ordered) - 1
