"""Knows files that Evenhand exported, and brings back the records they hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming
from desktop_app.services.exchange import archives, csv_tables, package_schema, packages, workbooks
from desktop_app.services.exchange.archives import Damaged
from desktop_app.services.exchange.columns import Table, tables
from desktop_app.services.exchange.understanding import Understood, Unreadable, listed, table_of, understood
from desktop_app.services.exchange.wishes import VERSION, Facts, Format
from desktop_app.services.exchange.workbook_reading import SheetReader
from desktop_app.store.refusing import refusing

_HEAD_LETTERS = 1 << 16
_MOST_BYTES = 1 << 30
_DESCRIPTION_BYTES = 1 << 23
"""Of a data package; ours has a few hundred kilobytes at most."""

_HEAD = re.compile(r'\ufeff?\s*\{\s*"evenhand"\s*:\s*')
_SEPARATORS = (",", ";", "\t")
_SOURCE_OF_FACTS = 6
"""Rows of the explaining sheet within which it says what the workbook is."""
_FOREIGN = (OSError, UnicodeError, csv.Error, Damaged, ValueError, RecursionError)


@dataclass(frozen=True)
class Recognised:
    """A file that Evenhand exported, before its records are read."""

    path: Path
    format: Format
    facts: Facts | None
    """What it says of itself; None for a CSV file, which has no room for it."""
    version: int = VERSION


@dataclass(frozen=True)
class BroughtBack:
    """What an exported file holds."""

    recognised: Recognised
    records: tuple[Record, ...]
    """In the order in which kinds refer to each other, within a kind as in the file."""
    unreadable: tuple[Unreadable, ...]
    is_part: bool = False
    """Whether only some of the kinds were exported: what they refer to may then lie outside."""

    @property
    def is_whole(self) -> bool:
        """Whether notes and private records were exported, so that an empty note was empty."""
        facts = self.recognised.facts
        return facts is not None and facts.everything

    @property
    def is_of_now(self) -> bool:
        """Whether it was the newest state; what a view of an earlier day leaves out is no change."""
        facts = self.recognised.facts
        return facts is None or (facts.known_on is None and facts.stood_on is None)

    def content(self, sha256: str) -> bytes | None:
        """The bytes of a kept file that came with it, or None."""
        if self.recognised.format is not Format.PACKAGE:
            return None
        with _reading(self.recognised.path), archives.opened(self.recognised.path) as archive:
            name = f"{packages.FILES}{sha256}"
            return archives.whole(archive, name) if name in archive.namelist() else None


def recognise(path: Path) -> Recognised | None:
    """What a file is, if Evenhand exported it; None for any other, also for one that cannot be read.

    Looks at its first lines only, whatever its name.
    """
    try:
        first = incoming.start(path, _HEAD_LETTERS, RefusalCode.EXPORT_DAMAGED)
        if first.startswith(b"PK"):
            with archives.opened(path) as archive:
                if package_schema.NAME in archive.namelist():
                    return _package(
                        path, json.loads(archives.whole(archive, package_schema.NAME, _DESCRIPTION_BYTES))
                    )
                return _workbook(path, SheetReader(archive))
        text = first.decode("utf-8-sig", errors="ignore")
        if found := _HEAD.match(text):
            head, _end = json.JSONDecoder().raw_decode(text, found.end())
            return _recognised(path, Format.JSON, head)
        return Recognised(path, Format.CSV, None) if _separator(first) else None
    except (*_FOREIGN, Refusal):
        return None


def bring_back(path: Path) -> BroughtBack:
    """The records of an exported file; rows that make none are told, and never stop the others.

    Raises Refusal: EXPORT_DAMAGED, EXPORT_TOO_NEW, and what the system says of the file. It is only read.
    """
    recognised = recognise(path)
    if recognised is None:
        incoming.start(path, 1, RefusalCode.EXPORT_DAMAGED)
        raise Refusal(RefusalCode.EXPORT_DAMAGED, path=str(path))
    if recognised.version > VERSION:
        raise Refusal(RefusalCode.EXPORT_TOO_NEW, path=str(path))
    with _reading(path):
        found = list(_understood(recognised))
    return BroughtBack(
        recognised,
        tuple(record for part in found for record in part.records),
        tuple(row for part in found for row in part.unreadable),
        is_part=len(found) < len(tables()),
    )


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turns what is wrong with a file into a refusal."""
    with refusing(path):
        try:
            yield
        except (ValueError, csv.Error, RecursionError, KeyError) as error:
            raise Refusal(RefusalCode.EXPORT_DAMAGED, path=str(path)) from error


def _understood(recognised: Recognised) -> Iterator[Understood]:
    path = recognised.path
    match recognised.format:
        case Format.CSV:
            yield _csv(path)
        case Format.JSON:
            yield from _document(path)
        case Format.PACKAGE:
            with archives.opened(path) as archive:
                names = set(archive.namelist())
                for table in tables().values():
                    if f"{table.name}.csv" in names:
                        yield _package_table(archive, table)
        case Format.XLSX:
            with archives.opened(path) as archive:
                yield from _sheets(SheetReader(archive))


