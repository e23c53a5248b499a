"""All records of a workspace in memory, kept up to date by steps and never read again as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.steps import Edit, LateEdits

R = TypeVar("R", bound=Record)

_KIND = attrgetter("kind")


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

    def take(self, edits: Sequence[Edit]) -> None:
        """Follows the edits of a step; late ones are made when somebody asks for a record."""
        if isinstance(edits, LateEdits):
            self._late.append(edits)
        else:
            self._settle()
            self._follow(edits)

    def _settle(self) -> None:
        while self._late:
            self._follow(self._late.pop(0))

    def _follow(self, edits: Iterable[Edit]) -> None:
        for kind, alike in groupby(edits, key=_KIND):
            shelf = self._shelves[kind]
            for edit in alike:
                if edit.after is None:
                    shelf.pop(edit.id, None)
                else:
                    shelf[edit.id] = edit.after
