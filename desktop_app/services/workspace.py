"""The open ledger: every record in memory, one door for changes, one kind of notice for all who show it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.steps import FORGET, Edit, Step
from desktop_app.services.as_stood import AsStood, day_of, end_of, rolled_back
from desktop_app.services.beginning import first_records, first_step
from desktop_app.services.following import Following
from desktop_app.services.notices import Notices, Observer
from desktop_app.services.shelves import Bundle, Shelves
from desktop_app.services.signing import Clock, Pen, pen_of, seconds, utc_now
from desktop_app.services.undo_stacks import DEPTH, Filed, UndoStacks
from desktop_app.services.warming import warm_up
from desktop_app.store import keys
from desktop_app.store.blocks import Block
from desktop_app.store.collecting import spare, uncollected
from desktop_app.store.keys import KeyedPath
from desktop_app.store.ledger import HistoryRewritten, Ledger
from desktop_app.store.unit_of_work import UnitOfWork

__all__ = ["Edit", "KeyedPath", "Observer", "Step", "UnitOfWork", "Workspace", "first_records", "warm_up"]

R = TypeVar("R", bound=Record)

# Undoing a step adds another: enough of them to fill both stacks after a restart.
_REMEMBERED = 4 * DEPTH

_NEVER = -1
"""No data version: the next look at the file takes in whatever is new."""

_MANY = 10_000
"""So many records that a search through them for garbage can be felt."""


@dataclass(frozen=True)
class Forgotten:
    """What was taken out of a file and its history."""

    counts: dict[type[Record], int]
    """How many records of each kind had stood."""
    contents: int
    """Files whose bytes were kept for it alone."""
    is_clean: bool
    """False while another process keeps traces of it on the disk, until it has closed the file."""


class Workspace:
    """An open workspace, for one thread. It is a `View` of everything in it.

    Every operation may raise a Refusal; whatever was refused has changed nothing.
    """

    def __init__(self, ledger: Ledger, pen: Pen) -> None:
        self._ledger = ledger
        self._pen = pen
        self._shelves = Shelves()
        self._stacks = UndoStacks()
        self._notices = Notices()
        self._changing = False
        self._following: Following | None = None
        self._stamp = ledger.data_version()
        contents = ledger.load(_REMEMBERED)
        self._seen = contents.last_step
        for kind, records in contents.records.items():
            self._shelves.fill(kind, records)
        if sum(map(len, contents.records.values())) >= _MANY:
            spare()
        for id, label, reverts in contents.heads:
            self._stacks.file(id, label, reverts)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        first: Iterable[Record] | None = None,
        passphrase: str | None = None,
        who: str | None = None,
        device: str | None = None,
        clock: Clock = utc_now,
    ) -> Workspace:
        """A new workspace file. Its first records (`first_records()` unless given) no undo removes.

        With a passphrase it is encrypted from the start, and may hold what not anybody may see.
        """
        pen = pen_of(who, device, clock)
        key = None if passphrase is None else keys.new_key(passphrase)
        step = first_step(first, pen, private=key is not None)
        return cls._over(Ledger.create(path, step, key), pen)

    @classmethod
    def open(
        cls,
        path: Path | KeyedPath,
        *,
        passphrase: str | None = None,
        read_only: bool = False,
        who: str | None = None,
        device: str | None = None,
        clock: Clock = utc_now,
    ) -> Workspace:
        """An existing workspace file.

        A protected one asks for its passphrase (PASSPHRASE_NEEDED, WRONG_PASSPHRASE) unless its key comes
        with the path, as `Workspace.file` hands it out. With `read_only` nothing can be kept.
        """
        pen = pen_of(who, device, clock)
        return cls._over(Ledger.open(path, passphrase, read_only=read_only), pen)

    @classmethod
    def in_memory(
        cls,
        *,
        first: Iterable[Record] | None = None,
        who: str | None = None,
        device: str | None = None,
        clock: Clock = utc_now,
    ) -> Workspace:
        """A workspace without a file, for tests and trials."""
        pen = pen_of(who, device, clock)
        return cls._over(Ledger.in_memory(first_step(first, pen)), pen)

    @classmethod
    def _over(cls, ledger: Ledger, pen: Pen) -> Workspace:
        try:
            return cls(ledger, pen)
        except BaseException:
            ledger.close()
            raise

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """Where the file is; None in memory."""
        return self._ledger.path

    @property
    def file(self) -> KeyedPath | None:
        """The file with what opens it, for whoever opens it anew; None in memory."""
        return None if self.path is None else KeyedPath(self.path, self._ledger.key)

    @property
    def is_protected(self) -> bool:
        """Whether the file has a passphrase, so that it may hold what not anybody may see."""
        return self._ledger.key is not None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept, because of the place where the file is."""
        return self._ledger.read_only

    @property
    def revision(self) -> int:
        """Id of the newest step in memory: the same number means the same contents."""
        return self._seen

    def every(self, kind: type[R]) -> Collection[R]:
        """All records of a kind, in order of entry: a live view that the next change may alter."""
        return self._shelves.every(kind)

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        return self._shelves.get(kind, id)

    def count(self, kind: type[Record]) -> int:
        """How many records of a kind there are."""
        return len(self._shelves.every(kind))

    @contextmanager
    def change(self, label: str, *, on_latest: bool = False) -> Iterator[UnitOfWork]:
        """A block whose edits are kept together as one step when it ends, or not at all when it fails.

        `label` is a code for the Undo menu. Nothing is seen by `every` or by observers before the end.
        A block that leaves every record as it was is no step. Changes do not nest. `on_latest` is for a
        change that follows from all that is in the file: it is refused (CHANGED_MEANWHILE) where another
        process has kept anything that `follow` has not taken in yet.
        """
        if self._changing:
            raise RuntimeError("a change is already being made")
        if self.read_only:
            raise Refusal(RefusalCode.READ_ONLY, path=str(self.path))
        moment = self._pen.clock()
        work = UnitOfWork(self._shelves.get, seconds(moment), private=self.is_protected)
        self._changing = True
        try:
            yield work
        finally:
            self._changing = False
        edits = work.edits
        if edits or work.blocks:
            step = self._pen.step(moment, label, edits)
            work.step = self._keep(step, on_latest=on_latest, blocks=work.blocks, kept_contents=work.contents)

    def undo(self) -> Step | None:
        """Takes the newest step back by a step of its own; None where there is nothing to undo.

        CHANGED_MEANWHILE where another process has since changed one of its records.
        """
        return self._revert(self._stacks.to_undo)

    def redo(self) -> Step | None:
        """Brings back what was undone last; None where there is nothing to redo."""
        return self._revert(self._stacks.to_redo)

    @property
    def undo_label(self) -> str | None:
        """Label of the step that `undo` would take back, or None."""
        return self._stacks.to_undo.label if self._stacks.to_undo else None

    @property
    def redo_label(self) -> str | None:
        """Label of the step that `redo` would bring back, or None."""
        return self._stacks.to_redo.label if self._stacks.to_redo else None

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Has `observer` told of every step from now on; the answer ends that."""
        return self._notices.subscribe(observer)

    def follow(self) -> tuple[Step, ...]:
        """Takes in what other processes have kept, tells the observers, and answers it.

        Costs microseconds where there is nothing, so it may be asked several times a second.
        """
        stamp = self._ledger.data_version()
        if stamp == self._stamp or self._changing:
            return ()
        steps = self._ledger.since(self._seen)
        self._stamp = stamp
        self._take(steps)
        return steps

    def follow_for(self, seconds: float) -> bool:
        """As `follow`, for little longer than so many seconds; True where more is to be read by another call.

        However long that takes, observers are told of whole steps, when the last of them has been read.
        """
        if self._changing:
            return False
        following, self._following = self._following, None
        if following is None or following.seen != self._seen:
            # A change made here meanwhile has taken in what others kept, wholly and by itself.
            following = Following.begun(self._ledger, self._seen, self._stamp)
            if following is None:
                return False
        try:
            if not following.read_for(seconds):
                self._following = following
                return True
        except HistoryRewritten:
            return True
        self._stamp = following.stamp
        self._take(tuple(following.steps), following.bundles)
        return False

    def history(self, kind: type[Record], id: str) -> list[tuple[Step, Edit]]:
        """What happened to one record, oldest first. Each step given here carries that edit alone."""
        return self._ledger.of_record(kind, id)

    def deleted(self) -> list[tuple[Step, Edit]]:
        """The records that are there no more, each with the step that removed it, the newest first.

        Each step given here carries that edit alone; its `before` is the record as it last stood.
        """
        last = {(edit.kind, edit.id): (step, edit) for step, edit in self._ledger.removals()}
        gone = [found for key, found in last.items() if self._shelves.get(*key) is None]
        return sorted(gone, key=lambda found: found[0].id, reverse=True)

    def content(self, sha256: str) -> bytes | None:
        """The bytes of a kept copy by their SHA-256, or None where the file does not hold them."""
        return self._ledger.content(sha256)

    def as_stood(self, day: date) -> AsStood:
        """The records as this file held them at the end of a day by this computer's clock.

        That is a state the file has really been in: where the clock was set back, all steps up to the last
        one that is stamped with the day or an earlier one count. Before the file was made, it held nothing.
        """
        end = end_of(day)
        seen = [number for number, at in self._ledger.moments() if number <= self._seen and at < end]
        return rolled_back(
            day, self._shelves.copied(), self._ledger.befores(max(seen, default=0), self._seen)
        )

    def recorded_days(self) -> list[date]:
        """The days, by this computer's clock, on which steps were kept, earliest first."""
        return sorted({day_of(at) for number, at in self._ledger.moments() if number <= self._seen})

    def save_copy(self, path: Path, *, replace: bool = False) -> None:
        """Writes a complete copy that opens anywhere, also from read-only media.

        An existing file is refused unless `replace`, and one that is in use always.
        """
        self._ledger.save_copy(path, replace=replace)

    def opens_with(self, passphrase: str) -> bool:
        """Whether this is the passphrase of the file; takes as long as opening it."""
        key = self._ledger.key
        return key is not None and key in keys.candidates(passphrase, key.salt)

    def forget_case(self, case: str) -> Forgotten:
        """Takes a case out of the file and its history, with all that is about it: no undo brings it back.

        Everything before it can no longer be undone either. Other processes drop it when they follow.
        """
        if self._changing:
            raise RuntimeError("a change is being made")
        if self.read_only:
            raise Refusal(RefusalCode.READ_ONLY, path=str(self.path))
        step = self._pen.step(self._pen.clock(), FORGET, ())
        steps, erased, clean = self._ledger.forget(case, step, self._seen)
        self._take(steps)
        return Forgotten(erased.counts, erased.contents, clean)

    def protect(self, passphrase: str) -> None:
        """Gives the file a passphrase, or another one: it is written anew, encrypted, with all its history.

        OPEN_ELSEWHERE where anybody else has the file open. Copies and backups made before stay as they are.
        """
        if self._changing:
            raise RuntimeError("a change is being made")
        self._following = None
        try:
            self._ledger.protect(keys.new_key(passphrase))
        finally:
            # It is another connection in either case; what others kept just before is still to be taken in.
            self._stamp = _NEVER

    def close(self) -> None:
        """Lets go of the file; what was read stays readable, nothing more can be kept."""
        self._notices.end()
        self._ledger.close()

    def _revert(self, filed: Filed | None) -> Step | None:
        if self._changing:
            raise RuntimeError("a change is being made")
        if filed is None:
            return None
        edits = self._ledger.step(filed.id).edits
        with uncollected():
            backwards = tuple(edit.reversed for edit in reversed(edits))
        return self._keep(self._pen.step(self._pen.clock(), filed.label, backwards, filed.id))

    def _keep(
        self,
        step: Step,
        *,
        on_latest: bool = False,
        blocks: Sequence[Block] = (),
        kept_contents: Mapping[str, bytes] | None = None,
    ) -> Step:
        steps = self._ledger.keep(
            step,
            self._seen,
            self._shelves.get,
            on_latest=on_latest,
            blocks=blocks,
            kept_contents=kept_contents,
        )
        self._take(steps)
        return steps[-1]

    def _take(self, steps: tuple[Step, ...], bundles: Sequence[Bundle] = ()) -> None:
        """Brings memory and undo up to date with all steps, then tells of them one by one.

        `bundles` are the edits of each step where they have been made ready, or empty where they have not.
        """
        told = []
        for step, bundle in zip_longest(steps, bundles):
            told.append(self._with_found(step) if step.label == FORGET else step)
            self._shelves.take(bundle or step.edits)
            self._stacks.file(step.id, step.label, step.reverts)
            self._seen = step.id
        self._notices.tell(told)

    def _with_found(self, step: Step) -> Step:
        """A step that forgets, as a step that removes what this memory still knows of it."""
        edits = []
        for edit in step.edits:
            before = edit.before or self._shelves.get(edit.kind, edit.id)
            if before is not None:
                edits.append(Edit(edit.kind, edit.id, before, edit.after))
        return replace(step, edits=tuple(edits))
