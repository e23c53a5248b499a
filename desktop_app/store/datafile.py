"""An open workspace file: opened or refused untouched, one transaction at a time, copied, closed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store import erasing, protecting, schema
from desktop_app.store.appearing import appearing, unused
from desktop_app.store.connecting import APPLICATION_ID, PATIENCE, address_of, connect
from desktop_app.store.keys import Key, Secret
from desktop_app.store.locks import alone, refuse_if_held
from desktop_app.store.looking import Look, look, refuse_leftovers
from desktop_app.store.reading import Reader
from desktop_app.store.refusing import beside, refusing
from desktop_app.store.unlocking import unlocked

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Fill: TypeAlias = "Callable[[Connection], None]"


class DataFile:
    """One connection to a workspace file, for one thread.

    Several processes may have the same file open. Where the file or its folder cannot be written,
    `read_only` is True and `writing` is refused. Reading asks the driver itself; SQLAlchemy is loaded by the
    first write and speaks through the same connection.
    """

    def __init__(
        self, driver_connection: Any, path: Path | None, key: Key | None = None, *, read_only: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.key = key
        """What the file is encrypted with; None for a plain one."""
        self.reader = Reader(driver_connection)
        """Reads within the transaction that is under way."""
        self._driver = driver_connection
        self._engine: Engine | None = None
        self._identity = _identity(path)
        self._in_wal = path is None
        self._open = True

    @classmethod
    def in_memory(cls) -> DataFile:
        """A workspace without a file, gone when closed."""
        datafile = cls(connect("file::memory:"), None)
        with datafile.writing() as connection:
            schema.lay_out(connection)
        return datafile

    @classmethod
    def create(
        cls, path: Path, fill: Fill, *, key: Key | None = None, patience: float = PATIENCE
    ) -> DataFile:
        """A new file, complete with what `fill` writes before its name appears; refused where one exists."""
        with refusing(path, making=True):
            path = path.absolute()
            refuse_leftovers(path)
            if path.exists() or path.is_symlink():
                raise Refusal(RefusalCode.ALREADY_EXISTS, path=str(path))
            if not path.parent.is_dir():
                raise Refusal(RefusalCode.NOT_FOUND, path=str(path.parent))
            with appearing(path, replace=False) as draft:
                _build(draft, fill, key)
        try:
            return cls.open(path, secret=key, patience=patience)
        except Refusal as refusal:
            if refusal.code is not RefusalCode.LOCKED:
                # Made, but not to be used: for want of room for its journal, say.
                for ending in ("", "-wal", "-shm"):
                    beside(path, ending).unlink(missing_ok=True)
            raise

    @classmethod
    def open(
        cls, path: Path, *, secret: Secret = None, patience: float = PATIENCE, read_only: bool = False
    ) -> DataFile:
        """An existing file, brought up to date where it is behind; any Refusal leaves it untouched.

        A protected one needs its passphrase or its key (PASSPHRASE_NEEDED, WRONG_PASSPHRASE). With
        `read_only` nothing is written, though it could be.
        """
        seen = look(path, schema.VERSION)
        if read_only:
            seen = replace(seen, read_only=True)
        with refusing(seen.path):
            refuse_if_held(seen.path)
        try:
            return cls._opened(seen, secret, patience)
        except Refusal as refusal:
            if refusal.code is RefusalCode.BUSY:
                raise Refusal(RefusalCode.LOCKED, path=str(seen.path), pid=0, host="") from refusal
            if refusal.code is RefusalCode.DISK_ERROR and seen.read_only:
                # Its journal would have to be merged first, which this place does not allow.
                raise Refusal(RefusalCode.READ_ONLY, path=str(seen.path)) from refusal
            raise

    @classmethod
    def _opened(cls, seen: Look, secret: Secret, patience: float) -> DataFile:
        with refusing(seen.path):
            key = unlocked(seen, secret, patience)
            # What a cut-off write left can be read only after it has been taken back.
            if seen.unmerged and not seen.cut_off:
                _read_through(seen, key, patience)
            datafile = cls(_connect(seen, key, patience), seen.path, key, read_only=seen.read_only)
        try:
            datafile._check(seen.version or datafile._version())
        except BaseException:
            datafile.close()
            raise
        return datafile

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A transaction that sees the file as it is at one moment, and keeps no writer out."""
        with self._answering():
            self._driver.execute("BEGIN").close()
            try:
                self._refuse_newer()
                yield self.reader
            finally:
                self._driver.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the write lock; committed at the end of the block, or nothing is kept."""
        if self.read_only:
            raise Refusal(RefusalCode.READ_ONLY, path=str(self.path))
        engine = self._speaking()
        with refusing(self.path):
            self._refuse_if_moved()
            self._use_wal()
            with engine.connect() as connection, connection.begin():
                self._refuse_newer()
                yield connection

    def data_version(self) -> int:
        """A number that changes whenever another connection has written to the file."""
        with self._answering():
            return int(self._driver.execute("PRAGMA data_version").fetchone()[0])

    def save_copy(self, path: Path, *, replace: bool = False) -> None:
        """Writes a complete copy that opens anywhere, also from read-only media.

        An existing file is refused unless `replace`, and one that is in use always.
        """
        with refusing(path, making=True):
            path = path.absolute()
            if self.path is not None and path.exists() and path.samefile(self.path):
                raise Refusal(RefusalCode.IN_USE, path=str(path))
            for ending in ("-wal", "-journal"):
                if beside(path, ending).exists():
                    raise Refusal(RefusalCode.IN_USE, path=str(path))
            if path.is_dir():
                raise Refusal(RefusalCode.IS_A_FOLDER, path=str(path))
            if path.exists() and not replace:
                raise Refusal(RefusalCode.ALREADY_EXISTS, path=str(path))
            with appearing(path, replace=replace) as draft:
                self._driver.execute("VACUUM INTO ?", (str(draft),)).close()
                _settle(draft, self.key)

    def protect(self, key: Key) -> None:
        """Writes the file anew under a key and goes on with that; the history stays.

        OPEN_ELSEWHERE where another connection has the file. A crash at any moment leaves the file as it was,
        or the new one; the bytes of a plain one are overwritten as far as the disk allows.
        """
        if self.path is None or self.read_only:
            raise Refusal(RefusalCode.READ_ONLY, path=str(self.path))
        with ExitStack() as held, refusing(self.path), alone(self.path):
            self._refuse_if_moved()
            if self.reader.value("PRAGMA user_version") != schema.VERSION:
                self._refuse_newer()
            used = self.key
            try:
                protecting.hold(self._driver, self.path)
                with appearing(self.path, replace=True) as draft:
                    protecting.export(self._driver, draft, key)
                    protecting.verify(self.reader, draft, key)
                    if os.name == "nt":
                        # There, a file that is open cannot be replaced.
                        self._let_go()
                    else:
                        old = held.enter_context(self.path.open("r+b"))
                used = key
            finally:
                self._let_go()
                self._go_on(used)
            if os.name != "nt":
                erasing.overwrite(old)

    def compact(self) -> bool:
        """Writes all pages anew, so that nothing of what was removed is left between them.

        False where another process is reading just now: what was removed then stays in the journal beside the
        file until the last of them has closed it.
        """
        with refusing(self.path):
            self._driver.execute("VACUUM").close()
            busy, *_ = self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        """Lets go of the file; what was kept is merged into it, and no journal stays beside it."""
        if not self._open:
            return
        self._open = False
        self._let_go()

    def _let_go(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
        self._driver.close()

    def _go_on(self, key: Key | None) -> None:
        """Opens what has the file's name now."""
        assert self.path is not None
        self._driver = connect(address_of(self.path), key=key)
        self.reader = Reader(self._driver)
        self.key = key
        self._identity = _identity(self.path)
        self._in_wal = False

    def _version(self) -> int:
        """The version of a file whose first bytes do not tell it; refused as `look` refuses plain ones."""
        with self.reading() as reader:
            if reader.value("PRAGMA application_id") != APPLICATION_ID:
                raise Refusal(RefusalCode.NOT_A_WORKSPACE, path=str(self.path))
            version = schema.version_in(reader)
        if version == 0:
            raise Refusal(RefusalCode.DAMAGED, path=str(self.path))
        return version

    def _check(self, version: int) -> None:
        """Refuses what is not laid out as ours; brings what is behind up to date."""
        with self.reading() as reader:
            if schema.acts_on_its_own(reader):
                raise Refusal(RefusalCode.DAMAGED, path=str(self.path))
        if version < schema.VERSION:
            self._upgrade(version)
        with self.reading() as reader:
            if not schema.is_ours(reader):
                raise Refusal(RefusalCode.DAMAGED, path=str(self.path))

    def _upgrade(self, version: int) -> None:
        """Brings the file up to date in one transaction, after a copy of it as it was."""
        if self.path is None or self.read_only:
            raise Refusal(RefusalCode.READ_ONLY, path=str(self.path))
        with refusing(self.path), alone(self.path):
            self.save_copy(unused(beside(self.path, f".v{version}")))
            self._upgrade_tables()

    def _upgrade_tables(self) -> None:
        # Batch migrations rebuild tables that others refer to; the references are checked at the end.
        self._driver.execute("PRAGMA foreign_keys = OFF").close()
        with self._speaking().connect() as connection, connection.begin():
            # Another process may have been first.
            if schema.version_in(self.reader) < schema.VERSION:
                schema.upgrade(connection)
            if self.reader.first("PRAGMA foreign_key_check") is not None:
                raise Refusal(RefusalCode.DAMAGED, path=str(self.path))
        self._driver.execute("PRAGMA foreign_keys = ON").close()
        # The header bytes tell the version to whoever looks before opening.
        self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def _speaking(self) -> Engine:
        """The engine of the writes, loaded by the first: that takes longer than opening a file."""
        if self._engine is None:
            from desktop_app.store.engine import engine_on

            self._engine = engine_on(self._driver)
        return self._engine

    def _refuse_newer(self) -> None:
        """Refuses what a newer Evenhand has brought up to date while this one had it open."""
        version = schema.version_in(self.reader)
        if version > schema.VERSION:
            raise Refusal(RefusalCode.TOO_NEW, path=str(self.path), version=version, newest=schema.VERSION)

    def _use_wal(self) -> None:
        """Switches to WAL with the first write, so that a file that is only read is not touched."""
        if not self._in_wal:
            (mode,) = self._driver.execute("PRAGMA journal_mode = WAL").fetchone()
            if mode != "wal":
                # A disk without shared memory: a rollback journal survives a power cut only so.
                self._driver.execute("PRAGMA synchronous = EXTRA").close()
            self._in_wal = True

    @contextmanager
    def _answering(self) -> Iterator[None]:
        """As `refusing`; a file that was given a passphrase elsewhere is replaced, not damaged."""
        try:
            with refusing(self.path):
                yield
        except Refusal as refusal:
            if refusal.code is RefusalCode.DAMAGED:
                self._refuse_if_moved()
            raise

    def _refuse_if_moved(self) -> None:
        """Refuses to write into a file that has been deleted or replaced: what is kept there is lost."""
        if self.path is not None and _identity(self.path) != self._identity:
            code = RefusalCode.CHANGED_MEANWHILE if self.path.exists() else RefusalCode.NOT_FOUND
            raise Refusal(code, path=str(self.path))


