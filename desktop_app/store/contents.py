"""Kept copies: the bytes of files, each once, known by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

LARGEST: Final = 50 * 1024 * 1024
"""The most bytes that one kept copy may have."""


def hash_of(data: bytes) -> str:
    """The SHA-256 of bytes, in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def check_size(size: int) -> None:
    """Refuses what is larger than a kept copy may be (FILE_TOO_LARGE)."""
    if size > LARGEST:
        raise Refusal(RefusalCode.FILE_TOO_LARGE, megabytes=LARGEST // (1024 * 1024))


def write(connection: Connection, kept: Mapping[str, bytes]) -> None:
    """Adds what the file does not hold yet; nothing is ever replaced or taken out."""
    if kept:
        connection.exec_driver_sql(
            "INSERT INTO contents (sha256, body) VALUES (?, ?) ON CONFLICT DO NOTHING", list(kept.items())
        )


def read(reader: Reader, sha256: str) -> bytes | None:
    """The bytes as the file has them, or None where it has none of this name."""
    found = reader.first("SELECT CAST(body AS BLOB) FROM contents WHERE sha256 = ?", sha256)
    return None if found is None else bytes(found[0])


def unsound(reader: Reader) -> Iterator[str]:
    """The names of the contents whose bytes are no longer what was kept."""
    for row, name in _named(reader):
        if hash_of(reader.value("SELECT CAST(body AS BLOB) FROM contents WHERE rowid = ?", row)) != name:
            yield name


def names(reader: Reader) -> set[str]:
    """The SHA-256 of everything that is kept."""
    return {name for _, name in _named(reader)}


def _named(reader: Reader) -> list[tuple[int, str]]:
    # As raw bytes: in a damaged file a name may be no text at all.
    rows = reader.rows("SELECT rowid, CAST(sha256 AS BLOB) FROM contents ORDER BY rowid")
    return [(row, name.decode("utf-8", errors="replace")) for row, name in rows]
