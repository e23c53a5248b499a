"""The journal of a workspace file: each step with its edits, added once and never changed."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.steps import FORGET, Edit, Step
from desktop_app.store import batches, codec, rows
from desktop_app.store.batches import Batch
from desktop_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

_STEP = "id, at, who, device, label, reverts"
_EDIT = "kind, record, before, after"

Head: TypeAlias = tuple[Any, ...]
"""A step without its edits, as its row."""

Among: TypeAlias = tuple[str, str, str]
"""The name of a kind, and the first and last id that count in order of text."""

Touched: TypeAlias = tuple[type[Record], list[str], Callable[[], Sequence[Record | None]]]
"""A kind, the ids of its records that one edit or batch touched, and what reads how it found them."""


def sign(connection: Connection, step: Step) -> Step:
    """Adds a step without its edits to the history, and answers it with the id it was given."""
    result = connection.exec_driver_sql(
        "INSERT INTO steps (at, who, device, label, reverts) VALUES (?, ?, ?, ?, ?)",
        (step.at.isoformat(timespec="microseconds"), step.who, step.device, step.label, step.reverts),
    )
    edits = batches.arranged(step.edits)
    return Step(int(result.lastrowid), step.at, step.who, step.label, edits, step.reverts, step.device)


def add(connection: Connection, step: int, edits: Iterable[Edit]) -> None:
    """Adds edits of a step one by one."""
    connection.exec_driver_sql(
        f"INSERT INTO edits (step, {_EDIT}) VALUES (?, ?, ?, ?, ?)",
        [(step, KIND_NAMES[edit.kind], edit.id, _text(edit.before), _text(edit.after)) for edit in edits],
    )


def add_batch(connection: Connection, row: tuple[Any, ...]) -> None:
    """Adds many edits of a step at once, as `batches.row_of` gives them."""
    marks = ", ".join("?" for _ in row)
    connection.exec_driver_sql(f"INSERT INTO batches ({batches.ROW}) VALUES ({marks})", row)


def last_id(reader: Reader) -> int:
    """The id of the newest step; 0 for an empty history."""
    return int(reader.value("SELECT coalesce(max(id), 0) FROM steps"))


def heads(reader: Reader, count: int) -> list[tuple[int, str, int | None]]:
    """Id, label and reverted id of the newest steps, oldest first: what undo after a restart needs."""
    newest = "SELECT id, label, reverts FROM steps ORDER BY id DESC LIMIT ?"
    return [(row[0], row[1], row[2]) for row in reversed(reader.rows(newest, count))]


def moments(reader: Reader) -> list[tuple[int, datetime]]:
    """The number of each step and when it was kept, oldest step first."""
    return [(number, _moment(at)) for number, at in reader.rows("SELECT id, at FROM steps ORDER BY id")]


def heads_since(reader: Reader, step: int) -> list[Head]:
    """The steps after one without their edits, oldest first."""
    return reader.rows(f"SELECT {_STEP} FROM steps WHERE id > ? ORDER BY id", step)


def forgotten_since(reader: Reader, step: int) -> bool:
    """Whether anything has been forgotten after a step: then earlier ones are no longer what they were."""
    return reader.first("SELECT 1 FROM steps WHERE id > ? AND label = ?", step, FORGET) is not None


def since(reader: Reader, step: int) -> tuple[Step, ...]:
    """All steps after one, oldest first."""
    return tuple(_whole(reader, head) for head in heads_since(reader, step))


def step(reader: Reader, number: int) -> Step:
    """One step with all its edits; ValueError where there is none."""
    head = reader.first(f"SELECT {_STEP} FROM steps WHERE id = ?", number)
    if head is None:
        raise ValueError(f"there is no step {number}")
    return _whole(reader, head)


def batches_of(reader: Reader, step: int) -> list[int]:
    """The numbers of a step's batches, in their order."""
    return [number for (number,) in reader.rows("SELECT id FROM batches WHERE step = ? ORDER BY place", step)]


def batch(reader: Reader, number: int) -> Batch:
    """One batch, whose edits are still to be read by `edits_of`."""
    return batches.read(reader.rows(f"SELECT {batches.COLUMNS} FROM batches WHERE id = ?", number)[0])


def edits_of(reader: Reader, found: Batch, ids: list[str], befores: Iterable[Record | None]) -> list[Edit]:
    """The edits of a batch that are about these of its records; `befores` is how it found them."""
    if found.gone:
        afters: Iterable[Record | None] = [None] * len(ids)
    else:
        left = _afters(reader, found.kind, found.step, ids)
        afters = map(left.__getitem__, ids)
    return list(map(partial(Edit, found.kind), ids, befores, afters))


def _batched(reader: Reader, number: int) -> tuple[int, list[Edit]]:
    """The edits of one batch, with their place in the step."""
    found = batch(reader, number)
    return found.place, edits_of(reader, found, found.ids, found.befores())


def singly(reader: Reader, step: int) -> list[Edit]:
    """The edits of a step that are in none of its batches, in their order."""
    return list(map(_edit, reader.rows(f"SELECT {_EDIT} FROM edits WHERE step = ? ORDER BY id", step)))


def composed(head: Head, batched: Iterable[tuple[int, list[Edit]]], alone: Iterable[Edit]) -> Step:
    """A step from its batches and its other edits, in the order in which they were kept."""
    alone = iter(alone)
    edits: list[Edit] = []
    for place, alike in batched:
        while len(edits) < place:
            edits.append(_next(alone))
        edits += alike
    edits += alone
    return _step(head, edits)


