"""Files that take their name only when they are complete, so that a crash leaves the old one or the new."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.store.refusing import beside

_PRIVATE = 0o600


@contextmanager
def appearing(path: Path, *, replace: bool) -> Iterator[Path]:
    """A private file that takes its name only when it is complete and on the disk."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE))
    claimed = False
    try:
        yield draft
        _sync(draft)
        if not replace:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE))
            claimed = True
        draft.replace(path)
        claimed = False
        _sync(path.parent)
    finally:
        if claimed:
            path.unlink(missing_ok=True)
        for ending in ("", "-journal", "-wal", "-shm"):
            beside(draft, ending).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Waits until a file or folder is on the disk; Windows has no such call for folders."""
    if os.name == "nt":
        return
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def unused(path: Path) -> Path:
    """The path itself, or with the first number that makes it a new one."""
    candidate, count = path, 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.name}.{count}")
    return candidate
