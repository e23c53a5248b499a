"""How long something lasts: the product limit where all is exact, and laws where it is not."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import DayRange
from desktop_app.domain.survival import Lasted, Survival, estimate, innermost

EXACT = st.builds(lambda day: Lasted(day, day), st.integers(0, 60))
ONGOING = st.builds(lambda day: Lasted(day, None), st.integers(0, 60))
VAGUE = st.builds(lambda day, wide: Lasted(day, day + wide), st.integers(0, 60), st.integers(1, 25))
SPELLS = st.lists(st.one_of(EXACT, ONGOING, VAGUE), max_size=14)


def exactly(*days: int) -> list[Lasted]:
    return [Lasted(day, day) for day in days]


def ongoing(*days: int) -> list[Lasted]:
    return [Lasted(day, None) for day in days]


def test_it_is_the_product_limit_where_every_end_is_known_or_still_to_come() -> None:
    """Six spells: ends after 6, 6, 10 and 13 days, going on after 7 and 15.

    By hand: after 6 days 4 of 6; after 10 days 2 of the 3 that were followed so long; after 13 days 1 of 2.
    """
    found = estimate([*exactly(6, 6, 10, 13), *ongoing(7, 15)])
    shares = [(step.day, step.share) for step in found.steps]
    assert shares == [
        (6, pytest.approx(4 / 6)),
        (10, pytest.approx(4 / 6 * 2 / 3)),
        (13, pytest.approx(4 / 6 * 2 / 3 * 1 / 2)),
    ]
    assert all(step.low == step.share == step.high for step in found.steps)
    assert found.beyond == pytest.approx(2 / 9)
    assert (found.count, found.ended, found.followed) == (6, 4, 15)


def test_who_goes_on_after_a_day_was_at_risk_on_it() -> None:
    assert estimate([*exactly(5), *ongoing(5)]).at(5).share == pytest.approx(1 / 2)
    assert estimate([*exactly(5), *ongoing(4)]).at(5).share == 0.0


def test_vague_ends_share_themselves_out() -> None:
    """By hand: the mass of 1-2 days and of 4 days; the spell of 1 to 4 days favours neither: 1/2 and 1/2."""
    found = estimate([Lasted(1, 2), Lasted(1, 4), Lasted(4, 4)])
    assert [(each.first, each.last, each.mass) for each in found.stretches] == [
        (1, 2, pytest.approx(1 / 2, abs=1e-5)),
        (4, 4, pytest.approx(1 / 2, abs=1e-5)),
    ]


def test_a_stretch_that_is_one_day_by_chance_is_not_taken_for_known() -> None:
    """Ends after 1 to 5 and after 5 to 9 days meet in day 5 alone, but neither need have ended on it."""
    found = estimate([Lasted(1, 5), Lasted(5, 9)])
    assert [(each.first, each.last) for each in found.stretches] == [(5, 5)]
    assert (found.at(1).low, found.at(5).high) == (pytest.approx(0.5), pytest.approx(0.5))
    assert found.until(0.5) == DayRange(1, 5)


def test_half_is_told_as_a_range_and_as_open_where_it_is_not_reached() -> None:
    assert estimate(exactly(10, 20, 30, 40)).until(0.5) == DayRange(20, 20)
    assert estimate([Lasted(14, 23)]).until(0.5) == DayRange(14, 23)
    assert estimate([*exactly(10), *ongoing(20, 20, 20)]).until(0.5) == DayRange(None, None)


def test_nothing_is_estimated_of_nothing() -> None:
    assert estimate([]) == Survival(0, 0, (), 1.0, 0, ())
    assert estimate(ongoing(3, 9)).stretches == ()
    assert estimate(ongoing(3, 9)).beyond == 1.0


@pytest.mark.parametrize(("low", "high"), [(-1, 3), (4, 3), (-2, None)])
def test_no_spell_lasts_less_than_nothing(low: int, high: int | None) -> None:
    with pytest.raises(ValueError, match="cannot last"):
        Lasted(low, high)


@given(SPELLS)
def test_it_never_rises_and_stays_between_its_bounds(spells: list[Lasted]) -> None:
    found = estimate(spells)
    for before, after in pairwise(found.steps):
        assert before.day < after.day
        for one, other in zip(
            (before.low, before.share, before.high), (after.low, after.share, after.high), strict=True
        ):
            assert other <= one + 1e-9
    for step in found.steps:
        assert 0.0 <= step.low <= step.share + 1e-9
        assert step.share <= step.high + 1e-9 <= 1.0 + 2e-9


@given(SPELLS)
def test_all_mass_is_placed(spells: list[Lasted]) -> None:
    found = estimate(spells)
    assert sum(each.mass for each in found.stretches) + found.beyond == pytest.approx(1.0, abs=1e-6)


@given(SPELLS, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(spells: list[Lasted], chance: object) -> None:
    shuffled = list(spells)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert estimate(shuffled) == estimate(spells)


@given(SPELLS.filter(bool))
def test_no_other_masses_make_the_spells_likelier(spells: list[Lasted]) -> None:
    """The condition for the maximum: no stretch could gain, and none that has mass could lose.

    The gain of moving mass to a stretch is the sum, over the spells that allow it, of 1 over their chance.
    """
    found = estimate(spells)
    masses = {(each.first, each.last): each.mass for each in found.stretches}
    ends = [(*stretch, masses.get(stretch, 0.0)) for stretch in innermost(spells)]
    for first, last, mass in ends:
        gain = 0.0
        for one in spells:
            allows = one.low < first if one.high is None else one.low <= first and last <= one.high
            if allows:
                gain += 1.0 / _chance(one, ends, found.beyond)
        assert gain <= len(spells) + 0.02 * len(spells)
        if mass > 1e-2:
            assert gain >= len(spells) * 0.98


def _chance(one: Lasted, ends: list[tuple[int, int, float]], beyond: float) -> float:
    if one.high is None:
        return sum(mass for first, _last, mass in ends if one.low < first) + beyond
    return sum(mass for first, last, mass in ends if one.low <= first and last <= one.high)


@given(SPELLS, VAGUE)
def test_a_vague_end_always_leaves_a_range(spells: list[Lasted], vague: Lasted) -> None:
    found = estimate([*spells, vague])
    assert any(step.high > step.low for step in found.steps)


@given(st.lists(EXACT, min_size=1, max_size=10), st.integers(0, 9), st.integers(1, 20))
def test_widening_one_end_makes_nothing_more_exact(spells: list[Lasted], place: int, by: int) -> None:
    place %= len(spells)
    narrow = estimate(spells)
    wider = Lasted(max(0, spells[place].low - by), (spells[place].high or 0) + by)
    wide = estimate([*spells[:place], wider, *spells[place + 1 :]])
    for day in range(100):
        assert wide.at(day).low <= narrow.at(day).low + 1e-6
        assert wide.at(day).high >= narrow.at(day).high - 1e-6


def test_ten_thousand_spells_are_estimated_before_a_person_waits() -> None:
    """The bar is wide: on this machine it takes about 0.1 s where a third of the ends are vague."""
    spells = [
        Lasted(day, day + day % 31) if number % 3 == 0 else Lasted(day, None if number % 5 == 0 else day)
        for number in range(10_000)
        if (day := number * 37 % 240) >= 0
    ]
    start = time.process_time()
    estimate(spells)
    assert time.process_time() - start < 2.0
