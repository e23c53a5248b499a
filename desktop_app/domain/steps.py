"""What changed: the one kind of notice that is history entry, unit of undo and reason to redraw at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import overload

from desktop_app.domain.records import Record

FORGET = "forget case"
"""Label of a step that took records out of the history too: it names their ids, and cannot be undone."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after a change: `before` is None where it is new, `after` where it is gone.

    Both are None in the history where the record has been forgotten.
    """

    kind: type[Record]
    id: str
    before: Record | None
    after: Record | None

    @property
    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.kind, self.id, self.after, self.before)


class LateEdits(Sequence[Edit]):
    """Many edits that are made when somebody first looks at them: a million take seconds."""

    def __init__(self, count: int, make: Callable[[], Sequence[Edit]]) -> None:
        self._count = count
        self._make = make

    @cached_property
    def _all(self) -> Sequence[Edit]:
        return self._make()

    @overload
    def __getitem__(self, place: int) -> Edit: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Edit]: ...

    def __getitem__(self, place: int | slice) -> Edit | Sequence[Edit]:
        return self._all[place]

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._all)

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Sequence) and len(self) == len(other):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))


class Touched:
    """What many edits touch, by kind: noted once for all who would go through a hundred thousand of them."""

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self.ids: dict[type[Record], list[str]] = {}
        """The records of each kind, in the order of the edits."""
        self.revising: list[Record] = []
        """Those that say they revise another one, as they were found and as they were left."""
        self.changed: set[type[Record]] = set()
        """The kinds of which some record was there before."""
        self.count = 0
        self.add(edits)

    def add(self, edits: Iterable[Edit]) -> None:
        """Note more edits, of records that have not been met yet."""
        for edit in edits:
            self.count += 1
            self.ids.setdefault(edit.kind, []).append(edit.id)
            if edit.before is not None:
                self.changed.add(edit.kind)
            for record in (edit.before, edit.after):
                if record is not None and getattr(record, "revises", None):
                    self.revising.append(record)


@dataclass(frozen=True)
class Step:
    """One change that somebody made, whole: what an undo takes back and what everybody is told of."""

    id: int
    """Position in the history of the file: a later step has a greater one."""
    at: datetime
    """The moment it was kept, in UTC."""
    who: str
    """Login name of the person at the computer."""
    label: str
    """A code such as "record figure", turned into words by `words.labels`."""
    edits: Sequence[Edit]
    reverts: int | None = None
    """Id of the step that this one takes back, where it is an undo or a redo."""
    device: str = ""
    """Name of the computer it was made on."""

    @cached_property
    def kinds(self) -> frozenset[type[Record]]:
        """The kinds of record it touched; whoever shows none of them need not redraw."""
        return frozenset(self.touched.ids)

    @cached_property
    def touched(self) -> Touched:
        """What it touched, by kind."""
        return Touched(self.edits)

    def noted(self, touched: Touched) -> Step:
        """The step, with what it touched where somebody has noted that already."""
        if touched.count == len(self.edits):
            self.__dict__["touched"] = touched
        return self
