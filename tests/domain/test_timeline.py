from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import DateKind, DayRange, PartialDate, on_day, within
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.journeys import ARRIVALS, Territory
from desktop_app.domain.sources import Citation, Stance
from desktop_app.domain.timeline import Timeline, deniers, is_contested, timeline
from desktop_app.domain.timeline_doubts import DoubtCode

ARRIVED, RETURNED = EventKind.ARRIVED_BOAT, EventKind.RETURNED
PUBLIC = (
    (ARRIVED, "2025-08-06"),
    (RETURNED, "2025-09-19"),
    (ARRIVED, "2025-10-18"),
    (RETURNED, "2025-11-05"),
)
FIRST_DAY = date(2025, 8, 1)
Happened = list[tuple[EventKind, PartialDate]]


def case(*happened: tuple[EventKind, str]) -> Timeline:
    return timeline(event(kind, when) for kind, when in happened)


def event(kind: EventKind, when: str, **fields: object) -> Event:
    return Event(kind=kind, date=PartialDate.parse(when), **fields)  # type: ignore[arg-type]


def lengths(found: Timeline) -> list[tuple[int | None, int | None]]:
    return [(stay.length.low, stay.length.high) for stay in found.stays if stay.end is not None]


# The public case


def test_the_public_case_has_44_29_and_18_days() -> None:
    assert lengths(case(*PUBLIC)) == [(44, 44), (29, 29), (18, 18)]


def test_a_return_in_early_november_leaves_14_to_23_days() -> None:
    found = case(*PUBLIC[:3], (RETURNED, "[2025-11-01..2025-11-10]"))
    assert lengths(found) == [(44, 44), (29, 29), (14, 23)]


def test_the_second_arrival_begins_the_second_cycle() -> None:
    found = case(*PUBLIC)
    assert [entry.cycle for entry in found.entries] == [1, 1, 2, 2]
    assert (found.cycles, found.count(ARRIVALS), found.count((RETURNED,))) == (2, 2, 2)


def test_where_the_person_is_after_each_event() -> None:
    found = case(*PUBLIC, (EventKind.DETAINED, "2025-10-18"), (EventKind.TESTIMONY, "2025-10-01"))
    where = [(entry.event.kind, entry.where) for entry in found.entries]
    uk, france = Territory.UK, Territory.FRANCE
    assert where == [
        (ARRIVED, uk),
        (RETURNED, france),
        (EventKind.TESTIMONY, france),
        (ARRIVED, uk),
        (EventKind.DETAINED, uk),
        (RETURNED, france),
    ]
    assert [(crossing.origin, crossing.to) for crossing in found.crossings] == [
        (None, uk),
        (uk, france),
        (france, uk),
        (uk, france),
    ]


def test_each_row_says_how_long_after_the_row_above() -> None:
    gaps = [entry.gap for entry in case(*PUBLIC).entries]
    assert gaps == [None, DayRange(44, 44), DayRange(29, 29), DayRange(18, 18)]


def test_the_last_stay_has_no_end_and_says_when_the_person_was_last_seen() -> None:
    found = case(
        (ARRIVED, "2025-08-06"), (EventKind.DETAINED, "2025-08-09"), (EventKind.REQUESTED, "2025-08-12")
    )
    (stay,) = found.stays
    assert stay.end is None
    assert stay.length == DayRange(None, None)
    assert stay.last.kind is EventKind.DETAINED


# Other cases


def test_what_has_no_date_is_listed_apart_and_last() -> None:
    found = case((RETURNED, ""), *PUBLIC[:2], (EventKind.DETAINED, ""))
    assert [undated.kind for undated in found.undated] == [EventKind.DETAINED, RETURNED]
    assert [each.kind for each in found.events] == [ARRIVED, RETURNED, EventKind.DETAINED, RETURNED]
    assert lengths(found) == [(44, 44)]


def test_on_one_day_people_arrive_before_they_are_detained() -> None:
    found = case(
        (EventKind.DETAINED, "2025-10-18"), (EventKind.BIOMETRICS, "2025-10-18"), (ARRIVED, "2025-10-18?")
    )
    assert found.entries[0].event.kind is ARRIVED


def test_a_return_in_the_month_of_the_arrival_comes_after_it() -> None:
    found = case((ARRIVED, "2025-08-06"), (RETURNED, "2025-08"))
    assert [crossing.to for crossing in found.crossings] == [Territory.UK, Territory.FRANCE]
    assert lengths(found) == [(0, 25)]
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.ORDER_UNCERTAIN]


def test_travelled_and_admitted_are_one_journey() -> None:
    found = case((EventKind.TRAVELLED, "2025-09-23"), (EventKind.ADMITTED, "2025-09-24"))
    assert [crossing.event.kind for crossing in found.crossings] == [EventKind.TRAVELLED]
    assert found.doubts == ()


def test_a_span_counts_from_its_first_day() -> None:
    found = case(
        (ARRIVED, "2025-10-18"), (EventKind.TESTIMONY, "2025-10-18/2025-11-05"), (RETURNED, "2025-11-05")
    )
    assert [entry.gap for entry in found.entries][1:] == [DayRange(0, 0), DayRange(18, 18)]


def test_a_person_known_first_by_a_return_arrives_in_the_second_cycle() -> None:
    found = case((RETURNED, "[2025-09-18..2025-11-08]"), (ARRIVED, "2025-11-10?"))
    assert [crossing.cycle for crossing in found.crossings] == [1, 2]
    assert lengths(found) == [(2, 53)]
    assert [doubt.code for doubt in found.doubts] == [DoubtCode.NO_ARRIVAL]


# What does not fit


