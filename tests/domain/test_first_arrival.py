from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.first_arrival import FirstArrival, first_arrival
from desktop_app.domain.journeys import LEADS_TO, Territory
from desktop_app.domain.timeline import timeline
from tests.charts.lanes.lane_charts import events

BOAT, RETURNED, TRAVELLED, ADMITTED = (
    EventKind.ARRIVED_BOAT,
    EventKind.RETURNED,
    EventKind.TRAVELLED,
    EventKind.ADMITTED,
)


def first(*happened: tuple[EventKind, str]) -> FirstArrival | None:
    made = [Event(kind=kind, date=PartialDate.parse(when)) for kind, when in happened]
    return first_arrival(timeline(made))


def test_an_exact_first_arrival_is_the_day_counted_from() -> None:
    found = first((BOAT, "2025-08-06"), (RETURNED, "2025-09-19"), (BOAT, "2025-10-18"))
    assert found is not None
    assert (found.earliest, found.latest, found.is_exact) == (date(2025, 8, 6), date(2025, 8, 6), True)
    assert found.event is not None
    assert found.event.kind is BOAT


def test_a_vague_first_arrival_is_a_range_of_days() -> None:
    found = first((BOAT, "[2025-08-01..2025-08-09]"), (RETURNED, "2025-09-19"))
    assert found is not None
    assert (found.earliest, found.latest, found.is_exact) == (date(2025, 8, 1), date(2025, 8, 9), False)


def test_a_day_with_a_doubt_is_not_exact() -> None:
    found = first((BOAT, "2025-08-06~"))
    assert found is not None
    assert found.doubted
    assert not found.is_exact


def test_of_two_arrivals_that_overlap_either_may_be_the_first() -> None:
    found = first((BOAT, "[2025-08-01..2025-08-09]"), (BOAT, "2025-08-05"))
    assert found == FirstArrival(date(2025, 8, 1), date(2025, 8, 5), None, False)


def test_travelling_by_the_legal_route_arrives_too() -> None:
    found = first((EventKind.VISA_ISSUED, "2025-08-06"), (TRAVELLED, "2025-08-20"), (ADMITTED, ""))
    assert found is not None
    assert found.earliest == date(2025, 8, 20)


@pytest.mark.parametrize(
    "happened",
    [
        (),
        ((EventKind.DETAINED, "2025-08-06"),),
        ((BOAT, ""),),
        ((BOAT, "../2025-08-06"),),
        ((BOAT, "2025-08-06/.."),),
        ((BOAT, ""), (BOAT, "2025-10-18")),
        ((RETURNED, "2025-09-19"), (BOAT, "2025-11-10")),
        ((BOAT, "2025-10-18"), (TRAVELLED, "")),
    ],
    ids=[
        "no event",
        "no arrival",
        "no date",
        "no earliest day",
        "no latest day",
        "another arrival without a date",
        "a return before it",
        "another route without a date",
    ],
)
def test_it_is_not_known(happened: tuple[tuple[EventKind, str], ...]) -> None:
    assert first(*happened) is None


@given(events)
def test_no_arrival_can_have_been_before_the_range(found: list[Event]) -> None:
    made = first_arrival(timeline(found))
    if made is None:
        return
    assert made.earliest <= made.latest
    arrivals = [event for event in found if event.kind in (BOAT, EventKind.ARRIVED_OTHERWISE)]
    for event in arrivals:
        assert event.date.is_dated
        assert event.date.earliest is not None
        assert event.date.earliest >= made.earliest
        assert event.date.latest is None or event.date.latest >= made.latest
    if made.event is not None:
        assert LEADS_TO[made.event.kind] is Territory.UK
