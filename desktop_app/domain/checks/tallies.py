"""What all cases together add to the totals, kept current case by case."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

from desktop_app.domain.cases import Case
from desktop_app.domain.checks import event_rules
from desktop_app.domain.checks.cells import Cell
from desktop_app.domain.checks.event_rules import CaseTally
from desktop_app.domain.checks.ledger import Ledger
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure


class Tallies:
    """The tally of each case of a ledger's view."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._tallies = {case.id: self._tally(case) for case in ledger.view.every(Case)}
        self._logged: dict[str, list[Event]] = {}

    @property
    def cases(self) -> list[str]:
        """Ids of the cases."""
        return list(self._tallies)

    def of(self, case: str) -> CaseTally | None:
        """The tally of a case; None where there is no such case."""
        return self._tallies.get(case)

    def events(self, measure: str) -> Sequence[Event]:
        """The dated events of all cases that a measure counts, in order of time."""
        if measure not in self._logged:
            self._logged[measure] = event_rules.logged_events(self._tallies.values(), measure)
        return self._logged[measure]

    def _exchange(self, measure: str, before: CaseTally | None, now: CaseTally | None) -> None:
        """Put the events of one case, of the thousands of all, in place of those it had."""
        events, by = self._logged[measure], event_rules.by_day
        for event in event_rules.logged_events([] if before is None else [before], measure):
            place = bisect_left(events, by(event), key=by)
            if place < len(events) and events[place].id == event.id:
                del events[place]
        for event in event_rules.logged_events([] if now is None else [now], measure):
            insort(events, event, key=by)

    def take(self, id: str) -> Iterator[Cell]:
        """Take a case as it is now; gives the cells that it can touch."""
        case = self._ledger.view.get(Case, id)
        before = self._tallies.get(id)
        now = None if case is None else self._tally(case)
        tallies = [tally for tally in (before, now) if tally is not None]
        measures = sorted({measure for tally in tallies for measure, _ in tally.logged})
        # All is exchanged before the first cell is given, for nobody need ask for the last.
        counted = {measure: len(self.events(measure)) for measure in measures}
        self._tallies.pop(id, None)
        if now is not None:
            self._tallies[id] = now
        for measure in measures:
            self._exchange(measure, before, now)
        yield ("returned twice", id)
        for measure in measures:
            most = max(counted[measure], len(self.events(measure)))
            for figure in self._ledger.lane(measure).claims.values():
                if figure.amount.high is not None and figure.amount.high <= most:
                    yield ("figure", figure.id)

    def told_by(self, *figures: Figure) -> Iterator[Cell]:
        """The cases of people returned twice, where a figure may be the total that they are told by."""
        if any(figure.measure == self._ledger.scheme.outbound for figure in figures):
            for case, tally in self._tallies.items():
                if len(tally.returns) > 1:
                    yield ("returned twice", case)

    def _tally(self, case: Case) -> CaseTally:
        return event_rules.tally(self._ledger, case.id, case.code)
