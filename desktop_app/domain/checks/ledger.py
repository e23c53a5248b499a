"""The records of a view as the rules want them: by measure, by case, by source, and kept current."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from desktop_app.domain import named
from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.checks.lanes import Lane
from desktop_app.domain.checks.totals import Book
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ADM, ARR, RET, Basis, Measure
from desktop_app.domain.origins import official_parties
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source, SourceKind, Stance
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View

Checked = Figure | Event | Statement
Bounds = tuple[date | None, date | None]
_SOME = 100


class Ledger:
    """An index of one view, kept current by `take_figure` and its like."""

    def __init__(self, view: View, *, wait: bool = False) -> None:
        """With `wait` the index is empty until `fill` is gone through."""
        self.view = view
        self.figures: dict[str, Figure] = {}
        self.events: dict[str, Event] = {}
        self.statements: dict[str, Statement] = {}
        self.cases: dict[str, set[str]] = defaultdict(set)
        """Ids of the events of each case."""
        self.cited: dict[str, set[tuple[type[Checked], str]]] = defaultdict(set)
        """What cites each source."""
        self.lanes: dict[str, Lane] = {}
        self._revisers: dict[str, set[str]] = defaultdict(set)
        self.take_sources()
        self.take_measures()
        if not wait:
            for _ in self.fill():
                pass

    def fill(self) -> Iterator[None]:
        """Take in all records of the view as they are now, some at a time."""
        figures, events = list(self.view.every(Figure)), list(self.view.every(Event))
        statements = list(self.view.every(Statement))
        for some in _parted(figures):
            for figure in some:
                self.figures[figure.id] = figure
                self._note_citations(Figure, figure)
                if figure.revises and figure.revises != figure.id:
                    self._revisers[figure.revises].add(figure.id)
            yield
        for some in _parted(figures):
            for figure in some:
                self._place(figure)
            yield
        for event in events:
            self.take_event(event.id, event)
        for statement in statements:
            self.take_statement(statement.id, statement)
        yield

    def take_sources(self) -> None:
        """Look again at which sources are official statistics."""
        sources = list(self.view.every(Source))
        self.official_sources = {s.id: s for s in sources if s.kind is SourceKind.OFFICIAL_STATISTICS}
        self.official_parties = official_parties(sources)

    def take_measures(self) -> None:
        """Look again at the scheme and at what the measures count."""
        schemes = list(self.view.every(Scheme))
        self.scheme = schemes[0] if schemes else Scheme()
        found = [code for one in schemes for code in (one.outbound, one.inbound, one.pressure)]
        self.headline = tuple(dict.fromkeys(found)) or (RET, ADM, ARR)

    def measure(self, code: str) -> Measure:
        """The measure of a code, also where the ledger has no record of it."""
        return named.measure(self.view, code)

    def lane(self, measure: str) -> Lane:
        """The figures of a measure; empty for one that has none."""
        return self.lanes.get(measure) or Lane(measure)

    def counts(self, measure: str) -> Counts:
        """The official series of a measure; without a first day where there is none."""
        return self.lane(measure).counts(self.official_sources.values())

    def bounds(self, measure: str) -> Bounds:
        """The first and the last day of the official series of a measure."""
        counts = self.counts(measure)
        return counts.first, counts.last

    def book(self, measure: str, basis: Basis) -> Book:
        """The running totals, or stocks, of a measure."""
        by_start = self.measure(measure).basis is Basis.FLOW
        return self.lane(measure).book(basis, self.counts(measure), by_start=by_start)

    def is_official(self, figure: Figure) -> bool:
        """Whether it was read in official statistics: as `readings.Known.is_official` has it."""
        read_in = figure.citations[0] if figure.citations else None
        return (
            read_in is not None
            and read_in.source in self.official_sources
            and read_in.stance is not Stance.DENIES
        )

    def is_superseded(self, id: str) -> bool:
        """Whether a known figure that is not set aside revises it, directly or through others."""
        seen, waiting = {id}, [id]
        while waiting:
            for reviser in self._revisers.get(waiting.pop(), ()):
                if self.figures[reviser].rank is not Rank.DEPRECATED:
                    return True
                if reviser not in seen:
                    seen.add(reviser)
                    waiting.append(reviser)
        return False

    def touched_by(self, id: str, now: Figure | None) -> set[str]:
        """Ids of the figures whose standing may differ once a figure is as `now`, itself among them."""
        return {id, *self._chain(self.figures.get(id)), *self._chain(now)}

    def take_figure(self, id: str, now: Figure | None, touched: set[str]) -> None:
        """Take a figure as it is now; `touched` is what `touched_by` answered before."""
        for each in touched:
            before = self.figures.get(each)
            if before is not None and before.measure in self.lanes:
                self.lanes[before.measure].drop(each)
        before = self.figures.pop(id, None)
        if before is not None:
            self._forget_citations(Figure, before)
            self._revisers[before.revises].discard(id)
        if now is not None:
            self.figures[id] = now
            self._note_citations(Figure, now)
            if now.revises and now.revises != id:
                self._revisers[now.revises].add(id)
        for each in touched:
            if each in self.figures:
                self._place(self.figures[each])

    def take_event(self, id: str, now: Event | None) -> set[str]:
        """Take an event as it is now; answers the cases it was or is of."""
        before = self.events.pop(id, None)
        if before is not None:
            self._forget_citations(Event, before)
            self.cases[before.case].discard(id)
        if now is not None:
            self.events[id] = now
            self._note_citations(Event, now)
            self.cases[now.case].add(id)
        return {one.case for one in (before, now) if one is not None and one.case}

    def take_statement(self, id: str, now: Statement | None) -> None:
        """Take a statement as it is now."""
        before = self.statements.pop(id, None)
        if before is not None:
            self._forget_citations(Statement, before)
        if now is not None:
            self.statements[id] = now
            self._note_citations(Statement, now)

    def events_of(self, case: str) -> Iterator[Event]:
        """The events of a case."""
        return (self.events[id] for id in sorted(self.cases.get(case, ())))

    def _chain(self, figure: Figure | None) -> set[str]:
        """Everything that a figure revises, directly or through others."""
        found: set[str] = set()
        following = figure.revises if figure else ""
        while following and following not in found:
            found.add(following)
            revised = self.figures.get(following)
            following = revised.revises if revised else ""
        return found

    def _place(self, figure: Figure) -> None:
        """File a figure under its measure where it stands."""
        if self._revisers.get(figure.id) and self.is_superseded(figure.id):
            return
        lane = self.lanes.get(figure.measure)
        if lane is None:
            lane = self.lanes[figure.measure] = Lane(figure.measure)
        lane.put(figure, self.is_official(figure))

    def _note_citations(self, kind: type[Checked], record: Checked) -> None:
        for citation in record.citations:
            self.cited[citation.source].add((kind, record.id))

    def _forget_citations(self, kind: type[Checked], record: Checked) -> None:
        for citation in record.citations:
            self.cited[citation.source].discard((kind, record.id))


def _parted(figures: list[Figure]) -> Iterator[list[Figure]]:
    """The figures, so few at a time that nobody waits."""
    for begin in range(0, len(figures), _SOME):
        yield figures[begin : begin + _SOME]
