"""Clocks: what ran, for how long, under which version, and what vague dates leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import clocks
from desktop_app.domain.clocks import Clock, Course, Days, InForce, Met, Unsure
from desktop_app.domain.dates import DayRange, PartialDate, on_day, within
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.rules import Rule
from desktop_app.domain.timeline import timeline
from desktop_app.services import sample

AS_OF = date(2026, 8, 1)
ARRIVED, REQUESTED, ACCEPTED = EventKind.ARRIVED_BOAT, EventKind.REQUESTED, EventKind.ACCEPTED
REQUEST = Rule(id="request", title="Request", starts_with=ARRIVED, ends_with=REQUESTED, days=14)
REPLY = Rule(id="reply", starts_with=REQUESTED, ends_with=ACCEPTED, days=14, extended_days=28)
WHOLE = Rule(id="whole", starts_with=ARRIVED, ends_with=EventKind.RETURNED, months=3)
IN_FORCE = PartialDate.parse("2025-08-06/..")


def event(kind: EventKind, when: str, id: str = "") -> Event:
    return Event(id=id or f"{kind.name} {when}", case="c", kind=kind, date=PartialDate.parse(when))


def run(events: Sequence[Event], *rules: Rule, as_of: date = AS_OF) -> tuple[Clock, ...]:
    terms = [replace(rule, in_force=rule.in_force if rule.in_force.is_dated else IN_FORCE) for rule in rules]
    return clocks.of(timeline(events), terms, as_of)


def only(events: Sequence[Event], rule: Rule, as_of: date = AS_OF) -> Clock:
    (clock,) = run(events, rule, as_of=as_of)
    return clock


def test_the_public_case_as_it_is_known() -> None:
    every = sample.records()
    rules = [one for one in every if isinstance(one, Rule)]
    case = next(one.case for one in every if isinstance(one, Event) and one.kind is ACCEPTED)
    events = [one for one in every if isinstance(one, Event) and one.case == case]
    found = clocks.of(timeline(events), rules, AS_OF)
    told = [
        (clock.cycle, clock.rule.clause, clock.rule.version, clock.limit, clock.elapsed.low, clock.met.value)
        for clock in found
    ]
    press, treaty = "press", "treaty"
    assert told == [
        (1, "request", press, 3, None, "cannot tell"),
        (1, "request", treaty, 14, None, "cannot tell"),
        (1, "whole procedure", treaty, 3, 44, "yes"),
        (2, "request", press, 3, 3, "yes"),
        (2, "request", treaty, 14, 3, "yes"),
        (2, "whole procedure", treaty, 3, 18, "yes"),
        (2, "reply", press, 14, 3, "yes"),
        (2, "reply", treaty, 14, 3, "yes"),
    ]
    assert all(clock.elapsed.is_exact for clock in found if clock.course is Course.ENDED)
    assert {clock.course for clock in found if clock.elapsed.low is None} == {Course.PASSED}


@pytest.mark.parametrize(
    ("request_day", "elapsed", "met"),
    [
        ("2025-10-18", (0, 0), Met.YES),
        ("2025-11-01", (14, 14), Met.YES),
        ("2025-11-02", (15, 15), Met.NO),
        ("[2025-10-20..2025-11-01]", (2, 14), Met.YES),
        ("[2025-10-20..2025-11-02]", (2, 15), Met.CANNOT_TELL),
        ("[2025-11-02..2025-11-10]", (15, 23), Met.NO),
        ("2025-10", (0, 13), Met.CANNOT_TELL),
    ],
)
def test_a_range_of_days_is_held_against_the_limit(
    request_day: str, elapsed: tuple[int, int], met: Met
) -> None:
    clock = only([event(ARRIVED, "2025-10-18"), event(REQUESTED, request_day)], REQUEST)
    assert (clock.elapsed.low, clock.elapsed.high) == elapsed
    assert clock.met is met


def test_an_end_that_may_have_come_before_the_start_settles_nothing() -> None:
    clock = only([event(ARRIVED, "2025-10-18"), event(REQUESTED, "2025-10")], REQUEST)
    assert (clock.met, clock.as_dated, clock.unsure) == (Met.CANNOT_TELL, Met.YES, (Unsure.ORDER,))
    assert clock.course is Course.PERHAPS
    assert clock.left is not None


@pytest.mark.parametrize("mark", ["~", "?", "%"])
def test_an_uncertain_date_is_not_taken_at_its_word(mark: str) -> None:
    clock = only([event(ARRIVED, f"2025-10-18{mark}"), event(REQUESTED, "2025-10-20")], REQUEST)
    assert (clock.met, clock.as_dated, clock.unsure) == (Met.CANNOT_TELL, Met.YES, (Unsure.DATES,))


def test_each_cycle_has_its_own_clock() -> None:
    events = [
        event(ARRIVED, "2025-09-01"),
        event(EventKind.RETURNED, "2025-09-20"),
        event(ARRIVED, "2025-10-18"),
        event(REQUESTED, "2025-10-20"),
    ]
    first, second = run(events, REQUEST)
    assert (first.cycle, first.end, first.course) == (1, None, Course.PASSED)
    assert (second.cycle, second.elapsed, second.met) == (2, DayRange(2, 2), Met.YES)


def test_a_request_that_may_belong_to_either_arrival_settles_neither() -> None:
    events = [event(ARRIVED, "2025-09-01"), event(ARRIVED, "2025-10-18"), event(REQUESTED, "2025-10")]
    first, second = run(events, REQUEST)
    assert (first.met, second.met) == (Met.CANNOT_TELL, Met.CANNOT_TELL)
    assert first.end is second.end is events[2]


def test_the_first_end_counts() -> None:
    events = [event(ARRIVED, "2025-10-01"), event(REQUESTED, "2025-10-20"), event(REQUESTED, "2025-10-05")]
    clock = only(events, REQUEST)
    assert (clock.end, clock.elapsed, clock.met) == (events[2], DayRange(4, 4), Met.YES)


def test_a_span_of_days_begins_on_its_first_day() -> None:
    held = Rule(starts_with=EventKind.DETAINED, ends_with=EventKind.RELEASED, days=5)
    clock = only(
        [event(EventKind.DETAINED, "2025-10-01/2025-10-20"), event(EventKind.RELEASED, "2025-10-06")], held
    )
    assert (clock.elapsed, clock.met) == (DayRange(5, 5), Met.YES)


class TestReplies:
    ASKED = event(REQUESTED, "2025-10-01")

    def test_a_refusal_is_a_reply_too(self) -> None:
        clock = only([self.ASKED, event(EventKind.REFUSED_READMISSION, "2025-10-08")], REPLY)
        assert (clock.elapsed, clock.met) == (DayRange(7, 7), Met.YES)

    @pytest.mark.parametrize(
        ("day", "met", "exceptional"),
        [
            ("2025-10-15", Met.YES, False),
            ("2025-10-16", Met.CANNOT_TELL, True),
            ("2025-10-29", Met.CANNOT_TELL, True),
            ("2025-10-30", Met.NO, False),
            ("[2025-10-15..2025-10-20]", Met.CANNOT_TELL, False),
            ("[2025-10-20..2025-10-30]", Met.CANNOT_TELL, False),
        ],
    )
    def test_the_exceptional_time_is_a_matter_of_its_own(self, day: str, met: Met, exceptional: bool) -> None:
        clock = only([self.ASKED, event(ACCEPTED, day)], REPLY)
        assert (clock.met, clock.only_exceptionally) == (met, exceptional)

    @pytest.mark.parametrize(
        ("silence", "met"),
        [("2025-10-10", Met.CANNOT_TELL), ("2025-10-16", Met.CANNOT_TELL), ("2025-10-29", Met.NO)],
    )
    def test_no_reply_is_an_answer_once_all_time_is_over(self, silence: str, met: Met) -> None:
        clock = only([self.ASKED, event(EventKind.NO_REPLY, silence)], REPLY)
        assert clock.met is met
        assert clock.course is Course.PASSED
        assert (clock.end is None) == (met is not Met.NO)

    def test_a_reply_in_time_outweighs_the_record_of_none(self) -> None:
        events = [self.ASKED, event(ACCEPTED, "2025-10-05"), event(EventKind.NO_REPLY, "2025-11-05")]
        assert only(events, REPLY).met is Met.YES

    def test_silence_says_nothing_of_other_terms(self) -> None:
        events = [event(ARRIVED, "2025-10-01"), event(EventKind.NO_REPLY, "2025-12-05")]
        assert only(events, REQUEST).met is Met.CANNOT_TELL


class TestMonths:
    @pytest.mark.parametrize(
        ("start", "months", "last"),
        [
            ("2025-10-18", 3, "2026-01-18"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2025-11-30", 3, "2026-02-28"),
            ("2025-12-31", 12, "2026-12-31"),
            ("9999-11-30", 3, "9999-12-31"),
        ],
    )
    def test_end_on_the_same_day_or_the_last_of_a_shorter_month(
        self, start: str, months: int, last: str
    ) -> None:
        found = clocks.later(date.fromisoformat(start), Rule(months=months))
        assert found == date.fromisoformat(last)

    @pytest.mark.parametrize(("back", "met"), [("2026-01-18", Met.YES), ("2026-01-19", Met.NO)])
    def test_the_last_day_is_within(self, back: str, met: Met) -> None:
        clock = only([event(ARRIVED, "2025-10-18"), event(EventKind.RETURNED, back)], WHOLE)
        assert (clock.met, clock.limit, clock.in_months) == (met, 3, True)


class TestStillRunning:
    @pytest.mark.parametrize(
        ("start", "course", "left"),
        [
            ("2026-07-25", Course.RUNNING, (7, 7)),
            ("[2026-07-22..2026-07-24]", Course.RUNNING, (4, 6)),
            ("[2026-07-10..2026-07-24]", Course.RUNNING_OUT, (-8, 6)),
            ("2026-07-01", Course.PASSED, (-17, -17)),
            ("", Course.RUNNING_OUT, (None, None)),
        ],
    )
    def test_days_left(self, start: str, course: Course, left: tuple[int, int]) -> None:
        clock = only([event(ARRIVED, start)], REQUEST)
        assert (clock.course, clock.met, clock.end) == (course, Met.CANNOT_TELL, None)
        assert clock.left == DayRange(*left)
        assert clock.elapsed == DayRange(None, None)

    def test_the_deadline_is_as_vague_as_the_start(self) -> None:
        clock = only([event(REQUESTED, "[2026-07-22..2026-07-24]")], REPLY)
        assert clock.deadline == Days(date(2026, 8, 5), date(2026, 8, 7))
        assert clock.extended == Days(date(2026, 8, 19), date(2026, 8, 21))

    def test_the_last_day_is_not_over(self) -> None:
        assert only([event(ARRIVED, "2026-07-18")], REQUEST).course is Course.RUNNING


class TestVersions:
    @pytest.mark.parametrize(
        ("span", "start", "force"),
        [
            ("2025-08-06/..", "2025-08-06", InForce.CERTAINLY),
            ("2025-08-06/..", "2025-08-05", InForce.NOT),
            ("2025-08-06/..", "2025-08", InForce.POSSIBLY),
            ("2025-08-06/2026-06-11", "2026-06-11", InForce.CERTAINLY),
            ("2025-08-06/2026-06-11", "2026-06-12", InForce.NOT),
            ("2026-06-12/2026-10", "2026-09-30", InForce.CERTAINLY),
            ("2026-06-12/2026-10", "2026-10-01", InForce.CERTAINLY),
            ("2026-06-12/2026-10", "2026-10-02", InForce.POSSIBLY),
            ("2025-08/..", "2025-08-20", InForce.POSSIBLY),
            ("../2026-06-11", "2020-01-01", InForce.CERTAINLY),
            ("2026-06-12/2026-10~", "2026-07-01", InForce.POSSIBLY),
            ("[2025-08-04..2025-08-06]", "2025-08-05", InForce.POSSIBLY),
            ("2025-08", "2025-08-20", InForce.CERTAINLY),
            ("", "2025-08-20", InForce.POSSIBLY),
            ("2025-08-06/..", "", InForce.POSSIBLY),
        ],
    )
    def test_hold_on_the_day_of_the_start(self, span: str, start: str, force: InForce) -> None:
        rule = Rule(in_force=PartialDate.parse(span))
        assert clocks.in_force(rule, PartialDate.parse(start)) is force

    def test_rivals_run_beside_each_other_and_past_ones_do_not(self) -> None:
        press = replace(REQUEST, id="press", days=3)
        old = replace(REQUEST, id="old", in_force=PartialDate.parse("2025-08-06/2025-09-30"))
        found = run([event(ARRIVED, "2025-10-18"), event(REQUESTED, "2025-10-22")], press, REQUEST, old)
        assert [(clock.rule.id, clock.met) for clock in found] == [("press", Met.NO), ("request", Met.YES)]

    def test_what_is_no_clock_does_not_run(self) -> None:
        assert run([event(ARRIVED, "2025-10-18")], replace(REQUEST, days=None)) == ()


KINDS = [ARRIVED, REQUESTED, ACCEPTED, EventKind.NO_REPLY, EventKind.RETURNED]
FIRST = date(2025, 10, 1)
RULES = (REQUEST, replace(REQUEST, id="short", days=3), REPLY, WHOLE)
Range = tuple[int, int]
spans = st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))
cases = st.lists(st.tuples(st.sampled_from(KINDS), spans), min_size=1, max_size=5)


def dated(number: int, kind: EventKind, days: Range, offset: int = 0) -> Event:
    first, last = (FIRST + timedelta(days=day + offset) for day in days)
    return Event(id=str(number), case="c", kind=kind, date=within(first, last))


def of_case(case: list[tuple[EventKind, Range]], offset: int = 0) -> list[Event]:
    return [dated(number, kind, days, offset) for number, (kind, days) in enumerate(case)]


def by_start(found: Sequence[Clock]) -> dict[tuple[str, str], Clock]:
    return {(clock.start.id, clock.rule.id): clock for clock in found}


@given(cases, st.data())
def test_a_wider_date_never_settles_what_was_open(
    case: list[tuple[EventKind, Range]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(case) - 1))
    before, after = data.draw(st.integers(0, 20)), data.draw(st.integers(0, 20))
    kind, (first, last) = case[place]
    wider = [*case]
    wider[place] = (kind, (first - before, last + after))
    narrow = by_start(run(of_case(case), *RULES))
    for key, clock in by_start(run(of_case(wider), *RULES)).items():
        if clock.met is not Met.CANNOT_TELL:
            assert narrow[key].met is clock.met


@given(cases, st.integers(-2000, 2000))
def test_another_calendar_day_for_everything_changes_nothing(
    case: list[tuple[EventKind, Range]], offset: int
) -> None:
    in_days = [rule for rule in RULES if rule.days is not None]
    here = clocks.of(timeline(of_case(case)), in_days, AS_OF)
    there = clocks.of(timeline(of_case(case, offset)), in_days, AS_OF + timedelta(days=offset))

    def told(clock: Clock) -> tuple[object, ...]:
        end = clock.end.id if clock.end else ""
        return (clock.start.id, end, clock.cycle, clock.elapsed, clock.met, clock.course, clock.left)

    assert [told(clock) for clock in here] == [told(clock) for clock in there]


@given(cases, st.data())
def test_every_way_the_dates_may_turn_out_lies_within_what_is_said(
    case: list[tuple[EventKind, Range]], data: st.DataObject
) -> None:
    exact = [
        (kind, (day, day)) for kind, (first, last) in case for day in [data.draw(st.integers(first, last))]
    ]
    vague = by_start(run(of_case(case), *RULES))
    for key, clock in by_start(run(of_case(exact), *RULES)).items():
        said = vague[key]
        assert said.met in (clock.met, Met.CANNOT_TELL)
        assert covers(said.deadline, clock.deadline.first)
        if clock.course is Course.ENDED:
            assert said.course is not Course.RUNNING
            assert said.elapsed.low is not None
            assert clock.elapsed.low is not None
            assert said.elapsed.low <= clock.elapsed.low
            assert said.elapsed.high is None or clock.elapsed.low <= said.elapsed.high


def covers(days: Days, day: date | None) -> bool:
    assert days.first is not None
    assert days.last is not None
    assert day is not None
    return days.first <= day <= days.last


@given(st.integers(0, 40), st.integers(0, 40))
def test_two_exact_days_are_told_exactly(start: int, length: int) -> None:
    begun = FIRST + timedelta(days=start)
    events = [
        Event(id="a", kind=ARRIVED, date=on_day(begun)),
        Event(id="r", kind=REQUESTED, date=on_day(begun + timedelta(days=length))),
    ]
    clock = only(events, REQUEST)
    assert clock.elapsed == DayRange(length, length)
    assert clock.met is (Met.YES if length <= 14 else Met.NO)
