"""Finds the figures that cite a source, without looking through all of them."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from itertools import islice

from desktop_app.domain.figures import Figure
from desktop_app.domain.steps import Edit, Step
from desktop_app.domain.views import View

_AT_A_TIME = 500


class Cited:
    """The figures of a view by the sources they cite; kept up to date by `take` of each step."""

    def __init__(self, view: View) -> None:
        self._by_source: dict[str, list[str]] = {}
        self._late: list[Iterator[Edit]] = []
        for figure in view.every(Figure):
            self._add(figure)

    def by(self, sources: Iterable[str]) -> set[str]:
        """Ids of the figures that cite any of these sources."""
        self.advance(math.inf)
        return {id for source in sources for id in self._by_source.get(source, ())}

    def take(self, step: Step) -> None:
        """Follow a step that was kept in the view: at the latest when it is next asked for."""
        self._late.append(iter(step.edits))

    def advance(self, seconds: float) -> bool:
        """Follow the steps that were taken for so many seconds; False while some of them are left."""
        end = time.perf_counter() + seconds
        while self._late:
            while some := list(islice(self._late[0], _AT_A_TIME)):
                for edit in some:
                    self._follow(edit)
                if time.perf_counter() > end:
                    return False
            del self._late[0]
        return True

    def _follow(self, edit: Edit) -> None:
        if isinstance(edit.before, Figure):
            for source in _sources(edit.before):
                self._by_source[source].remove(edit.id)
        if isinstance(edit.after, Figure):
            self._add(edit.after)

    def _add(self, figure: Figure) -> None:
        for source in _sources(figure):
            self._by_source.setdefault(source, []).append(figure.id)


def _sources(figure: Figure) -> Iterable[str]:
    citations = figure.citations
    return (citations[0].source,) if len(citations) == 1 else {one.source for one in citations}
