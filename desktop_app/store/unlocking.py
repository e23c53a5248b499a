"""Finds the key that opens a protected file, without ever changing the file."""

from __future__ import annotations

from contextlib import closing

from sqlcipher3 import dbapi2 as driver

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.connecting import address_of, connect
from desktop_app.store.keys import Key, Secret, candidates
from desktop_app.store.looking import Look


def unlocked(seen: Look, secret: Secret, patience: float) -> Key | None:
    """The key of a protected file, None for a plain one.

    Raises PASSPHRASE_NEEDED where there is no secret, and WRONG_PASSPHRASE where it does not fit; a file
    whose first page is damaged looks the same.
    """
    if not seen.salt:
        return None
    if secret is None:
        raise Refusal(RefusalCode.PASSPHRASE_NEEDED, path=str(seen.path))
    found = next((key for key in candidates(secret, seen.salt) if _fits(seen, key, patience)), None)
    if found is None:
        raise Refusal(RefusalCode.WRONG_PASSPHRASE, path=str(seen.path))
    return found


def _fits(seen: Look, key: Key, patience: float) -> bool:
    """Whether the file can be read with a key; asked without its journal, and with it where that fails.

    Opened for writing, SQLite would merge the journal on closing, and a file that is refused be changed.
    """
    ways = [True, False] if seen.unmerged else [True]
    return any(_reads(address_of(seen.path, "ro", immutable=still), key, patience) for still in ways)


def _reads(address: str, key: Key, patience: float) -> bool:
    try:
        with closing(connect(address, patience, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNREADABLE:
            return False
        raise
    return True


_UNREADABLE = (14, 26)
"""SQLITE_CANTOPEN, of a journal that cannot be read without being merged, and SQLITE_NOTADB."""
