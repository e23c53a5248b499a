"""What it would take: returns a week for a share of arrivals, exact, and a range where days are missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.intervals import Interval, Ratio
from desktop_app.domain.measures import ARR, RET
from desktop_app.domain.scenario import (
    Assumption,
    needed,
    pace_of_arrivals,
    pace_of_returns,
    share_of,
)
from desktop_app.domain.series import flow, running_total
from tests.domain.ledgers import Ledger, daily, figure

PERCENTS = st.decimals(Decimal("0.1"), 100, places=1)
RATES = st.fractions(0, 5000)


def exactly(number: str) -> Ratio:
    return Ratio(Fraction(number), Fraction(number))


def test_5_percent_at_994_5_a_week_is_49_7() -> None:
    found = needed(exactly("994.5"), Decimal(5))
    assert found.low == Fraction("49.725")
    assert found.rounded(1) == Interval.exactly(Decimal("49.7"))


@given(RATES, RATES, PERCENTS)
def test_what_is_needed_is_that_share(one: Fraction, other: Fraction, percent: Decimal) -> None:
    arriving = Ratio(min(one, other), max(one, other))
    found = needed(arriving, percent)
    assert found.low is not None
    assert found.high is not None
    assert found.low <= found.high
    assert found.high * 100 == max(one, other) * Fraction(percent)


@given(st.integers(0, 500), st.fractions(1, 5000))
def test_share_and_need_undo_each_other(returned: int, rate: Fraction) -> None:
    share = share_of(returned, Ratio(rate, rate))
    assert share.low is not None
    assert share.low * rate / 100 == returned


def test_the_pace_is_that_of_the_last_weeks_recorded() -> None:
    arrivals = flow(Ledger(*daily("2025-10-01", [500] * 10 + [100] * 28)), ARR)
    pace = pace_of_arrivals(arrivals, 4)
    assert pace is not None
    assert (pace.first, pace.last, pace.missing) == (date(2025, 10, 11), date(2025, 11, 7), 0)
    assert pace.a_week.rounded(1) == Interval.exactly(Decimal("700.0"))
    assert len(pace.figures) == 28


def test_missing_days_make_it_a_range() -> None:
    arrivals = flow(Ledger(*daily("2025-10-11", [100] * 20 + [None] * 2 + [300] + [100] * 5)), ARR)
    pace = pace_of_arrivals(arrivals, 4)
    assert pace is not None
    assert (pace.total, pace.missing) == (Interval(2800, 3400), 2)
    assert pace.a_week.rounded(0) == Interval(700, 850)


def test_a_short_record_is_its_own_window() -> None:
    pace = pace_of_arrivals(flow(Ledger(*daily("2025-11-01", [70] * 7)), ARR), 26)
    assert pace is not None
    assert pace.a_week.rounded(0) == Interval.exactly(490)


def test_returns_between_readings_are_a_range() -> None:
    view = Ledger(
        figure(RET, "94", "2025-11-05"), figure(RET, "113", "2025-11-14"), figure(RET, "193", "2025-12-16")
    )
    pace = pace_of_returns(running_total(view, RET), 4)
    assert pace is not None
    # Four weeks before 16 December, on 18 November, the total lay between 113 and 193.
    assert pace.total == Interval(0, 80)
    on_the_day = pace_of_returns(
        running_total(Ledger(figure(RET, "7", "2025-11-04"), figure(RET, "47", "2025-12-02")), RET), 4
    )
    assert on_the_day is not None
    assert on_the_day.a_week.rounded(0) == Interval.exactly(10)


def test_an_open_total_has_no_upper_pace() -> None:
    view = Ledger(figure(RET, "377", "2026-04-30"), figure(RET, ">900", "2026-06-10"))
    pace = pace_of_returns(running_total(view, RET), 4)
    assert pace is not None
    assert pace.total.high is None


def test_nothing_known_has_no_pace() -> None:
    assert pace_of_arrivals(flow(Ledger(), ARR), 4) is None
    assert pace_of_returns(running_total(Ledger(), RET), 4) is None


@pytest.mark.parametrize(("percent", "weeks"), [("0", 12), ("100.1", 12), ("5", 0), ("5", 105)])
def test_what_cannot_be_chosen_is_refused(percent: str, weeks: int) -> None:
    with pytest.raises(ValueError):
        Assumption(Decimal(percent), weeks)
