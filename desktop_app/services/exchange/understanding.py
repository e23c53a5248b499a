"""Makes records again from the texts of exported tables, and tells which rows do not make one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from types import NoneType
from typing import Any

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Citation
from desktop_app.services.exchange.archives import Damaged
from desktop_app.services.exchange.columns import Column, ColumnType, Table, tables
from desktop_app.services.exchange.csv_tables import is_tags
from desktop_app.store import codec

_BLOCK = 1_000
_WHOLE = re.compile("-?[0-9]{1,18}", re.ASCII)
_LONGEST_ID = 64
_SHA256 = re.compile("[0-9a-f]{64}", re.ASCII)


class Trouble(StrEnum):
    """Why a row does not make a record."""

    CELL = "cell"
    """A cell holds what its column cannot."""
    NO_ID = "no id"
    TWICE = "twice"
    """Another row of the file has the same id."""
    RECORD = "record"
    """Each cell may be, but not together."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that does not make a record."""

    table: str
    line: int
    """Its row as spreadsheets count them, the header being 1; in JSON its place in the list, from 1."""
    trouble: Trouble
    column: str = ""
    text: str = ""
    """What stands there, at most 80 letters of it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The records of one table, and its rows that make none."""

    records: tuple[Record, ...]
    unreadable: tuple[Unreadable, ...]


def table_of(header: Sequence[str]) -> Table | None:
    """The table whose columns these are, in any order and with others between; None for any other header."""
    names = set(header)
    fitting = [table for table in tables().values() if all(column.name in names for column in table.kept)]
    return max(fitting, key=_width, default=None)


def _width(table: Table) -> int:
    return len(table.kept)


def understood(table: Table, rows: Iterable[Sequence[str]]) -> Understood:
    """The records of a table whose first row is its header; Damaged where that is another table's."""
    lines = iter(rows)
    header = list(next(lines, ()))
    if table_of(header) is not table:
        raise Damaged(f"not the header of {table.name}")
    columns = table.kept
    places = [header.index(column.name) for column in columns]
    gathered = _Gathered(table)
    for block in _blocks(_numbered(lines, places)):
        gathered.take(columns, block)
    return gathered.understood


_Line = tuple[int, tuple[str, ...]]


def _numbered(lines: Iterator[Sequence[str]], places: Sequence[int]) -> Iterator[_Line]:
    """The cells of the kept columns, with the number of their row; empty rows and hashtags are left out."""
    for number, cells in enumerate(lines, start=2):
        if not any(cells) or (number == 2 and is_tags(cells)):
            continue
        width = len(cells)
        yield number, tuple([cells[place] if place < width else "" for place in places])


def _blocks(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    while block := list(islice(lines, _BLOCK)):
        yield block


class _Gathered:
    """What was understood of a table so far."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._records: dict[str, Record] = {}
        self._unreadable: list[Unreadable] = []

    @property
    def understood(self) -> Understood:
        return Understood(tuple(self._records.values()), tuple(self._unreadable))

    def take(self, columns: Sequence[Column], block: list[_Line]) -> None:
        """Many rows at once where all of them are sound, which is several times quicker."""
        try:
            rows = [tuple(map(_cell, columns, cells)) for _number, cells in block]
            made = codec.records_of(self._table.kind, rows)
        except (ValueError, RecursionError):
            for number, cells in block:
                self._take_one(columns, number, cells)
            return
        for (number, _cells), record in zip(block, made, strict=True):
            self.keep(number, record)

    def keep(self, number: int, record: Record) -> None:
        """One record, unless the file has had it or no workspace could hold it."""
        trouble = _trouble(record)
        if trouble is None and record.id in self._records:
            trouble = Trouble.TWICE
        if trouble is None:
            self._records[record.id] = record
        else:
            self.refuse(number, trouble)

    def refuse(self, number: int, trouble: Trouble, column: str = "", text: str = "") -> None:
        self._unreadable.append(Unreadable(self._table.name, number, trouble, column, text[:80]))

    def _take_one(self, columns: Sequence[Column], number: int, cells: Sequence[str]) -> None:
        values = []
        for column, cell in zip(columns, cells, strict=True):
            try:
                value = _cell(column, cell)
                if column.form is not None and column.form.from_cell is not None:
                    column.form.from_cell(value)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                self.refuse(number, Trouble.CELL, column.name, cell)
                return
            values.append(value)
        try:
            (record,) = codec.records_of(self._table.kind, [tuple(values)])
        except ValueError:
            self.refuse(number, Trouble.RECORD)
            return
        self.keep(number, record)


def listed(table: Table, plain: Iterable[Any]) -> Understood:
    """The records of one list of a JSON document."""
    gathered = _Gathered(table)
    for number, entry in enumerate(plain, start=1):
        try:
            record = codec.from_plain(table.kind, entry)
        except ValueError:
            gathered.refuse(number, Trouble.RECORD)
            continue
        gathered.keep(number, record)
    return gathered.understood


def _cell(column: Column, text: str) -> codec.Cell:
    if column.form is not None and not text and NoneType in column.form.accepts:
        return None
    if column.type is not ColumnType.INTEGER:
        return text
    if _WHOLE.fullmatch(text) is None:
        raise ValueError("not a whole number")
    return int(text)


def _trouble(record: Record) -> Trouble | None:
    """Why no workspace could hold the record; what a file says of itself need not be true."""
    if type(record.id) is not str or not record.id:
        return Trouble.NO_ID
    try:
        codec.row_of(record)
        sound = all(map(_sound, getattr(record, "citations", ())))
    except TypeError:
        return Trouble.RECORD
    if isinstance(record, Attachment):
        sound = sound and _SHA256.fullmatch(record.sha256) is not None and record.size >= 0
    return None if sound and len(record.id) <= _LONGEST_ID else Trouble.RECORD


def _sound(citation: Citation) -> bool:
    shape = codec.shape_of(Citation)
    return all(
        type(value) in form.accepts for form, value in zip(shape.forms, shape.values(citation), strict=True)
    )
