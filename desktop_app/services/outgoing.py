"""Writes files that leave Evenhand whole or not at all, and never over a workspace."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.appearing import appearing
from desktop_app.store.looking import is_database
from desktop_app.store.refusing import refusing, writable


def check_place(out: Path) -> None:
    """Refuse, before anything is made, a place where no such file may go.

    What is there already is only replaced where it is a plain file and no workspace, also behind a link:
    a slip of the pen must not cost a ledger.
    """
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
        if not stat.S_ISREG(mode) or is_database(real):
            raise Refusal(RefusalCode.IN_USE, path=str(out))
        if not writable(real):
            raise Refusal(RefusalCode.NO_PERMISSION, path=str(out))


@contextmanager
def leaving(out: Path) -> Iterator[Path]:
    """A draft to write to, which takes the name of `out` when the block has ended well.

    What was there before stays until then, and its permissions stay for the new one. Refusal where the
    system does not let it be written.
    """
    with refusing(out, making=True):
        real = _behind_links(out)
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~_umask()
        with appearing(real, replace=True) as draft:
            yield draft
            draft.chmod(mode)


def _behind_links(out: Path) -> Path:
    try:
        return out.resolve()
    except RuntimeError:  # links that lead to each other
        raise Refusal(RefusalCode.NOT_FOUND, path=str(out)) from None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
