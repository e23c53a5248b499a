"""A pace from totals: of one origin, on exact days, a week or more apart, and from nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET
from desktop_app.domain.pace import DAYS_OF_MONTH, MONTH, Gain, gains
from desktop_app.domain.series import running_total
from tests.domain.ledgers import BLOG, GOV_UK, PAPER, Ledger, figure


def found(*figures: Figure) -> tuple[Gain, ...]:
    ledger = Ledger(*figures)
    return gains(ledger, running_total(ledger, RET))


def test_two_totals_of_one_origin_make_a_pace() -> None:
    (gain,) = found(figure(RET, "26", "2025-10-09", GOV_UK), figure(RET, "94", "2025-11-06", GOV_UK))
    assert (gain.start, gain.end, gain.people, gain.days) == (date(2025, 10, 10), date(2025, 11, 6), 68, 28)
    assert gain.a_week == Decimal("17.0")


def test_what_two_sources_said_is_not_subtracted() -> None:
    assert found(figure(RET, "26", "2025-10-09", GOV_UK), figure(RET, "94", "2025-11-06", PAPER)) == ()


def test_vague_days_and_vague_numbers_make_no_pace() -> None:
    exact = figure(RET, "26", "2025-10-09", GOV_UK)
    assert found(exact, figure(RET, "94", "[2025-11-01..2025-11-10]", GOV_UK)) == ()
    assert found(exact, figure(RET, "~94", "2025-11-06", GOV_UK)) == ()


def test_less_than_a_week_and_a_fall_make_no_pace() -> None:
    exact = figure(RET, "26", "2025-10-09", GOV_UK)
    assert found(exact, figure(RET, "94", "2025-10-15", GOV_UK)) == ()
    assert found(exact, figure(RET, "20", "2025-11-15", GOV_UK)) == ()


def test_a_day_on_which_one_origin_says_two_numbers_is_passed_by() -> None:
    told = (("26", "2025-10-09"), ("40", "2025-10-20"), ("42", "2025-10-20"), ("94", "2025-11-06"))
    (gain,) = found(*(figure(RET, amount, day, PAPER) for amount, day in told))
    assert gain.people == 68


def test_the_origin_that_tells_most_is_taken() -> None:
    told = [figure(RET, amount, day, BLOG) for amount, day in (("1", "2025-10-01"), ("9", "2025-12-01"))]
    told += [
        figure(RET, amount, day, PAPER)
        for amount, day in (("5", "2025-10-01"), ("6", "2025-10-09"), ("7", "2025-10-17"))
    ]
    assert [gain.people for gain in found(*told)] == [1, 1]


def test_a_pace_a_month_needs_four_weeks_and_counts_a_twelfth_of_a_year() -> None:
    ledger = Ledger(figure(RET, "26", "2025-10-09", GOV_UK), figure(RET, "94", "2025-11-06", GOV_UK))
    (gain,) = gains(ledger, running_total(ledger, RET), MONTH)
    assert gain.each(DAYS_OF_MONTH) == Decimal("73.9")
    ledger = Ledger(figure(RET, "26", "2025-10-10", GOV_UK), figure(RET, "94", "2025-11-06", GOV_UK))
    assert gains(ledger, running_total(ledger, RET), MONTH) == ()
