"""Finds the citation marks of an article, also where they are glued to a word, a year or a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MOST: Final = 199
"""A higher number is no citation mark."""

_LIST: Final = r"[1-9][0-9]{0,2}(?:[,;][1-9][0-9]{0,2})*"
_ENDS: Final = r"(?=[\s.,;:!?)\]\"'’”—–]|$)"
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_BRACKETED: Final = re.compile(r"\[([1-9][0-9]{0,2}(?:\s*[,;]\s*[1-9][0-9]{0,2})*)\]")
_ASIDE: Final = re.compile(
    r"\[(?:[a-z]|edit|modifier|citation needed|r[ée]f\. n[ée]cessaire|clarification needed|update|when\?"
    r"|who\?|(?:note|nb) [0-9]{1,3})\]|(?<=\]):[0-9]{1,4}(?:[–-][0-9]{1,4})?(?![0-9])"
)
"""What an encyclopaedia puts among its marks: notes, requests for sources, pages."""
_SUPERSCRIPT: Final = re.compile(r"[¹²³⁴-⁹][⁰¹²³⁴-⁹]*(?:[,⁏'][¹²³⁴-⁹][⁰¹²³⁴-⁹]*)*")
_ON_WORD: Final = re.compile(rf"(?<=[^\W\d_]{{2}})({_LIST}){_ENDS}")
_AFTER_STOP: Final = re.compile(
    rf"(?<=[^\W\d_]{{3}}[.!?,;:])({_LIST})(?=\s|$)|(?:(?<=[%)”’])|(?<=[^\W\d_]['\"]))({_LIST}){_ENDS}"
)
_ON_YEAR: Final = re.compile(rf"(?<![\w.,])((?:19|20)[0-9]{{2}})({_LIST}){_ENDS}")
_ON_NUMBER: Final = re.compile(rf"(?<![\w.,])([0-9]{{1,3}}(?:,[0-9]{{3}})+)({_LIST}){_ENDS}")


# Letters and figures that make one name: no citation hangs on them.
_NAMES: Final = re.compile(
    r"(?:COVID|Covid|covid|MI|SB|AJP|SARS|CO|PM|HS|A|B|M|G|F|[IVX]+|[Ff]ig|[Nn]o|[Aa]rt|[Pp]p?)$"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Citation marks that stand together, and the characters that they take up."""

    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unglued:
    """A text without its citation marks, character for character: spaces stand where they stood."""

    text: str
    marks: tuple[Mark, ...]


def unglue(text: str, *, entries: int = 0) -> Unglued:
    """Take the citation marks out of `text`; `entries` is how many references the article lists.

    A mark on a year or a number is only believed where the article is known to have marks: where it lists
    references, or has marks that cannot be anything else. "20243,6" then is 2024 with 3 and 6.
    """
    marks = _plain_marks(text)
    if marks or entries:
        highest = max([entries, *(number for mark in marks for number in mark.numbers)])
        marks += _on_figures(text, highest + max(3, highest // 2))
    marks.sort(key=lambda mark: mark.start)
    letters = list(text)
    for aside in _ASIDE.finditer(text):
        letters[aside.start() : aside.end()] = " " * (aside.end() - aside.start())
    kept: list[Mark] = []
    for mark in marks:
        if kept and mark.start < kept[-1].end:
            continue
        kept.append(mark)
        letters[mark.start : mark.end] = " " * (mark.end - mark.start)
    return Unglued("".join(letters), tuple(kept))


def _plain_marks(text: str) -> list[Mark]:
    """The marks that need no other evidence: in brackets, raised, or on the end of a word."""
    found = [_mark(each.start(), each.end(), each[1]) for each in _BRACKETED.finditer(text)]
    found += [
        _mark(each.start(), each.end(), each.group().translate(_RAISED))
        for each in _SUPERSCRIPT.finditer(text)
    ]
    for each in _ON_WORD.finditer(text):
        if not _NAMES.search(_word_before(text, each.start())):
            found.append(_mark(each.start(1), each.end(1), each[1]))
    for each in _AFTER_STOP.finditer(text):
        group = 1 if each[1] else 2
        found.append(_mark(each.start(group), each.end(group), each[group]))
    return [mark for mark in found if mark.numbers]


def _on_figures(text: str, highest: int) -> list[Mark]:
    """The marks on the end of a year, or of a number whose thousands are parted."""
    found = []
    for pattern in (_ON_YEAR, _ON_NUMBER):
        for each in pattern.finditer(text):
            mark = _mark(each.start(2), each.end(2), each[2])
            if mark.numbers and max(mark.numbers) <= highest and list(mark.numbers) == sorted(mark.numbers):
                found.append(mark)
    return found


def _mark(start: int, end: int, words: str) -> Mark:
    numbers = tuple(int(number) for number in re.findall(r"[0-9]+", words))
    if any(number > MOST for number in numbers):
        return Mark(start, end, ())
    return Mark(start, end, numbers)


def _word_before(text: str, end: int) -> str:
    start = end
    while start and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    return text[start:end]
