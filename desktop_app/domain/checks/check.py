"""Runs every rule over a view, and keeps the findings current: only what a step can touch is seen to."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from operator import attrgetter
from typing import Final

from desktop_app.domain.cases import Case
from desktop_app.domain.checks.cells import Cell, cells_of, of_measure, repeating, series_moved
from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.checks.looking import TOTALS, Rules
from desktop_app.domain.checks.tallies import Tallies
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.readings import Known
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.steps import Edit, Step
from desktop_app.domain.views import View

_SLICE: Final = 10
_CELLS: Final = 1_000
_MANY: Final = 50
"""Edits in one step beyond which it is quicker to look at everything again."""


class Checker:
    """The findings of one view, kept current. For one thread.

    With `wait` nothing is looked at until `steps` is gone through: in slices, where nobody should wait. So
    it is after a step that touches very much as well (an import); until then the findings are the old ones.
    A step may be taken at once (`take`), or noted for the slices to come (`note`).
    """

    def __init__(self, view: View, today: date, *, wait: bool = False) -> None:
        self._view = view
        self._today = today
        self._wait = wait
        self._found: dict[Cell, tuple[Finding, ...]] = {}
        self._concerning: dict[str, set[Cell]] = defaultdict(set)
        self._sorted: list[Finding] | None = None
        self._told: dict[str, tuple[Finding, ...]] = {}
        """What `of_record` has answered, of records of which nothing else has been found since."""
        self._moved: set[str] = set()
        self._waiting: dict[Cell, None] = {}
        self._noted: deque[Step] = deque()
        self._filling: Iterator[None] | None = None
        self._begin()
        if not wait:
            self._go_through()

    @property
    def findings(self) -> list[Finding]:
        """Everything found so far: by severity, by code, the newest first. Not to be changed."""
        if self._sorted is None:
            self._sorted = sorted(
                (finding for found in self._found.values() for finding in found), key=attrgetter("place")
            )
        return self._sorted

    @property
    def ledger(self) -> Ledger:
        """The records as the rules see them, kept current: what sentences are checked against."""
        return self._ledger

    @property
    def is_done(self) -> bool:
        """Whether everything has been looked at."""
        return not self._waiting and not self._noted and self._filling is None

    def of_record(self, id: str) -> tuple[Finding, ...]:
        """The findings that concern a record; as quick for one of a hundred thousand as for one of ten."""
        told = self._told.get(id)
        if told is None:
            cells = self._concerning.get(id, ())
            found = (finding for cell in cells for finding in self._found[cell] if id in finding.records)
            told = self._told[id] = tuple(sorted(found, key=attrgetter("place")))
        return told

    def moved(self) -> frozenset[str]:
        """Ids of the records of which something else is found than when this was last asked."""
        moved, self._moved = frozenset(self._moved), set()
        return moved

    def steps(self) -> Iterator[int]:
        """Look at what waits, a slice at a time; gives how many cells are known to be left after each."""
        while not self.is_done:
            if self._filling is not None:
                if next(self._filling, self) is self:
                    self._filling = None
            elif self._noted:
                self._waiting.update(dict.fromkeys(self._touched(self._noted.popleft())))
            else:
                for cell in list(islice(self._waiting, _SLICE)):
                    del self._waiting[cell]
                    self._look(cell)
            yield len(self._waiting)

    def note(self, step: Step) -> None:
        """Leave a step, which the view already shows, for `steps` to look at."""
        if _is_large(step):
            self._begin()
        else:
            self._noted.append(step)

    def take(self, step: Step) -> bool:
        """Bring the findings up to date with a step that the view already shows; whether they changed."""
        if _is_large(step):
            self._begin()
            if not self._wait:
                self._go_through()
            return True
        if self._noted or self._filling is not None:
            self._noted.append(step)
            return False
        changed = False
        for cell in dict.fromkeys(self._touched(step)):
            self._waiting.pop(cell, None)
            changed |= self._look(cell)
        return changed

    def begin_again(self, today: date) -> None:
        """Leave all for `steps` to look at again: the view shows other records, or it is another day."""
        self._today = today
        self._begin()

    def _touched(self, step: Step) -> Iterator[Cell]:
        for edit in step.edits:
            yield from self._take(edit.kind, edit.id)

    def _go_through(self) -> None:
        for _ in self.steps():
            pass

    def _begin(self) -> None:
        # The records are read as they are now: what was noted of them before is in them.
        self._noted.clear()
        self._waiting.clear()
        self._ledger = Ledger(self._view, wait=True)
        self._filling = self._fill()

    def _fill(self) -> Iterator[None]:
        """Read the records and note all that is to be looked at, some at a time."""
        yield from self._ledger.fill()
        self._tallies = Tallies(self._ledger)
        self._rules = Rules(self._ledger, self._tallies, self._today)
        # What was found stays until it has been looked at again, or found to be gone.
        cells = chain(self._all_cells(), self._found)
        while some := dict.fromkeys(islice(cells, _CELLS)):
            self._waiting.update(some)
            yield

    def _all_cells(self) -> Iterator[Cell]:
        ledger = self._ledger
        for lane in ledger.lanes.values():
            yield from of_measure(lane)
        for case in self._tallies.cases:
            yield ("returned twice", case)
        for source in ledger.cited:
            yield ("bases", source)
        for name, records in (
            ("event", ledger.events),
            ("statement", ledger.statements),
            ("figure", ledger.figures),
        ):
            for id in records:
                yield (name, id)

    def _look(self, cell: Cell) -> bool:
        """Look at one cell again; whether anything about it has changed."""
        found = self._rules.look(cell)
        before = self._found.get(cell, ())
        if found == before:
            return False
        self._sorted = None
        for finding in before:
            self._moved.update(finding.records)
            for record in finding.records:
                self._concerning[record].discard(cell)
                self._told.pop(record, None)
        for finding in found:
            self._moved.update(finding.records)
            for record in finding.records:
                self._concerning[record].add(cell)
                self._told.pop(record, None)
        if found:
            self._found[cell] = found
        else:
            del self._found[cell]
        return True

    def _take(self, kind: type[Record], id: str) -> Iterator[Cell]:
        """Take one record as it is now; gives the cells that it can touch."""
        if kind is Figure:
            yield from self._take_figure(id)
        elif kind is Event:
            cases = self._ledger.take_event(id, self._view.get(Event, id))
            yield ("event", id)
            for case in sorted(cases):
                yield from self._tallies.take(case)
        elif kind is Statement:
            self._ledger.take_statement(id, self._view.get(Statement, id))
            yield ("statement", id)
        elif kind is Case:
            yield from self._tallies.take(id)
        elif kind is Source:
            yield from self._take_source(id)

    def _take_figure(self, id: str) -> Iterator[Cell]:
        ledger = self._ledger
        now = self._view.get(Figure, id)
        touched = sorted(ledger.touched_by(id, now))
        before = [figure for each in touched if (figure := ledger.figures.get(each)) is not None]
        dirty = dict.fromkeys(cell for figure in before for cell in cells_of(ledger, figure))
        measures = {figure.measure for figure in (*before, now) if figure is not None}
        bounds = {measure: ledger.bounds(measure) for measure in measures}
        official = {one.id: one for one in before if one.id in ledger.lane(one.measure).official}
        ledger.take_figure(id, now, set(touched))
        after = [figure for each in touched if (figure := ledger.figures.get(each)) is not None]
        dirty.update(dict.fromkeys(cell for figure in after for cell in cells_of(ledger, figure)))
        official_now = {one.id: one for one in after if one.id in ledger.lane(one.measure).official}
        for measure in sorted(measures):
            changed = [one for one in (*official.values(), *official_now.values()) if one.measure == measure]
            if changed:
                dirty.update(dict.fromkeys(series_moved(ledger, measure, changed, bounds[measure])))
                dirty.update(dict.fromkeys(cell for cell in self._found if cell[0] == "bases"))
            for each in touched:
                for basis in TOTALS:
                    concerned = ledger.lane(measure).enter(basis, each, ledger.counts(measure))
                    dirty.update(dict.fromkeys(("figure", one) for one in sorted(concerned)))
        dirty.update(dict.fromkeys(self._tallies.told_by(*before, *after)))
        yield from dirty

    def _take_source(self, id: str) -> Iterator[Cell]:
        """A source may make figures official, show or hide what cites it, or turn out to repeat another."""
        ledger = self._ledger
        offices = ledger.official_parties
        ledger.take_sources()
        if offices != ledger.official_parties:
            for measure in ledger.headline:
                yield from of_measure(ledger.lane(measure))
        for source in repeating(self._view, id):
            for kind, record in sorted(ledger.cited.get(source, ()), key=lambda each: each[1]):
                yield from self._take(kind, record)


def _is_large(step: Step) -> bool:
    """Whether it is quicker to look at everything again."""
    return len(step.edits) > _MANY or any(_reaches_far(edit) for edit in step.edits)


def _reaches_far(edit: Edit) -> bool:
    """Whether what it changes may concern any record: so that all is looked at again."""
    if edit.kind in (Scheme, Measure):
        return True
    before, after = edit.before, edit.after
    if not isinstance(before, Source) or not isinstance(after, Source):
        return False
    # As known on a day, a source's own day decides which records are there at all.
    return before.published != after.published


def check(view: View | Known, today: date) -> list[Finding]:
    """Everything the check finds: by severity, by code, the newest first."""
    return Checker(view.view if isinstance(view, Known) else view, today).findings
