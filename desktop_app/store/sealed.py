"""Small private files under a workspace's key: what belongs to a protected workspace and lies beside it."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_app.store.appearing import appearing
from desktop_app.store.connecting import address_of, connect
from desktop_app.store.keys import Key


def write(path: Path, text: str, key: Key) -> None:
    """Put a text in place of what the file holds, encrypted; whole or not at all."""
    with appearing(path, replace=True) as draft:
        connection = connect(address_of(draft), key=key)
        try:
            connection.execute("CREATE TABLE kept (text TEXT NOT NULL)").close()
            connection.execute("INSERT INTO kept VALUES (?)", (text,)).close()
        finally:
            connection.close()


def read(path: Path, key: Key) -> str | None:
    """The text of a file written with this key; None where it is none, or of another key."""
    try:
        connection = connect(address_of(path, "ro"), key=key)
    except driver.Error:
        return None
    try:
        (text,) = connection.execute("SELECT text FROM kept").fetchone()
    except (driver.Error, TypeError):
        return None
    finally:
        connection.close()
    return str(text)
