"""The year's number on the overview: a sum of what is recorded, or the total somebody stated."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.measures import ARR, Basis
from desktop_app.domain.schemes import Scheme
from desktop_app.services.headline import headlines
from tests.domain.ledgers import HOME_OFFICE, Ledger, figure

SCHEME = Scheme(id="scheme", outbound="RET", inbound="ADM", pressure=ARR)
DAYS = [figure(ARR, str(10 * day), f"2025-01-0{day}", HOME_OFFICE) for day in (1, 2, 3)]


def stated(amount: str, day: str) -> object:
    return figure(ARR, amount, day, basis=Basis.CUMULATIVE, counted_since="2025-01-01")


def test_a_year_without_missing_days_is_the_sum_of_its_days() -> None:
    (arrived,) = headlines(Ledger(*DAYS, stated("61", "2025-01-03")), SCHEME)
    assert (arrived.interval.low, arrived.interval.high, arrived.to) == (60, 60, date(2025, 1, 3))


def test_where_days_are_missing_the_total_that_was_stated_is_told() -> None:
    (arrived,) = headlines(Ledger(DAYS[1], stated("36886", "2025-11-05")), SCHEME)
    assert (arrived.interval.low, arrived.year, arrived.to) == (36_886, 2025, date(2025, 11, 5))


def test_a_total_stated_earlier_than_what_is_recorded_since_is_not_told() -> None:
    (arrived,) = headlines(Ledger(DAYS[2], stated("12", "2025-01-01")), SCHEME)
    assert arrived.interval.low == 30


def test_a_total_of_another_year_says_nothing_of_this_one() -> None:
    (arrived,) = headlines(Ledger(DAYS[1], stated("36886", "2026-11-05")), SCHEME)
    assert (arrived.interval.low, arrived.year) == (20, 2025)
