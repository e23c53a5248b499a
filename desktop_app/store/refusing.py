"""Turns what SQLite and the operating system say into the refusals that people read."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_app.domain.refusals import Refusal, RefusalCode

_PRIMARY = 0xFF
"""The low byte of an SQLite result code is its family."""

_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT = 5, 6, 8, 10, 11
_FULL, _CANTOPEN, _NOTADB = 13, 14, 26

_CODES = {
    _BUSY: RefusalCode.BUSY,
    _LOCKED: RefusalCode.BUSY,
    _READONLY: RefusalCode.READ_ONLY,
    _CORRUPT: RefusalCode.DAMAGED,
    _FULL: RefusalCode.DISK_FULL,
    _CANTOPEN: RefusalCode.DISK_ERROR,
    _NOTADB: RefusalCode.DAMAGED,
}

_OS_CODES = {
    errno.ENOENT: RefusalCode.NOT_FOUND,
    errno.ENOTDIR: RefusalCode.NOT_FOUND,
    errno.ENAMETOOLONG: RefusalCode.NOT_FOUND,
    errno.ELOOP: RefusalCode.NOT_FOUND,
    errno.EISDIR: RefusalCode.IS_A_FOLDER,
    errno.EEXIST: RefusalCode.ALREADY_EXISTS,
    errno.EACCES: RefusalCode.NO_PERMISSION,
    errno.EPERM: RefusalCode.NO_PERMISSION,
    errno.EROFS: RefusalCode.READ_ONLY,
    errno.ENOSPC: RefusalCode.DISK_FULL,
    errno.EDQUOT: RefusalCode.DISK_FULL,
    errno.EFBIG: RefusalCode.DISK_FULL,
}

_LITTLE_SPACE = 1 << 20


@contextmanager
def refusing(path: Path | None, *, making: bool = False) -> Iterator[None]:
    """Raises a Refusal in place of any error of the file or the disk; other errors pass, being ours.

    `making` says that the file is a new one: of that, nothing can be read yet.
    """
    name = str(path) if path is not None else ""
    try:
        yield
    except UnicodeDecodeError as error:
        # The driver decodes names and messages of a damaged file before it reports the damage.
        raise Refusal(RefusalCode.DAMAGED, path=name) from error
    except OSError as error:
        found = _OS_CODES.get(error.errno or 0, RefusalCode.DISK_ERROR)
        refused = making and found is RefusalCode.READ_ONLY
        raise Refusal(RefusalCode.NO_PERMISSION if refused else found, path=name) from error
    except Exception as error:
        # SQLAlchemy carries the driver's error in one of its own; it is not loaded before the first write.
        cause = getattr(error, "orig", error)
        code = _code_of(cause, path) if isinstance(cause, driver.Error) else None
        if code is None:
            raise
        raise Refusal(code, path=name) from error


def _code_of(error: Exception, path: Path | None) -> RefusalCode | None:
    """The refusal for a driver's error; None where the error is a mistake of ours."""
    number = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if number == _IOERR:
        return RefusalCode.DISK_FULL if _no_space(path) else RefusalCode.DISK_ERROR
    if number == _CANTOPEN and _no_space(path):
        return RefusalCode.DISK_FULL
    if number in _CODES:
        return _CODES[number]
    text = str(error)
    # These carry the general code 1 or none at all.
    if "malformed" in text or "Could not decode to UTF-8" in text or "unsupported file format" in text:
        return RefusalCode.DAMAGED
    return None


def _no_space(path: Path | None) -> bool:
    """Whether a failed write was for want of room; SQLite says "I/O error" for quotas and size limits."""
    if path is None or not path.parent.exists():
        return False
    if shutil.disk_usage(path.parent).free < _LITTLE_SPACE:
        return True
    if sys.platform == "win32":
        return False
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    sizes = [file.stat().st_size for file in (path, beside(path, "-wal")) if file.exists()]
    return limit != resource.RLIM_INFINITY and limit - max(sizes, default=0) < _LITTLE_SPACE


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite or Evenhand keeps beside a workspace: its name with an ending."""
    return path.with_name(path.name + ending)


def writable(path: Path) -> bool:
    """Whether this process may write a file or into a folder, as far as the system tells beforehand."""
    effective = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=effective)
