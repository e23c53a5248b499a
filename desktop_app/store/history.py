"""The journal of a workspace file: each step with its edits, added once and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.steps import Edit, Step
from desktop_app.store import codec

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


def last_id(connection: Connection) -> int:
    """The id of the newest step; 0 for an empty history."""
    return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM steps").scalar_one())


def since(connection: Connection, step: int) -> tuple[Step, ...]:
    """All steps after one, oldest first."""
    heads = connection.exec_driver_sql(f"SELECT {_STEP} FROM steps WHERE id > ? ORDER BY id", (step,))
    return tuple(_read(connection, head) for head in heads.all())


def step(connection: Connection, number: int) -> Step:
    """One step with all its edits; ValueError where there is none."""
    head = connection.exec_driver_sql(f"SELECT {_STEP} FROM steps WHERE id = ?", (number,)).first()
    if head is None:
        raise ValueError(f"there is no step {number}")
    return _read(connection, head)


def heads(connection: Connection, count: int) -> list[tuple[int, str, int | None]]:
    """Id, label and reverted id of the newest steps, oldest first: what undo after a restart needs."""
    newest = "SELECT id, label, reverts FROM steps ORDER BY id DESC LIMIT ?"
    rows = connection.exec_driver_sql(newest, (count,))
    return [(row[0], row[1], row[2]) for row in reversed(rows.all())]


def of_record(connection: Connection, kind: type[Record], record: str) -> list[tuple[Step, Edit]]:
    """What happened to one record, oldest first. Each step given here carries that edit alone."""
    rows = connection.exec_driver_sql(
        f"SELECT {_STEP_OF_EDIT}, e.kind, e.record, e.before, e.after"
        " FROM edits e JOIN steps s ON s.id = e.step WHERE e.record = ? AND e.kind = ? ORDER BY e.id",
        (record, KIND_NAMES[kind]),
    )
    found = []
    for row in rows.all():
        edit = _edit(row[6:])
        found.append((_step(row[:6], (edit,)), edit))
    return found


def _read(connection: Connection, head: Sequence[Any]) -> Step:
    rows = connection.exec_driver_sql(f"SELECT {_EDIT} FROM edits WHERE step = ? ORDER BY id", (head[0],))
    return _step(head, map(_edit, rows.all()))


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
