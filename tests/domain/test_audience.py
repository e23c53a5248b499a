"""Small counts of cases never reach an audience, neither as they are nor as the difference of others."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.audience import FEWEST, Guard, is_for_audience
from desktop_app.domain.views import KnownOn, SafeToShow
from tests.domain.ledgers import Ledger


def test_a_view_is_for_an_audience_however_it_is_wrapped() -> None:
    safe = SafeToShow(Ledger())
    assert is_for_audience(safe)
    assert is_for_audience(KnownOn(safe, date(2025, 11, 10)))
    assert not is_for_audience(Ledger())
    assert not is_for_audience(KnownOn(Ledger(), date(2025, 11, 10)))


def test_without_an_audience_every_count_is_shown() -> None:
    guard = Guard.over(3, [1, 2], audience=False)
    assert (guard.is_blocked, guard.shown(1, 1)) == (False, 1)


def test_fewer_than_five_people_are_left_out_whole() -> None:
    assert Guard.over(4, [4], audience=True).is_blocked
    assert not Guard.over(5, [5], audience=True).is_blocked


def test_where_no_count_is_small_none_is_changed() -> None:
    guard = Guard.over(12, [7, 5, 0], audience=True)
    assert [guard.shown(count, count) for count in (7, 5, 0)] == [7, 5, 0]


@given(st.integers(5, 200), st.integers(1, 4))
def test_one_small_count_rounds_the_others(large: int, small: int) -> None:
    guard = Guard.over(large + small, [large, small], audience=True)
    assert guard.shown(small, small) is None
    shown = guard.shown(large, large)
    assert shown is not None
    assert shown % FEWEST == 0
    assert abs(shown - large) < FEWEST
