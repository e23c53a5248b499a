"""Records as columns of readable text, as JSON text for the history, and back again.

The forms are read off the record classes themselves, so a new field needs no word here.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from desktop_app.domain.records import Record

R = TypeVar("R")
Cell: TypeAlias = str | int | None
"""What one column of one row holds in the file."""

_CACHED_TEXTS = 16_384


@dataclass(frozen=True)
class FieldForm:
    """How one field of a record is written: as a column, and inside JSON."""

    name: str
    accepts: frozenset[type]
    """The exact classes a value may have; anything else is a mistake of ours, never written."""
    to_cell: Callable[[Any], Cell] | None
    from_cell: Callable[[Any], Any] | None
    to_json: Callable[[Any], Any] | None
    from_json: Callable[[Any], Any] | None
    default: Any
    """The value that JSON leaves out; MISSING where it is always written."""


@dataclass(frozen=True)
class Shape:
    """The forms of all fields of one class, in the order of its constructor."""

    kind: type
    forms: tuple[FieldForm, ...]
    values: Callable[[Any], tuple[Any, ...]]
    made: Callable[[Sequence[Sequence[Any]]], list[Any]]
    """Makes records from columns of values, one column for each field."""

    names: tuple[str, ...]
    """The names of the fields, which are the names of the columns."""
    is_text: bool
    """Whether every cell is a text: none a number, none empty."""


def shape_of(kind: type) -> Shape:
    """How records of a class are written; TypeError for a class with a field of unknown sort."""
    shape = _SHAPES.get(kind)
    if shape is None:
        shape = _SHAPES[kind] = _read_shape(kind)
    return shape


_SHAPES: dict[type, Shape] = {}


def _read_shape(kind: type[Any]) -> Shape:
    hints = get_type_hints(kind)
    entries = fields(kind)
    forms = tuple(_form(entry, hints[entry.name]) for entry in entries)
    getter = attrgetter(*(entry.name for entry in entries))
    is_text = all(form.accepts.isdisjoint((int, NoneType)) for form in forms)
    return Shape(kind, forms, getter, _maker(kind), tuple(form.name for form in forms), is_text)


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


def records_from(kind: type[R], columns: Sequence[Sequence[Any]]) -> list[R]:
    """Whole columns, in the order of the fields, as records; otherwise as `records_of`."""
    shape = shape_of(kind)
    values = [
        _shared(column) if form.from_cell is None else _read_column(form.from_cell, column)
        for form, column in zip(shape.forms, columns, strict=True)
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
        else _read_column(form.from_cell, columns[form.name])
        for form in shape_of(kind).forms
        if form.name in columns
    }
    try:
        return [kind(**dict(zip(known, row, strict=True))) for row in zip(*known.values(), strict=True)]
    except TypeError as error:
        raise ValueError(f"a {kind.__name__} cannot be read") from error


def _maker(kind: type[Any]) -> Callable[[Sequence[Sequence[Any]]], list[Any]]:
    """What makes many records from the values of their fields.

    A class that checks nothing on construction needs no call for each record: its slots are filled column by
    column, which takes a third of the time.
    """
    if hasattr(kind, "__post_init__") or not hasattr(kind, "__slots__"):
        return lambda columns: list(map(kind, *columns))
    setters = [getattr(kind, entry.name).__set__ for entry in fields(kind)]

    def make(columns: Sequence[Sequence[Any]]) -> list[Any]:
        made = [object.__new__(kind) for _ in columns[0]]
        for setter, column in zip(setters, columns, strict=True):
            deque(map(setter, made, column), maxlen=0)
        return made

    return make


def _write_column(write: Callable[[Any], Cell], values: Sequence[Any]) -> list[Cell]:
    """Each different object is written once; telling them apart by identity spares hashing them."""
    named = {id(value): value for value in values}
    cells = {name: write(value) for name, value in named.items()}
    return [cells[id(value)] for value in values]


def _read_column(read: Callable[[Any], Any], column: Sequence[Any]) -> list[Any]:
    """Each different text is read once: dates, enums and citations repeat thousands of times."""
    try:
        values = {cell: read(cell) for cell in set(column)}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("a column cannot be read") from error
    return list(map(values.__getitem__, column))


def _shared(column: Sequence[Any]) -> Sequence[Any]:
    """Equal texts as one object, where enough are equal for that to spare memory."""
    different = set(column)
    if len(different) * 2 > len(column):
        return column
    one = dict(zip(different, different, strict=True))
    return list(map(one.__getitem__, column))


def to_json(record: Record) -> str:
    """A record as one line of JSON, without the fields that are empty."""
    return _dump(_plain(record))


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
        return _from_plain(kind, plain)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"a {kind.__name__} cannot be read") from error


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(record: Any) -> dict[str, Any]:
    shape = shape_of(type(record))
    return {
        form.name: value if form.to_json is None else form.to_json(value)
        for form, value in zip(shape.forms, shape.values(record), strict=True)
        if value != form.default
    }


def _from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    known = {
        form.name: plain[form.name] if form.from_json is None else form.from_json(plain[form.name])
        for form in shape_of(kind).forms
        if form.name in plain
    }
    return kind(**known)


def _form(entry: Field[Any], hint: Any) -> FieldForm:
    accepts, to_cell, from_cell = _scalar_or_list(hint)
    if get_origin(hint) is tuple:
        to_json, from_json = _list_forms(get_args(hint)[0])
    else:
        to_json, from_json = to_cell, from_cell
    empty = entry.default if _is_empty(entry.default) else MISSING
    return FieldForm(entry.name, accepts, to_cell, from_cell, to_json, from_json, empty)


def _is_empty(default: Any) -> bool:
    """Whether leaving a field out says its value for ever: such a default cannot change its meaning."""
    return default is None or default == () or (default is not MISSING and str(default) == "")


def _scalar_or_list(hint: Any) -> tuple[frozenset[type], Any, Any]:
    origin = get_origin(hint)
    if origin is tuple:
        item = get_args(hint)[0]
        return frozenset({tuple}), *_column_of_list(item)
    if origin is UnionType:
        (inner,) = (part for part in get_args(hint) if part is not NoneType)
        accepts, to_cell, from_cell = _scalar_or_list(inner)
        return accepts | {NoneType}, _unless_none(to_cell), _unless_none(from_cell)
    if hint in (str, int):
        return frozenset({hint}), None, None
    if issubclass(hint, StrEnum):
        codes = {member: member.value for member in hint}
        members = {code: member for member, code in codes.items()}
        return frozenset({hint}), codes.__getitem__, members.__getitem__
    if hasattr(hint, "parse"):
        # A law of these classes: `parse(str(value)) == value`.
        return frozenset({hint}), str, hint.parse
    raise TypeError(f"no written form is known for {hint}")


def _unless_none(convert: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    if convert is None:
        return None
    return lambda value: None if value is None else convert(value)


def _list_forms(item: type) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    if item is str:
        return list, _texts
    return (lambda items: [_plain(one) for one in items]), (
        lambda plain: tuple(_from_plain(item, one) for one in plain)
    )


def _texts(plain: Any) -> tuple[str, ...]:
    if not isinstance(plain, list) or not all(type(text) is str for text in plain):
        raise ValueError("a list of texts was expected")
    return tuple(plain)


def _column_of_list(item: type) -> tuple[Callable[[Any], Cell], Callable[[Any], Any]]:
    to_plain, from_plain = _list_forms(item)

    # An import cites one source ten thousand times: the same text is written and read once.
    @lru_cache(maxsize=_CACHED_TEXTS)
    def write(items: tuple[Any, ...]) -> str:
        for one in items:
            if type(one) is not item:
                raise TypeError(f"a list of {item.__name__} cannot hold a {type(one).__name__}")
        return _dump(to_plain(items))

    @lru_cache(maxsize=_CACHED_TEXTS)
    def read(text: str) -> tuple[Any, ...]:
        result: tuple[Any, ...] = from_plain(json.loads(text))
        return result

    return write, read
