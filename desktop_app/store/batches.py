"""Hundreds of edits of one step in little room: their ids, and what they found.

What they left is not written again: it is what the next edit of the record found, or its row as it stands.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from struct import error, pack, unpack
from typing import Any, Final, TypeAlias

from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.steps import Edit
from desktop_app.store import codec
from desktop_app.store.codec import Cell

LEAST = 200
"""So many edits of one step that do the same to one kind of record are kept as batches."""

MOST = 500
"""Edits in one batch: what is read at once by whoever must not be stopped for long."""

_MOST_BYTES: Final = 1 << 28
"""No batch unpacks to more: a file made by somebody else could ask for all the memory there is."""

_ORDER: Final = {kind: place for place, kind in enumerate(RECORD_KINDS.values())}

Columns: TypeAlias = Sequence[Sequence[Cell]]

COLUMNS: Final = "step, place, kind, gone, fields, ids, sums, before"
"""What a batch is read from, in the order that `read` takes."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Edits of one kind of record that all add, all change or all remove."""

    step: int
    place: int
    """How many edits of the step come before it."""
    kind: type[Record]
    gone: bool
    names: tuple[str, ...]
    """The fields that sums and cells are about; none where what was there has been forgotten."""
    ids: list[str]
    sums: tuple[int, ...]
    """A check sum of each record as it was left; none where they are gone."""
    packed: bytes | None
    """The records as they were found; None where they are new."""

    def befores(self) -> list[Record] | list[None]:
        """Each record as the edit found it; ValueError where that cannot be read."""
        return next(self.befores_in_parts(max(len(self.ids), 1)))

    def befores_in_parts(self, size: int) -> Iterator[list[Record] | list[None]]:
        """The same for so many records at a time."""
        packed = self.packed if self.names else None
        columns = None if packed is None else [self._whole(column) for column in _unpacked(packed)]
        for start in range(0, max(len(self.ids), 1), size):
            end = min(start + size, len(self.ids))
            if columns is None:
                yield [None] * (end - start)
            else:
                yield self._records([column[start:end] for column in columns])

    def before(self, id: str) -> Record | None:
        """One record as the edit found it."""
        if self.packed is None or not self.names:
            return None
        place = self.ids.index(id)
        (record,) = self._records([[self._whole(column)[place]] for column in _unpacked(self.packed)])
        return record

    def found(self, field: str) -> list[Cell]:
        """One field's cell of each record as the edit found it; none where they are new."""
        if self.packed is None or field not in self.names:
            return []
        return self._whole(_unpacked(self.packed)[self.names.index(field)])

    def _whole(self, column: Any) -> list[Cell]:
        whole = column if isinstance(column, list) else [column] * len(self.ids)
        if len(whole) != len(self.ids):
            raise ValueError("a batch does not hold as many cells as records")
        return whole

    def _records(self, columns: list[list[Cell]]) -> list[Record]:
        shape = codec.shape_of(self.kind)
        if self.names == shape.names and len(columns) == len(self.names):
            return codec.records_from(self.kind, columns)
        return codec.records_by_name(self.kind, dict(zip(self.names, columns, strict=True)))


@dataclass(frozen=True, slots=True)
class Run:
    """Edits of one step that are written together, all of one kind of record and of one sort."""

    place: int
    edits: list[Edit]
    batched: bool


def arranged(edits: Sequence[Edit]) -> Sequence[Edit]:
    """The edits of a large step with those together that can be kept together; a small one as it is."""
    return edits if len(edits) < LEAST else tuple(sorted(edits, key=_sort_of))


def runs(edits: Sequence[Edit]) -> Iterator[Run]:
    """Arranged edits cut into what is written together, in their order."""
    place = 0
    for _, group in groupby(edits, key=_sort_of):
        alike = list(group)
        batched = len(alike) >= LEAST
        size = MOST if batched else len(alike)
        for start in range(0, len(alike), size):
            yield Run(place + start, alike[start : start + size], batched)
        place += len(alike)


def _sort_of(edit: Edit) -> tuple[int, bool, bool]:
    return _ORDER[edit.kind], edit.after is None, edit.before is None


def row_of_new(step: int, place: int, kind: type[Record], ids: list[str], left: Columns) -> tuple[Any, ...]:
    """What the table of batches holds for new records; `left` are their columns."""
    return (*_head(step, place, kind, ids), 0, *_tail(kind, ids, left), None)


