"""Holds what a file of rows consists of: named sheets, whose rows are read when they are asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import overload

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets.sheets import Cell

Row = Sequence[Cell]

_BLOCK = 512
_COLUMNS = 1_000
_LONGEST_LINE = 100_000
_KEPT_BLOCKS = 4
_END = "\0"
"""What is left of no text: its own such signs are taken out."""


class BookNote(StrEnum):
    """What a reader of the preview should know of how the file was read."""

    ENCODING_GUESSED = "encoding guessed"
    NULS_LEFT_OUT = "nuls left out"
    MERGED_FILLED = "merged filled"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its rows from the first, not all of one length."""

    name: str
    rows: Sequence[Row]
    hidden: bool = False
    first_line: int = 1
    """What people call the first row: its number in the file."""


@dataclass(frozen=True, slots=True)
class Book:
    """A file of rows, or pasted ones."""

    name: str
    """The file's name; empty for what was pasted."""
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    """Of a text file."""
    separator: str = ""
    """What parts the cells of a text file."""
    notes: tuple[BookNote, ...] = ()

    @property
    def shown(self) -> tuple[Sheet, ...]:
        """The sheets to choose from: not hidden, and holding anything; all where that leaves none."""
        found = tuple(sheet for sheet in self.sheets if not sheet.hidden and len(sheet.rows))
        return found or tuple(sheet for sheet in self.sheets if len(sheet.rows)) or self.sheets


class TextRows(Sequence[Row]):
    """The rows of separated text, parted when they are asked for.

    Only the places where every so-many-th row begins are kept beside the text, so a million rows cost no
    more than their bytes. Raises Refusal where the text cannot be parted: a quotation mark that is never
    closed (`line` says which row), or more columns than any table has.
    """

    def __init__(self, text: bytes, separator: str) -> None:
        self._text = text
        self._separator = separator
        self._blocks: dict[int, list[list[str]]] = {}
        self._starts, self._count = self._index()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        return iter(self._reader(0))

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            first, last, step = place.indices(self._count)
            return [self[number] for number in range(first, last, step)]
        if not 0 <= place < self._count:
            raise IndexError(place)
        block, within = divmod(place, _BLOCK)
        return self._block(block)[within]

    def _block(self, number: int) -> list[list[str]]:
        found = self._blocks.get(number)
        if found is None:
            while len(self._blocks) >= _KEPT_BLOCKS:
                del self._blocks[next(iter(self._blocks))]
            found = list(islice(self._reader(self._starts[number]), _BLOCK))
            self._blocks[number] = found
        return found

    def _reader(self, start: int) -> Iterator[list[str]]:
        stream = io.BytesIO(self._text)
        stream.seek(start)
        return csv.reader(io.TextIOWrapper(stream, "utf-8", newline=""), delimiter=self._separator)

    def _index(self) -> tuple[list[int], int]:
        """Where each block begins, and how many rows there are."""
        found = _lines_alone(self._text, self._separator.encode())
        if found is not None:
            return found
        lines = _Lines(self._text)
        reader = csv.reader(lines, delimiter=self._separator)
        starts: list[int] = []
        count, widest, begun = 0, 0, 0
        block: list[list[str]] = []
        last: list[list[str]] = []
        try:
            while block[-1:] != [[_END]]:
                starts.append(lines.position)
                begun = reader.line_num
                block = list(islice(reader, _BLOCK))
                if not block:
                    raise Refusal(RefusalCode.NOT_A_TABLE, line=_opened(begun, last))
                last = block
                count += len(block)
                widest = max(widest, *map(len, block))
        except csv.Error as error:
            raise Refusal(RefusalCode.NOT_A_TABLE, line=begun + 1) from error
        if widest > _COLUMNS:
            raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
        return starts, count - 1


def _lines_alone(text: bytes, separator: bytes) -> tuple[list[int], int] | None:
    """The index of a text whose every line is a row, which is found in a tenth of the time; None for others.

    So it is where nothing is quoted, and no line is longer than a cell may be.
    """
    if b'"' in text:
        return None
    starts, count, position = [], 0, 0
    stream = io.BytesIO(text)
    while block := list(islice(stream, _BLOCK)):
        if max(map(len, block)) > _LONGEST_LINE:
            return None
        if max(line.count(separator) for line in block) >= _COLUMNS:
            raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
        starts.append(position)
        count += len(block)
        position += sum(map(len, block))
    return starts, count


def _opened(before: int, block: list[list[str]]) -> int:
    """The line on which the row begins that the end of the text was swallowed by."""
    return before - block[-1][-1].count("\n")


class _Lines:
    """The lines of a text, the place behind the last one that was given, and a last line that no text has.

    That line comes as a row of its own unless a quotation mark is open, and so swallows it.
    """

    def __init__(self, text: bytes) -> None:
        self._stream = io.BytesIO(text)
        self._ended = False
        self.position = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._stream, b"")
        if line:
            self.position += len(line)
            return line.decode()
        if self._ended:
            raise StopIteration
        self._ended = True
        return _END
