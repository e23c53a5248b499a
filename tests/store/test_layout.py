"""The text by which a file is known, and from which a new one is made, says what the row classes say."""

from __future__ import annotations

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop_app.domain.records import RECORD_KINDS
from desktop_app.store.layout import STATEMENTS, table_name
from desktop_app.store.tables import ROW_OF, Row


def _plain(statement: object) -> str:
    return " ".join(str(statement).split())


def test_text_equals_the_row_classes() -> None:
    dialect = sqlite.dialect()
    tables = Row.metadata.sorted_tables
    made = [CreateTable(table).compile(dialect=dialect) for table in tables]
    made += [CreateIndex(index).compile(dialect=dialect) for table in tables for index in table.indexes]
    stamp, *ours = STATEMENTS
    assert stamp.split()[:3] == ["CREATE", "TABLE", "alembic_version"]
    assert sorted(map(_plain, ours)) == sorted(map(_plain, made))


def test_names_of_tables_are_those_of_the_row_classes() -> None:
    for kind in RECORD_KINDS.values():
        assert table_name(kind) == ROW_OF[kind].__tablename__
