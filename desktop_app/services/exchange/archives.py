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
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except _DAMAGE as error:
        raise Damaged("not a sound archive") from error
    except OSError as error:
        # A place before the beginning of the file, which only a damaged archive names.
        if error.errno != errno.EINVAL:
            raise
        raise Damaged("not a sound archive") from error


def pieces(archive: zipfile.ZipFile, member: str, size: int = _PIECE) -> Iterator[bytes]:
    """The bytes of a member; raises Damaged where there is none, or where there are far too many."""
    try:
        info = archive.getinfo(member)
        done = 0
        with archive.open(info) as stream:
            while piece := stream.read(size):
                done += len(piece)
                if done > MOST_BYTES or done > _FREE + _RATIO * max(info.compress_size, 1):
                    raise Damaged("unpacks to too much")
                yield piece
    except _DAMAGE as error:
        raise Damaged("not a sound archive") from error
    except OSError as error:
        # A place before the beginning of the file, which only a damaged archive names.
        if error.errno != errno.EINVAL:
            raise
        raise Damaged("not a sound archive") from error


def whole(archive: zipfile.ZipFile, member: str) -> bytes:
    """All bytes of a member."""
    return b"".join(pieces(archive, member))
