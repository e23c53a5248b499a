from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import dates
from desktop_app.domain.dates import UNDATED, DateKind, DateSyntaxError, DayRange, PartialDate

parse = PartialDate.parse


def test_undated_has_no_bounds() -> None:
    assert parse("") == parse("  ") == UNDATED
    assert UNDATED.kind is DateKind.UNDATED
    assert (UNDATED.earliest, UNDATED.latest, UNDATED.is_dated) == (None, None, False)


def test_some_day_within_is_never_the_whole_of() -> None:
    first, last = date(2025, 11, 6), date(2025, 11, 8)
    some_day, all_days = dates.within(first, last), dates.span(first, last)
    assert some_day != all_days
    assert (some_day.kind, all_days.kind) == (DateKind.WITHIN, DateKind.SPAN)
    assert (some_day.earliest, some_day.latest) == (all_days.earliest, all_days.latest)


@pytest.mark.parametrize(
    ("text", "about", "uncertain"),
    [
        ("2025-11-05", False, False),
        ("2025-11-05~", True, False),
        ("2025-11-08?", False, True),
        ("2025-11-08%", True, True),
        ("2025-09-~29", True, False),
        ("?2025-09-29", False, True),
        ("2025-11-05~/2025-11-08", True, False),
        ("../2025-11-08?", False, True),
        ("[2025-11-05,2025-11-08~]", True, False),
    ],
)
def test_qualifiers_are_known(text: str, about: bool, uncertain: bool) -> None:
    assert (parse(text).about, parse(text).uncertain) == (about, uncertain)


def test_an_exact_day_is_one_known_day() -> None:
    assert parse("2025-11-05").is_exact_day
    inexact = ["2025-11-05~", "2025-11-05?", "2025-11", "2025-11-05/2025-11-06", "../2025-11-05", ""]
    assert not any(parse(text).is_exact_day for text in inexact)


def test_makers_write_the_notation() -> None:
    first, last = date(2025, 8, 6), date(2025, 11, 9)
    assert str(dates.on_day(first)) == "2025-08-06"
    assert str(dates.span(first, last)) == "2025-08-06/2025-11-09"
    assert str(dates.within(first, last)) == "[2025-08-06..2025-11-09]"
    assert str(dates.by(last)) == "../2025-11-09"
    assert str(dates.since(first)) == "2025-08-06/.."
    assert dates.span(first, first) == dates.within(first, first) == dates.on_day(first)


def test_a_range_backwards_is_refused() -> None:
    for make in (dates.span, dates.within):
        with pytest.raises(DateSyntaxError):
            make(date(2025, 11, 9), date(2025, 8, 6))


def test_white_space_is_no_part_of_the_notation() -> None:
    assert parse(" 2025-11-06 / 2025-11-08 ") == parse("2025-11-06/2025-11-08")
    assert str(parse("[2025-08-04, 2025-08-06]")) == "[2025-08-04,2025-08-06]"
    assert str(parse("[2025-08-04]")) == "2025-08-04"


def test_a_date_is_a_value() -> None:
    made = parse("2025-11-05~")
    assert made == PartialDate("2025-11-05~")
    assert hash(made) == hash(PartialDate("2025-11-05~"))
    assert repr(made) == "PartialDate(edtf='2025-11-05~')"
    for twin in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        assert (twin, twin.earliest, twin.about) == (made, made.earliest, True)
    with pytest.raises(FrozenInstanceError):
        made.edtf = "2025"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ("2025-08-06", "2025-09-19", 44, 44),
        ("2025-09-19", "2025-10-18", 29, 29),
        ("2025-10-18", "[2025-11-01..2025-11-10]", 14, 23),
        ("2025-10-18", "2025-11-05~", 18, 18),
        ("2025-10-18", "2025-11", 14, 43),
        ("2025-11-10", "2025-11-01", -9, -9),
        ("[2025-11-01..2025-11-10]", "2025-11-05", -5, 4),
        ("../2025-10-18", "2025-11-05", 18, None),
        ("2025-10-18", "2025-11-05/..", 18, None),
        ("2025-10-18", "../2025-11-05", None, 18),
        ("2025-10-18", "", None, None),
        ("2024-02-28", "2024-03-01", 2, 2),
        ("2025-02-28", "2025-03-01", 1, 1),
    ],
)
def test_the_days_between_vague_dates_are_a_range(
    first: str, second: str, low: int | None, high: int | None
) -> None:
    between = dates.days_between(parse(first), parse(second))
    assert between == DayRange(low, high)
    assert between.is_exact == (low is not None and low == high)


