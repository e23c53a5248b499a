"""Backups that nobody has to think of: whole copies in the person's own data folder, few but enough."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.signing import utc_now
from desktop_app.services.workspace import Workspace
from desktop_app.store import erasing, looking, peeking
from desktop_app.store.keys import Key, KeyedPath, Passphrase
from desktop_app.store.ledger import Ledger
from desktop_app.store.refusing import refusing

NEWEST: Final = 10
"""So many are kept in any case."""

WEEKS: Final = 8
"""Beside them, the newest of each of so many weeks."""

LARGE: Final = 100 * 1024 * 1024
"""Bytes of a file of which a copy takes so long that it is said."""

_READ_ONLY: Final = 0o400
_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)Z (\d+)\.evenhand")
_STAMP: Final = "%Y-%m-%dT%H-%M-%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a workspace as it was once."""

    path: Path
    made: datetime
    """In UTC."""
    step: int
    """The newest step in it."""
    size: int
    """In bytes."""
    is_protected: bool
    """Whether it needs the passphrase that the workspace had then."""


@dataclass(frozen=True, slots=True)
class Search:
    """Which copies still hold a case."""

    holding: tuple[Path, ...]
    unknown: tuple[Path, ...]
    """Those that cannot be read with the key there is."""


def everywhere() -> Path:
    """The folder of all backups; it may not exist yet."""
    return paths.data_folder() / "backups"


def folder(workspace: Path) -> Path:
    """The folder of the backups of one workspace file, by its place."""
    place = workspace.absolute()
    return everywhere() / f"{place.stem[:40]} {sha256(str(place).encode()).hexdigest()[:12]}"


def is_backup(path: Path) -> bool:
    """Whether a file is one of them: it is read, never changed."""
    return path.absolute().is_relative_to(everywhere().absolute())


def at(path: Path) -> Backup | None:
    """The backup that a file is; None for a copy of another sort, and for one that is gone."""
    return _read(path) if is_backup(path) and _NAME.fullmatch(path.name) and path.exists() else None


def of(workspace: Path) -> list[Backup]:
    """The backups of a workspace file, the newest first."""
    return _in(folder(workspace))


def is_needed(workspace: Workspace) -> bool:
    """Whether anything has been kept since the newest backup, or it can be read without the passphrase."""
    if workspace.path is None or workspace.read_only or not workspace.path.exists():
        return False
    with refusing(folder(workspace.path)):
        return _is_behind(workspace.path, workspace.revision, is_protected=workspace.is_protected)


def takes_long(workspace: Workspace) -> bool:
    """Whether a backup takes so long that somebody would wonder."""
    return workspace.path is not None and workspace.path.stat().st_size > LARGE


def make(workspace: Workspace, now: datetime | None = None) -> Backup | None:
    """A backup of the workspace as it is, where anything has changed; older ones are thinned out.

    Raises the refusals of `Workspace.save_copy`; the workspace itself is not touched.
    """
    if workspace.path is None or not is_needed(workspace):
        return None
    made = partial(_kept, workspace.path, workspace.revision, workspace.save_copy, now or utc_now())
    return made(is_protected=workspace.is_protected)


def make_of(file: KeyedPath) -> Backup | None:
    """As `make`, over a connection of its own and without reading the records; safe on any thread."""
    with closing(Ledger.open(file)) as ledger:
        step = ledger.last_step()
        if ledger.read_only or not _is_behind(file.path, step, is_protected=file.key is not None):
            return None
        return _kept(file.path, step, ledger.save_copy, utc_now(), is_protected=file.key is not None)


def make_quietly(file: KeyedPath) -> None:
    """As `make_of`, before something larger that a failed backup must not prevent; the log says why."""
    try:
        make_of(file)
    except Refusal as refusal:
        logging.getLogger(__name__).warning("no backup was made: %s", refusal.code)


def _is_behind(workspace: Path, step: int, *, is_protected: bool) -> bool:
    there = of(workspace)
    return not there or (there[0].step, there[0].is_protected) != (step, is_protected)


def _kept(
    workspace: Path, step: int, save_copy: Callable[[Path], None], now: datetime, *, is_protected: bool
) -> Backup:
    place = folder(workspace)
    with refusing(place, making=True):
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        target = place / f"{now.astimezone(UTC).strftime(_STAMP)}Z {step}.evenhand"
        if target.exists() and _is_protected(target) != is_protected:
            # Made in the same second, before the passphrase was set: it is not what is asked for.
            delete([target])
        if not target.exists():
            save_copy(target)
            target.chmod(_READ_ONLY)
        thin_out(workspace)
        return _read(target)


def superfluous(there: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those beyond the newest ten and the newest of each of the last eight weeks."""
    newest_first = sorted(there, key=lambda one: (one.made, one.step), reverse=True)
    weeks: set[tuple[int, int]] = set()
    gone = []
    for place, one in enumerate(newest_first):
        year, week, _day = one.made.isocalendar()
        of_week = (year, week) not in weeks and one.made > now - timedelta(weeks=WEEKS)
        weeks.add((year, week))
        if place >= NEWEST and not of_week:
            gone.append(one)
    return gone


def thin_out(workspace: Path) -> None:
    """Deletes what is beyond the ten and the eight."""
    there = of(workspace)
    delete(one.path for one in superfluous(there, there[0].made if there else utc_now()))


def delete(copies: Iterable[Path]) -> None:
    """Deletes copies, and overwrites them first as far as the disk obeys."""
    for path in copies:
        with refusing(path):
            if path.exists():
                erasing.erase(path)


def unprotected(workspace: Path) -> list[Path]:
    """The backups and earlier versions of a workspace that anybody can read."""
    readable = [one.path for one in of(workspace) if not one.is_protected]
    return readable + [path for path in _earlier_versions(workspace) if not _is_protected(path)]


def search(workspace: Path, key: Key | None, case: str) -> Search:
    """Which backups of any workspace, and earlier versions beside this one, still hold a case."""
    holding, unknown = [], []
    folders = sorted(everywhere().iterdir()) if everywhere().is_dir() else []
    copies = [one.path for place in folders for one in _in(place)]
    for path in [*copies, *_earlier_versions(workspace)]:
        try:
            if peeking.holds_case(path, key, case):
                holding.append(path)
        except Refusal:
            unknown.append(path)
    return Search(tuple(holding), tuple(unknown))


def newest_opens(workspace: Path, passphrase: Passphrase) -> bool:
    """Whether a passphrase fits the newest protected backup: then a file that it does not open is damaged."""
    newest = next((one for one in of(workspace) if one.is_protected), None)
    if newest is None:
        return False
    try:
        peeking.unlock(newest.path, passphrase)
    except Refusal as refusal:
        if refusal.code is not RefusalCode.WRONG_PASSPHRASE:
            raise
        return False
    return True


def _in(place: Path) -> list[Backup]:
    if not place.is_dir():
        return []
    found = [_read(path) for path in place.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda one: (one.made, one.step), reverse=True)


def _read(path: Path) -> Backup:
    named = _NAME.fullmatch(path.name)
    assert named is not None
    made = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
    return Backup(path, made, int(named[2]), path.stat().st_size, _is_protected(path))


def _is_protected(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(looking.MAGIC)) != looking.MAGIC


def _earlier_versions(workspace: Path) -> list[Path]:
    """The copies that were made beside the file before it was brought up to date."""
    found = re.compile(re.escape(workspace.name) + r"\.v\d+(\.\d+)?")
    return sorted(path for path in workspace.absolute().parent.iterdir() if found.fullmatch(path.name))
