"""How many of our cases came how far: a count for each stage of a route, and for each way between two.

What is counted is a run: one cycle of one case, from an arrival to the return and what follows it. A run
passes through the stages that are recorded of it, in the order of the route; from one recorded stage it goes
on to the next recorded one, whatever lies between, for an event that nobody recorded may have happened. Of
several replies to a request the last recorded one counts. Undated events count where a case has only one
cycle; of others it is not known to which cycle they belong.

Every number can name its cases, and says how many people it is: two runs of one person are one person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain, pairwise

from desktop_app.domain.events import EventKind, Route
from desktop_app.domain.timeline import Timeline


class Stage(StrEnum):
    """A station of a route. They stand in the order in which a run can pass them."""

    ARRIVED = "arrived"
    ARRIVED_AGAIN = "arrived again"
    """Where a second or later run begins."""
    ARRIVAL_UNKNOWN = "arrival not recorded"
    """Where a run begins whose arrival is not recorded."""
    DETAINED = "detained"
    REQUESTED = "readmission requested"
    ACCEPTED = "readmission accepted"
    REFUSED_READMISSION = "readmission refused"
    NO_REPLY = "no reply"
    DIRECTIONS = "removal directions"
    RETURNED = "returned"
    BACK_AGAIN = "came back"
    """Where a run ends after which the person arrived once more: the next run begins."""
    INTEREST = "interest expressed"
    SELECTED = "selected"
    BIOMETRICS = "biometrics taken"
    VISA = "visa issued"
    TRAVELLED = "travelled"
    ADMITTED = "admitted"
    REFUSED = "application refused"

    @property
    def route(self) -> Route:
        """The route it belongs to."""
        return Route.ADMISSION if _PLACES[self] >= _PLACES[Stage.INTEREST] else Route.RETURN


_PLACES = {stage: place for place, stage in enumerate(Stage)}

REPLIES = (Stage.ACCEPTED, Stage.REFUSED_READMISSION, Stage.NO_REPLY)

_STAGES = {
    EventKind.ARRIVED_BOAT: Stage.ARRIVED,
    EventKind.ARRIVED_OTHERWISE: Stage.ARRIVED,
    EventKind.DETAINED: Stage.DETAINED,
    EventKind.REQUESTED: Stage.REQUESTED,
    EventKind.ACCEPTED: Stage.ACCEPTED,
    EventKind.REFUSED_READMISSION: Stage.REFUSED_READMISSION,
    EventKind.NO_REPLY: Stage.NO_REPLY,
    EventKind.REMOVAL_DIRECTIONS: Stage.DIRECTIONS,
    EventKind.RETURNED: Stage.RETURNED,
    EventKind.INTEREST: Stage.INTEREST,
    EventKind.SELECTED: Stage.SELECTED,
    EventKind.ROUTE_BIOMETRICS: Stage.BIOMETRICS,
    EventKind.VISA_ISSUED: Stage.VISA,
    EventKind.TRAVELLED: Stage.TRAVELLED,
    EventKind.ADMITTED: Stage.ADMITTED,
    EventKind.REFUSED: Stage.REFUSED,
}
"""The types of event that are stations; all others are no part of the count."""


@dataclass(frozen=True, slots=True)
class Run:
    """One cycle of a case on one route: the stages recorded of it, in the order of the route."""

    case: str
    cycle: int
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Count:
    """So many runs, by their cases: one entry for each run."""

    cases: tuple[str, ...]

    @property
    def runs(self) -> int:
        """How many runs it is."""
        return len(self.cases)

    @cached_property
    def people(self) -> int:
        """How many cases they are of."""
        return len(set(self.cases))


@dataclass(frozen=True, slots=True)
class Way:
    """Runs that went on from one recorded stage to the next; without `then` nothing more is recorded."""

    first: Stage
    then: Stage | None
    count: Count


@dataclass(frozen=True, slots=True)
class RouteCounts:
    """The counts of one route; only stages and ways with at least one run are in it."""

    route: Route
    runs: tuple[Run, ...]
    stages: Mapping[Stage, Count]
    ways: tuple[Way, ...]
    unplaced: int
    """Undated events of the route whose cycle is not known: they are in no count."""

    @property
    def people(self) -> int:
        """How many cases have any part in it."""
        return len({run.case for run in self.runs})

    def count(self, stage: Stage) -> Count:
        """The runs that a stage is recorded of."""
        return self.stages.get(stage, Count(()))


def route_counts(timelines: Mapping[str, Timeline]) -> tuple[RouteCounts, RouteCounts]:
    """The return route and the admission route, of cases by their ids."""
    runs = [run for case, line in timelines.items() for run in _runs(case, line)]
    unplaced = [stage for line in timelines.values() for stage in _unplaced(line)]
    return _of_route(Route.RETURN, runs, unplaced), _of_route(Route.ADMISSION, runs, unplaced)


def joined(parts: Sequence[tuple[RouteCounts, RouteCounts]]) -> tuple[RouteCounts, RouteCounts]:
    """The counts of all cases, from those of some cases after the other."""
    return _joined(Route.RETURN, [one for one, _ in parts]), _joined(
        Route.ADMISSION, [one for _, one in parts]
    )


def _joined(route: Route, parts: Sequence[RouteCounts]) -> RouteCounts:
    at: dict[Stage, list[str]] = defaultdict(list)
    ways: dict[tuple[Stage, Stage | None], list[str]] = defaultdict(list)
    for part in parts:
        for stage, count in part.stages.items():
            at[stage] += count.cases
        for way in part.ways:
            ways[way.first, way.then] += way.count.cases
    runs = tuple(chain.from_iterable(part.runs for part in parts))
    return _counted(route, runs, at, ways, sum(part.unplaced for part in parts))


def _of_route(route: Route, runs: Iterable[Run], unplaced: Iterable[Stage]) -> RouteCounts:
    mine = tuple(run for run in runs if run.stages[0].route is route)
    at: dict[Stage, list[str]] = defaultdict(list)
    ways: dict[tuple[Stage, Stage | None], list[str]] = defaultdict(list)
    for run in mine:
        for stage in run.stages:
            at[stage].append(run.case)
        for first, then in pairwise((*run.stages, None)):
            if first is not None and first is not Stage.BACK_AGAIN:
                ways[first, then].append(run.case)
    return _counted(route, mine, at, ways, sum(stage.route is route for stage in unplaced))


def _counted(
    route: Route,
    runs: tuple[Run, ...],
    at: Mapping[Stage, list[str]],
    ways: Mapping[tuple[Stage, Stage | None], list[str]],
    unplaced: int,
) -> RouteCounts:
    return RouteCounts(
        route,
        runs,
        {stage: Count(tuple(at[stage])) for stage in Stage if stage in at},
        tuple(
            Way(first, then, Count(tuple(cases))) for (first, then), cases in sorted(ways.items(), key=_order)
        ),
        unplaced,
    )


def _order(way: tuple[tuple[Stage, Stage | None], list[str]]) -> tuple[int, int]:
    (first, then), _cases = way
    return _PLACES[first], len(_PLACES) if then is None else _PLACES[then]


def _runs(case: str, line: Timeline) -> Iterator[Run]:
    """The runs of one case, by route and cycle."""
    reached: dict[tuple[Route, int], list[Stage]] = defaultdict(list)
    for entry in line.entries:
        stage = _STAGES.get(entry.event.kind)
        if stage is not None:
            reached[stage.route, entry.cycle].append(stage)
    if line.cycles == 1:
        for event in line.undated:
            stage = _STAGES.get(event.kind)
            if stage is not None:
                reached[stage.route, 1].append(stage)
    for (route, cycle), stages in sorted(reached.items(), key=lambda item: (item[0][0].value, item[0][1])):
        again = Stage.ARRIVED in reached.get((Route.RETURN, cycle + 1), ())
        passed = _passed(stages, cycle, comes_back=again) if route is Route.RETURN else set(stages)
        yield Run(case, cycle, tuple(sorted(passed, key=_PLACES.__getitem__)))


def _passed(stages: list[Stage], cycle: int, *, comes_back: bool) -> set[Stage]:
    """The stages of a run of the return route: with its beginning, its last reply, and its end."""
    passed = set(stages)
    replies = [stage for stage in stages if stage in REPLIES]
    passed -= set(replies[:-1]) - set(replies[-1:])
    if Stage.ARRIVED not in passed:
        passed.add(Stage.ARRIVAL_UNKNOWN)
    elif cycle > 1:
        passed = (passed - {Stage.ARRIVED}) | {Stage.ARRIVED_AGAIN}
    if comes_back and Stage.RETURNED in passed:
        passed.add(Stage.BACK_AGAIN)
    return passed


def _unplaced(line: Timeline) -> Iterator[Stage]:
    if line.cycles > 1:
        for event in line.undated:
            if event.kind in _STAGES:
                yield _STAGES[event.kind]
