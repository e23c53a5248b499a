"""Takes files off the disk in such a way that their bytes go with them, as far as the disk obeys."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Final

_ZEROS: Final = bytes(1 << 20)
_OWN: Final = 0o600


def erase(path: Path) -> None:
    """Overwrites a file and removes it. Disks that write elsewhere than they are told may keep its bytes."""
    path.chmod(_OWN)
    with path.open("r+b") as file:
        overwrite(file, names=1)
    path.unlink()


def overwrite(file: IO[bytes], names: int = 0) -> None:
    """Puts zeros over an open file, unless more names lead to it than these."""
    found = os.fstat(file.fileno())
    if found.st_nlink > names:
        return
    for start in range(0, found.st_size, len(_ZEROS)):
        file.write(_ZEROS[: found.st_size - start])
    file.flush()
    os.fsync(file.fileno())
