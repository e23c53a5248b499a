"""Takes what is about a case out of a file, and out of its history: as if it had never been written down.

What stays is a step that names the ids of what was forgotten, without contents, so that other processes drop
it too, and nobody takes an id in the history for one that is missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.steps import Edit, Step
from desktop_app.store import batches, codec, history, keeping, rows, unit_of_work
from desktop_app.store.batches import Batch
from desktop_app.store.layout import table_name
from desktop_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

About: TypeAlias = dict[type[Record], set[str]]
"""Ids of records by kind."""


@dataclass(frozen=True)
class Erased:
    """What was forgotten: the step that is left of it, and how many records of each kind had stood."""

    step: Step
    counts: dict[type[Record], int]
    contents: int
    """Files whose bytes were kept for it alone."""


def erase(connection: Connection, reader: Reader, case: str, step: Step) -> Erased:
    """Forgets a case within the caller's transaction, and signs the step that says so."""
    about = {kind: ids for kind, ids in _about(reader, case).items() if ids}
    counts = {kind: len(rows.read_some(reader, kind, sorted(ids))) for kind, ids in about.items()}
    hashes = _hashes(reader, about.get(Attachment, set()))
    linking = _no_longer_linking(reader, {id for ids in about.values() for id in ids})
    for kind, ids in about.items():
        rows.remove(connection, kind, sorted(ids))
    _rewrite_history(connection, reader, about)
    gone = _drop_contents(connection, reader, hashes)
    signed = history.sign(connection, step)
    keeping.keep_edits(connection, signed.id, 0, linking)
    edits = [*linking, *_name(connection, signed.id, len(linking), about)]
    return Erased(replace(signed, edits=tuple(edits)), {k: n for k, n in counts.items() if n}, gone)


def holds(reader: Reader, case: str) -> bool:
    """Whether a file of any version holds a case, or what its history tells of one that was deleted."""
    name = KIND_NAMES[Case]
    if reader.first("SELECT 1 FROM cases WHERE id = ?", case) is not None:
        return True
    if reader.first("SELECT 1 FROM edits WHERE record = ? AND kind = ?", case, name) is not None:
        return True
    together = "SELECT fields, ids FROM batches WHERE kind = ? AND lowest <= ? AND highest >= ?"
    return any(
        # Without fields, it says that the case was forgotten.
        json.loads(fields) and case in batches.ids_in(ids)
        for fields, ids in reader.rows(together, name, case, case)
    )


# what is about it


def _about(reader: Reader, case: str) -> About:
    """Everything that belongs to a case, standing or in the history, and what hangs on that in turn."""
    about: About = {kind: set() for kind in RECORD_KINDS.values()}
    about[Case].add(case)
    for kind in about:
        if _has(kind, "case"):
            about[kind] |= _naming(reader, kind, "case", {case})
    while True:
        ids = {id for found in about.values() for id in found}
        for kind, found in about.items():
            if _has(kind, "record"):
                found |= _naming(reader, kind, "record", ids)
        about[Acceptance] |= _accepting(reader, ids)
        if ids == {id for found in about.values() for id in found}:
            return about


def _has(kind: type[Record], field: str) -> bool:
    return field in codec.shape_of(kind).names


def _naming(reader: Reader, kind: type[Record], field: str, ids: set[str]) -> set[str]:
    """The records of a kind that name one of these ids in a field; of what is gone, that named one last.

    A record that names something else by now is about that, and stays.
    """
    wanted = json.dumps(sorted(ids))
    table = table_name(kind)
    these = f'"{field}" IN (SELECT value FROM json_each(?))'
    standing = {id for (id,) in reader.rows(f'SELECT id FROM "{table}" WHERE {these}', wanted)}
    once = {id for id, value in _once(reader, kind, field) if value in ids} - standing
    there = f'SELECT id FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'
    return standing | (once - {id for (id,) in reader.rows(there, json.dumps(sorted(once)))})


def _once(reader: Reader, kind: type[Record], field: str) -> Iterator[tuple[str, Any]]:
    """What a field of the records of a kind has held, as far as the history tells."""
    name = KIND_NAMES[kind]
    for id, before, after in reader.rows("SELECT record, before, after FROM edits WHERE kind = ?", name):
        for text in (before, after):
            if text is not None:
                yield id, json.loads(text).get(field, "")
    for _number, batch in _batches(reader, name):
        yield from zip(batch.ids, batch.found(field), strict=False)


def _accepting(reader: Reader, ids: set[str]) -> set[str]:
    """Findings that were accepted and are about one of these, at whichever record they were shown."""
    told = [(one.id, one.finding) for one in rows.read_all(reader, Acceptance)]
    told += [(id, str(value)) for id, value in _once(reader, Acceptance, "finding")]
    return {acceptance for acceptance, finding in told if any(id in finding for id in ids)}


def _hashes(reader: Reader, attachments: set[str]) -> set[str]:
    """The SHA-256 of every file that these attachments have named."""
    standing = {one.sha256 for one in rows.read_some(reader, Attachment, sorted(attachments))}
    return standing | {
        str(value) for id, value in _once(reader, Attachment, "sha256") if id in attachments and value
    }


