"""The figures that those of an article may be like, by measure and year, so that few have to be looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.narrowed import TheseFigures
from desktop_app.domain.views import R, View

Key = tuple[str, int | None]

_MOST_YEARS = 30


class Gathered:
    """A view whose figures are those of some measures, and those that an article adds while it is read."""

    def __init__(self, view: View, codes: Collection[str]) -> None:
        self._view = view
        self._by_year: dict[Key, dict[str, Figure]] = {}
        for figure in view.every(Figure):
            if figure.measure in codes:
                self.add(figure)

    def add(self, figure: Figure) -> None:
        """Take a figure in."""
        for key in _keys(figure):
            self._by_year.setdefault(key, {})[figure.id] = figure

    def near(self, figure: Figure) -> View:
        """A view of the figures of the same measure in the same years."""
        found: dict[str, Figure] = {}
        for key in _keys(figure):
            found.update(self._by_year.get(key, {}))
        return TheseFigures(self._view, found.values())

    def every(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind."""
        return self._view.every(kind)

    def get(self, kind: type[R], id: str) -> R | None:
        """One record of the workspace, or None."""
        return self._view.get(kind, id)


def _keys(figure: Figure) -> Iterator[Key]:
    """The measure with each year that the figure speaks of."""
    years = {year for when in (figure.period, figure.data_to) for year in _years(when)}
    if not years:
        yield figure.measure, None
    for year in years:
        yield figure.measure, year


def _years(when: PartialDate) -> range:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return range(0)
    return range(max(first.year, last.year - _MOST_YEARS), last.year + 1)
