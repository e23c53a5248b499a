"""The description inside a data package (Frictionless Data Package v1, Tabular Data Resource profile)."""

from __future__ import annotations

from typing import Any

from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.exchange.columns import Column, ColumnType, Table, tables
from desktop_app.services.exchange.documents import head
from desktop_app.services.exchange.wishes import Facts
from desktop_app.words import column_words
from desktop_app.words.translate import _

NAME = "datapackage.json"
_SOURCES_LISTED = 200
"""More would make a description that nobody reads; all are in the table of sources."""


def descriptor(wanted: tuple[Table, ...], view: View, facts: Facts, counts: dict[str, int]) -> dict[str, Any]:
    """The description of a package that holds these tables."""
    described: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "evenhand-ledger",
        "title": facts.scheme or _("Ledger of a reciprocal migration scheme"),
        "description": description(facts),
        "created": facts.made,
        "evenhand": head(facts),
        "licenses": [
            {
                "name": "other-closed",
                "title": _("Not stated. Each source keeps its own terms; see the table of sources."),
            }
        ],
        "resources": [_resource(table, wanted, view, counts[table.name]) for table in wanted],
    }
    if sources := _sources(view):
        described["sources"] = sources
    return described


def description(facts: Facts) -> str:
    """What is in an exported file and what is not, in a few sentences."""
    parts = [_("Written by Evenhand {version} on {moment}.").format(version=facts.program, moment=facts.made)]
    if facts.known_on is not None:
        words = _(
            "As known on {day}: figures published later, or without a day of publication, are left out."
        )
        parts.append(words.format(day=facts.known_on.isoformat()))
    if facts.stood_on is not None:
        parts.append(_("As the file stood on {day}.").format(day=facts.stood_on.isoformat()))
    if facts.everything:
        parts.append(_("With notes and private records: not for an audience."))
    else:
        parts.append(_("Without notes and private records."))
    parts.append(
        _(
            "A text that a spreadsheet could take for a formula, or that begins with an apostrophe, has an "
            "apostrophe put before it in CSV files."
        )
    )
    return " ".join(parts)


def _sources(view: View) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = []
    for source in view.every(Source):
        if len(listed) == _SOURCES_LISTED:
            break
        title = ", ".join(part for part in (source.publisher, source.title) if part)
        if title:
            entry = {"title": title}
            if source.address.startswith(("https://", "http://")):
                entry["path"] = source.address
            listed.append(entry)
    return listed


def _resource(table: Table, wanted: tuple[Table, ...], view: View, rows: int) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "primaryKey": "id",
        "missingValues": [""],
    }
    if keys := [_foreign_key(table, column) for column in _referring(table, wanted, view)]:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": column_words.table(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "rowCount": rows,
        "schema": schema,
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type.value,
        "description": column_words.column(table.name, column.name),
        "hxl": column.tag,
        "derived": column.is_derived,
    }
    constraints: dict[str, Any] = {}
    if column.name == "id":
        constraints.update(required=True, unique=True)
    if column.codes:
        constraints["enum"] = list(column.codes)
    if column.name == "size" and column.type is ColumnType.INTEGER:
        constraints["minimum"] = 0
    if constraints:
        field["constraints"] = constraints
    return field


def _referring(table: Table, wanted: tuple[Table, ...], view: View) -> list[Column]:
    """The columns whose every reference leads somewhere within the package.

    A record that is not known yet, or not public, may be referred to by one that is.
    """
    names = {other.name for other in wanted}
    return [column for column in table.columns if column.refers_to in names and _leads(table, column, view)]


def _leads(table: Table, column: Column, view: View) -> bool:
    target = next(kind for kind, other in tables().items() if other.name == column.refers_to)
    there = {record.id for record in view.every(target)}
    read = column.reader(view)
    return all(not (id := read(record)) or id in there for record in view.every(table.kind))


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    resource = "" if column.refers_to == table.name else column.refers_to
    return {"fields": column.name, "reference": {"resource": resource, "fields": "id"}}
