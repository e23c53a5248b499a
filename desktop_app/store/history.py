"""The journal of a workspace file: each step with its edits, added once and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.steps import Edit, Step
from desktop_app.store import codec
from desktop_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STEP = "id, at, who, device, label, reverts"
_STEP_OF_EDIT = "s.id, s.at, s.who, s.device, s.label, s.reverts"
_EDIT = "kind, record, before, after"


def sign(connection: Connection, step: Step) -> Step:
    """Adds a step with its edits to the history, and answers it with the id it was given."""
    result = connection.exec_driver_sql(
        "INSERT INTO steps (at, who, device, label, reverts) VALUES (?, ?, ?, ?, ?)",
        (step.at.isoformat(timespec="microseconds"), step.who, step.device, step.label, step.reverts),
    )
    number = int(result.lastrowid)
    connection.exec_driver_sql(
        f"INSERT INTO edits (step, {_EDIT}) VALUES (?, ?, ?, ?, ?)",
        [
            (number, KIND_NAMES[edit.kind], edit.id, _text(edit.before), _text(edit.after))
            for edit in step.edits
        ],
    )
    return Step(number, step.at, step.who, step.label, step.edits, step.reverts, step.device)


def last_id(reader: Reader) -> int:
    """The id of the newest step; 0 for an empty history."""
    return int(reader.value("SELECT coalesce(max(id), 0) FROM steps"))


def since(reader: Reader, step: int) -> tuple[Step, ...]:
    """All steps after one, oldest first."""
    heads = reader.rows(f"SELECT {_STEP} FROM steps WHERE id > ? ORDER BY id", step)
    return tuple(_read(reader, head) for head in heads)


def step(reader: Reader, number: int) -> Step:
    """One step with all its edits; ValueError where there is none."""
    head = reader.first(f"SELECT {_STEP} FROM steps WHERE id = ?", number)
    if head is None:
        raise ValueError(f"there is no step {number}")
    return _read(reader, head)


def heads(reader: Reader, count: int) -> list[tuple[int, str, int | None]]:
    """Id, label and reverted id of the newest steps, oldest first: what undo after a restart needs."""
    newest = "SELECT id, label, reverts FROM steps ORDER BY id DESC LIMIT ?"
    return [(row[0], row[1], row[2]) for row in reversed(reader.rows(newest, count))]


def of_record(reader: Reader, kind: type[Record], record: str) -> list[tuple[Step, Edit]]:
    """What happened to one record, oldest first. Each step given here carries that edit alone."""
    rows = reader.rows(
        f"SELECT {_STEP_OF_EDIT}, e.kind, e.record, e.before, e.after"
        " FROM edits e JOIN steps s ON s.id = e.step WHERE e.record = ? AND e.kind = ? ORDER BY e.id",
        record,
        KIND_NAMES[kind],
    )
    found = []
    for row in rows:
        edit = _edit(row[6:])
        found.append((_step(row[:6], (edit,)), edit))
    return found


def _read(reader: Reader, head: Sequence[Any]) -> Step:
    rows = reader.rows(f"SELECT {_EDIT} FROM edits WHERE step = ? ORDER BY id", head[0])
    return _step(head, map(_edit, rows))


def _step(head: Sequence[Any], edits: Iterable[Edit]) -> Step:
    number, at, who, device, label, reverts = head
    return Step(number, datetime.fromisoformat(at).astimezone(UTC), who, label, tuple(edits), reverts, device)


def _edit(row: Sequence[Any]) -> Edit:
    name, record, before, after = row
    kind = RECORD_KINDS[name]
    return Edit(kind, record, _record(kind, before), _record(kind, after))


def _text(record: Record | None) -> str | None:
    return None if record is None else codec.to_json(record)


def _record(kind: type[Record], text: str | None) -> Record | None:
    return None if text is None else codec.from_json(kind, text)
