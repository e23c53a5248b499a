"""Holds the citation marks of an article against its list of references."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.domain.articles.structure import Reference
from desktop_app.domain.line_pieces import folded

_WORD: Final = re.compile(r"[a-z]{4,}|[0-9][0-9,]*")
_STEM: Final = 5
_MONTH: Final = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*")


@dataclass(frozen=True, slots=True)
class MarkerReport:
    """What does not fit between the marks in the text and the entries of the list."""

    used: tuple[int, ...] = ()
    """The numbers that occur as marks."""
    entries: tuple[int, ...] = ()
    """The numbers of the list."""
    without_entry: tuple[int, ...] = ()
    """Marks for which the list has no entry."""
    never_cited: tuple[int, ...] = ()
    """Entries to which no mark points."""
    unused: tuple[int, ...] = ()
    """Numbers up to the highest mark that never occur."""
    in_order: Mapping[int, int] = field(default_factory=dict)
    """Where the marks cannot mean the entries of the same number: by order and by their words, which may."""

    @property
    def fits(self) -> bool:
        """Whether every mark has its entry and every entry its mark."""
        return not (self.without_entry or self.never_cited)

    @property
    def not_reached(self) -> tuple[int, ...]:
        """The entries to which no mark leads, once marks and entries are matched in order."""
        reached = set(self.in_order.values()) if self.in_order else set(self.used)
        return tuple(number for number in self.entries if number not in reached)

    def entry_of(self, mark: int) -> int | None:
        """The entry that a mark means, as far as that can be told."""
        if self.in_order:
            return self.in_order.get(mark)
        return mark if mark in self.entries else None


def report(cited: Mapping[int, Sequence[str]], references: Sequence[Reference]) -> MarkerReport:
    """Compare; `cited` gives for each mark the sentences that carry it."""
    used, entries = tuple(sorted(cited)), tuple(entry.number for entry in references)
    if not references:
        return MarkerReport(used)
    without = tuple(number for number in used if number not in entries)
    highest = max(used, default=0)
    return MarkerReport(
        used,
        entries,
        without,
        tuple(number for number in entries if number not in used),
        tuple(number for number in range(1, highest + 1) if number not in cited),
        _in_order(cited, references) if without and len(used) <= len(entries) else {},
    )


def _in_order(cited: Mapping[int, Sequence[str]], references: Sequence[Reference]) -> dict[int, int]:
    """Match marks to entries without changing their order, so that their words agree best."""
    marks = sorted(cited)
    said = [_words(" ".join(cited[mark])) for mark in marks]
    listed = [_words(f"{entry.title} {entry.note}") for entry in references]
    common = Counter(word for words in listed for word in words)
    weights = {word: math.log((1 + len(listed)) / count) for word, count in common.items()}
    likeness = [[_like(mine, theirs, weights) for theirs in listed] for mine in said]
    best: list[list[float]] = [[0.0] * (len(listed) + 1) for _ in range(len(marks) + 1)]
    for row in range(1, len(marks) + 1):
        best[row][row - 1] = -math.inf
        for column in range(row, len(listed) + 1):
            take = best[row - 1][column - 1] + likeness[row - 1][column - 1]
            best[row][column] = max(take, best[row][column - 1])
    matched: dict[int, int] = {}
    row, column = len(marks), len(listed)
    while row:
        if best[row][column] == best[row][column - 1]:
            column -= 1
            continue
        matched[marks[row - 1]] = references[column - 1].number
        row, column = row - 1, column - 1
    return dict(sorted(matched.items()))


def _words(text: str) -> frozenset[str]:
    plain = folded(text)
    months = frozenset(f"{found[1]}." for found in _MONTH.finditer(plain))
    return months | frozenset(word[:_STEM] for word in _WORD.findall(_MONTH.sub(" ", plain)))


def _like(mine: frozenset[str], theirs: frozenset[str], weights: Mapping[str, float]) -> float:
    shared = sum(weights[word] for word in mine & theirs)
    whole = sum(weights[word] for word in theirs) or 1.0
    return shared / math.sqrt(whole * (1 + len(mine)))
