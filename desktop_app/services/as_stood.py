"""The file as it stood at the end of a day: the records of today with every later step rolled back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from desktop_app.domain.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class AsStood:
    """A `View` of what a workspace file held at the end of a day; later changes do not alter it."""

    day: date
    shelves: dict[type[Any], dict[str, Any]]

    def every(self, kind: type[R]) -> Collection[R]:
        """The records of a kind that were in the file; what has been removed since comes last."""
        return self.shelves.get(kind, {}).values()

    def get(self, kind: type[R], id: str) -> R | None:
        """One record as it was, or None where it was not in the file."""
        found: R | None = self.shelves.get(kind, {}).get(id)
        return found


def rolled_back(
    day: date,
    present: dict[type[Any], dict[str, Any]],
    befores: Iterable[tuple[type[Record], str, Record | None]],
) -> AsStood:
    """The view of a day: `present` with what its later steps found in place of what they left.

    `befores` names each record touched since then once, as the first step to touch it found it. `present` is
    taken over and altered.
    """
    for kind, id, before in befores:
        if before is None:
            present[kind].pop(id, None)
        else:
            present[kind][id] = before
    return AsStood(day, present)


def day_of(moment: datetime) -> date:
    """The day a moment falls on where this computer is."""
    return moment.astimezone().date()


def beginning_of(day: date) -> datetime:
    """The first moment of a day where this computer is."""
    return datetime.combine(day, time()).astimezone()


def end_of(day: date) -> datetime:
    """The first moment that no longer belongs to a day, where this computer is."""
    return beginning_of(day + timedelta(days=1)) if day < date.max else datetime.max.replace(tzinfo=UTC)
