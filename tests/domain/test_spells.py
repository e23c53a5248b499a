"""Which stays of which cases are spells, and how long each lasted as of a day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.spells import LeftOut, Spells, Until, spells
from desktop_app.domain.timeline import timeline

ARRIVED, RETURNED = EventKind.ARRIVED_BOAT, EventKind.RETURNED
DAY = date(2025, 12, 31)
Happened = tuple[EventKind, str]


def of(*cases: list[Happened], as_of: date = DAY) -> tuple[Spells, Spells]:
    lines = {
        f"C{number}": timeline(Event(kind=kind, date=PartialDate.parse(when)) for kind, when in happened)
        for number, happened in enumerate(cases)
    }
    return spells(lines, as_of)


def lengths(found: Spells) -> list[tuple[int, int | None]]:
    return [(each.lasted.low, each.lasted.high) for each in found.spells]


def test_the_founding_case_gives_two_and_one_and_one_that_goes_on() -> None:
    to_return, to_arrival = of(
        [
            (ARRIVED, "2025-08-06"),
            (RETURNED, "2025-09-19"),
            (ARRIVED, "2025-10-18"),
            (RETURNED, "2025-11-05"),
        ]
    )
    assert (to_return.until, lengths(to_return)) == (Until.RETURN, [(18, 18), (44, 44)])
    assert (to_arrival.until, lengths(to_arrival)) == (Until.ARRIVAL, [(29, 29), (56, None)])
    assert (to_return.ended, to_arrival.ended, to_arrival.cases) == (2, 1, 1)


def test_vague_dates_leave_a_range() -> None:
    to_return, _ = of([(ARRIVED, "2025-10-18"), (RETURNED, "[2025-11-01..2025-11-10]")])
    assert lengths(to_return) == [(14, 23)]


def test_what_goes_on_is_followed_to_the_day_and_no_further() -> None:
    case = [(ARRIVED, "[2025-10-01..2025-10-11]")]
    assert lengths(of(case)[0]) == [(81, None)]
    assert lengths(of(case, as_of=date(2025, 10, 5))[0]) == [(0, None)]
    assert lengths(of(case, as_of=date(2025, 9, 1))[0]) == []


def test_who_left_by_the_legal_route_has_not_arrived_again() -> None:
    to_return, to_arrival = of([(RETURNED, "2025-09-19"), (EventKind.ADMITTED, "2025-10-19")])
    assert lengths(to_arrival) == [(30, None)]
    assert to_arrival.ended == 0
    assert to_return.spells == ()


def test_two_arrivals_in_a_row_leave_the_first_stay_out() -> None:
    to_return, _ = of([(ARRIVED, "2025-08-06"), (ARRIVED, "2025-10-18"), (RETURNED, "2025-11-05")])
    assert lengths(to_return) == [(18, 18)]
    assert [each.why for each in to_return.left_out] == [LeftOut.END_UNKNOWN]


def test_open_dates_are_bounded_by_what_else_is_known() -> None:
    since = of([(ARRIVED, "2025-10-01"), (RETURNED, "2025-10-11/..")])[0]
    assert lengths(since) == [(10, 91)]
    by = of([(ARRIVED, "../2025-10-01"), (RETURNED, "2025-10-11")])[0]
    assert lengths(by) == [(9, None)]
    neither = of([(ARRIVED, "../2025-10-20"), (RETURNED, "../2025-10-30")])[0]
    assert [each.why for each in neither.left_out] == [LeftOut.NO_BOUND]


def test_five_cases_are_enough_for_a_curve_and_four_are_not() -> None:
    case = [(ARRIVED, "2025-08-06"), (RETURNED, "2025-09-19"), (ARRIVED, "2025-10-18")]
    assert not of(*[case] * 4)[0].are_enough
    assert of(*[case] * 5)[0].are_enough
    assert len(of(*[case] * 4)[0].spells) == 8


@given(st.lists(st.tuples(st.sampled_from([ARRIVED, RETURNED]), st.integers(1, 28)), max_size=6))
def test_every_stay_is_a_spell_or_is_listed_as_none(happened: list[tuple[EventKind, int]]) -> None:
    case = [(kind, f"2025-10-{day:02}") for kind, day in happened]
    line = timeline(Event(kind=kind, date=PartialDate.parse(when)) for kind, when in case)
    found = spells({"C": line}, DAY)
    assert sum(len(each.spells) + len(each.left_out) for each in found) == len(line.stays)
