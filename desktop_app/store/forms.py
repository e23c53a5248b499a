"""The written form of each field of a record, read off the record classes: a new field needs no word here."""

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


def dump(value: Any) -> str:
    """One line of JSON, readable in any language."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain(record: Any) -> dict[str, Any]:
    """A record, or one of its parts, as what JSON can hold, without the fields that are empty."""
    shape = shape_of(type(record))
    return {
        form.name: value if form.to_json is None else form.to_json(value)
        for form, value in zip(shape.forms, shape.values(record), strict=True)
        if value != form.default
    }


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """What `plain` was made of; KeyError, TypeError or ValueError for anything else."""
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
    if issubclass(item, StrEnum):
        return (lambda items: [one.value for one in items]), (
            lambda plain: tuple(item(text) for text in _texts(plain))
        )
    return (lambda items: [plain(one) for one in items]), (
        lambda plain: tuple(from_plain(item, one) for one in plain)
    )


def _texts(plain: Any) -> tuple[str, ...]:
    if not isinstance(plain, list) or not all(type(text) is str for text in plain):
        raise ValueError("a list of texts was expected")
    return tuple(plain)


def _column_of_list(item: type) -> tuple[Callable[[Any], Cell], Callable[[Any], Any]]:
    to_plain, read_plain = _list_forms(item)

    # An import cites one source ten thousand times: the same text is written and read once.
    @lru_cache(maxsize=_CACHED_TEXTS)
    def write(items: tuple[Any, ...]) -> str:
        for one in items:
            if type(one) is not item:
                raise TypeError(f"a list of {item.__name__} cannot hold a {type(one).__name__}")
        return dump(to_plain(items))

    @lru_cache(maxsize=_CACHED_TEXTS)
    def read(text: str) -> tuple[Any, ...]:
        result: tuple[Any, ...] = read_plain(json.loads(text))
        return result

    return write, read
