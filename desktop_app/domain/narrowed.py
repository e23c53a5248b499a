"""Views in which there are fewer figures than below, so that a question costs what it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.views import R, View


@dataclass(frozen=True, slots=True)
class TheseFigures:
    """A view of some figures; of other kinds it holds everything."""

    below: View
    figures: Collection[Figure]

    def every(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind; of figures just those."""
        found: Iterable[Any] = self.figures if kind is Figure else self.below.every(kind)
        return found

    def get(self, kind: type[R], id: str) -> R | None:
        """One record of the view below, or None."""
        return self.below.get(kind, id)


@dataclass(frozen=True, slots=True)
class OfMeasures:
    """A view of the figures of some measures; of other kinds it holds everything."""

    below: View
    codes: frozenset[str]

    def every(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind; of figures those of the measures."""
        records = self.below.every(kind)
        return [one for one in records if self._holds(one)] if kind is Figure else records

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None where it is absent or a figure of another measure."""
        found = self.below.get(kind, id)
        return found if found is not None and self._holds(found) else None

    def _holds(self, record: Record) -> bool:
        return not isinstance(record, Figure) or record.measure in self.codes
