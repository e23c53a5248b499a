"""Looks into copies of a workspace, of whichever version, without opening them as one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store import forgetting, schema
from desktop_app.store.connecting import PATIENCE, address_of, connect
from desktop_app.store.keys import Key, KeyedPath, Secret
from desktop_app.store.looking import look
from desktop_app.store.reading import Reader
from desktop_app.store.refusing import refusing
from desktop_app.store.unlocking import unlocked


def unlock(path: Path, secret: Secret) -> KeyedPath:
    """The file with the key that opens it; raises what opening it would, as far as its first page tells."""
    with refusing(path):
        seen = look(path, schema.VERSION)
        return KeyedPath(seen.path, unlocked(seen, secret, PATIENCE))


def holds_case(path: Path, key: Key | None, case: str) -> bool:
    """Whether a copy holds a case, standing or in its history.

    Raises a Refusal for a copy that cannot be read, or not with this key. A copy lies still: nothing writes.
    """
    copy = unlock(path, key)
    try:
        with (
            refusing(path),
            closing(connect(address_of(copy.path, "ro", immutable=True), key=copy.key)) as connection,
        ):
            return forgetting.holds(Reader(connection), case)
    except (ValueError, KeyError) as error:
        raise Refusal(RefusalCode.DAMAGED, path=str(path)) from error
