"""The lock file of an operation that needs a workspace file for itself, and who holds it."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.refusing import beside

_PRIVATE = 0o600
_STILL_ACTIVE = 259
_QUERY_LIMITED = 0x1000


@dataclass(frozen=True)
class Holder:
    """The process that has a file for itself."""

    pid: int
    host: str

    @property
    def is_alive(self) -> bool:
        """Whether it still runs; on another computer that cannot be known, so it counts as running."""
        return self.host != platform.node() or _runs(self.pid)


def lock_of(path: Path) -> Path:
    """The lock file of a workspace file."""
    return beside(path, ".lock")


def holder(path: Path) -> Holder | None:
    """Who has the file for itself, or None. A lock whose process has died holds nothing."""
    if not lock_of(path).is_file():
        # Nor is a folder or a pipe of that name a lock: reading a pipe would wait for ever.
        return None
    try:
        found = json.loads(lock_of(path).read_text("utf-8"))
        held = Holder(int(found["pid"]), str(found["host"]))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        # Half written by a process that died while it wrote: two short lines in one call.
        return None
    return held if held.is_alive else None


def refuse_if_held(path: Path) -> None:
    """Raises LOCKED with the holder's pid and host where another process has the file for itself."""
    held = holder(path)
    if held is not None and held != _ourselves():
        raise Refusal(RefusalCode.LOCKED, path=str(path), pid=held.pid, host=held.host)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keeps other processes from opening the file while the block runs; LOCKED where one was first."""
    refuse_if_held(path)
    lock = lock_of(path)
    text = json.dumps({"pid": os.getpid(), "host": platform.node()})
    if lock.exists() and holder(path) is None:
        lock.unlink(missing_ok=True)
    try:
        number = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError:
        refuse_if_held(path)
        raise Refusal(RefusalCode.LOCKED, path=str(path), pid=0, host="") from None
    try:
        os.write(number, text.encode())
    finally:
        os.close(number)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _ourselves() -> Holder:
    return Holder(os.getpid(), platform.node())


def _runs(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _runs_on_windows(pid: int) -> bool:
    """There, os.kill would end the process instead of asking."""
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    process = kernel.OpenProcess(_QUERY_LIMITED, 0, pid)
    if not process:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(process, ctypes.byref(code))
    kernel.CloseHandle(process)
    return code.value == _STILL_ACTIVE