def befores(reader: Reader, after: int, last: int) -> Iterator[tuple[type[Record], str, Record | None]]:
    """Each record that the steps after one, up to `last`, touched, as the first of them found it.

    None where it was new.
    """
    met: set[tuple[type[Record], str]] = set()
    for kind, ids, found in _touched(reader, after, last):
        if any((kind, id) not in met for id in ids):
            for id, record in zip(ids, found(), strict=True):
                if (kind, id) not in met:
                    met.add((kind, id))
                    yield kind, id, record


def removals(reader: Reader) -> list[tuple[Step, Edit]]:
    """Every removal of a record, oldest first. Each step given here carries that edit alone.

    What was removed may have come back since.
    """
    singly = reader.rows(f"SELECT step, {_EDIT} FROM edits WHERE after IS NULL ORDER BY id")
    batched = reader.rows(f"SELECT {batches.COLUMNS} FROM batches WHERE gone = 1 ORDER BY id")
    found = [(row[0], _edit(row[1:])) for row in singly]
    for one in map(batches.read, batched):
        removed = zip(one.ids, one.befores(), strict=True)
        found += [(one.step, Edit(one.kind, id, before, None)) for id, before in removed]
    heads = {head[0]: head for head in heads_since(reader, 0)} if found else {}
    found.sort(key=itemgetter(0))
    return [(_step(heads[number], (edit,)), edit) for number, edit in found]


def of_record(reader: Reader, kind: type[Record], record: str) -> list[tuple[Step, Edit]]:
    """What happened to one record, oldest first. Each step given here carries that edit alone."""
    name = KIND_NAMES[kind]
    singly = reader.rows(
        f"SELECT step, {_EDIT} FROM edits WHERE record = ? AND kind = ? ORDER BY id", record, name
    )
    together = reader.rows(
        f"SELECT {batches.COLUMNS} FROM batches WHERE kind = ? AND lowest <= ? AND highest >= ?",
        *(name, record, record),
    )
    batched = [one for one in map(batches.read, together) if record in one.ids]
    edits = {row[0]: _edit(row[1:]) for row in singly}
    edits |= {one.step: Edit(kind, record, one.before(record), None) for one in batched}
    # From the newest back: what a batch left is what the edit after it found.
    left = _standing(reader, kind, [record]).get(record)
    for number in sorted(edits, reverse=True):
        edit = edits[number]
        if any(one.step == number and not one.gone for one in batched):
            if left is None:
                raise ValueError("a record that a step left is neither there nor in the history")
            edits[number] = Edit(kind, record, edit.before, left)
        left = edit.before
    heads = {number: reader.rows(f"SELECT {_STEP} FROM steps WHERE id = ?", number)[0] for number in edits}
    return [(_step(heads[number], (edits[number],)), edits[number]) for number in sorted(edits)]


def _whole(reader: Reader, head: Head) -> Step:
    batched = [_batched(reader, number) for number in batches_of(reader, head[0])]
    return composed(head, batched, singly(reader, head[0]))


def _touched(reader: Reader, after: int, last: int, among: Among | None = None) -> Iterator[Touched]:
    """What the steps after one, up to `last`, found, oldest step first."""
    where = "step > ? AND step <= ?"
    values: list[str | int] = [after, last]
    alone, together = where, where
    if among is not None:
        alone += " AND kind = ? AND record >= ? AND record <= ?"
        together += " AND kind = ? AND highest >= ? AND lowest <= ?"
        values += among
    singly = reader.rows(f"SELECT step, {_EDIT} FROM edits WHERE {alone} ORDER BY id", *values)
    batched = reader.rows(f"SELECT {batches.COLUMNS} FROM batches WHERE {together} ORDER BY id", *values)
    found = heapq.merge(
        ((row[0], _touched_alone(row[1:])) for row in singly),
        ((row[0], _touched_together(row)) for row in batched),
        key=itemgetter(0),
    )
    return (touched for _, touched in found)


def _touched_alone(row: Sequence[Any]) -> Touched:
    name, id, before, _ = row
    kind = RECORD_KINDS[name]
    return kind, [id], lambda: [_record(kind, before)]


def _touched_together(row: Sequence[Any]) -> Touched:
    batch = batches.read(row)
    return batch.kind, batch.ids, batch.befores


def _afters(reader: Reader, kind: type[Record], step: int, ids: list[str]) -> dict[str, Record]:
    """How a step left records that it kept: as the next step to touch them found them, or as they stand."""
    wanted = set(ids)
    left: dict[str, Record] = {}
    among = (KIND_NAMES[kind], min(ids), max(ids))
    for _, touched, found in _touched(reader, step, last_id(reader), among):
        if not wanted.isdisjoint(touched):
            for id, record in zip(touched, found(), strict=True):
                if id in wanted and record is not None:
                    left.setdefault(id, record)
            wanted.difference_update(touched)
    left.update(_standing(reader, kind, [id for id in ids if id in wanted]))
    if len(left) < len(ids):
        raise ValueError("a record that a step left is neither there nor in the history")
    return left


def _standing(reader: Reader, kind: type[Record], ids: list[str]) -> dict[str, Record]:
    return {record.id: record for record in rows.read_some(reader, kind, ids)} if ids else {}


def _next(edits: Iterator[Edit]) -> Edit:
    edit = next(edits, None)
    if edit is None:
        raise ValueError("a step does not hold all its edits")
    return edit


def _step(head: Head, edits: Iterable[Edit]) -> Step:
    number, at, who, device, label, reverts = head
    return Step(number, _moment(at), who, label, tuple(edits), reverts, device)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(UTC)


def _edit(row: Sequence[Any]) -> Edit:
    name, record, before, after = row
    kind = RECORD_KINDS[name]
    return Edit(kind, record, _record(kind, before), _record(kind, after))


def _text(record: Record | None) -> str | None:
    return None if record is None else codec.to_json(record)


def _record(kind: type[Record], text: str | None) -> Record | None:
    return None if text is None else codec.from_json(kind, text)
