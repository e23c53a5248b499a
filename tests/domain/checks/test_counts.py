"""Sums between two days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.flows import accumulate, flow
from desktop_app.domain.measures import ARR
from tests.domain.ledgers import HOME_OFFICE, Ledger, daily, figure

DAY = date(2025, 1, 1)


def counts(*days: int | None) -> Counts:
    return Counts(flow(Ledger(*daily("2025-01-01", days)), ARR))


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 900)), min_size=1, max_size=30),
    st.booleans(),
    st.integers(0, 35),
    st.integers(0, 35),
)
def test_sums_are_those_that_accumulate_gives(
    days: list[int | None], with_week: bool, start: int, length: int
) -> None:
    figures = daily("2025-01-01", days)
    if with_week:
        figures.append(figure(ARR, "1400", "2025-02-01/2025-02-07", HOME_OFFICE))
    series = flow(Ledger(*figures), ARR)
    first, last = DAY + timedelta(start), DAY + timedelta(start + length)
    rows = accumulate(series, first, last)
    total = Counts(series).between(first, last)
    if rows:
        complete = rows[-1].day == last and rows[-1].missing == 0
        assert total.low == rows[-1].low
        assert total.high == (rows[-1].high if complete else None)
    else:
        assert (total.low, total.high) == (0, None)


def test_the_day_a_total_was_reached_and_the_day_a_threshold_was_passed() -> None:
    series = counts(10, 0, 20, 5)
    assert series.day_of(30, DAY, DAY + timedelta(3), 7) == date(2025, 1, 3)
    assert series.day_of(31, DAY, DAY + timedelta(3), 7) is None
    assert series.passed(10, DAY, DAY + timedelta(3)) == date(2025, 1, 3)
    assert series.passed(35, DAY, DAY + timedelta(3)) is None


def test_an_unrecorded_day_is_not_zero() -> None:
    series = counts(10, None, 20)
    assert series.on(date(2025, 1, 2)) is None
    assert series.between(DAY, date(2025, 1, 3)).high is None
    assert not series.covers(DAY, date(2025, 1, 4))
