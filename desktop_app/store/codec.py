"""Records as columns of readable text, as JSON text for the history, and back again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from desktop_app.domain.records import Record
from desktop_app.store import forms
from desktop_app.store.forms import Cell, FieldForm, Shape, shape_of

__all__ = [
    "Cell",
    "FieldForm",
    "Met",
    "Shape",
    "cell_of",
    "columns_of",
    "from_json",
    "records_by_name",
    "records_from",
    "records_of",
    "row_of",
    "shape_of",
    "to_json",
]

R = TypeVar("R")
_CACHED_VALUES = 250_000

Met: TypeAlias = dict[str, dict[Any, Any]]
"""Values that have been read before, by field and cell."""


def row_of(record: Record) -> tuple[Cell, ...]:
    """A record as the cells of its row; TypeError where a field holds something of another class."""
    shape = shape_of(type(record))
    cells = []
    for form, value in zip(shape.forms, shape.values(record), strict=True):
        if type(value) not in form.accepts:
            raise TypeError(f"{shape.kind.__name__}.{form.name} cannot hold a {type(value).__name__}")
        cells.append(value if form.to_cell is None else form.to_cell(value))
    return tuple(cells)


def cell_of(kind: type[Any], field: str, value: Any) -> Cell:
    """One field's value as its cell."""
    (form,) = (form for form in shape_of(kind).forms if form.name == field)
    return value if form.to_cell is None else form.to_cell(value)


def columns_of(kind: type[Any], records: Sequence[Any]) -> list[Sequence[Cell]]:
    """Records of one kind as the columns of their rows, several times quicker than row by row.

    TypeError where a field holds something of another class.
    """
    shape = shape_of(kind)
    columns: list[Sequence[Cell]] = []
    for form, values in zip(shape.forms, zip(*map(shape.values, records), strict=True), strict=True):
        for other in set(map(type, values)) - form.accepts:
            raise TypeError(f"{kind.__name__}.{form.name} cannot hold a {other.__name__}")
        columns.append(values if form.to_cell is None else _write_column(form.to_cell, values))
    return columns


def records_of(kind: type[R], rows: Sequence[Sequence[Any]]) -> list[R]:
    """Rows as records, column by column, which is several times quicker than row by row.

    Raises ValueError for cells that no version of Evenhand wrote.
    """
    return records_from(kind, tuple(zip(*rows, strict=True))) if rows else []


def records_from(kind: type[R], columns: Sequence[Sequence[Any]], met: Met | None = None) -> list[R]:
    """Whole columns, in the order of the fields, as records; otherwise as `records_of`.

    `met` keeps what was read of one portion of rows for the next, so that equal values are one object.
    """
    shape = shape_of(kind)
    known = ({} for _ in columns) if met is None else (met.setdefault(form.name, {}) for form in shape.forms)
    values = [
        _value_column(form, column, values)
        for form, column, values in zip(shape.forms, columns, known, strict=True)
    ]
    try:
        return shape.made(values)
    except (TypeError, AttributeError) as error:
        raise ValueError(f"a {kind.__name__} cannot be read") from error


def records_by_name(kind: type[R], columns: Mapping[str, Sequence[Any]]) -> list[R]:
    """Columns that an earlier version wrote, as records.

    Fields that did not exist yet have their default; fields that exist no more are passed over.
    """
    known = {
        form.name: columns[form.name]
        if form.from_cell is None
        else _read_column(form.from_cell, columns[form.name], {})
        for form in shape_of(kind).forms
        if form.name in columns
    }
    try:
        return [kind(**dict(zip(known, row, strict=True))) for row in zip(*known.values(), strict=True)]
    except TypeError as error:
        raise ValueError(f"a {kind.__name__} cannot be read") from error


def _write_column(write: Callable[[Any], Cell], values: Sequence[Any]) -> list[Cell]:
    """Each different object is written once; telling them apart by identity spares hashing them."""
    names = list(map(id, values))
    cells = {name: write(value) for name, value in dict(zip(names, values, strict=True)).items()}
    return list(map(cells.__getitem__, names))


def _read_column(read: Callable[[Any], Any], column: Sequence[Any], values: dict[Any, Any]) -> list[Any]:
    """Each different text is read once: dates, enums and citations repeat thousands of times."""
    if len(values) > _CACHED_VALUES:
        values.clear()
    try:
        values.update((cell, read(cell)) for cell in set(column) - values.keys())
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a column cannot be read") from error
    return list(map(values.__getitem__, column))


def _value_column(form: FieldForm, column: Sequence[Any], values: dict[Any, Any]) -> Sequence[Any]:
    if form.from_cell is not None:
        return _read_column(form.from_cell, column, values)
    return column if form.name == "id" else _shared(column, values)


def _shared(column: Sequence[Any], values: dict[Any, Any]) -> Sequence[Any]:
    """Equal texts as one object, until so many have turned out to be different that it is of no use."""
    if len(values) > _CACHED_VALUES:
        return column
    values.update((text, text) for text in set(column) - values.keys())
    return list(map(values.__getitem__, column))


def to_json(record: Record) -> str:
    """A record as one line of JSON, without the fields that are empty."""
    return forms.dump(forms.plain(record))


def from_json(kind: type[R], text: str) -> R:
    """The record that `to_json` wrote, also by an earlier version; ValueError for any other text.

    Fields that did not exist yet have their default; fields that exist no more are passed over.
    """
    try:
        return from_plain(kind, json.loads(text))
    except RecursionError as error:
        raise ValueError(f"a {kind.__name__} cannot be read") from error


def from_plain(kind: type[R], plain: Any) -> R:
    """The record of what was the JSON text; ValueError where it is none."""
    try:
        if "id" not in plain:
            raise ValueError(f"a {kind.__name__} without an id")
        return forms.from_plain(kind, plain)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"a {kind.__name__} cannot be read") from error
