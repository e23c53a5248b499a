from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.layout.ticks import MOST_DAYS, Tick, count_ticks, day_ticks, span_ticks, year_ticks
from desktop_app.words.formats import PlainFormats

FORMATS = PlainFormats()


def days(first: str, last: str, most: int = 12) -> list[str]:
    """The words of an axis on which at most so many fit."""
    begin, end = (date.fromisoformat(day).toordinal() for day in (first, last))
    return [tick.text for tick in day_ticks(begin, end, lambda ticks: len(ticks) <= most, FORMATS)]


class TestCounts:
    def test_start_at_zero_and_have_separators(self) -> None:
        assert [tick.text for tick in count_ticks(2100, 5, FORMATS)] == [
            "0",
            "500",
            "1,000",
            "1,500",
            "2,000",
        ]

    def test_there_are_no_half_people(self) -> None:
        assert [tick.text for tick in count_ticks(1, 5, FORMATS)] == ["0", "1"]

    def test_nothing_counted_is_zero(self) -> None:
        assert count_ticks(0, 5, FORMATS) == [Tick(0, "0")]

    @given(st.floats(0.5, 1e7), st.integers(1, 12))
    def test_are_whole_even_and_few(self, top: float, most: int) -> None:
        ticks = [tick.at for tick in count_ticks(top, most, FORMATS)]
        assert ticks[0] == 0
        assert len(ticks) <= most + 1
        assert all(at == int(at) and at <= top for at in ticks)
        assert len({later - at for at, later in itertools.pairwise(ticks)}) <= 1


class TestDays:
    def test_the_year_is_on_the_first_and_on_each_january(self) -> None:
        assert days("2025-07-01", "2026-02-20") == [
            "Jul 2025",
            "Aug",
            "Sep",
            "Oct",
            "Nov",
            "Dec",
            "Jan 2026",
            "Feb",
        ]

    def test_the_first_mark_in_view_has_the_year_wherever_it_is(self) -> None:
        assert days("2025-08-20", "2025-12-20")[0] == "Sep 2025"

    def test_where_months_do_not_fit_quarters_do(self) -> None:
        assert days("2025-07-01", "2026-02-20", most=3) == ["Jul 2025", "Oct", "Jan 2026"]

    def test_eight_years_are_years(self) -> None:
        assert days("2018-01-01", "2026-02-20") == [str(year) for year in range(2018, 2027)]

    def test_thousands_of_years_are_marked_by_the_century(self) -> None:
        assert days("0001-01-01", "2739-01-01", most=30)[:3] == ["1", "101", "201"]

    def test_no_more_marks_are_tried_than_could_ever_fit(self) -> None:
        tried: list[int] = []
        first, last = date(1, 1, 1).toordinal(), date(2739, 1, 1).toordinal()
        day_ticks(first, last, lambda ticks: tried.append(len(ticks)) or False, FORMATS)  # type: ignore[func-returns-value]
        assert max(tried) <= MOST_DAYS

    def test_a_few_weeks_are_marked_on_mondays(self) -> None:
        assert days("2025-11-01", "2025-11-30", most=6) == ["3 Nov 2025", "10 Nov", "17 Nov", "24 Nov"]

    def test_a_few_days_are_marked_one_by_one(self) -> None:
        assert days("2025-12-30", "2026-01-02") == ["30 Dec 2025", "31 Dec", "1 Jan 2026", "2 Jan"]

    @pytest.mark.parametrize("most", [2, 3, 5, 9, 40])
    def test_marks_stand_in_order_within_the_axis(self, most: int) -> None:
        first, last = date(2024, 2, 10).toordinal(), date(2026, 11, 3).toordinal()
        ticks = [tick.at for tick in day_ticks(first, last, lambda found: len(found) <= most, FORMATS)]
        assert ticks == sorted(set(ticks))
        assert all(first <= at <= last for at in ticks)


def test_an_axis_on_both_sides_of_zero_has_whole_numbers_and_can_leave_out_the_sign() -> None:
    signed = span_ticks(-74.0, 37.0, 4, PlainFormats())
    assert [(tick.at, tick.text) for tick in signed] == [(-50, "−50"), (0, "0")]
    assert [tick.text for tick in span_ticks(-74.0, 37.0, 6, PlainFormats(), unsigned=True)] == [
        "60",
        "40",
        "20",
        "0",
        "20",
    ]


def test_days_of_any_year_are_marked_by_months_as_close_as_they_fit() -> None:
    first, last = date(2000, 1, 1).toordinal(), date(2000, 12, 31).toordinal()
    every = year_ticks(first, last, lambda ticks: True, PlainFormats())
    assert [tick.text for tick in every][:3] == ["Jan", "Feb", "Mar"]
    few = year_ticks(first, last, lambda ticks: len(ticks) <= 4, PlainFormats())
    assert [tick.text for tick in few] == ["Jan", "Apr", "Jul", "Oct"]
