"""One change to the ledger: edits are gathered first, then written with their history in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from desktop_app.domain.records import KIND_NAMES, Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.steps import FORGET, Edit, Step
from desktop_app.store import contents
from desktop_app.store.blocks import Block, Column, Sound, block_of
from desktop_app.store.collecting import uncollected

R = TypeVar("R", bound=Record)
LINKS = ("answers", "disputes")
"""Fields, of whichever kind of record has them, that hold the ids of what it speaks of."""

Key: TypeAlias = tuple[type[Any], str]
Current: TypeAlias = Callable[[type[Any], str], Record | None]
"""How a record stands in the memory of whoever makes the change."""


class UnitOfWork:
    """The edits of one step. Nothing is written until the block that made it ends well.

    `current` looks a record up as it stands; `now` is put into records that do not say when they were
    recorded (UTC, to the second); `private` says that the file has a passphrase, so that it may hold what not
    anybody may see.
    """

    def __init__(self, current: Current, now: str, *, private: bool = False) -> None:
        self._current = current
        self._private = private
        self.now = now
        """When records enter that do not say it themselves, as they carry it: UTC, to the second."""
        self._edits: dict[Key, Edit] = {}
        self._sound: Sound = {}
        self.blocks: list[Block] = []
        """New records that were given as columns."""
        self.contents: dict[str, bytes] = {}
        """Bytes to be kept with the edits, by their SHA-256."""
        self.step: Step | None = None
        """The step that was kept, once the block has ended; None before, and where nothing changed."""

    def get(self, kind: type[R], id: str) -> R | None:
        """A record as this change leaves it so far, or None."""
        edit = self._edits.get((kind, id))
        found = edit.after if edit is not None else self._current(kind, id)
        return found if isinstance(found, kind) else None

    def put(self, record: R, *, replacing: R | None = None) -> R:
        """Keeps a record, new or changed, and answers it as it will be kept.

        `replacing` is the record as the caller last saw it: where it stands otherwise by now, the change
        is refused (CHANGED_MEANWHILE). Raises ValueError where a field holds something of another class.
        """
        # The first change loads SQLModel: opening and reading a workspace do without.
        from desktop_app.store.tables import ROW_OF

        if replacing is not None and self.get(type(record), record.id) != replacing:
            raise _changed_meanwhile((type(record), record.id))
        ROW_OF[type(record)].model_validate(record)
        return self._stage(record)

    def put_all(self, records: Iterable[R]) -> None:
        """Keeps many records at once; as `put`, with a lighter check of each field's class."""
        with uncollected():
            for record in records:
                self._stage(record)

    def remove(self, record: Record) -> None:
        """Removes a record; its history stays. Removing what is not there changes nothing."""
        key = (type(record), record.id)
        self._note(key, None)

    def put_columns(self, kind: type[Record], columns: Mapping[str, Column]) -> list[str]:
        """Adds many new records at once, given as columns of cells, and answers the ids they were given.

        A column is a list with a cell for each row, or one cell that all rows have; what is left out has its
        default. Cells are just as `codec.cell_of` writes them; each different one is checked (ValueError).
        `get` does not see these records before the end of the change. Quick enough for a million rows, best
        some ten thousand at a time.
        """
        with uncollected():
            block = block_of(kind, columns, self.now, self._sound, private=self._private)
        self.blocks.append(block)
        return block.ids

    def keep_content(self, data: bytes) -> str:
        """Keeps the bytes of a file with this change, once however often; answers their SHA-256.

        They are written where the change is, so where it leaves every record as it was they are not. Refused
        (FILE_TOO_LARGE) above `contents.LARGEST`.
        """
        contents.check_size(len(data))
        name = contents.hash_of(data)
        self.contents[name] = data
        return name

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What changes, without records that end as they began."""
        return tuple(edit for edit in self._edits.values() if edit.before != edit.after)

    def _stage(self, record: R) -> R:
        if not self._private and getattr(record, "sharing", Sharing.CLEAR) is not Sharing.CLEAR:
            raise Refusal(RefusalCode.NEEDS_PASSPHRASE)
        key = (type(record), record.id)
        kept = self._stamped(record)
        self._note(key, kept)
        return kept

    def _note(self, key: Key, after: Record | None) -> None:
        earlier = self._edits.get(key)
        before = earlier.before if earlier is not None else self._current(*key)
        if before is None and after is None:
            self._edits.pop(key, None)
        else:
            self._edits[key] = Edit(*key, before, after)

    def _stamped(self, record: R) -> R:
        """The record with the moment it entered the file, which later edits do not change."""
        if getattr(record, "recorded", None) != "":
            return record
        earlier = self.get(type(record), record.id)
        moment: Any = getattr(earlier, "recorded", "") or self.now
        return replace(record, recorded=moment)


def check_untouched(edits: Iterable[Edit], others: Iterable[Step]) -> None:
    """Refuses edits of records that steps of other processes have changed meanwhile."""
    touched = {(edit.kind, edit.id) for step in others for edit in step.edits}
    forgotten = {edit.id for step in others if step.label == FORGET for edit in step.edits}
    for edit in edits:
        if (edit.kind, edit.id) in touched or (forgotten and _names(edit.after, forgotten)):
            raise _changed_meanwhile((edit.kind, edit.id))


def _names(record: Record | None, forgotten: set[str]) -> bool:
    """Whether a record is about one that was forgotten: it must not come back by what was said of it."""
    belongs = {getattr(record, "case", ""), getattr(record, "record", "")}
    linked = (getattr(record, field, ()) for field in LINKS)
    return not forgotten.isdisjoint(belongs.union(*linked))


def check_current(edits: Iterable[Edit], current: Current) -> None:
    """Refuses edits whose records no longer stand as the edits found them."""
    for edit in edits:
        if current(edit.kind, edit.id) != edit.before:
            raise _changed_meanwhile((edit.kind, edit.id))


def _changed_meanwhile(key: Key) -> Refusal:
    kind, id = key
    return Refusal(RefusalCode.CHANGED_MEANWHILE, kind=KIND_NAMES[kind], id=id)
