"""Writes a workspace file anew under a key: the same records and history, and nothing of it in clear."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store import schema
from desktop_app.store.connecting import APPLICATION_ID, address_of, connect
from desktop_app.store.keys import Key
from desktop_app.store.reading import Reader

_MOMENT_MS = 2000
"""How long another connection is waited for; it is there as long as its window is."""

_BUSY = 5


def hold(connection: Any, path: Path) -> None:
    """Merges the journal and keeps everybody else out; OPEN_ELSEWHERE where another has the file."""
    try:
        connection.execute(f"PRAGMA busy_timeout = {_MOMENT_MS}").close()
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
        connection.execute("PRAGMA journal_mode = DELETE").close()
        connection.execute("BEGIN EXCLUSIVE").close()
        connection.execute("COMMIT").close()
    except driver.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == _BUSY:
            raise Refusal(RefusalCode.OPEN_ELSEWHERE, path=str(path)) from error
        raise


def export(connection: Any, draft: Path, key: Key) -> None:
    """Writes all of an open file into an empty one, encrypted."""
    connection.execute("ATTACH DATABASE ? AS protected KEY ?", (str(draft), key.literal)).close()
    try:
        connection.execute("SELECT sqlcipher_export('protected')").fetchall()
        connection.execute(f"PRAGMA protected.application_id = {APPLICATION_ID}").close()
        connection.execute(f"PRAGMA protected.user_version = {schema.VERSION}").close()
    finally:
        connection.execute("DETACH DATABASE protected").close()


def verify(reader: Reader, draft: Path, key: Key) -> None:
    """Reads the new file through, and compares it with the open one; DAMAGED where they differ."""
    connection = connect(address_of(draft), key=key)
    try:
        written = Reader(connection)
        sound = written.value("PRAGMA integrity_check(1)") == "ok" and schema.is_ours(written)
        if not sound or _counts(written) != _counts(reader):
            raise Refusal(RefusalCode.DAMAGED, path=str(draft))
    finally:
        connection.close()


def _counts(reader: Reader) -> list[tuple[str, int]]:
    names = reader.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [(name, int(reader.value(f'SELECT count(*) FROM "{name}"'))) for (name,) in names]
