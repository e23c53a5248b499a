"""Reads the members of an exported archive in pieces, with bounds on what they may unpack to."""

from __future__ import annotations

import errno
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_BYTES = 1 << 30
"""That a member may unpack to; a million figures take about half of it."""
_RATIO = 400
"""Unpacked to packed, above the first megabyte; tables of a ledger are at 10 to 60."""
_FREE = 1 << 20
_PIECE = 1 << 16
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    UnicodeError,
)


class Damaged(ValueError):
    """The file is not what it says it is."""


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive at `path`; raises Damaged for what is none, OSError where it cannot be read."""
    with _sound(), zipfile.ZipFile(path) as archive:
        yield archive


def pieces(
    archive: zipfile.ZipFile, member: str, size: int = _PIECE, *, most: int = MOST_BYTES
) -> Iterator[bytes]:
    """The bytes of a member; raises Damaged where there is none, or where there are far too many."""
    with _sound():
        info = archive.getinfo(member)
        done = 0
        with archive.open(info) as stream:
            while piece := stream.read(size):
                done += len(piece)
                if done > most or done > _FREE + _RATIO * max(info.compress_size, 1):
                    raise Damaged("unpacks to too much")
                yield piece


def whole(archive: zipfile.ZipFile, member: str, most: int = MOST_BYTES) -> bytes:
    """All bytes of a member, where they are no more than `most`; raises Damaged otherwise."""
    return b"".join(pieces(archive, member, most=most))


@contextmanager
def _sound() -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise Damaged("not a sound archive") from error
    except OSError as error:
        # A place before the beginning of the file, which only a damaged archive names.
        if error.errno != errno.EINVAL:
            raise
        raise Damaged("not a sound archive") from error
