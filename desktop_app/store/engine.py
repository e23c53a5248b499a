"""What writing needs beside the driver: SQLAlchemy over the same connection, loaded by the first write."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as driver


def engine_on(connection: Any) -> Engine:
    """An engine whose every transaction runs on this one connection, and starts with the write lock.

    A transaction that starts by reading and writes later fails at once where another process wrote in
    between, whatever the patience; with BEGIN IMMEDIATE it waits its turn, and DDL is rolled back too.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
