"""The key that the passphrase of a workspace file gives."""

from __future__ import annotations

from pathlib import Path

from desktop_app.store import schema
from desktop_app.store.connecting import PATIENCE
from desktop_app.store.keys import KeyedPath
from desktop_app.store.looking import look
from desktop_app.store.refusing import refusing
from desktop_app.store.unlocking import unlocked


def unlocked_file(path: Path, passphrase: str | None = None) -> KeyedPath:
    """The file with the key that opens it; raises what `Workspace.open` would, of which this is a part."""
    with refusing(path):
        seen = look(path, schema.VERSION)
        return KeyedPath(seen.path, unlocked(seen, passphrase, PATIENCE))
