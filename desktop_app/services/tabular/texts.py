"""Finds out how a text file is written: its encoding, and what parts its cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import Final

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.tabular.books import Book, BookNote, Sheet, TextRows

SEPARATORS: Final = (",", ";", "\t", "|")

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LOOKED_AT = 64_000
_SAMPLE_ROWS = 100
_ENDING_CONTROLS: Final = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MARKUP: Final = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml|<table|<head|<body)", re.IGNORECASE)
_OTHER_FILES: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ",
    b"SQLite format 3",
)


def book_of(name: str, data: bytes, separator: str = "", encoding: str = "") -> Book:
    """The rows of a text file, in this encoding and parted by this sign, where they are not to be found out.

    Raises Refusal NOT_A_TABLE for what is no text, or no rows of cells.
    """
    if not data.strip():
        raise Refusal(RefusalCode.EMPTY_TABLE)
    if data.startswith(_OTHER_FILES) or _MARKUP.match(data):
        raise Refusal(RefusalCode.NOT_A_TABLE)
    text, encoding, notes = _decoded(data, encoding)
    said, text = _said_separator(text)
    chosen = separator or said or _separator(text)
    rows = TextRows(text, chosen)
    first_line = 2 if said else 1
    return Book(name, (Sheet(name, rows, first_line=first_line),), encoding, chosen, notes)


def _decoded(data: bytes, wanted: str = "") -> tuple[bytes, str, tuple[BookNote, ...]]:
    """The text as UTF-8 with plain line ends, the encoding it was in, and what is to be said of it."""
    notes: list[BookNote] = []
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    if wanted and wanted != encoding:
        mark, encoding = b"", wanted
    if not encoding:
        encoding = _unmarked(data)
        if encoding != "utf-8":
            notes.append(BookNote.ENCODING_GUESSED)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal(RefusalCode.NOT_A_TABLE) from error
    if "\0" in text:
        notes.append(BookNote.NULS_LEFT_OUT)
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain = text.encode("utf-8", "replace")
    if len(_ENDING_CONTROLS.findall(plain[:_LOOKED_AT])) > len(plain[:_LOOKED_AT]) // 100:
        raise Refusal(RefusalCode.NOT_A_TABLE)
    if not plain.strip():
        raise Refusal(RefusalCode.EMPTY_TABLE)
    return plain, encoding, tuple(notes)


def _unmarked(data: bytes) -> str:
    """The encoding of a text that does not say: every second byte of UTF-16 is zero in any Latin table."""
    start = data[:_LOOKED_AT]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = max(len(start) // 2, 1)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if not re.search(rb"[\x81\x8d\x8f\x90\x9d]", data) else "latin-1"
    return "utf-8"


def _said_separator(text: bytes) -> tuple[str, bytes]:
    """The separator that a first line "sep=;" names, and the text after it."""
    found = re.match(rb"(?:\"?)sep=(.)\"?\n", text, re.IGNORECASE)
    return (found[1].decode("latin-1"), text[found.end() :]) if found else ("", text)


def _separator(text: bytes) -> str:
    """What parts the cells: the sign that gives the most rows the same number of cells, more than one."""
    sample = text[: 4 * _LOOKED_AT].decode("utf-8", "ignore").split("\n")
    if len(sample) > 1:
        sample = sample[:-1] if len(text) > 4 * _LOOKED_AT else sample
    best, best_score = ",", 0.0
    for separator in SEPARATORS:
        try:
            rows = [row for row in csv.reader(sample[:_SAMPLE_ROWS], delimiter=separator) if any(row)]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, rows_so_wide = max(widths.items(), key=lambda each: (each[1], each[0]))
        score = rows_so_wide / max(len(rows), 1) + min(width, 12) / 100
        if score > best_score:
            best, best_score = separator, score
    return best
