"""What is typed in a form and not kept yet, so that it survives the death of the process.

A draft is a name and texts. They lie in a private file of this person's data folder, one file for each
running window: in plain text for a workspace without a passphrase, which can hold only what anybody may see,
and under the workspace's own key where it has one.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from desktop_app import paths
from desktop_app.services.workspace import Workspace
from desktop_app.store import sealed
from desktop_app.store.appearing import appearing
from desktop_app.store.keys import Key
from desktop_app.store.refusing import refusing

Texts = Mapping[str, str]
"""The texts of one form, by the names of its fields."""

_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700
_NAMED_AFTER = 16
"""So many digits of the hash of a workspace's path begin the names of its files."""


class Drafts(Protocol):
    """Where unfinished forms are kept. May raise a Refusal where there is no room."""

    def keep(self, name: str, texts: Texts) -> None:
        """Keep what stands in a form now, in place of what stood there before."""
        ...

    def forget(self, name: str) -> None:
        """The form is finished or empty: keep nothing of it."""
        ...

    def left(self, name: str) -> dict[str, str] | None:
        """What a window that is no more left unfinished in this form, the newest; None where nothing is."""
        ...

    def drop_left(self, name: str) -> None:
        """Forget all that was left unfinished in this form."""
        ...

    def seal(self) -> None:
        """The workspace has been given a passphrase, or another one: nothing stays readable without it."""
        ...

    def close(self) -> None:
        """The workspace is put away; what is unfinished stays for the next time."""
        ...


class NoDrafts:
    """Keeps nothing beyond the window: for workspaces in memory."""

    def keep(self, name: str, texts: Texts) -> None:
        """Nothing is kept."""

    def forget(self, name: str) -> None:
        """There is nothing to forget."""

    def left(self, name: str) -> dict[str, str] | None:
        """Nothing was left."""
        return None

    def drop_left(self, name: str) -> None:
        """There is nothing to forget."""

    def seal(self) -> None:
        """There is nothing to seal."""

    def close(self) -> None:
        """There is nothing to let go of."""


def of(workspace: Workspace) -> Drafts:
    """The drafts of an open workspace."""
    if workspace.path is None:
        return NoDrafts()
    return FileDrafts(paths.data_folder() / "drafts", workspace.path, partial(_key_of, workspace))


def _key_of(workspace: Workspace) -> Key | None:
    return workspace.file.key if workspace.file is not None else None


def _no_key() -> None:
    return None


class FileDrafts:
    """Drafts in one small file of this window, which is there only while something is unfinished.

    A second file is held locked as long as the window lives. The system lets go of it when the process dies,
    however it dies: so another window's drafts are told from those of one that is no more.
    """

    def __init__(self, folder: Path, workspace: Path, key: Callable[[], Key | None] = _no_key) -> None:
        """`key` gives the workspace's key as it is by then; None where it has none."""
        self._folder = folder
        self._workspace = sha256(os.fsencode(workspace.resolve())).hexdigest()[:_NAMED_AFTER]
        self._own = folder / f"{self._workspace}.{secrets.token_hex(4)}.json"
        self._texts: dict[str, dict[str, str]] = {}
        self._key = key
        self._last_key = key()
        self._lock: int | None = None

    def keep(self, name: str, texts: Texts) -> None:
        """Keep what stands in a form now."""
        if self._texts.get(name) != texts:
            self._texts[name] = dict(texts)
            self._write()

    def forget(self, name: str) -> None:
        """Keep nothing of a form."""
        if self._texts.pop(name, None) is not None:
            self._write()

    def left(self, name: str) -> dict[str, str] | None:
        """What a window that is no more left unfinished, the newest."""
        for file in self._of_the_dead():
            found = _read(file, self._key()).get(name)
            if found:
                return found
        return None

    def drop_left(self, name: str) -> None:
        """Forget all that was left unfinished in this form."""
        for file in list(self._of_the_dead()):
            texts = _read(file, self._key())
            if texts.pop(name, None) is not None and texts:
                _put(file, texts, self._key())
            elif not texts:
                _remove(file)

    def seal(self) -> None:
        """Write anew, under the workspace's new key, what lies here and can be read."""
        for file in list(self._of_the_dead()):
            texts = _read(file, self._last_key)
            if texts:
                _put(file, texts, self._key())
        if self._texts:
            self._write()
        self._last_key = self._key()

    def close(self) -> None:
        """Let go of the lock: what is unfinished is then what was left."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        if not self._texts:
            _remove(self._own)

    def _write(self) -> None:
        with refusing(self._own, making=True):
            if self._texts:
                self._folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
                self._hold()
                _put(self._own, self._texts, self._key())
            else:
                self._own.unlink(missing_ok=True)

    def _hold(self) -> None:
        if self._lock is None:
            self._lock = os.open(_lock_of(self._own), os.O_RDWR | os.O_CREAT, _PRIVATE)
            _locked(self._lock)

    def _of_the_dead(self) -> Iterator[Path]:
        """The files of windows that are no more, the newest first."""
        found = [file for file in self._folder.glob(f"{self._workspace}.*.json") if file != self._own]
        found.sort(key=_changed, reverse=True)
        return (file for file in found if not _is_held(file))


def _put(file: Path, texts: Mapping[str, Texts], key: Key | None) -> None:
    if key is not None:
        # In ASCII: what is typed may hold half a letter, which the file cannot.
        sealed.write(file, json.dumps(texts), key)
        return
    with appearing(file, replace=True) as draft:
        draft.write_text(json.dumps(texts, ensure_ascii=False), "utf-8", errors="surrogatepass")


def _read(file: Path, key: Key | None) -> dict[str, dict[str, str]]:
    """The drafts of a file; none of one that somebody else has written, or that another key opens."""
    try:
        text = file.read_text("utf-8", errors="surrogatepass") if key is None else sealed.read(file, key)
        found = json.loads(text or "{}")
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(name): {str(field): str(text) for field, text in texts.items()}
        for name, texts in found.items()
        if isinstance(texts, dict)
    }


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
    _lock_of(file).unlink(missing_ok=True)


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _lock_of(file: Path) -> Path:
    return file.with_suffix(".lock")


def _is_held(file: Path) -> bool:
    """Whether the window whose file it is still lives."""
    try:
        number = os.open(_lock_of(file), os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not _locked(number)
    finally:
        os.close(number)


def _locked(number: int) -> bool:
    """Take the lock on an open file; False where another process has it."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
