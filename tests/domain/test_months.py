"""Months of counts: made up of days and weeks that fill them, and of nothing else."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.measures import ARR
from desktop_app.domain.months import monthly
from desktop_app.domain.series import flow
from tests.domain.ledgers import HOME_OFFICE, Ledger, daily, figure


def test_a_month_is_the_sum_of_its_days() -> None:
    (month,) = monthly(flow(Ledger(*daily("2025-09-01", [2] * 30)), ARR)).readings
    assert (month.start, month.end, month.low, month.high) == (date(2025, 9, 1), date(2025, 9, 30), 60, 60)
    assert month.summed
    assert month.official


def test_a_month_with_a_day_missing_is_left_out() -> None:
    assert monthly(flow(Ledger(*daily("2025-09-01", [2] * 14 + [None] + [2] * 15)), ARR)).readings == ()
    assert monthly(flow(Ledger(*daily("2025-09-01", [2] * 29)), ARR)).readings == ()


def test_a_week_that_reaches_into_another_month_leaves_both_out() -> None:
    week = figure(ARR, "9", "2025-09-29/2025-10-05", HOME_OFFICE)
    days = (*daily("2025-09-01", [1] * 28), *daily("2025-10-06", [1] * 26))
    assert monthly(flow(Ledger(*days, week), ARR)).readings == ()


def test_a_monthly_figure_stands_as_it_is() -> None:
    (month,) = monthly(flow(Ledger(figure(ARR, "~400", "2025-09", HOME_OFFICE)), ARR)).readings
    assert not month.summed
    assert (month.start, month.end) == (date(2025, 9, 1), date(2025, 9, 30))


@given(st.lists(st.none() | st.integers(0, 99), min_size=40, max_size=130))
def test_months_hold_exactly_the_days_they_count(counts: list[int | None]) -> None:
    series = flow(Ledger(*daily("2025-08-20", counts)), ARR)
    for month in monthly(series).readings:
        parts = [each for each in series.readings if month.start <= each.start <= month.end]
        assert len(parts) == (month.end - month.start).days + 1
        assert sum(each.low or 0 for each in parts) == month.low
