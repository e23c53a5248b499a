"""Views in which there are fewer figures than below, so that a question costs what it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from desktop_app.domain.figures import Figure
from desktop_app.domain.readings import Known
from desktop_app.domain.records import Record
from desktop_app.domain.views import R, View


def figures_of(view: View, measure: str) -> Iterable[Figure]:
    """The figures of a measure: from what a view keeps account of, else looked through."""
    account: Known | None = getattr(view, "account", None)
    if account is not None:
        return account.about(measure)
    return [figure for figure in view.every(Figure) if figure.measure == measure]


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
        if kind is not Figure:
            return self.below.every(kind)
        figures = chain.from_iterable(figures_of(self.below, code) for code in sorted(self.codes))
        found: Iterable[Any] = list(figures)
        return found

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None where it is absent or a figure of another measure."""
        found = self.below.get(kind, id)
        return found if found is not None and self._holds(found) else None

    def _holds(self, record: Record) -> bool:
        return not isinstance(record, Figure) or record.measure in self.codes
