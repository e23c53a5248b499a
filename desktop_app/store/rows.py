"""The rows of records in a workspace file: written, removed and read, many at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.records import Record
from desktop_app.store import codec
from desktop_app.store.blocks import Block, rows_of
from desktop_app.store.codec import Cell
from desktop_app.store.layout import table_name
from desktop_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

R = TypeVar("R", bound=Record)

_PORTION: Final = 20_000
"""Rows read at a time: their cells take several times the memory of their records."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9 :\[\]-]*")
"""Cells that mean nothing to SQL between quotation marks: codes, days, and what is empty."""

_LONGEST_ID: Final = 64

CHECKED_BY_TABLE: Final = frozenset({Attachment})
"""Kinds whose table asks for more than the codec and `check_ids` make sure of."""


def put(connection: Connection, kind: type[Record], rows: Sequence[tuple[Cell, ...]]) -> None:
    """Writes rows of one kind, new ones or in place of those with the same id."""
    connection.exec_driver_sql(_upsert(kind), list(rows))


def add(connection: Connection, block: Block) -> None:
    """Writes rows that are all new.

    A plain cell that all of them have is part of the statement: to give it to each row takes a fifth longer.
    """
    names = codec.shape_of(block.kind).names
    plain = [type(column) is str and _PLAIN.fullmatch(column) is not None for column in block.columns]
    values = ", ".join(
        f"'{column}'" if fixed else "?" for fixed, column in zip(plain, block.columns, strict=True)
    )
    columns = ", ".join(f'"{name}"' for name in names)
    given = [column for fixed, column in zip(plain, block.columns, strict=True) if not fixed]
    connection.exec_driver_sql(
        f'INSERT INTO "{table_name(block.kind)}" ({columns}) VALUES ({values})', list(rows_of(given))
    )


def remove(connection: Connection, kind: type[Record], ids: Sequence[str]) -> None:
    """Takes rows of one kind out."""
    connection.exec_driver_sql(f'DELETE FROM "{table_name(kind)}" WHERE id = ?', [(id,) for id in ids])


@contextmanager
def vouched(connection: Connection, kind: type[Record]) -> Iterator[None]:
    """A block whose rows of a kind the table need not check again: that takes two thirds of writing them.

    Every cell must come from the codec, and every id must have passed `check_ids`.
    """
    if kind in CHECKED_BY_TABLE:
        yield
        return
    connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")


def check_ids(ids: Sequence[str]) -> None:
    """Raises ValueError for an id that the tables would refuse."""
    for id in ids:
        if not 0 < len(id) <= _LONGEST_ID or "\0" in id:
            raise ValueError(f"an id has 1 to {_LONGEST_ID} characters (CHECK)")


def read_all(reader: Reader, kind: type[R]) -> list[R]:
    """All records of a kind, in order of entry; ValueError for a row that no Evenhand wrote."""
    found: list[R] = []
    met: codec.Met = {}
    for rows in reader.portions(_PORTION, f"{_selection(kind)} ORDER BY rowid"):
        found += codec.records_from(kind, tuple(zip(*rows, strict=True)), met)
    return found


def read_some(reader: Reader, kind: type[R], ids: Sequence[str]) -> list[R]:
    """The records of these ids that are there; ValueError as above."""
    question = f"{_selection(kind)} WHERE id IN (SELECT value FROM json_each(?))"
    return codec.records_of(kind, reader.rows(question, json.dumps(list(ids))))


def _selection(kind: type[Any]) -> str:
    columns = ", ".join(f'"{name}"' for name in codec.shape_of(kind).names)
    return f'SELECT {columns} FROM "{table_name(kind)}"'


def _upsert(kind: type[Record]) -> str:
    names = codec.shape_of(kind).names
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name != "id")
    insertion = f'INSERT INTO "{table_name(kind)}" ({columns}) VALUES ({marks})'
    return f"{insertion} ON CONFLICT (id) DO UPDATE SET {changes}"
