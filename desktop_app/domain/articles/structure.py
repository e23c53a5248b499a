"""Parts of an article: its heading, its own day, its sentences, and the references at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain import date_words
from desktop_app.domain.dates import Obtained

_REFERENCES: Final = re.compile(
    r"^[ \t]*(?:references|sources|bibliography|endnotes|footnotes|références|notes)"
    r"(?:\[(?:edit|modifier)\])?[ \t]*:?[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRY: Final = re.compile(r"^[ \t]*(?:\[(\d{1,3})\]|(\d{1,3})[.)])[ \t]+(\S[^\n]*?)[ \t\r]*$", re.MULTILINE)
_BACK: Final = re.compile(r"^\^\s*(?:Jump up to:\s*)?(?:[a-z] )*")
"""What leads back from an entry of an encyclopaedia to its marks."""
_LABEL: Final = re.compile(
    r"(?:article |lead |main )?(?:image|photo|picture|advertisement|share|summary)|from wikipedia, .*",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"[,\s]*(?:(?:at|à)\s+)?\b[0-9]{1,2}[:.h][0-9]{2}(?:\s*(?:am|pm|gmt|bst|cet|utc))*", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"^(?:(?:by|par)\s+[^,|·\d]{2,60}[,|·]\s*)?"
    r"(?:(?:first published|published|posted|last updated|updated|date|publié|mis à jour)(?:\s+on)?\s*:?\s*)?"
    r"(?:le\s+)?",
    re.IGNORECASE,
)
_DAY_WITHIN: Final = 12
_LONGEST_DAY: Final = 60
_LONGEST_SENTENCE: Final = 1000
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'’”)\]]*(?=\s+[\"'‘“(\[]?[A-ZÀ-Þ0-9]|\s*$)")
_SHORT: Final = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|approx|ca|c|e\.g|i\.e|[A-Z])\.)$")
_DASHES: Final = re.compile(r"\s+[|]\s+|\s+[–—-]\s+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list of references, with the characters that it takes up behind its number."""

    number: int
    title: str
    publisher: str
    """What stands behind the last dash or bar of the title; empty where there is none."""
    note: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters that make one sentence; `paragraph` counts from zero."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Structure:
    """Where the parts of an article are. The body runs from `body` up to `body_end`."""

    title: str
    heading: tuple[int, int]
    """The characters of the title."""
    day: date | None
    body: int
    body_end: int
    references: tuple[Reference, ...]


def structure(text: str) -> Structure:
    """Find the parts of an article. Never raises: what is not there is empty."""
    body_end, references = _references(text)
    title, heading, day, body = _heading(text[:body_end])
    return Structure(title, heading, day, body, body_end, references)


def sentences(clean: str, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences between two places of a text that is free of citation marks."""
    found = []
    for place, line in enumerate(re.finditer(r"[^\n]+", clean[start:end])):
        first = start + line.start()
        last = start + line.end()
        at = first
        for stop in _SENTENCE_END.finditer(clean, first, last):
            if _SHORT.search(clean[max(first, stop.start() - 8) : stop.start() + 1]):
                continue
            found.append(Sentence(at, stop.end(), place))
            at = stop.end()
        if clean[at:last].strip():
            found.append(Sentence(at, last, place))
    whole = [each for each in found if clean[each.start : each.end].strip()]
    return tuple(part for each in whole for part in _parts(clean, each))


def _parts(clean: str, sentence: Sentence) -> list[Sentence]:
    """The sentence without the spaces around it; one that goes on and on in parts, cut at spaces."""
    start = sentence.start
    while clean[start].isspace():
        start += 1
    parts = []
    while sentence.end - start > _LONGEST_SENTENCE:
        cut = clean.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        parts.append(Sentence(start, cut, sentence.paragraph))
        start = cut
    parts.append(Sentence(start, sentence.end, sentence.paragraph))
    return parts


def _references(text: str) -> tuple[int, tuple[Reference, ...]]:
    """Where the body ends and the numbered entries behind the last heading that names them."""
    for heading in reversed(list(_REFERENCES.finditer(text))):
        entries = list(_ENTRY.finditer(text, heading.end()))
        if entries and not text[heading.end() : entries[0].start()].strip():
            return heading.start(), tuple(_entries(text, entries))
    return len(text), ()


def _entries(text: str, found: list[re.Match[str]]) -> list[Reference]:
    made = []
    for place, entry in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        title = _BACK.sub("", entry[3])
        parts = _DASHES.split(title)
        publisher = parts[-1].strip() if len(parts) > 1 else ""
        note = " ".join(text[entry.end() : end].split())
        made.append(Reference(int(entry[1] or entry[2]), title, publisher, note, entry.start(3), end))
    return made


def _heading(text: str) -> tuple[str, tuple[int, int], date | None, int]:
    """The title and its place, the day the article gives for itself, and where the words after them begin."""
    lines = [line for line in re.finditer(r"[^\n]+", text) if line.group().strip()][:_DAY_WITHIN]
    day, end, before = None, 0, lines
    for place, line in enumerate(lines):
        day = stated_day(line.group())
        if day is not None:
            before, end = lines[:place] or lines[place + 1 : place + 2], line.end()
            break
    else:
        before = lines[:2]
    for line in before:
        words = " ".join(line.group().split())
        if not _LABEL.fullmatch(words) and not _is_prose(words):
            return words, line.span(), day, max(end, line.end())
    return "", (0, 0), day, end


def stated_day(line: str) -> date | None:
    """The one day that a whole line gives, with year; a time of day beside it does not matter."""
    words = _LEAD.sub("", _TIME.sub("", line.strip())).strip(" ,|")
    if not words or len(words) > _LONGEST_DAY:
        return None
    reading = date_words.read(words, today=date.max)
    exact = reading.problem is None and reading.date.is_exact_day and reading.how is Obtained.STATED
    return reading.date.earliest if exact else None


def _is_prose(words: str) -> bool:
    return len(words) > 220 or words.endswith((".", "!", ":"))
