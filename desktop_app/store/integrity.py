"""Whether a workspace file is sound: its pages, its links, and each record against its own history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.store import batches, codec, contents
from desktop_app.store.datafile import DataFile
from desktop_app.store.keys import KeyedPath
from desktop_app.store.layout import table_name
from desktop_app.store.reading import Reader

_PAGES_NAMED = 100


class FindingCode(StrEnum):
    """What can be wrong inside a file that opens; each has one sentence in `words`."""

    PAGE_DAMAGE = "page damage"
    """SQLite's own check complains; `detail` is its line."""
    UNREADABLE_RECORD = "unreadable record"
    UNREADABLE_HISTORY = "unreadable history"
    DIFFERS_FROM_HISTORY = "differs from history"
    """The record is not what its newest history entry says was kept."""
    NOT_IN_HISTORY = "not in history"
    MISSING_RECORD = "missing record"
    """The history says it was kept and never removed, but it is not there."""
    DAMAGED_CONTENT = "damaged content"
    """The bytes of a kept copy are not those that were kept; `detail` is their SHA-256."""
    MISSING_CONTENT = "missing content"
    """The bytes that an attachment names are not there; `detail` is their SHA-256."""
    UNKNOWN_LINK = "unknown link"
    """It refers to a record that is not there; `detail` is the field and the id."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong; `kind` and `id` name the record, empty where it is the whole file."""

    code: FindingCode
    kind: str = ""
    id: str = ""
    detail: str = ""


def check(path: Path | KeyedPath) -> list[Finding]:
    """All that is wrong in a file, nothing for a sound one; a Refusal where it cannot be opened at all.

    The file is only read. Bits that flip inside a text leave SQLite content: such damage is found by
    comparing each record with its history.
    """
    findings: list[Finding] = []
    file = path if isinstance(path, KeyedPath) else KeyedPath(path)
    datafile = DataFile.open(file.path, secret=file.key)
    try:
        with datafile.reading() as reader:
            findings.extend(_page_damage(reader))
            findings.extend(_findings(reader))
    except Refusal as refusal:
        # Damage so deep that the rest cannot be read has already been found by SQLite's own check.
        if refusal.code is not RefusalCode.DAMAGED or not findings:
            raise
    finally:
        datafile.close()
    return findings


def _page_damage(reader: Reader) -> Iterator[Finding]:
    for row in reader.rows(f"PRAGMA integrity_check({_PAGES_NAMED})"):
        if row[0] != "ok":
            yield Finding(FindingCode.PAGE_DAMAGE, detail=str(row[0]))


def _findings(reader: Reader) -> Iterator[Finding]:
    found: dict[type[Record], dict[str, Record]] = {}
    unreadable: set[tuple[str, str]] = set()
    for kind in RECORD_KINDS.values():
        found[kind] = {}
        for id, record in _records(reader, kind):
            if record is None:
                unreadable.add((KIND_NAMES[kind], id))
                yield Finding(FindingCode.UNREADABLE_RECORD, KIND_NAMES[kind], id)
            else:
                found[kind][id] = record
    yield from _steps(reader)
    yield from _against_history(reader, found, unreadable)
    yield from _broken_links(found)
    yield from _contents(reader, found[Attachment])


def _records(reader: Reader, kind: type[Record]) -> Iterator[tuple[str, Record | None]]:
    """Each row's id with its record, or None where the row cannot be read; from raw bytes, to read on."""
    names = codec.shape_of(kind).names
    columns = ", ".join(f'CAST("{name}" AS BLOB), typeof("{name}")' for name in names)
    for row in reader.rows(f'SELECT {columns} FROM "{table_name(kind)}" ORDER BY rowid'):
        cells = [_cell(row[place], row[place + 1]) for place in range(0, len(row), 2)]
        try:
            yield str(cells[0]), codec.records_of(kind, [cells])[0]
        except ValueError:
            yield str(cells[0]), None


def _cell(value: bytes | None, sort: str) -> Any:
    if value is None:
        return None
    text = value.decode("utf-8", errors="replace")
    return int(text) if sort == "integer" else text


def _steps(reader: Reader) -> Iterator[Finding]:
    """Steps that cannot be read, or that edits belong to but that are not there."""
    for number, at in reader.rows("SELECT id, CAST(at AS BLOB) FROM steps ORDER BY id"):
        try:
            datetime.fromisoformat(_cell(at, "text"))
        except ValueError:
            yield Finding(FindingCode.UNREADABLE_HISTORY, "step", str(number))
    lost = (
        "SELECT DISTINCT step FROM (SELECT step FROM edits UNION SELECT step FROM batches)"
        " WHERE step NOT IN (SELECT id FROM steps) ORDER BY step"
    )
    for (number,) in reader.rows(lost):
        yield Finding(FindingCode.UNREADABLE_HISTORY, "step", str(number))


@dataclass(frozen=True, slots=True)
class _Left:
    """What the history says a step left of a record: text, or a check sum over fields, or nothing at all."""

    step: int
    text: bytes | None = None
    names: tuple[str, ...] = ()
    sum: int | None = None

    @property
    def gone(self) -> bool:
        return self.text is None and self.sum is None


