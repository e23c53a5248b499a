"""Rows are the records, field for field, and refuse what a record could not hold."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from pydantic import ValidationError
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from desktop_app.domain.figures import Figure
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.store import schema
from desktop_app.store.connecting import connect
from desktop_app.store.engine import engine_on
from desktop_app.store.layout import table_name
from desktop_app.store.tables import ROW_OF, FigureRow
from tests.store.strategies import ANY_RECORD


@pytest.mark.parametrize("kind", RECORD_KINDS.values())
def test_row_mirrors_record(kind: type[Record]) -> None:
    row = ROW_OF[kind]
    hints = get_type_hints(row)
    expected = {entry.name: get_type_hints(kind)[entry.name] for entry in fields(kind)}
    assert {name: hints[name] for name in row.model_fields} == expected
    columns = [column.name for column in row.metadata.tables[table_name(kind)].columns]
    assert columns == [entry.name for entry in fields(kind)]


def test_every_kind_has_a_table() -> None:
    assert set(ROW_OF) == set(RECORD_KINDS.values())


@given(ANY_RECORD)
def test_sqlmodel_reads_back_what_it_wrote(record: Record) -> None:
    row_class: Any = ROW_OF[type(record)]
    driver = connect("file::memory:")
    engine = engine_on(driver)
    try:
        with engine.connect() as connection, connection.begin():
            schema.lay_out(connection)
        with Session(engine) as session:
            session.add(row_class.model_validate(record))
            session.commit()
            row = session.exec(select(row_class)).one()
            values = {entry.name: getattr(row, entry.name) for entry in fields(record)}
        assert type(record)(**values) == record
    finally:
        engine.dispose()
        driver.close()


@pytest.mark.parametrize(
    ("field", "value"),
    [("basis", "flow"), ("basis", "sideways"), ("amount", 5), ("period", "2025"), ("measure", None)],
)
def test_validation_refuses_other_classes_and_keeps_the_contents_to_itself(field: str, value: Any) -> None:
    wrong = replace(Figure(note="a secret"), **{field: value})
    with pytest.raises(ValidationError) as caught:
        FigureRow.model_validate(wrong)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("basis", "sideways"),
        ("sharing", "public"),
        ("rank", ""),
        ("status", "Z"),
        ("citations", "none"),
        ("id", ""),
        ("id", "x" * 65),
        ("measure", None),
    ],
)
def test_the_file_itself_refuses_nonsense(column: str, cell: str | None) -> None:
    driver = connect("file::memory:")
    engine = engine_on(driver)
    try:
        with engine.connect() as connection, connection.begin():
            schema.lay_out(connection)
        with Session(engine) as session:
            session.add(FigureRow.model_validate(Figure(id="f")))
            session.commit()
        with engine.connect() as connection, connection.begin(), pytest.raises(IntegrityError) as caught:
            connection.exec_driver_sql(f"UPDATE figures SET {column} = ?", (cell,))
        assert "x" * 65 not in str(caught.value)
    finally:
        engine.dispose()
        driver.close()
