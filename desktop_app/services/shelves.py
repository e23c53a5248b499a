"""All records of a workspace in memory, kept up to date by steps and never read again as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.steps import Edit

R = TypeVar("R", bound=Record)


class Shelves:
    """One shelf for each kind of record, in order of entry."""

    def __init__(self) -> None:
        self._shelves: dict[type[Any], dict[str, Any]] = {kind: {} for kind in RECORD_KINDS.values()}

    def fill(self, kind: type[R], records: Iterable[R]) -> None:
        """Puts records on the shelf of their kind."""
        self._shelves[kind].update((record.id, record) for record in records)

    def every(self, kind: type[R]) -> Collection[R]:
        """All records of a kind: a live view, not a copy."""
        return self._shelves[kind].values()

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        found: R | None = self._shelves[kind].get(id)
        return found

    def take(self, edits: Iterable[Edit]) -> None:
        """Follows the edits of a step."""
        for edit in edits:
            shelf = self._shelves[edit.kind]
            if edit.after is None:
                shelf.pop(edit.id, None)
            else:
                shelf[edit.id] = edit.after