def _against_history(
    reader: Reader, found: dict[type[Record], dict[str, Record]], unreadable: set[tuple[str, str]]
) -> Iterator[Finding]:
    newest: dict[tuple[str, str], _Left] = {}
    rows = reader.rows(
        "SELECT CAST(kind AS BLOB), CAST(record AS BLOB), CAST(after AS BLOB), step FROM edits ORDER BY id"
    )
    for kind_name, id, after, step in rows:
        newest[(_cell(kind_name, "text"), _cell(id, "text"))] = _Left(step, after)
    yield from _batches(reader, newest)
    for (name, id), left in newest.items():
        kind = RECORD_KINDS.get(name)
        if kind is None:
            yield Finding(FindingCode.UNREADABLE_HISTORY, name, id)
        elif (name, id) not in unreadable:
            yield from _compare(name, id, found[kind].get(id), left)
    for kind, records in found.items():
        for id in records:
            if (KIND_NAMES[kind], id) not in newest:
                yield Finding(FindingCode.NOT_IN_HISTORY, KIND_NAMES[kind], id)


def _batches(reader: Reader, newest: dict[tuple[str, str], _Left]) -> Iterator[Finding]:
    """Adds what the batches left where they are newer than what is there; names those that cannot be read."""
    for (number,) in reader.rows("SELECT id FROM batches ORDER BY id"):
        row = reader.rows(
            "SELECT step, place, CAST(kind AS BLOB), gone, CAST(fields AS BLOB), CAST(ids AS BLOB),"
            " CAST(sums AS BLOB), CAST(before AS BLOB), CAST(lowest AS BLOB), CAST(highest AS BLOB)"
            " FROM batches WHERE id = ?",
            number,
        )[0]
        step, place, name, gone, names, ids, sums, before, *ends = row
        try:
            batch = batches.read((step, place, name.decode(), gone, names.decode(), ids, sums, before))
            batch.befores()
            if [min(batch.ids).encode(), max(batch.ids).encode()] != ends:
                raise ValueError("a batch does not hold the ids that it is found by")
        except (ValueError, KeyError):
            yield Finding(FindingCode.UNREADABLE_HISTORY, "step", str(step))
            continue
        for place, id in enumerate(batch.ids):
            key = (KIND_NAMES[batch.kind], id)
            if key not in newest or newest[key].step < batch.step:
                number = None if batch.gone else batch.sums[place]
                newest[key] = _Left(batch.step, names=batch.names, sum=number)


def _compare(name: str, id: str, record: Record | None, left: _Left) -> Iterator[Finding]:
    if left.gone:
        if record is not None:
            yield Finding(FindingCode.DIFFERS_FROM_HISTORY, name, id)
        return
    if left.text is not None:
        try:
            kept = codec.from_json(RECORD_KINDS[name], _cell(left.text, "text"))
        except ValueError:
            yield Finding(FindingCode.UNREADABLE_HISTORY, name, id)
            return
    if record is None:
        yield Finding(FindingCode.MISSING_RECORD, name, id)
    elif (record != kept) if left.text is not None else (_sum(record, left.names) not in (left.sum, None)):
        yield Finding(FindingCode.DIFFERS_FROM_HISTORY, name, id)


def _sum(record: Record, names: tuple[str, ...]) -> int | None:
    """The check sum of the fields that a batch knew; None where a later version has dropped one of them."""
    cells = dict(zip(codec.shape_of(type(record)).names, codec.row_of(record), strict=True))
    if not cells.keys() >= set(names):
        return None
    (found,) = batches.sums_of([[cells[name]] for name in names])
    return found


def _broken_links(found: dict[type[Record], dict[str, Record]]) -> Iterator[Finding]:
    for kind, records in found.items():
        for record in records.values():
            for field, id, targets in _links(record):
                if id and not any(id in found[target] for target in targets):
                    yield Finding(FindingCode.UNKNOWN_LINK, KIND_NAMES[kind], record.id, f"{field} {id}")


def _contents(reader: Reader, attachments: dict[str, Record]) -> Iterator[Finding]:
    for name in contents.unsound(reader):
        yield Finding(FindingCode.DAMAGED_CONTENT, detail=name)
    kept = contents.names(reader)
    for record in attachments.values():
        if isinstance(record, Attachment) and record.sha256 not in kept:
            yield Finding(FindingCode.MISSING_CONTENT, KIND_NAMES[Attachment], record.id, record.sha256)


def _links(record: Record) -> Iterable[tuple[str, str, tuple[type[Record], ...]]]:
    """Every id that a record refers to: the field, the id, and the kinds it may name."""
    for citation in getattr(record, "citations", ()):
        yield "citations", citation.source, (Source,)
    match record:
        case Figure():
            yield "measure", record.measure, (Measure,)
            yield "revises", record.revises, (Figure,)
        case Event():
            yield "case", record.case, (Case,)
        case Source():
            yield "derives_from", record.derives_from, (Source,)
        case Statement():
            for field in ("answers", "disputes"):
                for answered in getattr(record, field):
                    yield field, answered, (Statement, Figure, Event)
            yield "same_utterance", record.same_utterance, (Statement,)
        case Answer():
            yield "case", record.case, (Case,)
            yield "rule", record.rule, (Rule,)
        case Scheme():
            for field in ("outbound", "inbound", "pressure"):
                yield field, getattr(record, field), (Measure,)
        case _:
            return
