"""In which order and groups cases are listed and drawn: the same, whatever order they come in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.cases import Case
from desktop_app.domain.dates import possibly_before
from desktop_app.domain.events import Route
from desktop_app.domain.first_arrival import first_arrival
from desktop_app.domain.journeys import ARRIVALS, LEADS_TO, Territory
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.timeline import Stay, Timeline

_LAST = 1 << 30
"""Stands for what is not known: after everything that is."""


class CaseSort(StrEnum):
    """What cases are ordered by, before their codes."""

    CODE = "code"
    FIRST_ARRIVAL = "first arrival"
    """The earliest first; those whose first arrival is not known last."""
    LONGEST_IN_UK = "longest in the UK"
    """The most days in the UK that are certain, all stays together, first."""
    ARRIVALS = "arrivals"
    """The most arrivals first, dated or not."""


class CaseGrouping(StrEnum):
    """What cases are put together by."""

    NONE = "none"
    ROUTE = "route"
    NATIONALITY = "nationality"
    OUTCOME = "outcome"
    CYCLES = "cycles"


class RouteTaken(StrEnum):
    """Which vocabularies the events of a case belong to."""

    RETURN = "return"
    ADMISSION = "admission"
    BOTH = "both"
    NOT_KNOWN = "not known"


class Outcome(StrEnum):
    """Where a person was last known to be."""

    IN_UK = "in the UK"
    IN_FRANCE = "in France"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """Cases that have one answer to what they are grouped by."""

    answer: str
    """A RouteTaken or an Outcome, a nationality (empty: not recorded), a number of cycles; empty for none."""
    cases: tuple[Case, ...]


Key = tuple[int | str, ...]
TimelineOf = Callable[[str], Timeline]
"""Gives the timeline of the case with an id; asked only where the order depends on it."""


class CaseOrder:
    """Cases by `sort` within groups of `grouping`.

    What was worked out of a case is remembered until it is forgotten.
    """

    def __init__(self, sort: CaseSort, grouping: CaseGrouping, timeline_of: TimelineOf) -> None:
        self.sort, self.grouping = sort, grouping
        self._timeline_of = timeline_of
        self._known: dict[str, tuple[Key, str, Key]] = {}

    def forget(self, case_ids: Iterable[str] | None = None) -> None:
        """These cases have changed, or (None) all may have."""
        if case_ids is None:
            self._known.clear()
            return
        for id in case_ids:
            self._known.pop(id, None)

    def known(self, case_id: str) -> tuple[Key, str, Key] | None:
        """What `look` told of a case, and has not forgotten since."""
        return self._known.get(case_id)

    def groups(self, cases: Iterable[Case]) -> list[CaseGroup]:
        """The groups that have cases, each in its order; one without an answer where none are made."""
        keyed = [(*self.look(case), case) for case in cases]
        keyed.sort(key=_by_group_and_key)
        made: list[CaseGroup] = []
        start = 0
        for place in range(1, len(keyed) + 1):
            if place == len(keyed) or keyed[place][1] != keyed[start][1]:
                members = tuple(case for *_key, case in keyed[start:place])
                made.append(CaseGroup(keyed[start][1], members))
                start = place
        return made

    def look(self, case: Case) -> tuple[Key, str, Key]:
        """What a case's place depends on: the rank of its group, what that answers, and its order there."""
        known = self._known.get(case.id)
        if known is None:
            rank, answer = self._group(case)
            code = (folded(case.code), case.code, case.id)
            known = self._known[case.id] = (rank, answer, (*self._sort_key(case), *code))
        return known

    def _group(self, case: Case) -> tuple[Key, str]:
        match self.grouping:
            case CaseGrouping.ROUTE:
                route = route_taken(self._timeline_of(case.id))
                return (_place(RouteTaken, route),), route
            case CaseGrouping.NATIONALITY:
                name = case.nationality.strip()
                return (0 if name else 1, folded(name), name), name
            case CaseGrouping.OUTCOME:
                outcome = last_known(self._timeline_of(case.id))
                return (_place(Outcome, outcome),), outcome
            case CaseGrouping.CYCLES:
                cycles = self._timeline_of(case.id).cycles
                return (cycles,), str(cycles)
            case CaseGrouping.NONE:
                return (), ""

    def _sort_key(self, case: Case) -> Key:
        match self.sort:
            case CaseSort.FIRST_ARRIVAL:
                first = first_arrival(self._timeline_of(case.id))
                return (
                    (_LAST, _LAST)
                    if first is None
                    else (first.earliest.toordinal(), first.latest.toordinal())
                )
            case CaseSort.LONGEST_IN_UK:
                return (-certain_days_in_uk(self._timeline_of(case.id)),)
            case CaseSort.ARRIVALS:
                return (-self._timeline_of(case.id).count(ARRIVALS),)
            case CaseSort.CODE:
                return ()


def _by_group_and_key(keyed: tuple[Key, str, Key, Case]) -> tuple[Key, Key]:
    return keyed[0], keyed[2]


def _place(kinds: type[StrEnum], member: StrEnum) -> int:
    return list(kinds).index(member)


def route_taken(timeline: Timeline) -> RouteTaken:
    """Whether a case's events are of the return route, of the legal route, or of both."""
    routes = {event.kind.route for event in timeline.events}
    if Route.RETURN in routes:
        return RouteTaken.BOTH if Route.ADMISSION in routes else RouteTaken.RETURN
    return RouteTaken.ADMISSION if Route.ADMISSION in routes else RouteTaken.NOT_KNOWN


def last_known(timeline: Timeline) -> Outcome:
    """Where the last journey led. Not known without a journey, or where another may have been the last."""
    if not timeline.crossings:
        return Outcome.NOT_KNOWN
    *earlier, last = timeline.crossings
    elsewhere = [crossing.event for crossing in earlier if crossing.to is not last.to]
    undated = any(LEADS_TO.get(event.kind, last.to) is not last.to for event in timeline.undated)
    if undated or any(possibly_before(last.event.date, event.date) for event in elsewhere):
        return Outcome.NOT_KNOWN
    return Outcome.IN_UK if last.to is Territory.UK else Outcome.IN_FRANCE


def certain_days_in_uk(timeline: Timeline) -> int:
    """The days in the UK that are certain: of a stay whose end is not known, up to when last seen there."""
    return sum(_certain_days(stay) for stay in timeline.stays if stay.territory is Territory.UK)


def _certain_days(stay: Stay) -> int:
    ended = stay.end if stay.end is not None else stay.last
    begun, over = stay.begin.date.latest, ended.date.earliest
    return max(0, (over - begun).days) if begun is not None and over is not None else 0
