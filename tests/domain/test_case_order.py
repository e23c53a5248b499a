from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.case_order import (
    CaseGrouping,
    CaseOrder,
    CaseSort,
    Outcome,
    RouteTaken,
    certain_days_in_uk,
    last_known,
    route_taken,
)
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.timeline import Timeline, timeline
from tests.charts.lanes.lane_charts import PUBLIC, events

BOAT, RETURNED, ADMITTED = EventKind.ARRIVED_BOAT, EventKind.RETURNED, EventKind.ADMITTED

ledgers = st.lists(
    st.tuples(
        st.sampled_from(["C-1", "c-1", "Ç-1", "C-2", "C-10"]), st.sampled_from(["", "Iran", "iran"]), events
    ),
    max_size=8,
)


def lived(*happened: tuple[EventKind, str]) -> Timeline:
    return timeline(Event(kind=kind, date=PartialDate.parse(when)) for kind, when in happened)


def codes(sort: CaseSort, grouping: CaseGrouping, cases: dict[str, Timeline]) -> list[list[str]]:
    made = [Case(id=code, code=code, nationality="Iran" if code < "C-3" else "") for code in cases]
    order = CaseOrder(sort, grouping, cases.__getitem__)
    return [[case.code for case in group.cases] for group in order.groups(made)]


CASES = {
    "C-3": lived((BOAT, "2025-08-06"), (RETURNED, "2025-09-19"), (BOAT, "2025-10-18")),
    "C-1": lived((BOAT, "2025-08-20"), (EventKind.DETAINED, "2025-12-20")),
    "C-4": lived((RETURNED, "2025-09-19"), (BOAT, "2025-11-10")),
    "C-2": lived((EventKind.INTEREST, "2025-07-01"), (ADMITTED, "2025-08-20")),
}


def test_by_first_arrival_what_is_not_known_comes_last_and_equals_by_code() -> None:
    assert codes(CaseSort.FIRST_ARRIVAL, CaseGrouping.NONE, CASES) == [["C-3", "C-1", "C-2", "C-4"]]


def test_by_days_in_the_uk_and_by_arrivals_the_most_come_first() -> None:
    assert codes(CaseSort.LONGEST_IN_UK, CaseGrouping.NONE, CASES) == [["C-1", "C-3", "C-2", "C-4"]]
    assert codes(CaseSort.ARRIVALS, CaseGrouping.NONE, CASES) == [["C-3", "C-1", "C-4", "C-2"]]


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (CaseGrouping.ROUTE, [["C-1", "C-3", "C-4"], ["C-2"]]),
        (CaseGrouping.NATIONALITY, [["C-1", "C-2"], ["C-3", "C-4"]]),
        (CaseGrouping.OUTCOME, [["C-1", "C-2", "C-3", "C-4"]]),
        (CaseGrouping.CYCLES, [["C-1", "C-2"], ["C-3", "C-4"]]),
    ],
)
def test_groups_hold_cases_of_one_answer(grouping: CaseGrouping, groups: list[list[str]]) -> None:
    assert codes(CaseSort.CODE, grouping, CASES) == groups


def test_days_in_the_uk_count_only_what_is_certain() -> None:
    assert certain_days_in_uk(lived(*PUBLIC)) == 44 + 14
    assert certain_days_in_uk(lived((BOAT, "../2025-08-06"), (RETURNED, "2025-09-19"))) == 44
    assert certain_days_in_uk(lived((RETURNED, "2025-09-19"))) == 0


def test_the_outcome_is_where_the_last_journey_led() -> None:
    assert last_known(lived(*PUBLIC)) is Outcome.IN_FRANCE
    assert last_known(lived(*PUBLIC[:3])) is Outcome.IN_UK
    assert last_known(lived()) is Outcome.NOT_KNOWN


def test_the_outcome_is_not_known_where_another_journey_may_have_been_the_last() -> None:
    assert last_known(lived((BOAT, "2025-08-06"), (RETURNED, ""))) is Outcome.NOT_KNOWN
    assert (
        last_known(lived((BOAT, "2025-08-06"), (RETURNED, "[2025-08-01..2025-08-20]"))) is Outcome.NOT_KNOWN
    )


def test_routes_are_told_by_the_vocabularies_of_the_events() -> None:
    assert route_taken(lived(*PUBLIC)) is RouteTaken.RETURN
    assert route_taken(lived((ADMITTED, ""))) is RouteTaken.ADMISSION
    assert route_taken(lived(*PUBLIC, (EventKind.REFUSED, ""))) is RouteTaken.BOTH
    assert route_taken(lived((EventKind.OBSERVATION, ""))) is RouteTaken.NOT_KNOWN


def test_what_changed_is_looked_at_again_when_it_is_forgotten() -> None:
    known = dict(CASES)
    order = CaseOrder(CaseSort.ARRIVALS, CaseGrouping.NONE, known.__getitem__)
    cases = [Case(id=code, code=code) for code in known]
    assert order.groups(cases)[0].cases[-1].code == "C-2"
    known["C-2"] = lived(*((BOAT, "") for _each in range(3)))
    order.forget(["C-2"])
    assert order.groups(cases)[0].cases[0].code == "C-2"


@given(ledgers, st.sampled_from(CaseSort), st.sampled_from(CaseGrouping), st.randoms())
def test_the_order_is_total_and_the_same_for_any_permutation(
    ledger: list[tuple[str, str, list[Event]]], sort: CaseSort, grouping: CaseGrouping, chance: object
) -> None:
    cases = [Case(id=f"{n}", code=code, nationality=where) for n, (code, where, _) in enumerate(ledger)]
    timelines = {f"{n}": timeline(found) for n, (_code, _where, found) in enumerate(ledger)}
    groups = CaseOrder(sort, grouping, timelines.__getitem__).groups(cases)
    assert sorted(case.id for group in groups for case in group.cases) == sorted(timelines)
    answers = [group.answer for group in groups]
    assert len(set(answers)) == len(answers)
    shuffled = list(cases)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert CaseOrder(sort, grouping, timelines.__getitem__).groups(shuffled) == groups
