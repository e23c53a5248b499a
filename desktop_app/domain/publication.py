"""When figures and sources became known: going from one day to another concerns only those between."""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import date

from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Step
from desktop_app.domain.views import View

NEVER = date.max.toordinal() + 1
"""The day of a figure that nobody says when it was published: it is known from no day on, only now."""
ALWAYS = 0
"""The day of a source without a date."""

Published = tuple[int, str]
_FEW = 50
"""So many are put into their places one by one; with more everything is sorted again."""


def figure_day(figure: Figure) -> int:
    """From which day on a figure is known, as an ordinal; NEVER where its publication is not dated."""
    last = figure.published.latest
    return NEVER if last is None else last.toordinal()


def source_day(source: Source) -> int:
    """From which day on a source is known, as an ordinal; ALWAYS where it is not dated."""
    last = source.published.latest or source.published.earliest
    return ALWAYS if last is None else last.toordinal()


class Publication:
    """The figures and sources of a view by the day they became known; kept up to date by `take`."""

    def __init__(self, view: View) -> None:
        self._figures = sorted((figure_day(figure), figure.id) for figure in view.every(Figure))
        self._sources = sorted((source_day(source), source.id) for source in view.every(Source))
        self._late: list[Step] = []

    def figures_between(self, one: date | None, other: date | None) -> list[str]:
        """Ids of the figures known on just one of two days; None is now."""
        self._follow()
        return _between(self._figures, one, other)

    def sources_between(self, one: date | None, other: date | None) -> list[str]:
        """Ids of the sources known on just one of two days; None is now."""
        self._follow()
        return _between(self._sources, one, other)

    def take(self, step: Step) -> None:
        """Follow a step that was kept in the view, when it is next asked for."""
        self._late.append(step)

    def _follow(self) -> None:
        steps, self._late = self._late, []
        for step in steps:
            self._take(step)

    def _take(self, step: Step) -> None:
        for kind, published in ((Figure, self._figures), (Source, self._sources)):
            edits = [edit for edit in step.edits if edit.kind is kind]
            gone = [_entry(edit.before) for edit in edits if edit.before is not None]
            come = [_entry(edit.after) for edit in edits if edit.after is not None]
            if len(gone) > _FEW:
                out = set(gone)
                published[:] = [one for one in published if one not in out]
            else:
                for one in gone:
                    _remove(published, one)
            if len(come) > _FEW:
                published.extend(come)
                published.sort()
            else:
                for one in come:
                    insort(published, one)


def _entry(record: Record) -> Published:
    if isinstance(record, Source):
        return source_day(record), record.id
    return (figure_day(record) if isinstance(record, Figure) else NEVER), record.id


def _between(published: list[Published], one: date | None, other: date | None) -> list[str]:
    first, last = sorted(bisect_left(published, (_after(day), "")) for day in (one, other))
    return [id for _, id in published[first:last]]


def _after(day: date | None) -> int:
    return NEVER + 1 if day is None else day.toordinal() + 1


def _remove(published: list[Published], one: Published) -> None:
    place = bisect_left(published, one)
    if place < len(published) and published[place] == one:
        del published[place]