def _csv(path: Path) -> Understood:
    _check_size(path)
    first = incoming.start(path, _HEAD_LETTERS, RefusalCode.EXPORT_DAMAGED)
    separator, encoding = _separator(first) or ",", _encoding(first)
    if separator != "," and encoding == "utf-8-sig" and not _is_utf8(path):
        # Spreadsheets of some countries save so. With commas it is as it was exported, and then damaged.
        encoding = "cp1252"
    with path.open(encoding=encoding, newline="") as stream:
        rows = csv_tables.read(stream, separator)
        header = next(rows, [])
        table = table_of(header)
        if table is None:
            raise Damaged("no header")
        return understood(table, _chained(header, rows))


def _separator(first: bytes) -> str:
    """What stands between the cells, also where a spreadsheet saved it anew; empty for no table of ours."""
    text = first.decode(_encoding(first), errors="ignore")
    for separator in _SEPARATORS:
        if table_of(next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])):
            return separator
    return ""


def _encoding(first: bytes) -> str:
    return "utf-16" if first.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8-sig") as stream:
            while stream.read(_HEAD_LETTERS):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _chained(first: list[str], rest: Iterator[list[str]]) -> Iterator[list[str]]:
    yield first
    yield from rest


def _document(path: Path) -> Iterator[Understood]:
    _check_size(path)
    plain = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_refuse_constant)
    lists = plain["records"]
    if not isinstance(lists, dict) or not all(isinstance(rows, list) for rows in lists.values()):
        raise Damaged("no lists of records")
    for name, kind in RECORD_KINDS.items():
        if name in lists:
            yield listed(tables()[kind], lists[name])


def _refuse_constant(text: str) -> None:
    raise Damaged(f"{text} is no number")


def _package_table(archive: Any, table: Table) -> Understood:
    member = archives.whole(archive, f"{table.name}.csv")
    with io.TextIOWrapper(io.BytesIO(member), encoding="utf-8-sig", newline="") as stream:
        return understood(table, csv_tables.read(stream))


def _sheets(reader: SheetReader) -> Iterator[Understood]:
    long = _long_texts(reader)
    for table in tables().values():
        if table.name in reader.members:
            yield understood(table, _restored(reader.rows(table.name), table, long))


_Place = tuple[str, str, str]
"""Table, id and column of a text."""


def _restored(rows: Iterator[list[str]], table: Table, long: dict[_Place, str]) -> Iterator[list[str]]:
    """The rows with every text as it was before it was fitted into its cell."""
    header = next(rows, [])
    yield header
    own = {(id, column): text for (name, id, column), text in long.items() if name == table.name}
    place = header.index("id") if "id" in header else 0
    for row in rows:
        cells = [workbooks.restored(cell) if cell.startswith(workbooks.MARK) else cell for cell in row]
        if own and place < len(row):
            for number, column in enumerate(header[: len(cells)]):
                whole = own.get((row[place], column))
                # A cell that somebody has changed since does not begin the long text any more.
                if whole is not None and row[number] == workbooks.shortened(whole):
                    cells[number] = workbooks.restored(whole)
        yield cells


def _long_texts(reader: SheetReader) -> dict[_Place, str]:
    parts: dict[_Place, list[str]] = {}
    if workbooks.LONG in reader.members:
        for row in islice(reader.rows(workbooks.LONG), 1, None):
            if len(row) == len(workbooks.LONG_HEADER):
                table, id, column, _part, text = row
                parts.setdefault((table, id, column), []).append(text)
    return {place: "".join(texts) for place, texts in parts.items()}


def _workbook(path: Path, reader: SheetReader) -> Recognised | None:
    if workbooks.EXPLAINING not in reader.members:
        return None
    for row in reader.rows(workbooks.EXPLAINING, _SOURCE_OF_FACTS):
        for cell in row:
            if _HEAD.match(cell):
                return _recognised(path, Format.XLSX, json.loads(cell)["evenhand"])
    return None


def _package(path: Path, described: Any) -> Recognised | None:
    head = described.get("evenhand") if isinstance(described, dict) else None
    return None if head is None else _recognised(path, Format.PACKAGE, head)


def _recognised(path: Path, format: Format, head: Any) -> Recognised | None:
    if not isinstance(head, dict) or type(head.get("format")) is not int:
        return None
    facts = Facts(
        made=str(head.get("made", "")),
        program=str(head.get("program", "")),
        everything=head.get("everything") is True,
        known_on=_day(head.get("known_on")),
        stood_on=_day(head.get("stood_on")),
        scheme=str(head.get("scheme", "")),
    )
    return Recognised(path, format, facts, head["format"])


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else None


def _check_size(path: Path) -> None:
    if path.stat().st_size > _MOST_BYTES:
        raise Damaged("too large")