def row_of(step: int, run: Run, left: Columns) -> tuple[Any, ...]:
    """What the table of batches holds for a run; `left` are the records it leaves, as columns of cells."""
    first = run.edits[0]
    ids = [edit.id for edit in run.edits]
    befores = [edit.before for edit in run.edits if edit.before is not None]
    found = list(map(_folded, codec.columns_of(first.kind, befores))) if befores else None
    return (
        *_head(step, run.place, first.kind, ids),
        int(first.after is None),
        *_tail(first.kind, ids, left),
        None if found is None else _packed(found),
    )


def row_of_forgotten(step: int, place: int, kind: type[Record], ids: list[str]) -> tuple[Any, ...]:
    """What the table of batches holds for records that were forgotten: their ids, and nothing of them."""
    return (*_head(step, place, kind, ids), 1, json.dumps([]), _packed(ids), None, _packed([]))


def ids_in(packed: bytes) -> list[Any]:
    """The ids of a batch, from that column alone."""
    return _unpacked(packed)


def without(batch: Batch, gone: Collection[str]) -> tuple[Any, ...] | None:
    """A batch without some records: its ends, ids, sums and what was found; None where none is left."""
    kept = [place for place, id in enumerate(batch.ids) if id not in gone]
    if not kept:
        return None
    ids = [batch.ids[place] for place in kept]
    sums = pack(f"<{len(kept)}I", *(batch.sums[place] for place in kept)) if batch.sums else None
    before = None
    if batch.packed is not None:
        columns = _unpacked(batch.packed)
        before = _packed(
            [[column[place] for place in kept] if isinstance(column, list) else column for column in columns]
        )
    return min(ids), max(ids), _packed(ids), sums, before


def _head(step: int, place: int, kind: type[Record], ids: list[str]) -> tuple[Any, ...]:
    return step, place, KIND_NAMES[kind], min(ids), max(ids)


def _tail(kind: type[Record], ids: list[str], left: Columns) -> tuple[Any, ...]:
    shape = codec.shape_of(kind)
    sums = pack(f"<{len(ids)}I", *sums_of(left, texts=shape.is_text)) if left else None
    return json.dumps(shape.names), _packed(ids), sums


ROW: Final = "step, place, kind, lowest, highest, gone, fields, ids, sums, before"
"""The columns that `row_of` fills."""


def read(row: Sequence[Any]) -> Batch:
    """A batch from its `COLUMNS`; ValueError for what no Evenhand wrote."""
    step, place, name, gone, names, ids, sums, before = row
    try:
        found = _unpacked(ids)
        numbers = unpack(f"<{len(sums) // 4}I", sums) if sums is not None else ()
        fields = tuple(json.loads(names))
    except (TypeError, error) as damage:
        raise ValueError("a batch cannot be read") from damage
    if len(numbers) != (0 if gone else len(found)) or not all(type(id) is str for id in found):
        raise ValueError("a batch cannot be read")
    return Batch(step, place, RECORD_KINDS[name], bool(gone), fields, found, numbers, before)


def sums_of(columns: Columns, *, texts: bool = False) -> list[int]:
    """A check sum for each row: one flipped bit anywhere in its text changes it.

    `texts` says that every cell is a text, which spares looking.
    """
    rows: Iterable[Any] = zip(*columns, strict=True)
    if not texts:
        rows = ([_NOTHING if cell is None else str(cell) for cell in row] for row in rows)
    return list(map(zlib.crc32, map(str.encode, map("\x1f".join, rows))))


_NOTHING: Final = "\x00"


def _folded(column: Sequence[Cell]) -> Sequence[Cell] | Cell:
    return column[0] if len(set(column)) == 1 else column


def _packed(plain: object) -> bytes:
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _unpacked(packed: bytes) -> list[Any]:
    try:
        stream = zlib.decompressobj()
        text = stream.decompress(packed, _MOST_BYTES)
    except zlib.error as damage:
        raise ValueError("a batch cannot be read") from damage
    if not stream.eof:
        raise ValueError("a batch cannot be read")
    plain = json.loads(text)
    if not isinstance(plain, list):
        raise ValueError("a batch cannot be read")
    return plain