def test_nothing_is_doubted_in_the_public_case() -> None:
    assert case(*PUBLIC).doubts == ()


def test_a_return_certainly_before_the_arrival_it_must_follow_is_out_of_order() -> None:
    found = case(*PUBLIC[:3], (RETURNED, "2025-10-05"))
    (doubt,) = found.doubts
    assert doubt.is_certain
    assert doubt.first is not None
    assert (str(doubt.first.date), str(doubt.then.date)) == ("2025-10-18", "2025-10-05")


def test_a_return_that_may_be_before_its_arrival_is_a_note() -> None:
    found = case(*PUBLIC[:3], (RETURNED, "[2025-10-10..2025-11-30]"))
    assert [(doubt.code, doubt.is_certain) for doubt in found.doubts] == [(DoubtCode.ORDER_UNCERTAIN, False)]


@pytest.mark.parametrize(
    ("happened", "code"),
    [
        (((ARRIVED, "2025-08-06"), (ARRIVED, "2025-10-18")), DoubtCode.NO_RETURN),
        (((ARRIVED, "2025-08-06"), (RETURNED, "2025-09-19"), (RETURNED, "2025-11-05")), DoubtCode.NO_ARRIVAL),
    ],
)
def test_a_missing_journey_is_noted_and_no_length_is_made_up(
    happened: tuple[tuple[EventKind, str], ...], code: DoubtCode
) -> None:
    found = case(*happened)
    assert [doubt.code for doubt in found.doubts] == [code]
    assert found.stays[-2].end is None


def test_a_reply_before_the_request_is_out_of_order_and_one_that_may_be_is_a_note() -> None:
    asked = (ARRIVED, "2025-10-18"), (EventKind.REQUESTED, "2025-10-21")
    certain = case(*asked, (EventKind.ACCEPTED, "2025-10-19"))
    possible = case(*asked, (EventKind.ACCEPTED, "[2025-10-19..2025-10-30]"))
    after = case(*asked, (EventKind.ACCEPTED, "2025-10-21"))
    assert [doubt.code for doubt in certain.doubts] == [DoubtCode.OUT_OF_ORDER]
    assert [doubt.code for doubt in possible.doubts] == [DoubtCode.ORDER_UNCERTAIN]
    assert after.doubts == ()


def test_contested_is_what_a_source_denies_or_nobody_calls_likely() -> None:
    denied = event(ARRIVED, "", citations=(Citation("a"), Citation("b", stance=Stance.DENIES)))
    assert deniers(denied) == ("b",)
    assert is_contested(denied)
    assert is_contested(event(ARRIVED, "", verification=Verification.UNLIKELY))
    assert not is_contested(event(ARRIVED, "", verification=Verification.UNKNOWN))


# Laws

days = st.integers(0, 120).map(lambda n: FIRST_DAY + timedelta(days=n))
vague = st.one_of(
    days.map(on_day),
    st.tuples(days, days).map(lambda ends: within(min(ends), max(ends))),
    st.just(PartialDate()),
    days.map(lambda day: PartialDate.parse(f"../{day}")),
    days.map(lambda day: PartialDate.parse(f"{day:%Y-%m}")),
)
events = st.lists(st.builds(Event, kind=st.sampled_from(EventKind), date=vague), max_size=12)
bounded = st.one_of(days.map(on_day), st.tuples(days, days).map(lambda ends: within(min(ends), max(ends))))


@given(events, st.randoms())
def test_the_order_in_which_events_are_given_does_not_matter(
    given_events: list[Event], random: object
) -> None:
    shuffled = list(given_events)
    random.shuffle(shuffled)
    assert timeline(shuffled) == timeline(given_events)


@given(events)
def test_every_event_is_listed_once_and_the_dated_ones_by_their_earliest_day(
    given_events: list[Event],
) -> None:
    found = timeline(given_events)
    assert sorted(each.id for each in found.events) == sorted(each.id for each in given_events)
    keys = [entry.event.date.sort_key[:3] for entry in found.entries]
    assert keys == sorted(keys)
    assert all(each.date.kind is DateKind.UNDATED for each in found.undated)


@given(st.lists(st.tuples(st.sampled_from((ARRIVED, RETURNED)), bounded), min_size=2, max_size=6), st.data())
def test_lengths_hold_every_choice_of_days(
    chosen: list[tuple[EventKind, PartialDate]], data: st.DataObject
) -> None:
    """Whatever days the dates mean, the days between two journeys in that order lie in the stay's range."""
    found = timeline(Event(kind=kind, date=when) for kind, when in chosen)
    meant = {
        crossing.event.id: data.draw(st.dates(crossing.event.date.earliest, crossing.event.date.latest))
        for crossing in found.crossings
    }
    for stay in found.stays:
        if stay.end is None:
            continue
        between = (meant[stay.end.id] - meant[stay.begin.id]).days
        low, high = stay.length.low, stay.length.high
        assert low is not None
        assert high is not None
        assert low >= 0
        assert between < 0 or low <= between <= high


@given(st.lists(st.tuples(st.sampled_from(EventKind), bounded), min_size=2, max_size=8), st.data())
def test_gaps_hold_every_choice_of_days(
    chosen: list[tuple[EventKind, PartialDate]], data: st.DataObject
) -> None:
    entries = timeline(Event(kind=kind, date=when) for kind, when in chosen).entries
    meant = [data.draw(st.dates(entry.event.date.earliest, entry.event.date.latest)) for entry in entries]  # type: ignore[arg-type]
    for (before, after), entry in zip(pairwise(meant), entries[1:], strict=True):
        assert entry.gap is not None
        assert entry.gap.low is not None
        assert entry.gap.high is not None
        assert entry.gap.low <= (after - before).days <= entry.gap.high
