"""How far our cases came: stages, ways between them, people and runs."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind, Route
from desktop_app.domain.route_counts import RouteCounts, Stage, route_counts
from desktop_app.domain.timeline import Timeline, timeline

KIND = EventKind
FOUNDING = (
    (KIND.ARRIVED_BOAT, "2025-08-06"),
    (KIND.RETURNED, "2025-09-19"),
    (KIND.ARRIVED_BOAT, "2025-10-18"),
    (KIND.DETAINED, "2025-10-18"),
    (KIND.REQUESTED, "2025-10-21"),
    (KIND.ACCEPTED, "2025-10-24"),
    (KIND.RETURNED, "2025-11-05"),
)
SECOND = (
    (KIND.RETURNED, "[2025-09-18..2025-11-08]"),
    (KIND.ARRIVED_BOAT, "2025-11-10?"),
    (KIND.DETAINED, "2025-11-10?"),
)
Happened = tuple[tuple[EventKind, str], ...]


def line(happened: Happened) -> Timeline:
    return timeline(Event(kind=kind, date=PartialDate.parse(when)) for kind, when in happened)


def counted(*cases: Happened) -> tuple[RouteCounts, RouteCounts]:
    return route_counts({f"C{number}": line(happened) for number, happened in enumerate(cases)})


def ways(found: RouteCounts) -> dict[tuple[Stage, Stage | None], int]:
    return {(way.first, way.then): way.count.runs for way in found.ways}


def test_the_two_founding_cases_are_four_runs() -> None:
    back, legal = counted(FOUNDING, SECOND)
    assert (len(back.runs), back.people) == (4, 2)
    assert {stage.value: count.runs for stage, count in back.stages.items()} == {
        "arrived": 1,
        "arrived again": 2,
        "arrival not recorded": 1,
        "detained": 2,
        "readmission requested": 1,
        "readmission accepted": 1,
        "returned": 3,
        "came back": 2,
    }
    assert (legal.runs, legal.stages, legal.ways) == ((), {}, ())


def test_a_run_goes_on_to_the_next_stage_that_is_recorded() -> None:
    back, _ = counted(FOUNDING)
    assert ways(back) == {
        (Stage.ARRIVED, Stage.RETURNED): 1,
        (Stage.RETURNED, Stage.BACK_AGAIN): 1,
        (Stage.ARRIVED_AGAIN, Stage.DETAINED): 1,
        (Stage.DETAINED, Stage.REQUESTED): 1,
        (Stage.REQUESTED, Stage.ACCEPTED): 1,
        (Stage.ACCEPTED, Stage.RETURNED): 1,
        (Stage.RETURNED, None): 1,
    }


def test_two_runs_of_one_person_are_one_person() -> None:
    back, _ = counted(FOUNDING, SECOND)
    returned = back.count(Stage.RETURNED)
    assert (returned.runs, returned.people, set(returned.cases)) == (3, 2, {"C0", "C1"})


def test_of_several_replies_the_last_counts() -> None:
    back, _ = counted(
        (
            (KIND.ARRIVED_BOAT, "2025-10-01"),
            (KIND.REQUESTED, "2025-10-03"),
            (KIND.NO_REPLY, "2025-10-17"),
            (KIND.ACCEPTED, "2025-10-20"),
        )
    )
    assert back.count(Stage.NO_REPLY).runs == 0
    assert back.count(Stage.ACCEPTED).runs == 1


def test_the_legal_route_is_counted_apart() -> None:
    back, legal = counted(
        ((KIND.INTEREST, "2025-09-01"), (KIND.SELECTED, "2025-10-01"), (KIND.ADMITTED, "2025-11-01")),
        ((KIND.INTEREST, "2025-09-01"), (KIND.REFUSED, "2025-10-01")),
    )
    assert back.runs == ()
    assert legal.route is Route.ADMISSION
    assert ways(legal) == {
        (Stage.INTEREST, Stage.SELECTED): 1,
        (Stage.INTEREST, Stage.REFUSED): 1,
        (Stage.SELECTED, Stage.ADMITTED): 1,
        (Stage.ADMITTED, None): 1,
        (Stage.REFUSED, None): 1,
    }


def test_an_undated_event_counts_where_only_one_cycle_can_be_meant() -> None:
    once, _ = counted(((KIND.ARRIVED_BOAT, "2025-08-06"), (KIND.DETAINED, "")))
    assert (once.count(Stage.DETAINED).runs, once.unplaced) == (1, 0)
    twice, _ = counted((*FOUNDING, (KIND.REMOVAL_DIRECTIONS, "")))
    assert (twice.count(Stage.DIRECTIONS).runs, twice.unplaced) == (0, 1)


HAPPENED = st.lists(
    st.tuples(
        st.sampled_from([kind for kind in EventKind if kind.route in (Route.RETURN, Route.ADMISSION)]),
        st.integers(1, 28).map(lambda day: f"2025-10-{day:02}"),
    ),
    max_size=9,
).map(tuple)


@given(st.lists(HAPPENED, max_size=4))
def test_what_enters_a_stage_leaves_it_or_ends_there(cases: list[Happened]) -> None:
    for found in counted(*cases):
        entering: Counter[Stage] = Counter()
        leaving: Counter[Stage] = Counter()
        for way in found.ways:
            leaving[way.first] += way.count.runs
            if way.then is not None:
                entering[way.then] += way.count.runs
        begun = Counter(run.stages[0] for run in found.runs)
        for stage, count in found.stages.items():
            assert entering[stage] + begun[stage] == count.runs
            if stage is not Stage.BACK_AGAIN:
                assert leaving[stage] == count.runs


@given(st.lists(HAPPENED, max_size=4))
def test_whoever_came_back_begins_another_run(cases: list[Happened]) -> None:
    back, _ = counted(*cases)
    assert back.count(Stage.BACK_AGAIN).runs <= back.count(Stage.ARRIVED_AGAIN).runs
    beginnings = {Stage.ARRIVED, Stage.ARRIVED_AGAIN, Stage.ARRIVAL_UNKNOWN}
    assert {run.stages[0] for run in back.runs} <= beginnings
