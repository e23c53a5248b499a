"""What all cases together add to the totals, kept current case by case."""

from __future__ import annotations

from collections.abc import Iterator

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
        self._logged: dict[str, tuple[Event, ...]] = {}

    @property
    def cases(self) -> list[str]:
        """Ids of the cases."""
        return list(self._tallies)

    def of(self, case: str) -> CaseTally | None:
        """The tally of a case; None where there is no such case."""
        return self._tallies.get(case)

    def events(self, measure: str) -> tuple[Event, ...]:
        """The dated events of all cases that a measure counts, in order of time."""
        if measure not in self._logged:
            self._logged[measure] = event_rules.logged_events(self._tallies.values(), measure)
        return self._logged[measure]

    def take(self, id: str) -> Iterator[Cell]:
        """Take a case as it is now; gives the cells that it can touch."""
        case = self._ledger.view.get(Case, id)
        before = self._tallies.pop(id, None)
        now = None if case is None else self._tally(case)
        if now is not None:
            self._tallies[id] = now
        yield ("returned twice", id)
        tallies = [tally for tally in (before, now) if tally is not None]
        for measure in sorted({measure for tally in tallies for measure, _ in tally.logged}):
            most = len(self.events(measure))
            self._logged.pop(measure, None)
            most = max(most, len(self.events(measure)))
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
