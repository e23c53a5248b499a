"""Amounts keep what a source said, and their intervals hold every number that it leaves possible."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.amounts import UNQUANTIFIED, Amount, Comparator, Interval, Number, significant_unit

ONE_NUMBER = [
    Comparator.EXACTLY,
    Comparator.ABOUT,
    Comparator.MORE_THAN,
    Comparator.LESS_THAN,
    Comparator.NEARLY,
    Comparator.AT_MOST,
    Comparator.AT_LEAST,
]

counts = st.integers(min_value=0, max_value=10**9)
decimals = st.decimals(min_value=0, max_value=10**6, places=2)
wholes = st.integers(min_value=-(10**9), max_value=10**9)
numbers: st.SearchStrategy[Number] = st.one_of(
    wholes, st.decimals(min_value=-(10**6), max_value=10**6, places=2)
)


@st.composite
def intervals(draw: st.DrawFn, of: st.SearchStrategy[Any] = numbers) -> Interval:
    ends = sorted([draw(of), draw(of)])
    low = None if draw(st.booleans()) and draw(st.booleans()) else ends[0]
    high = None if draw(st.booleans()) and draw(st.booleans()) else ends[1]
    return Interval(low, high)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    comparator = draw(st.sampled_from(list(Comparator)))
    if comparator is Comparator.UNQUANTIFIED:
        return UNQUANTIFIED
    if comparator is Comparator.ORDER_OF:
        return Amount.order_of(draw(st.integers(min_value=1, max_value=8)))
    if comparator is Comparator.BETWEEN:
        return Amount.between(*sorted([draw(st.one_of(counts, decimals)), draw(st.one_of(counts, decimals))]))
    number = draw(st.one_of(counts, decimals))
    if comparator is Comparator.LESS_THAN and number < 1:
        number += 1
    amount = Amount.of(comparator, number)
    if comparator is Comparator.ABOUT and draw(st.booleans()):
        wider = draw(st.integers(min_value=0, max_value=50))
        return Amount(comparator, amount.low, number + wider + 1, number)
    return amount


def draw_from(data: st.DataObject, interval: Interval) -> Number:
    low = -(10**10) if interval.low is None else interval.low
    high = 10**10 if interval.high is None else interval.high
    return data.draw(st.sampled_from([low, high, (Decimal(low) + Decimal(high)) / 2]))


@pytest.mark.parametrize(
    ("notation", "low", "high"),
    [
        ("38726", 38726, 38726),
        ("0", 0, 0),
        ("~350", 345, 355),
        ("~300", 250, 350),
        ("~42", 42, 42),
        ("~10", 5, 15),
        ("~5.2", Decimal("5.15"), Decimal("5.25")),
        (">1700", 1701, None),
        (">5.2", Decimal("5.3"), None),
        ("<100", None, 99),
        ("<1", None, 0),
        ("<0.5", None, Decimal("0.4")),
        ("nearly 39000", 38500, 39000),
        ("nearly 50", 45, 50),
        ("<=50", None, 50),
        (">=2", 2, None),
        ("75..94", 75, 94),
        ("order 10..99", 10, 99),
        ("order 1000..9999", 1000, 9999),
        ("order 10000..99999", 10000, 99999),
        ("-", None, None),
    ],
)
def test_each_comparator_leaves_its_interval(notation: str, low: Number | None, high: Number | None) -> None:
    amount = Amount.parse(notation)
    assert (amount.low, amount.high) == (low, high)
    assert amount.interval == Interval(low, high)
    assert str(amount) == notation


@pytest.mark.parametrize(
    ("comparator", "low", "high", "said"),
    [
        (Comparator.EXACTLY, 94, 94, 94),
        (Comparator.ABOUT, 345, 355, 350),
        (Comparator.MORE_THAN, 1701, None, 1700),
        (Comparator.LESS_THAN, None, 99, 100),
        (Comparator.NEARLY, 38500, 39000, 39000),
        (Comparator.AT_MOST, None, 50, 50),
        (Comparator.AT_LEAST, 2, None, 2),
    ],
)
def test_the_number_as_said_follows_from_the_ends(
    comparator: Comparator, low: int | None, high: int | None, said: int
) -> None:
    amount = Amount(comparator, low, high)
    assert amount.value == said
    assert amount == Amount.of(comparator, said)


def test_a_range_and_an_order_of_magnitude_have_no_single_number() -> None:
    assert Amount.between(75, 94).value is None
    assert Amount.order_of(3).value is None
    assert UNQUANTIFIED.value is None
    assert not UNQUANTIFIED.has_number
    assert UNQUANTIFIED.interval == Interval(None, None)


def test_an_edited_interval_is_kept_beside_the_number_as_said() -> None:
    amount = Amount(Comparator.ABOUT, 340, 365, 350)
    assert amount.is_edited
    assert str(amount) == "~350 340..365"
    assert Amount.parse("~350 340..365") == amount
    assert Amount.parse(">1700 1701..1800").high == 1800
    assert not Amount.about(350).is_edited


@given(amounts())
def test_notation_reads_back_as_the_same_amount(amount: Amount) -> None:
    assert Amount.parse(str(amount)) == amount
    assert str(Amount.parse(str(amount))) == str(amount)
    assert "\n" not in str(amount)


@given(st.sampled_from(ONE_NUMBER), st.one_of(counts, decimals))
def test_an_interval_by_rule_is_never_empty_and_never_negative(
    comparator: Comparator, number: Number
) -> None:
    if comparator is Comparator.LESS_THAN and number < 1:
        number += 1
    amount = Amount.of(comparator, number)
    assert amount.low is None or amount.high is None or amount.low <= amount.high
    assert amount.low is None or amount.low >= 0
    if comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN):
        assert not amount.interval.contains(number)
    else:
        assert amount.interval.contains(number)


@given(counts)
def test_whole_numbers_leave_whole_ends(number: int) -> None:
    for amount in (Amount.about(number), Amount.of(Comparator.NEARLY, number)):
        assert isinstance(amount.low, int)
        assert isinstance(amount.high, int)


def test_a_decimal_without_places_is_a_whole_number() -> None:
    amount = Amount.of(Comparator.MORE_THAN, Decimal(1700))
    assert amount == Amount.of(Comparator.MORE_THAN, 1700)
    assert isinstance(amount.low, int)
    assert str(Amount.exactly(Decimal("1E+3"))) == "1000"


@pytest.mark.parametrize(
    ("number", "unit"), [(350, 10), (39000, 1000), (42, 1), (0, 1), (Decimal("5.2"), Decimal("0.1"))]
)
def test_the_last_significant_digit(number: Number, unit: Number) -> None:
    assert significant_unit(number) == unit


@pytest.mark.parametrize(
    "make",
    [
        lambda: Amount.exactly(-1),
        lambda: Amount.exactly(True),
        lambda: Amount.exactly(3.5),  # type: ignore[arg-type]
        lambda: Amount.exactly(Decimal("NaN")),
        lambda: Amount.exactly(Decimal("Infinity")),
        lambda: Amount.exactly(10**15),
        lambda: Amount.exactly(Decimal("1E+400000")),
        lambda: Amount.exactly(Decimal("0.0000000001")),
        lambda: Amount.between(94, 75),
        lambda: Amount.of(Comparator.LESS_THAN, 0),
        lambda: Amount.of(Comparator.BETWEEN, 5),
        lambda: Amount.order_of(0),
        lambda: Amount(Comparator.EXACTLY, 1, 2),
        lambda: Amount(Comparator.EXACTLY),
        lambda: Amount(Comparator.BETWEEN, 75, None),
        lambda: Amount(Comparator.ABOUT, 345, 355, 400),
        lambda: Amount(Comparator.MORE_THAN, 1700, None, 1700),
        lambda: Amount(Comparator.UNQUANTIFIED, 1, 2),
        lambda: Interval(2, 1),
        lambda: Interval(True, None),
        lambda: Interval(None, Decimal("NaN")),
        lambda: Interval(0.5, None),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_sense_is_refused(make: Any) -> None:
    with pytest.raises(ValueError):
        make()


@pytest.mark.parametrize(
    "text",
    [
        *("", " 94", "94 ", "94\n", "38,726", "+5", "-5", "1e3", "1.2.3", "٩٤", "9" * 400),
        *("..", "75..", "94..75", "~", "order", "nearly", ">= 2", "~350 360..370", "94 90..95"),
    ],
)
def test_other_text_is_no_notation(text: str) -> None:
    with pytest.raises(ValueError):
        Amount.parse(text)


@given(intervals(), intervals(), st.data())
def test_a_sum_and_a_difference_contain_every_pointwise_one(
    one: Interval, other: Interval, data: st.DataObject
) -> None:
    a, b = draw_from(data, one), draw_from(data, other)
    assert (one + other).contains(a + b)
    assert (one - other).contains(a - b)
    assert (-one).contains(-a)


@given(intervals(), st.integers(min_value=-50, max_value=50), st.data())
def test_scaling_contains_every_pointwise_product(one: Interval, factor: int, data: st.DataObject) -> None:
    a = draw_from(data, one)
    assert one.scaled(factor).contains(a * factor)


@given(intervals())
def test_negation_is_its_own_reverse(one: Interval) -> None:
    negated = -one
    assert -negated == one


@given(intervals(), intervals())
def test_sums_do_not_depend_on_order(one: Interval, other: Interval) -> None:
    assert one + other == other + one
    assert one - other == -(other - one)


@given(intervals(), intervals(), numbers)
def test_meeting_and_hull_agree_with_membership(one: Interval, other: Interval, number: Number) -> None:
    assert one.meets(other) == other.meets(one)
    if one.contains(number) and other.contains(number):
        assert one.meets(other)
    if one.contains(number) or other.contains(number):
        assert one.hull(other).contains(number)


def test_open_ends_stay_open() -> None:
    more_than_900 = Amount.parse(">900").interval
    assert more_than_900 + Interval(1, 2) == Interval(902, None)
    assert Interval(57, 65) - more_than_900 == Interval(None, 65 - 901)
    assert more_than_900.is_open
    assert not more_than_900.is_exact
    assert Interval.exactly(94).is_exact


@given(
    intervals(),
    intervals(st.integers(min_value=0, max_value=10**6)),
    st.data(),
    st.sampled_from([1, 100, 1000]),
)
def test_a_ratio_contains_every_pointwise_one(
    one: Interval, other: Interval, data: st.DataObject, scale: int
) -> None:
    ratio = one.per(other, scale)
    a = Fraction(draw_from(data, one))
    b = Fraction(draw_from(data, Interval(max(other.low or 0, 0), other.high)))
    if b > 0:
        value = a * scale / b
        assert ratio.low is None or ratio.low <= value
        assert ratio.high is None or value <= ratio.high


def test_returned_for_each_thousand_who_arrived() -> None:
    ratio = Interval(281, 281).per(Interval(16_969, 16_969), 1000)
    assert ratio.is_exact
    assert ratio.rounded(1) == Interval(Decimal("16.6"), Decimal("16.6"))
    assert Interval(75, 94).per(Interval(13_000, 14_000), 1000).rounded(2) == Interval(
        Decimal("5.36"), Decimal("7.23")
    )


def test_a_ratio_to_nothing_is_not_known() -> None:
    ratio = Interval(1, 1).per(Interval(0, 0), 1000)
    assert (ratio.low, ratio.high) == (None, None)
    assert ratio.rounded() == Interval(None, None)
    with pytest.raises(ValueError):
        Interval(1, 1).per(Interval(-1, 1))
    with pytest.raises(ValueError):
        Interval(1, 1).per(Interval(1, 1), 0)
