"""All records of a workspace in memory, kept up to date by steps and never read again as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.steps import Edit, LateEdits

R = TypeVar("R", bound=Record)


class Bundle:
    """All edits of one step, sorted beforehand: a hundred thousand then go in within milliseconds."""

    def __init__(self) -> None:
        self._kept: dict[type[Any], dict[str, Any]] = {}
        self._gone: dict[type[Any], list[str]] = {}
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, edits: Sequence[Edit]) -> None:
        """Sorts some of the edits in; a step touches no record twice."""
        self._count += len(edits)
        for edit in edits:
            if edit.after is None:
                self._gone.setdefault(edit.kind, []).append(edit.id)
            else:
                self._kept.setdefault(edit.kind, {})[edit.id] = edit.after

    def put_on(self, shelves: dict[type[Any], dict[str, Any]]) -> None:
        """Brings the shelves up to date."""
        for kind, ids in self._gone.items():
            for id in ids:
                shelves[kind].pop(id, None)
        for kind, records in self._kept.items():
            shelves[kind].update(records)


class Shelves:
    """One shelf for each kind of record, in order of entry."""

    def __init__(self) -> None:
        self._shelves: dict[type[Any], dict[str, Any]] = {kind: {} for kind in RECORD_KINDS.values()}
        self._late: list[LateEdits] = []

    def fill(self, kind: type[R], records: Iterable[R]) -> None:
        """Puts records on the shelf of their kind."""
        self._shelves[kind].update((record.id, record) for record in records)

    def every(self, kind: type[R]) -> Collection[R]:
        """All records of a kind: a live view, not a copy."""
        self._settle()
        return self._shelves[kind].values()

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        self._settle()
        found: R | None = self._shelves[kind].get(id)
        return found

    def copied(self) -> dict[type[Any], dict[str, Any]]:
        """All records by kind and id as they stand, for somebody who keeps them while steps go on."""
        self._settle()
        return {kind: dict(shelf) for kind, shelf in self._shelves.items()}

    def take(self, edits: Sequence[Edit] | Bundle) -> None:
        """Follows the edits of a step; late ones are made when somebody asks for a record."""
        if isinstance(edits, LateEdits):
            self._late.append(edits)
            return
        self._settle()
        if isinstance(edits, Bundle):
            edits.put_on(self._shelves)
        else:
            self._follow(edits)

    def _settle(self) -> None:
        while self._late:
            self._follow(self._late.pop(0))

    def _follow(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            shelf = self._shelves[edit.kind]
            if edit.after is None:
                shelf.pop(edit.id, None)
            else:
                shelf[edit.id] = edit.after
