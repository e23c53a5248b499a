"""One account of what counts for all who show it: as seen through the lens, and as an audience may see it."""

from __future__ import annotations

import time

from desktop_app.domain.case_lines import CaseLines
from desktop_app.domain.cases import Case
from desktop_app.domain.cited import Cited
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.following import Following
from desktop_app.domain.kept_cases import KeptCases
from desktop_app.domain.measures import Measure
from desktop_app.domain.publication import Publication
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Step, Touched
from desktop_app.domain.views import SafeToShow, Seen, Sight, View

_AT_ONCE = 256
"""So many changed figures are taken in within a frame."""


class Ledgers:
    """What counts in a view of a workspace, and in its public part; made when first asked for, then kept.

    `below` is the workspace whose steps it takes, `view` the steady view of it that the lens turns. One that
    is made `beside` another of the same workspace uses the indices of that one, which takes each step first.
    """

    def __init__(self, below: View, view: View, beside: Ledgers | None = None) -> None:
        self._below, self._view, self._beside = below, view, beside
        self._seen: Following | None = None
        self._public: Following | None = None
        self._cited: Cited | None = None
        self._publication: Publication | None = None
        self._seen_cases: KeptCases | None = None
        self._public_cases: KeptCases | None = None
        self._of_cases: list[Touched] = []
        self._figures: set[str] = set()
        self._sources: set[str] = set()
        self._measures: set[str] = set()
        self._late: list[Touched] = []
        """What steps have touched that nobody has asked about since."""

    @property
    def seen(self) -> Following:
        """What counts in the view, now."""
        self._catch_up()
        if self._seen is None:
            self._seen = Following(self._view, self._index())
        return self._seen

    @property
    def seen_lately(self) -> Following:
        """What counts in the view, but for a large step that `advance` is still to take in."""
        late = sum(len(touched.ids.get(Figure, ())) for touched in self._late)
        if self._seen is not None and len(self._figures) + late > _AT_ONCE:
            return self._seen
        return self.seen

    def advance(self, seconds: float) -> bool:
        """Take in what has changed for so many seconds; False while some of it is left."""
        end = time.perf_counter() + seconds
        self._note()
        if self._cited is not None and not self._cited.advance(seconds):
            return False
        while len(self._figures) > _AT_ONCE and not (self._sources or self._measures):
            some = [self._figures.pop() for _ in range(_AT_ONCE)]
            for ledger in self._made():
                ledger.see_otherwise(some)
            if time.perf_counter() > end:
                return False
        self._catch_up()
        return True

    @property
    def public(self) -> Following:
        """What counts in that part of the view which an audience may see, now."""
        self._catch_up()
        if self._public is None:
            self._public = Following(SafeToShow(self._view), self._index(), self.seen)
        return self._public

    @property
    def seen_cases(self) -> CaseLines:
        """The timelines of the cases in the view, now."""
        self._catch_up_with_cases()
        if self._seen_cases is None:
            self._seen_cases = KeptCases(self._view, self._below)
        return self._seen_cases.lines

    @property
    def public_cases(self) -> CaseLines:
        """The timelines of those cases that an audience may see, now."""
        self._catch_up_with_cases()
        if self._public_cases is None:
            self._public_cases = KeptCases(SafeToShow(self._view), self._below)
        return self._public_cases.lines

    def take(self, step: Step) -> None:
        """Follow a step that was kept in the workspace; worked out when it is next asked for."""
        if self._cited is not None:
            self._cited.take(step)
        if self._publication is not None:
            self._publication.take(step)
        if step.kinds & {Figure, Source, Measure}:
            self._late.append(step.touched)
        if step.kinds & {Case, Event, Source}:
            self._of_cases.append(step.touched)

    def turn(self, before: Seen, now: Seen) -> None:
        """The view has been turned from one day to another."""
        if Sight.AS_STOOD in (before.sight, now.sight):
            self.drop()
        # Which events are known on a day depends on their sources as well: all are gone through again.
        self._seen_cases = self._public_cases = None
        if self._seen is None and self._public is None:
            return
        self._figures.update(self.publication.figures_between(before.day, now.day))
        self._sources.update(self.publication.sources_between(before.day, now.day))

    def differing(self, one: Seen, other: Seen) -> tuple[set[str], set[str]]:
        """Ids of the figures known on one of two days only, and of those citing a source known on one."""
        figures = self.publication.figures_between(one.day, other.day)
        sources = self.publication.sources_between(one.day, other.day)
        return set(figures), self._index().by(sources)

    @property
    def publication(self) -> Publication:
        """When the figures and sources of the workspace became known."""
        if self._beside is not None:
            return self._beside.publication
        if self._publication is None:
            self._publication = Publication(self._below)
        return self._publication

    def drop(self) -> None:
        """Forget everything: the view shows something else altogether."""
        self._seen = self._public = None
        self._seen_cases = self._public_cases = None

    def _note(self) -> None:
        late, self._late = self._late, []
        for touched in late:
            self._figures.update(touched.ids.get(Figure, ()))
            self._sources.update(touched.ids.get(Source, ()))
            self._measures.update(touched.ids.get(Measure, ()))

    def _catch_up(self) -> None:
        self._note()
        if not (self._figures or self._sources or self._measures):
            return
        for ledger in self._made():
            ledger.see_otherwise(self._figures, self._sources, self._measures)
        for noted in (self._figures, self._sources, self._measures):
            noted.clear()

    def _catch_up_with_cases(self) -> None:
        late, self._of_cases = self._of_cases, []
        made = [kept for kept in (self._seen_cases, self._public_cases) if kept is not None]
        if not late or not made:
            return
        ids = [{id for touched in late for id in touched.ids.get(kind, ())} for kind in (Case, Event, Source)]
        for kept in made:
            kept.see_otherwise(*ids)

    def _made(self) -> list[Following]:
        return [ledger for ledger in (self._seen, self._public) if ledger is not None]

    def _index(self) -> Cited:
        if self._beside is not None:
            return self._beside._index()
        if self._cited is None:
            self._cited = Cited(self._below)
        return self._cited
