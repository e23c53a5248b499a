"""The numbers that were published more than once, the last to change first."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.changed import changed, most_changed, of_figure
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR
from tests.domain.ledgers import HOME_OFFICE, PAPER, Ledger, figure


def published(about: str, amount: str, day: str, **fields: str) -> Figure:
    return figure(ARR, amount, about, HOME_OFFICE, id=f"{about} {day}", published=day, **fields)


EARLY = (published("2025-07-01", "5", "2025-07-08"), published("2025-07-01", "6", "2025-07-15"))
LATE = (published("2025-07-02", "7", "2025-07-08"), published("2025-07-02", "8", "2025-09-15"))
SAME = (published("2025-07-03", "9", "2025-07-08"), published("2025-07-03", "9", "2025-12-15"))


def test_the_newest_change_comes_first_and_what_never_changed_last() -> None:
    found = changed(Ledger(*SAME, *EARLY, *LATE))
    assert [each.figures for each in found] == [LATE, EARLY, SAME]
    assert [each.day for each in found] == [date(2025, 9, 15), date(2025, 7, 15), date.min]
    assert [each.changes for each in found] == [1, 1, 0]


def test_one_publication_and_another_publishers_are_no_change() -> None:
    other = figure(ARR, "6", "2025-07-01", PAPER, published="2025-07-15")
    assert changed(Ledger(EARLY[0], other)) == ()


def test_a_revision_joins_what_publishers_do_not() -> None:
    revised = figure(ARR, "6", "2025-07-01", PAPER, published="2025-07-15", revises=EARLY[0].id)
    (number,) = changed(Ledger(EARLY[0], revised))
    assert number.figures == (EARLY[0], revised)


def test_any_publication_leads_to_its_number() -> None:
    view = Ledger(*EARLY, *LATE)
    for one in EARLY:
        number = of_figure(view, one.id)
        assert number is not None
        assert number.first == EARLY[0]
    assert of_figure(view, "nowhere") is None
    assert most_changed(()) is None


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3), st.integers(0, 9)), max_size=12))
def test_every_figure_is_in_one_number_at_most(told: list[tuple[int, int, int]]) -> None:
    figures = [
        figure(
            ARR,
            str(value),
            f"2025-07-0{about}",
            HOME_OFFICE,
            id=f"figure {place}",
            published=f"2025-08-1{value}",
            revises=f"figure {before}" if before < place else "",
        )
        for place, (about, before, value) in enumerate(told)
    ]
    found = changed(Ledger(*figures))
    ids = [one.id for each in found for one in each.figures]
    assert len(ids) == len(set(ids))
    assert all(len(each.figures) > 1 for each in found)
    assert [each.day for each in found] == sorted((each.day for each in found), reverse=True)
