"""The one way a connection to a workspace file is made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from desktop_app.store.keys import Key

APPLICATION_ID = 0x45564E48
"""EVNH: bytes 68 to 71 of every workspace file."""

PATIENCE = 5.0
"""Seconds to wait for another process to finish its write; a write takes milliseconds."""

_WAL_KEPT = 16 * 1024 * 1024

_ALWAYS = (
    # First, or SQLCipher writes what it meets in a damaged file to standard error.
    "cipher_log_level = NONE",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -32768",
    "synchronous = FULL",
    f"journal_size_limit = {_WAL_KEPT}",
)


def connect(address: str, patience: float = PATIENCE, key: Key | None = None) -> Any:
    """A driver connection with Evenhand's settings; `address` is an SQLite URI.

    Journal mode is left as it is, so that a file that is then refused has not been touched. Whether a key
    fits shows with the first reading.
    """
    connection = driver.connect(address, uri=True, isolation_level=None, timeout=patience)
    try:
        if key is not None:
            # Before anything else, or SQLCipher takes the file for a plain one.
            connection.execute(f'PRAGMA key = "{key.literal}"').close()
            # What the key was used for is wiped from memory when it is let go.
            connection.execute("PRAGMA cipher_memory_security = ON").close()
        for pragma in _ALWAYS:
            connection.execute(f"PRAGMA {pragma}").close()
        if sys.platform == "darwin":
            connection.execute("PRAGMA checkpoint_fullfsync = ON").close()
            connection.execute("PRAGMA fullfsync = ON").close()
    except BaseException:
        connection.close()
        raise
    return connection


def address_of(path: Path, mode: str = "rw", *, immutable: bool = False) -> str:
    """The URI of a file: `rw` and `ro` never create it. `immutable` promises that nobody is writing."""
    return f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
