"""What is said of one number: by the day or the span that sources name, and which is contested most."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.contested import about, contests, most_contested
from desktop_app.domain.measures import ADM, RET
from tests.domain.ledgers import GOV_UK, HOME_OFFICE, Ledger, daily, figure

EARLY = "[2025-11-01..2025-11-10]"
FIRST, LAST = date(2025, 11, 1), date(2025, 11, 10)
RETURNED = (
    figure(RET, "75", "2025-10-31"),
    figure(RET, ">70", "2025-10-31"),
    figure(RET, "94", "2025-11-05", GOV_UK),
    figure(RET, "94", EARLY),
    figure(RET, "<100", "../2025-11-10"),
)
ADMITTED = (
    figure(ADM, "51", "2025-10-31"),
    figure(ADM, "57", "2025-11-05"),
    figure(ADM, "57", EARLY, data_to="2025-11-05"),
    figure(ADM, "65", "2025-11-07", GOV_UK),
)


def test_early_november_returned() -> None:
    contest = about(Ledger(*RETURNED, *ADMITTED), RET, FIRST, LAST)
    assert contest is not None
    exact = {each.amount.low for each in contest.figures if each.amount.interval.is_exact}
    assert exact == {75, 94}
    assert contest.rivals == 2


def test_early_november_admitted_is_contested_most() -> None:
    contest = most_contested(Ledger(*RETURNED, *ADMITTED))
    assert contest is not None
    assert (contest.measure, contest.first, contest.last) == (ADM, FIRST, LAST)
    assert {each.amount.low for each in contest.figures} == {51, 57, 65}
    assert contest.rivals == 3


def test_what_held_before_counts_only_where_nothing_is_said_of_the_first_day() -> None:
    view = Ledger(
        figure(RET, "75", "2025-10-31"), figure(RET, "80", "2025-11-01"), figure(RET, "94", "2025-11-05")
    )
    contest = about(view, RET, FIRST, LAST)
    assert contest is not None
    assert [each.amount.low for each in contest.figures] == [80, 94]


def test_a_total_held_too_long_is_no_news() -> None:
    view = Ledger(figure(RET, "75", "2025-09-01"), figure(RET, "94", "2025-11-05"))
    contest = about(view, RET, FIRST, LAST)
    assert contest is not None
    assert [each.amount.low for each in contest.figures] == [94]


def test_counts_of_one_period_are_held_against_each_other() -> None:
    view = Ledger(*daily("2025-11-08", [503]), figure("ARR", "510", "2025-11-08"))
    contest = most_contested(view)
    assert contest is not None
    assert (contest.measure, contest.rivals, len(contest.figures)) == ("ARR", 2, 2)
    assert about(view, "ARR", date(2025, 11, 8), date(2025, 11, 8)) == contest


def test_a_vaguer_number_is_no_rival() -> None:
    contest = most_contested(
        Ledger(figure(RET, "75", "2025-10-31"), figure(RET, ">70", "2025-10-31", HOME_OFFICE))
    )
    assert contest is not None
    assert contest.rivals == 1


def test_nothing_known_nothing_contested() -> None:
    assert most_contested(Ledger()) is None
    assert about(Ledger(), RET, FIRST, LAST) is None


def test_all_contested_numbers_are_listed_and_each_once() -> None:
    found = contests(Ledger(*RETURNED, *ADMITTED, *daily("2025-09-01", [3, 4])))
    assert found[0] == most_contested(Ledger(*RETURNED, *ADMITTED))
    assert all(each.rivals > 1 for each in found)
    sets = [frozenset(one.id for one in each.figures) for each in found]
    assert len(sets) == len(set(sets))
    assert {each.measure for each in found} == {RET, ADM}


def test_of_one_measure_the_most_contested() -> None:
    contest = most_contested(Ledger(*RETURNED, *ADMITTED), RET)
    assert contest is not None
    assert contest.measure == RET
    assert most_contested(Ledger(*RETURNED), ADM) is None