def _no_longer_linking(reader: Reader, ids: set[str]) -> list[Edit]:
    """The edits of records that answer or dispute one of these, so that they lead nowhere else."""
    edits = []
    for kind in RECORD_KINDS.values():
        fields = [field for field in unit_of_work.LINKS if _has(kind, field)]
        for record in rows.read_all(reader, kind) if fields else ():
            linked = {field: getattr(record, field) for field in fields}
            left: Any = {field: tuple(id for id in found if id not in ids) for field, found in linked.items()}
            if left != linked:
                edits.append(Edit(kind, record.id, record, replace(record, **left)))
    return edits


# the history


def _batches(reader: Reader, kind: str) -> Iterator[tuple[int, Batch]]:
    """The batches of a kind that hold more than the names of what was forgotten."""
    for number, *row in reader.rows(f"SELECT id, {batches.COLUMNS} FROM batches WHERE kind = ?", kind):
        batch = batches.read(row)
        if batch.names:
            yield number, batch


def _rewrite_history(connection: Connection, reader: Reader, about: About) -> None:
    """Takes the edits of these records out; what else was done in the same steps stays as it was."""
    names = {KIND_NAMES[kind]: ids for kind, ids in about.items()}
    singly: dict[int, set[int]] = {}
    together: dict[int, dict[int, Batch]] = {}
    for name, ids in names.items():
        gone = "SELECT step, id FROM edits WHERE kind = ? AND record IN (SELECT value FROM json_each(?))"
        for step, edit in reader.rows(gone, name, json.dumps(sorted(ids))):
            singly.setdefault(step, set()).add(edit)
        for number, batch in _batches(reader, name):
            if not ids.isdisjoint(batch.ids):
                together.setdefault(batch.step, {})[number] = batch
    touched = sorted(singly.keys() | together.keys())
    for step in touched:
        _move_up(connection, reader, step, singly.get(step, set()), _gone(together.get(step, {}), names))
    for number, batch in (pair for found in together.values() for pair in found.items()):
        _thin_out(connection, number, batch, names[KIND_NAMES[batch.kind]])
    for edits in singly.values():
        connection.exec_driver_sql("DELETE FROM edits WHERE id = ?", [(edit,) for edit in edits])
    for step in touched:
        # The step that made the file stays in any case: no undo goes behind it.
        connection.exec_driver_sql(
            "DELETE FROM steps WHERE id = ? AND id > 1 AND id NOT IN (SELECT step FROM edits)"
            " AND id NOT IN (SELECT step FROM batches)",
            (step,),
        )


def _gone(found: Mapping[int, Batch], names: Mapping[str, set[str]]) -> dict[int, int]:
    """How many edits leave each batch."""
    return {
        number: sum(id in names[KIND_NAMES[batch.kind]] for id in batch.ids)
        for number, batch in found.items()
    }


def _move_up(
    connection: Connection, reader: Reader, step: int, singly: set[int], leaving: Mapping[int, int]
) -> None:
    """Says of each batch of a step how many edits come before it when some of them are gone."""
    alone = iter([id for (id,) in reader.rows("SELECT id FROM edits WHERE step = ? ORDER BY id", step)])
    told = taken = 0
    for number, place, packed in reader.rows(
        "SELECT id, place, ids FROM batches WHERE step = ? ORDER BY place", step
    ):
        while told < place:
            taken += next(alone) in singly
            told += 1
        if taken:
            connection.exec_driver_sql("UPDATE batches SET place = ? WHERE id = ?", (place - taken, number))
        told += len(batches.ids_in(packed))
        taken += leaving.get(number, 0)


def _thin_out(connection: Connection, number: int, batch: Batch, ids: set[str]) -> None:
    left = batches.without(batch, ids)
    if left is None:
        connection.exec_driver_sql("DELETE FROM batches WHERE id = ?", (number,))
    else:
        connection.exec_driver_sql(
            "UPDATE batches SET lowest = ?, highest = ?, ids = ?, sums = ?, before = ? WHERE id = ?",
            (*left, number),
        )


def _name(connection: Connection, step: int, place: int, about: About) -> list[Edit]:
    """Keeps the ids of what was forgotten, and nothing else of it."""
    edits: list[Edit] = []
    for kind, ids in about.items():
        named = sorted(ids)
        for start in range(0, len(named), batches.MOST):
            part = named[start : start + batches.MOST]
            row = batches.row_of_forgotten(step, place + len(edits), kind, part)
            history.add_batch(connection, row)
            edits += [Edit(kind, id, None, None) for id in part]
    return edits


# kept copies


def _drop_contents(connection: Connection, reader: Reader, hashes: Iterable[str]) -> int:
    """Takes out the bytes that no attachment names any more, neither one that stands nor the history."""
    standing = {sha for (sha,) in reader.rows("SELECT sha256 FROM attachments")}
    named = standing | {str(value) for _id, value in _once(reader, Attachment, "sha256")}
    gone = [(sha,) for sha in hashes if sha not in named]
    if gone:
        connection.exec_driver_sql("DELETE FROM contents WHERE sha256 = ?", gone)
    return len(gone)
