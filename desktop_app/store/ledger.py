"""The records and the history in a workspace file, as whole operations: load, keep a step, follow others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.steps import Edit, Step
from desktop_app.store import contents, forgetting, history, keeping, rows, unit_of_work
from desktop_app.store.adding import Adding
from desktop_app.store.blocks import Block
from desktop_app.store.collecting import uncollected
from desktop_app.store.datafile import DataFile
from desktop_app.store.forgetting import Erased
from desktop_app.store.keys import Key, KeyedPath
from desktop_app.store.reading import Reader

_PART = 100
"""So many edits are read within two milliseconds, by whoever must not be stopped for long."""

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True)
class Contents:
    """All of a file at one moment."""

    records: dict[type[Record], list[Record]]
    last_step: int
    heads: list[tuple[int, str, int | None]]
    """Id, label and reverted id of the newest steps, oldest first."""


class HistoryRewritten(Exception):
    """Something was forgotten while the history was being read in parts."""


class Ledger:
    """What a workspace file says, in domain words; raises Refusal for whatever file or disk refuse."""

    def __init__(self, datafile: DataFile) -> None:
        self._file = datafile

    @classmethod
    def create(cls, path: Path, first: Step, key: Key | None = None) -> Ledger:
        """A new file that begins with one step, encrypted where there is a key."""
        return cls(DataFile.create(path, lambda connection: _begin(connection, first), key=key))

    @classmethod
    def open(
        cls, path: Path | KeyedPath, passphrase: str | None = None, *, read_only: bool = False
    ) -> Ledger:
        """An existing file; a protected one is opened by its passphrase, or the key that comes with it."""
        if isinstance(path, KeyedPath):
            return cls(DataFile.open(path.path, secret=path.key, read_only=read_only))
        return cls(DataFile.open(path, secret=passphrase, read_only=read_only))

    @classmethod
    def in_memory(cls, first: Step) -> Ledger:
        """No file: gone when closed."""
        ledger = cls(DataFile.in_memory())
        with ledger._file.writing() as connection:
            _begin(connection, first)
        return ledger

    @property
    def path(self) -> Path | None:
        """Where the file is; None in memory."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept, because of the place where the file is."""
        return self._file.read_only

    @property
    def key(self) -> Key | None:
        """What the file is encrypted with; None for a plain one."""
        return self._file.key

    def protect(self, key: Key) -> None:
        """Writes the file anew, encrypted under this key."""
        self._file.protect(key)

    def last_step(self) -> int:
        """The number of the newest step."""
        with self._reading() as reader:
            return history.last_id(reader)

    def load(self, remembered: int) -> Contents:
        """Everything, with the heads of so many of the newest steps."""
        with self._reading() as reader:
            records = {kind: rows.read_all(reader, kind) for kind in RECORD_KINDS.values()}
            return Contents(records, history.last_id(reader), history.heads(reader, remembered))

    def keep(
        self,
        step: Step,
        seen: int,
        current: unit_of_work.Current,
        *,
        on_latest: bool = False,
        blocks: Sequence[Block] = (),
        kept_contents: Mapping[str, bytes] | None = None,
    ) -> tuple[Step, ...]:
        """Writes a step and its history in one transaction.

        `kept_contents` are bytes by their SHA-256. Answers all steps after `seen`, those of other processes
        first and this one last. CHANGED_MEANWHILE where a record of the step no longer stands, here or in
        `current`, as the step found it; with `on_latest` also where others have kept anything at all since.
        """
        unit_of_work.check_current(step.edits, current)
        with self._file.writing() as connection:
            others = history.since(self._file.reader, seen)
            if on_latest and others:
                raise Refusal(RefusalCode.CHANGED_MEANWHILE)
            unit_of_work.check_untouched(step.edits, others)
            contents.write(connection, kept_contents or {})
            with uncollected():
                return (*others, keeping.keep(connection, step, blocks))

    @contextmanager
    def adding(self, step: Step, now: str) -> Iterator[Adding]:
        """A block whose new records are written as they come, as one step, or not at all where it fails.

        `step` has no edits yet; `now` is when those enter that do not say it.
        """
        with ExitStack() as stack:
            begin = lambda: stack.enter_context(self._file.writing())  # noqa: E731
            adding = Adding(begin, step, now, private=self.key is not None)
            yield adding
            adding.finish()

    def since(self, seen: int) -> tuple[Step, ...]:
        """The steps after one, oldest first."""
        with self._reading() as reader:
            return history.since(reader, seen)

    def since_in_parts(self, seen: int) -> Iterator[Step | list[Edit]]:
        """The steps after one, oldest first, read in short parts: edits of a step, at last the whole of it.

        Where edits are given before their step, all of that step are. Nothing is held open between the
        parts, so each of them may see the history longer. Where it has become shorter, for something was
        forgotten meanwhile, HistoryRewritten: it is to be read anew.
        """
        with self._reading() as reader:
            heads = history.heads_since(reader, seen)
        last = heads[-1][0] if heads else seen
        for head in heads:
            with self._reading_up_to(last) as reader:
                numbers = history.batches_of(reader, head[0])
                alone = history.singly(reader, head[0])
            if numbers:
                yield alone
            read = []
            for number in numbers:
                with self._reading_up_to(last) as reader:
                    batch = history.batch(reader, number)
                edits: list[Edit] = []
                befores = batch.befores_in_parts(_PART)
                for start in range(0, len(batch.ids), _PART):
                    with self._reading_up_to(last) as reader:
                        ids = batch.ids[start : start + _PART]
                        part = history.edits_of(reader, batch, ids, next(befores))
                    edits += part
                    yield part
                read.append((batch.place, edits))
            yield history.composed(head, read, alone)

    def step(self, number: int) -> Step:
        """One step with all its edits; CHANGED_MEANWHILE where all of it has been forgotten."""
        with self._reading() as reader:
            if history.forgotten_since(reader, number):
                raise Refusal(RefusalCode.CHANGED_MEANWHILE)
            return history.step(reader, number)

    def moments(self) -> list[tuple[int, datetime]]:
        """The number of each step and when it was kept, oldest step first."""
        with self._reading() as reader:
            return history.moments(reader)

    def befores(self, after: int, last: int) -> list[tuple[type[Record], str, Record | None]]:
        """Each record that the steps after one, up to `last`, touched, as the first of them found it."""
        with self._reading() as reader:
            return list(history.befores(reader, after, last))

    def removals(self) -> list[tuple[Step, Edit]]:
        """Every removal of a record, oldest first. Each step given here carries that edit alone."""
        with self._reading() as reader:
            return history.removals(reader)

    def of_record(self, kind: type[Record], id: str) -> list[tuple[Step, Edit]]:
        """What happened to one record, oldest first. Each step given here carries that edit alone."""
        with self._reading() as reader:
            return history.of_record(reader, kind, id)

    def content(self, sha256: str) -> bytes | None:
        """The bytes of a kept copy, or None where the file does not hold them."""
        with self._reading() as reader:
            return contents.read(reader, sha256)

    def data_version(self) -> int:
        """A number that changes whenever another connection has written."""
        return self._file.data_version()

    def save_copy(self, path: Path, *, replace: bool = False) -> None:
        """Writes a complete copy that opens anywhere."""
        self._file.save_copy(path, replace=replace)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()

    def forget(self, case: str, step: Step, seen: int) -> tuple[tuple[Step, ...], Erased, bool]:
        """Takes a case out of the file and its history, and writes all pages anew.

        Answers all steps after `seen`, this one last; what was forgotten; and whether nothing of it is left
        on the disk, where another process may keep it until it has closed the file.
        """
        try:
            with self._file.writing() as connection, uncollected():
                others = history.since(self._file.reader, seen)
                erased = forgetting.erase(connection, self._file.reader, case, step)
        except (ValueError, KeyError) as error:
            raise Refusal(RefusalCode.DAMAGED, path=str(self.path)) from error
        try:
            clean = self._file.compact()
        except Refusal:
            # It is forgotten all the same: what is left of it lies in pages that are no longer used.
            clean = False
        return (*others, erased.step), erased, clean

    @contextmanager
    def _reading_up_to(self, last: int) -> Iterator[Reader]:
        with self._reading() as reader:
            if history.forgotten_since(reader, last):
                raise HistoryRewritten
            yield reader

    @contextmanager
    def _reading(self) -> Iterator[Reader]:
        try:
            with uncollected(), self._file.reading() as reader:
                yield reader
        except (ValueError, KeyError) as error:
            # Text that no version of Evenhand writes.
            raise Refusal(RefusalCode.DAMAGED, path=str(self.path)) from error


def _begin(connection: Connection, first: Step) -> None:
    keeping.keep(connection, first)
