"""Many new records as columns of cells, checked as columns: a million go in without a record being made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from itertools import repeat
from typing import Any, TypeAlias

from desktop_app.domain.identity import new_ids
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.steps import Edit
from desktop_app.store import codec
from desktop_app.store.codec import Cell, FieldForm

Column: TypeAlias = Cell | list[Cell]
"""A cell for each row, or one that all rows have."""

Sound: TypeAlias = dict[tuple[type[Record], str], set[Cell]]
"""Cells by kind and field that are known to be as the file would hold them."""

_REMEMBERED = 200_000

_CLEAR = Sharing.CLEAR.value


@dataclass(frozen=True, slots=True)
class Block:
    """New records that come into the file together, as they are written there."""

    kind: type[Record]
    ids: list[str]
    columns: tuple[Column, ...]
    """In the order of the fields; the first are the ids."""

    def part(self, start: int, end: int) -> Block:
        """The rows from one place to before another."""
        columns = tuple(column[start:end] if isinstance(column, list) else column for column in self.columns)
        return Block(self.kind, self.ids[start:end], columns)

    def full(self) -> list[Sequence[Cell]]:
        """Every column with a cell for each row."""
        count = len(self.ids)
        return [column if isinstance(column, list) else [column] * count for column in self.columns]

    def records(self) -> list[Record]:
        """The records that these rows are."""
        return codec.records_from(self.kind, self.full())

    def edits(self) -> list[Edit]:
        """How a step that adds them is told."""
        return [
            Edit(self.kind, id, None, record) for id, record in zip(self.ids, self.records(), strict=True)
        ]


def rows_of(columns: Iterable[Column]) -> Iterator[tuple[Cell, ...]]:
    """Columns row by row; one of them at least is a list."""
    return zip(*(column if isinstance(column, list) else repeat(column) for column in columns), strict=False)


def block_of(
    kind: type[Record], given: Mapping[str, Column], now: str, sound: Sound, *, private: bool = False
) -> Block:
    """A block of new records with ids of their own; `now` is when those enter that do not say it.

    `sound` holds the cells that have been checked before, and those of this block afterwards.
    A column that is left out has the field's default. ValueError for columns of unlike length and for cells
    that are not exactly as the file would hold them; a Refusal (NEEDS_PASSPHRASE) for what is not clear,
    unless the file is `private`.
    """
    forms = codec.shape_of(kind).forms
    unknown = given.keys() - {form.name for form in forms[1:]}
    counts = {len(column) for column in given.values() if isinstance(column, list)}
    if unknown or len(counts) != 1:
        raise ValueError(f"these are no columns for rows of a {kind.__name__}: {sorted(given)}")
    columns = {**_defaults(kind, now), **given}
    for form in forms[1:]:
        _check(kind, form, columns[form.name], sound.setdefault((kind, form.name), set()))
    sharing = columns.get("sharing", _CLEAR)
    if not private and set(sharing if isinstance(sharing, list) else [sharing]) != {_CLEAR}:
        raise Refusal(RefusalCode.NEEDS_PASSPHRASE)
    (count,) = counts
    ids = new_ids(count)
    cells: list[Cell] = [*ids]
    return Block(kind, ids, (cells, *(columns[form.name] for form in forms[1:])))


def _defaults(kind: type[Record], now: str) -> dict[str, Column]:
    defaults: dict[str, Column] = {}
    forms = {form.name: form for form in codec.shape_of(kind).forms}
    for entry in fields(kind):
        if entry.default is not MISSING:
            to_cell = forms[entry.name].to_cell
            defaults[entry.name] = entry.default if to_cell is None else to_cell(entry.default)
    return defaults | ({"recorded": now} if "recorded" in defaults else {})


def _check(kind: type[Record], form: FieldForm, column: Column, sound_before: set[Cell]) -> None:
    """Each different cell must be read and written back as it is."""
    different: set[Any] = set(column) if isinstance(column, list) else {column}
    different -= sound_before
    if form.from_cell is None or form.to_cell is None:
        sound = set(map(type, different)) <= form.accepts
    else:
        write, read = form.to_cell, form.from_cell
        try:
            sound = all(write(read(cell)) == cell for cell in different)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{kind.__name__}.{form.name} cannot hold that") from error
    if not sound:
        raise ValueError(f"{kind.__name__}.{form.name} cannot hold that")
    if form.from_cell is not None and len(sound_before) < _REMEMBERED:
        sound_before |= different
