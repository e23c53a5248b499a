"""The key that the passphrase of a workspace file gives."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import backups
from desktop_app.store import peeking
from desktop_app.store.keys import KeyedPath, Passphrase


def unlocked_file(path: Path, passphrase: str | None = None) -> KeyedPath:
    """The file with the key that opens it; raises what `Workspace.open` would, of which this is a part.

    A wrong passphrase and a damaged first page look alike: where the passphrase opens the newest backup, it
    is the file that is wrong (DAMAGED).
    """
    secret = None if passphrase is None else Passphrase(passphrase)
    try:
        return peeking.unlock(path, secret)
    except Refusal as refusal:
        wrong = refusal.code is RefusalCode.WRONG_PASSPHRASE
        if wrong and secret is not None and backups.newest_opens(path, secret):
            raise Refusal(RefusalCode.DAMAGED, path=str(path)) from refusal
        raise
