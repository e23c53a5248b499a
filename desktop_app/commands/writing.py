"""Writes a finished picture to a file whole or not at all, and never over a workspace."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.appearing import appearing
from desktop_app.store.refusing import refusing, writable

_SQLITE = b"SQLite format 3\x00"


def check_target(out: Path, formats: tuple[str, ...]) -> None:
    """Refuse, before anything is drawn, a place where no picture may go.

    What is there already is only replaced where it is a plain file and no workspace, also behind a link:
    a slip of the pen must not cost a ledger.
    """
    if out.suffix.lower() not in formats:
        raise Refusal(RefusalCode.UNKNOWN_FORMAT, name=out.suffix or out.name, known=", ".join(formats))
    with refusing(out, making=True):
        real = _behind_links(out)
        if not real.parent.is_dir():
            raise Refusal(RefusalCode.NOT_FOUND, path=str(out.parent))
        try:
            # Not exists(), which from Python 3.14 on takes every fault, as a name too long, for absence.
            mode = real.stat().st_mode
        except FileNotFoundError:
            return
        if stat.S_ISDIR(mode):
            raise Refusal(RefusalCode.IS_A_FOLDER, path=str(out))
        # Writing to a pipe could wait for ever.
        if not stat.S_ISREG(mode) or _is_database(real):
            raise Refusal(RefusalCode.IN_USE, path=str(out))
        if not writable(real):
            raise Refusal(RefusalCode.NO_PERMISSION, path=str(out))


def keep(out: Path, contents: bytes) -> None:
    """Write the file; what was there before stays until the new one is complete. Refusal where that fails."""
    with refusing(out, making=True):
        real = _behind_links(out)
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~_umask()
        with appearing(real, replace=True) as draft:
            draft.write_bytes(contents)
            draft.chmod(mode)


def _behind_links(out: Path) -> Path:
    try:
        return out.resolve()
    except RuntimeError:  # links that lead to each other
        raise Refusal(RefusalCode.NOT_FOUND, path=str(out)) from None


def _is_database(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
