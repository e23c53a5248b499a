"""Our cases beside the published totals: what falls on a day for certain, and what was published."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.case_totals import Beside, Grain, Verdict, beside_totals
from desktop_app.domain.cases import Case
from desktop_app.domain.checks.findings import Code
from desktop_app.domain.checks.ledger import Ledger as Checked
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import ARR, REARR, RET, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from tests.domain.ledgers import Ledger, daily, figure

SCHEME = Scheme(id="scheme", start=PartialDate.parse("2025-08-06"))
ARRIVALS = daily("2025-11-03", [10, 0, 20, 0, 30, 503, 349, 0, 0, 5])
"""From Monday 3 November; 503 on the 8th, 349 on the 9th, nobody on the 10th and 11th."""
TOTALS = (
    figure(RET, "75", "2025-10-31"),
    figure(RET, "94", "2025-11-05"),
    figure(RET, "100", "2025-11-12"),
)
ARRIVED, RETURNED = EventKind.ARRIVED_BOAT, EventKind.RETURNED


def case(number: int, *happened: tuple[EventKind, str]) -> list[Record]:
    id = f"case {number}"
    events = [
        Event(id=f"{id} event {place}", case=id, kind=kind, date=PartialDate.parse(when))
        for place, (kind, when) in enumerate(happened)
    ]
    return [Case(id=id, code=f"C-{number}"), *events]


def rows(*records: Record, grain: Grain = Grain.DAY, measure: str = "") -> list[Beside]:
    found = beside_totals(Checked(Ledger(SCHEME, *records)), grain)
    return [row for row in found if not measure or row.measure == measure]


def only(found: list[Beside]) -> Beside:
    assert len(found) == 1, found
    return found[0]


def test_an_arrival_stands_beside_the_arrivals_of_its_day() -> None:
    row = only(rows(*ARRIVALS, *case(1, (ARRIVED, "2025-11-09")), measure=ARR))
    assert row.bounds is not None
    assert (row.bounds.interval, row.bounds.is_counted) == (Interval(349, 349), True)
    assert (row.verdict, len(row.figures)) == (Verdict.FITS, 1)


def test_an_arrival_on_an_empty_day_does_not_fit_and_brings_the_finding() -> None:
    row = only(rows(*ARRIVALS, *case(1, (ARRIVED, "2025-11-10?")), measure=ARR))
    assert row.verdict is Verdict.CONFLICT
    finding = row.findings[0]
    assert (finding.code, finding.numbers["nearest_day"], finding.numbers["nearest"]) == (
        Code.EVENT_ON_EMPTY_DAY,
        date(2025, 11, 9),
        349,
    )


def test_what_totals_leave_for_a_day_is_their_difference() -> None:
    returned = case(1, (ARRIVED, "2025-10-20"), (RETURNED, "2025-11-05"))
    row = only(rows(*TOTALS, *returned, measure=RET))
    assert row.bounds is not None
    assert row.bounds.interval == Interval(0, 19)
    assert [reading.drawn.amount.value for reading in (row.bounds.to, row.bounds.since) if reading] == [
        94,
        75,
    ]


def test_totals_of_both_ends_leave_one_number() -> None:
    daily_totals = (figure(RET, "3", "2025-09-19"), figure(RET, "1", "2025-09-18"))
    row = only(rows(*daily_totals, *case(1, (ARRIVED, "2025-08-06"), (RETURNED, "2025-09-19")), measure=RET))
    assert row.bounds is not None
    assert row.bounds.interval == Interval(2, 2)


def test_before_the_first_total_nothing_is_taken_off_only_from_the_start_on() -> None:
    early = case(1, (ARRIVED, "2025-08-06"), (RETURNED, "2025-08-06"))
    row = only(rows(figure(RET, "2", "2025-08-10"), *early, measure=RET))
    assert row.bounds is not None
    assert (row.bounds.interval, row.bounds.since) == (Interval(0, 2), None)


def test_more_logged_than_published_does_not_fit() -> None:
    cases = [
        record
        for number in range(3)
        for record in case(number, (ARRIVED, "2025-11-01"), (RETURNED, "2025-11-05"))
    ]
    totals = (figure(RET, "75", "2025-11-04"), figure(RET, "77", "2025-11-05"))
    row = only(rows(*totals, *cases, measure=RET))
    assert (len(row.certain), row.verdict) == (3, Verdict.CONFLICT)


def test_without_a_later_total_it_cannot_be_told() -> None:
    late = case(1, (ARRIVED, "2025-11-01"), (RETURNED, "2025-12-24"))
    assert only(rows(*TOTALS, *late, measure=RET)).verdict is Verdict.CANNOT_TELL
    assert only(rows(*late, measure=RET)).bounds is None


def test_a_vague_event_may_be_on_a_day_and_has_a_row_of_its_own() -> None:
    certain = case(1, (ARRIVED, "2025-10-20"), (RETURNED, "2025-11-05"))
    vague = case(2, (ARRIVED, "2025-10-20"), (RETURNED, "[2025-11-01..2025-11-10]"))
    found = {(row.first, row.last): row for row in rows(*TOTALS, *certain, *vague, measure=RET)}
    day = found[date(2025, 11, 5), date(2025, 11, 5)]
    assert (len(day.certain), len(day.possible)) == (1, 2)
    own = found[date(2025, 11, 1), date(2025, 11, 10)]
    assert (len(own.certain), len(own.possible)) == (2, 2)


def test_by_week_events_of_one_week_stand_together() -> None:
    two = [*case(1, (ARRIVED, "2025-11-07")), *case(2, (ARRIVED, "2025-11-03"))]
    row = only(rows(*ARRIVALS, *two, grain=Grain.WEEK, measure=ARR))
    assert (row.first, row.last, len(row.certain)) == (date(2025, 11, 3), date(2025, 11, 9), 2)
    assert row.bounds is not None
    assert row.bounds.interval == Interval(912, 912)


def test_a_second_arrival_is_held_against_those_who_came_back() -> None:
    back = case(1, (ARRIVED, "2025-08-06"), (RETURNED, "2025-09-19"), (ARRIVED, "2025-10-18"))
    total = figure(REARR, "1", "2025-10-22", basis=Basis.CUMULATIVE)
    row = only(rows(total, *back, measure=REARR))
    assert row.bounds is not None
    assert row.bounds.interval == Interval(0, 1)


@given(
    st.lists(
        st.tuples(st.integers(1, 25), st.integers(0, 5)).map(
            lambda pair: f"[2025-11-{pair[0]:02}..2025-11-{pair[0] + pair[1]:02}]"
        ),
        max_size=6,
    ),
    st.sampled_from(list(Grain)),
)
def test_every_dated_event_is_certain_in_some_row(dates: list[str], grain: Grain) -> None:
    records = [record for number, when in enumerate(dates) for record in case(number, (ARRIVED, when))]
    found = rows(*records, grain=grain, measure=ARR)
    told = {event.id for row in found for event in row.certain}
    assert told == {record.id for record in records if isinstance(record, Event)}
    assert all(set(row.certain) <= set(row.possible) for row in found)
