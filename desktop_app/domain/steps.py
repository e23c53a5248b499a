"""What changed: the one kind of notice that is history entry, unit of undo and reason to redraw at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from desktop_app.domain.records import Record


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after a change: `before` is None where it is new, `after` where it is gone."""

    kind: type[Record]
    id: str
    before: Record | None
    after: Record | None

    @property
    def reversed(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.kind, self.id, self.after, self.before)


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
    edits: tuple[Edit, ...]
    reverts: int | None = None
    """Id of the step that this one takes back, where it is an undo or a redo."""
    device: str = ""
    """Name of the computer it was made on."""

    @cached_property
    def kinds(self) -> frozenset[type[Record]]:
        """The kinds of record it touched; whoever shows none of them need not redraw."""
        return frozenset(edit.kind for edit in self.edits)
