"""Reads files that come from elsewhere: plain files alone, and no more of them than is asked for."""

from __future__ import annotations

import stat
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.refusing import refusing


def size(path: Path, otherwise: RefusalCode) -> int:
    """The bytes of a file; `otherwise` refuses a pipe or a device, which could take for ever to open.

    Raises Refusal: NOT_FOUND, IS_A_FOLDER, NO_PERMISSION, DISK_ERROR.
    """
    try:
        with refusing(path):
            found = path.stat()
    except ValueError as error:  # a name with a NUL in it
        raise Refusal(RefusalCode.NOT_FOUND, path=str(path)) from error
    if stat.S_ISDIR(found.st_mode):
        raise Refusal(RefusalCode.IS_A_FOLDER, path=str(path))
    if not stat.S_ISREG(found.st_mode):
        raise Refusal(otherwise, path=str(path))
    return found.st_size


def start(path: Path, most: int, otherwise: RefusalCode) -> bytes:
    """The first bytes of a file, at most so many. Refuses as `size` does."""
    size(path, otherwise)
    with refusing(path), path.open("rb") as stream:
        return stream.read(most)


def whole(path: Path, most: int, otherwise: RefusalCode, too_large: RefusalCode) -> bytes:
    """All bytes of a file; `too_large` refuses one of more than `most`. Otherwise refuses as `size` does."""
    found = start(path, most + 1, otherwise)
    if len(found) > most:
        raise Refusal(too_large, path=str(path))
    return found
