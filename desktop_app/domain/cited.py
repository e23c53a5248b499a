"""Finds the figures that cite a source, without looking through all of them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.figures import Figure
from desktop_app.domain.steps import Step
from desktop_app.domain.views import View


class Cited:
    """The figures of a view by the sources they cite; kept up to date by `take` of each step."""

    def __init__(self, view: View) -> None:
        self._by_source: dict[str, list[str]] = {}
        for figure in view.every(Figure):
            self._add(figure)

    def by(self, sources: Iterable[str]) -> set[str]:
        """Ids of the figures that cite any of these sources."""
        return {id for source in sources for id in self._by_source.get(source, ())}

    def take(self, step: Step) -> None:
        """Follow a step that was kept in the view."""
        for edit in step.edits:
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