def _identity(path: Path | None) -> tuple[int, int]:
    if path is None or not path.exists():
        return (0, 0)
    found = path.stat()
    return (found.st_dev, found.st_ino)


def _connect(seen: Look, key: Key | None, patience: float) -> Any:
    if not seen.read_only:
        return connect(address_of(seen.path), patience, key)
    # A WAL file without its journal opens on read-only media only where we promise that it lies still.
    still = seen.in_wal and not seen.unmerged
    return connect(address_of(seen.path, "ro", immutable=still), patience, key)


def _read_through(seen: Look, key: Key | None, patience: float) -> None:
    """Reads a file whose journal is not merged yet without merging it; raises what its damage raises.

    Opened for writing, SQLite would merge the journal on closing, and a damaged file would be changed.
    """
    connection = connect(address_of(seen.path, "ro"), patience, key)
    try:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok":
        raise Refusal(RefusalCode.DAMAGED, path=str(seen.path))


def _build(draft: Path, fill: Fill, key: Key | None) -> None:
    from desktop_app.store.engine import engine_on

    connection = connect(address_of(draft), key=key)
    try:
        engine = engine_on(connection)
        with engine.connect() as speaking, speaking.begin():
            schema.lay_out(speaking)
            fill(speaking)
        connection.execute("PRAGMA journal_mode = WAL").close()
    finally:
        connection.close()


def _settle(draft: Path, key: Key | None) -> None:
    """Leaves a copy in a journal mode that needs no file beside it, and reads it through once."""
    connection = connect(address_of(draft), key=key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE").close()
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok":
        raise Refusal(RefusalCode.DAMAGED, path=str(draft))