def test_before_is_certain_or_only_possible() -> None:
    early, fifth, tenth = parse("[2025-11-01..2025-11-10]"), parse("2025-11-05"), parse("2025-11-10")
    assert dates.certainly_before(fifth, tenth)
    assert not dates.certainly_before(early, tenth)
    assert dates.possibly_before(early, fifth)
    assert dates.possibly_before(fifth, early)
    assert not dates.possibly_before(tenth, early)
    assert not dates.certainly_before(fifth, UNDATED)
    assert dates.possibly_before(UNDATED, fifth)


def test_sorting_goes_by_earliest_then_the_more_exact_with_undated_last() -> None:
    ordered = [
        "2024",
        "2025-11-01",
        "2025-11-01~",
        "[2025-11-01..2025-11-10]",
        "2025-11",
        "2025-11-01/..",
        "2025-11-05",
        "../2025-11-05",  # no earliest day: stands at its latest
        "2025-11-06/2025-11-08",
        "2025-12-01",
        "",
    ]
    shuffled = sorted(ordered, reverse=True)
    assert sorted(shuffled, key=lambda text: parse(text).sort_key) == ordered


days = st.dates()
parts = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10]))
simple = st.builds(lambda part, sign: part + sign, parts, st.sampled_from(["", "", "~", "?", "%"]))
notations = st.one_of(
    simple,
    st.builds(lambda end: f"../{end}", simple),
    st.builds(lambda start: f"{start}/..", simple),
    st.builds(lambda two: f"{two[0]}/{two[1]}", st.tuples(days, days).map(sorted)),
    st.builds(lambda two: f"[{two[0]}..{two[1]}]", st.tuples(days, days).map(sorted)),
    st.builds(lambda members: f"[{','.join(members)}]", st.lists(simple, min_size=1, max_size=4)),
)


@given(notations)
def test_canonical_text_reads_back_as_the_same_date(text: str) -> None:
    read = parse(text)
    assert parse(str(read)) == read
    assert str(parse(str(read))) == str(read)
    if read.earliest is not None and read.latest is not None:
        assert read.earliest <= read.latest


@given(st.text(alphabet="0123456789X-/.,[]{}~?% YT", max_size=24) | st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = parse(text)
    except DateSyntaxError:
        return
    assert parse(str(read)) == read


@given(notations, notations, notations)
def test_the_order_is_total(first: str, second: str, third: str) -> None:
    keys = sorted(parse(text).sort_key for text in (first, second, third))
    assert keys[0] <= keys[1] <= keys[2]
    assert (parse(first).sort_key == parse(second).sort_key) == (parse(first) == parse(second))


@given(notations, notations)
def test_a_certain_order_agrees_with_the_days_between(first: str, second: str) -> None:
    before, after = parse(first), parse(second)
    between = dates.days_between(before, after)
    assert dates.certainly_before(before, after) == (between.low is not None and between.low > 0)
    assert dates.possibly_before(before, after) == (between.high is None or between.high > 0)


@given(days, st.integers(0, 400), st.integers(0, 400))
def test_days_between_exact_days_is_their_difference(day: date, first: int, second: int) -> None:
    latest = date.max - timedelta(days=400)
    start = min(day, latest)
    one, other = start + timedelta(days=first), start + timedelta(days=second)
    difference = second - first
    assert dates.days_between(dates.on_day(one), dates.on_day(other)) == DayRange(difference, difference)
