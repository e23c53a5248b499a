"""What can be known of a workspace file from its first bytes and its place, before SQLite touches it."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.connecting import APPLICATION_ID
from desktop_app.store.keys import SALT_BYTES
from desktop_app.store.refusing import beside, refusing, writable

_HEADER = 100
FIRST_PAGE = 4096
"""So many bytes tell what a file is."""
_VARIED = 230
"""So many different bytes at least are in a page that is encrypted; by chance there are 256 but for a few."""

_PACKED = (
    b"PK",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc",
    b"(\xb5/\xfd",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
)
"""How other files begin whose bytes are as varied as those of an encrypted one."""
MAGIC = b"SQLite format 3\x00"
"""How a file of SQLite begins."""

_WAL_VERSION = 2


@dataclass(frozen=True)
class Look:
    """A file that begins as a workspace does."""

    path: Path
    version: int
    """Of its tables; 0 where that can be read only with the key."""
    in_wal: bool
    """Whether its journal mode is WAL, which needs a folder that can be written, or cannot be told."""
    unmerged: bool
    """Whether a journal lies beside it: another process is using it, or one died while it did."""
    cut_off: bool
    """Whether that journal holds what was before a write: opening takes back a write that was cut off."""
    read_only: bool
    """Whether the file or its folder cannot be written by us."""
    salt: bytes = b""
    """Of its key, where it is protected by a passphrase; empty for a plain file."""


def look(path: Path, newest: int) -> Look:
    """What kind of file this is; raises the Refusal that fits where it is no workspace we can open.

    `newest` is the highest schema version that this Evenhand knows.
    """
    with refusing(path):
        path = _found(path)
        header = _header(path)
        if not header:
            raise Refusal(RefusalCode.EMPTY_FILE, path=str(path))
        if not header.startswith(MAGIC):
            return _look_protected(path, header)
        if len(header) < _HEADER:
            raise Refusal(RefusalCode.DAMAGED, path=str(path))
        if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
            raise Refusal(RefusalCode.NOT_A_WORKSPACE, path=str(path))
        version = int.from_bytes(header[60:64], "big")
        if version == 0:
            raise Refusal(RefusalCode.DAMAGED, path=str(path))
        if version > newest:
            raise Refusal(RefusalCode.TOO_NEW, path=str(path), version=version, newest=newest)
        return _looked(path, version, in_wal=header[18] == _WAL_VERSION)


def begins_protected(header: bytes) -> bool:
    """Whether a file that begins so may be a workspace with a passphrase; `header` is its first page.

    Such a file has nothing to be known by: every byte of it is as if by chance.
    """
    return (
        len(header) >= FIRST_PAGE
        and not header.startswith((MAGIC, *_PACKED))
        and len(set(header[:FIRST_PAGE])) >= _VARIED
    )


def is_database(path: Path) -> bool:
    """Whether a file begins as a workspace does, with a passphrase or without, or as any file of SQLite."""
    header = _header(path)
    return header.startswith(MAGIC) or begins_protected(header)


def _look_protected(path: Path, header: bytes) -> Look:
    if not begins_protected(header):
        raise Refusal(RefusalCode.NOT_A_WORKSPACE, path=str(path))
    seen = _looked(path, 0, in_wal=True, salt=header[:SALT_BYTES])
    if path.stat().st_size % FIRST_PAGE and not seen.unmerged:
        # Part of it is missing: pages are whole but where a write was cut off.
        raise Refusal(RefusalCode.DAMAGED, path=str(path))
    return seen


def _looked(path: Path, version: int, *, in_wal: bool, salt: bytes = b"") -> Look:
    cut_off = _has_content(beside(path, "-journal"))
    return Look(
        path,
        version,
        in_wal=in_wal,
        unmerged=cut_off or _has_content(beside(path, "-wal")),
        cut_off=cut_off,
        read_only=not (writable(path) and writable(path.parent)),
        salt=salt,
    )


def refuse_leftovers(path: Path) -> None:
    """Refuses a place where journals of an earlier file lie: SQLite would play them into the new one."""
    for ending in ("-wal", "-journal", "-shm"):
        if beside(path, ending).exists():
            raise Refusal(RefusalCode.ALREADY_EXISTS, path=str(beside(path, ending)))


def _found(path: Path) -> Path:
    try:
        # The journals lie beside the file itself, not beside a link to it.
        real = path.resolve(strict=True)
    except (ValueError, RuntimeError):
        raise Refusal(RefusalCode.NOT_FOUND, path=str(path)) from None
    mode = real.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Refusal(RefusalCode.IS_A_FOLDER, path=str(path))
    if not stat.S_ISREG(mode):
        # Reading a pipe or a device could wait for ever.
        raise Refusal(RefusalCode.NOT_A_WORKSPACE, path=str(path))
    return real


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(FIRST_PAGE)


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
