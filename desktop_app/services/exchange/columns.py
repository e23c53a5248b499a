"""Describes every kind of record as a table: the one description that all exported forms share.

The columns are read off the record classes. Each field is a column of text from which the record can be
made again; beside it stand columns worked out from it, for programs that want plain numbers and days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Number
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.exchange import tags
from desktop_app.store.codec import FieldForm, shape_of
from desktop_app.store.layout import table_name
from desktop_app.words import measure_words

Value: TypeAlias = str | Number | date | None
"""What stands in one cell: None is an empty one."""
Reader: TypeAlias = Callable[[Any], Value]


class ColumnType(StrEnum):
    """What sort of value a column holds, by the names of the Table Schema specification."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DAY = "date"
    LIST = "array"
    """A JSON list in one cell."""


@dataclass(frozen=True)
class Column:
    """One column of one kind of record."""

    name: str
    type: ColumnType
    tag: str
    """Its HXL hashtag with attributes."""
    reader: Callable[[View], Reader]
    """Given the view that is exported, how the cell is read off a record."""
    form: FieldForm | None = None
    """How the field is made again from the cell; None for a column that is worked out from others."""
    codes: tuple[str, ...] = ()
    """The only texts it may hold; empty where any may stand."""
    refers_to: str = ""
    """The table whose ids it holds."""

    @property
    def is_derived(self) -> bool:
        """Whether it is worked out from other columns, and passed over when the table is read back."""
        return self.form is None


@dataclass(frozen=True)
class Table:
    """One kind of record as a table; its name is that of the table in a workspace file."""

    kind: type[Record]
    name: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def kept(self) -> tuple[Column, ...]:
        """The columns that make up a record, in the order of its fields."""
        return tuple(column for column in self.columns if not column.is_derived)

    def rows(self, view: View) -> Iterator[tuple[Value, ...]]:
        """The rows of what a view shows, made as they are asked for."""
        readers = [column.reader(view) for column in self.columns]
        for record in view.every(self.kind):
            yield tuple([reader(record) for reader in readers])


@lru_cache(maxsize=1)
def tables() -> dict[type[Record], Table]:
    """The table of every kind of record, in the order in which kinds refer to each other."""
    return {kind: Table(kind, table_name(kind), _columns(kind)) for kind in RECORD_KINDS.values()}


def table_named(name: str) -> Table | None:
    """The table with this name ("figures"), or None."""
    return next((table for table in tables().values() if table.name == name), None)


_REFERENCES = {
    (Figure, "measure"): Measure,
    (Figure, "revises"): Figure,
    (Source, "derives_from"): Source,
    (RECORD_KINDS["event"], "case"): RECORD_KINDS["case"],
    (RECORD_KINDS["answer"], "case"): RECORD_KINDS["case"],
    (RECORD_KINDS["answer"], "rule"): RECORD_KINDS["rule"],
    (RECORD_KINDS["statement"], "same_utterance"): RECORD_KINDS["statement"],
}


def _columns(kind: type[Record]) -> tuple[Column, ...]:
    hints = get_type_hints(kind)
    forms = {form.name: form for form in shape_of(kind).forms}
    columns: list[Column] = []
    for entry in fields(kind):
        hint = hints[entry.name]
        columns.append(_kept_column(kind, forms[entry.name], hint))
        columns.extend(_derived_columns(kind, entry.name, hint))
    return tuple(columns)


def _kept_column(kind: type[Record], form: FieldForm, hint: Any) -> Column:
    target = _REFERENCES.get((kind, form.name))
    is_list = get_origin(hint) is tuple
    inner: Any = next((part for part in get_args(hint) if isinstance(part, type)), hint)
    is_code = not is_list and issubclass(inner, StrEnum)
    return Column(
        form.name,
        ColumnType.LIST if is_list else ColumnType.INTEGER if inner is int else ColumnType.TEXT,
        tags.tag(kind, form.name),
        _steady(_cell_reader(form)),
        form,
        tuple(code.value for code in inner) if is_code else (),
        table_name(target) if target else "",
    )


def _cell_reader(form: FieldForm) -> Reader:
    get, convert = attrgetter(form.name), form.to_cell
    if convert is None:
        return get
    return lambda record: convert(get(record))


def _steady(reader: Reader) -> Callable[[View], Reader]:
    """A reader that needs no view."""
    return lambda _view: reader


def _derived_columns(kind: type[Record], name: str, hint: Any) -> Iterator[Column]:
    tag = tags.tag(kind, name)
    if hint is PartialDate:
        yield _derived(f"{name}_earliest", ColumnType.DAY, f"{tag}+start", attrgetter(f"{name}.earliest"))
        yield _derived(f"{name}_latest", ColumnType.DAY, f"{tag}+end", attrgetter(f"{name}.latest"))
    elif hint is Amount:
        yield _derived(f"{name}_low", ColumnType.NUMBER, f"{tag}+min+num", attrgetter(f"{name}.low"))
        yield _derived(f"{name}_high", ColumnType.NUMBER, f"{tag}+max+num", attrgetter(f"{name}.high"))
    elif name == "citations":
        yield Column("cited_names", ColumnType.TEXT, "#meta+source+name", _cited_names)
    elif kind is Figure and name == "measure":
        yield Column("measure_name", ColumnType.TEXT, "#indicator+name", _measure_name)
        yield Column("measure_unit", ColumnType.TEXT, "#indicator+unit", _measure_unit)
    elif kind is Measure and name == "definition":
        yield _derived("shown_name", ColumnType.TEXT, "#indicator+name", measure_words.measure)
        yield _derived("shown_definition", ColumnType.TEXT, "#description", measure_words.measure_definition)


def _derived(name: str, type: ColumnType, tag: str, reader: Reader) -> Column:
    return Column(name, type, tag, _steady(reader))


def _cited_names(view: View) -> Reader:
    names = {source.id: source.short_name for source in view.every(Source)}

    @lru_cache(maxsize=4096)
    def joined(citations: tuple[Any, ...]) -> str:
        found = (names.get(citation.source, "") for citation in citations)
        return "; ".join(dict.fromkeys(name for name in found if name))

    return lambda record: joined(record.citations)


def _measure_name(view: View) -> Reader:
    names = {measure.id: measure_words.measure(measure) for measure in view.every(Measure)}
    return lambda record: names.get(record.measure, "")


def _measure_unit(view: View) -> Reader:
    units = {measure.id: measure.unit.value for measure in view.every(Measure)}
    return lambda record: units.get(record.measure, "")
