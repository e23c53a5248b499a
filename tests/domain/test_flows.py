"""Counts within periods: the line, its weeks and its running sum."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import on_day, span
from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import accumulate, flow, weekly
from desktop_app.domain.measures import ARR, RET, Basis
from desktop_app.domain.readings import Series
from desktop_app.domain.sources import Citation
from desktop_app.domain.views import KnownOn
from tests.domain.ledgers import (
    BLOG,
    HOME_OFFICE,
    PAPER,
    SOURCES,
    WEEK_TO_9_NOVEMBER,
    Ledger,
    daily,
    figure,
)


def tiles(series: Series) -> list[tuple[str, str, object, object]]:
    return [(f"{one.start:%m-%d}", f"{one.end:%m-%d}", one.low, one.high) for one in series.readings]


def arrivals(*figures: Figure) -> Series:
    return flow(Ledger(*figures), ARR)


class TestPeriods:
    def test_zero_is_zero_and_a_missing_day_is_a_gap(self) -> None:
        series = arrivals(*daily("2025-11-09", [349, 0, None, 217]))
        assert tiles(series) == [
            ("11-09", "11-09", 349, 349),
            ("11-10", "11-10", 0, 0),
            ("11-12", "11-12", 217, 217),
        ]
        assert series.at(date(2025, 11, 11)) is None
        zero = series.at(date(2025, 11, 10))
        assert zero is not None
        assert zero.value == 0

    def test_official_days_come_before_weeks_and_before_what_papers_say(self) -> None:
        series = arrivals(
            *WEEK_TO_9_NOVEMBER,
            figure(ARR, "2121", "2025-11-03/2025-11-09", HOME_OFFICE),
            figure(ARR, ">1700", "2025-11-06/2025-11-08"),
            figure(ARR, "39075", "2025", HOME_OFFICE),
        )
        assert [one.value for one in series.readings] == [0, 0, 0, 621, 648, 503, 349]

    def test_papers_fill_in_only_where_nothing_official_overlaps(self) -> None:
        series = arrivals(
            *daily("2025-11-08", [503]),
            figure(ARR, ">1700", "2025-11-06/2025-11-08"),
            figure(ARR, "0", "2025-11-10"),
        )
        assert tiles(series) == [("11-08", "11-08", 503, 503), ("11-10", "11-10", 0, 0)]
        assert tiles(arrivals(figure(ARR, ">1700", "2025-11-06/2025-11-08"))) == [
            ("11-06", "11-08", 1701, None)
        ]

    def test_figures_of_one_period_make_one_reading(self) -> None:
        series = arrivals(
            figure(ARR, "1772", "2025-11-06/2025-11-08", PAPER),
            figure(ARR, ">1700", "2025-11-06/2025-11-08", BLOG),
            figure(ARR, "1500", "2025-11-06/2025-11-08", BLOG),
        )
        assert tiles(series) == [("11-06", "11-08", 1500, 1772)]
        assert series.readings[0].rival

    def test_a_cut_off_shortens_the_period(self) -> None:
        series = arrivals(figure(ARR, "38726", "2025", data_to="2025-11-08"))
        assert tiles(series) == [("01-01", "11-08", 38726, 38726)]

    def test_some_day_in_a_range_is_not_a_period_that_was_counted(self) -> None:
        series = arrivals(
            figure(ARR, "503", "[2025-11-01..2025-11-10]"),
            figure(ARR, "503", "../2025-11-10"),
            figure(ARR, "1500", "2025-11-06/.."),
            figure(ARR, "503", ""),
        )
        assert series.readings == ()

    def test_totals_and_other_measures_are_not_in_it(self) -> None:
        series = arrivals(
            figure(ARR, "38726", "2025-11-08", basis=Basis.CUMULATIVE),
            figure(ARR, "50", "2025-11-08", basis=Basis.TARGET),
            figure(RET, "20", "2025-11-08", basis=Basis.FLOW),
        )
        assert series == Series(ARR, Basis.FLOW)

    def test_a_revision_replaces_from_the_day_it_was_published(self) -> None:
        first = figure(ARR, "1097", "2025-09-06", HOME_OFFICE, published="2025-09-07")
        revised = figure(ARR, "1101", "2025-09-06", HOME_OFFICE, published="2025-11-14", revises=first.id)
        ledger = Ledger(first, revised)
        assert flow(ledger, ARR).readings[0].value == 1101
        assert flow(KnownOn(ledger, date(2025, 11, 13)), ARR).readings[0].value == 1097
        assert flow(KnownOn(ledger, date(2025, 9, 6)), ARR).readings == ()


class TestWeeks:
    def test_seven_days_make_a_week_from_monday_to_sunday(self) -> None:
        series = weekly(
            arrivals(*daily("2025-11-01", [1, 1]), *WEEK_TO_9_NOVEMBER, *daily("2025-11-10", [0]))
        )
        assert tiles(series) == [("11-03", "11-09", 2121, 2121)]
        (week,) = series.readings
        assert week.summed
        assert week.value == 2121
        assert week.inputs == tuple(one.id for one in WEEK_TO_9_NOVEMBER)

    def test_a_week_with_a_missing_day_is_left_out(self) -> None:
        assert weekly(arrivals(*daily("2025-11-03", [0, 0, 0, None, 648, 503, 349]))).readings == ()

    def test_a_weekly_figure_is_taken_as_it_is(self) -> None:
        whole = figure(ARR, "1157", "2025-09-15/2025-09-21", HOME_OFFICE)
        shifted = figure(ARR, "19", "2025-10-02/2025-10-08", HOME_OFFICE)
        series = weekly(arrivals(whole, shifted, figure(ARR, "36816", "2024", HOME_OFFICE)))
        assert [one.drawn for one in series.readings] == [whole]
        assert not series.readings[0].summed

    def test_ranges_add_up(self) -> None:
        parts = daily("2025-11-03", [0, 0, 0, 621, 648, 503])
        assert tiles(weekly(arrivals(*parts, figure(ARR, "~350", "2025-11-09")))) == [
            ("11-03", "11-09", 1772 + 345, 1772 + 355)
        ]
        open_week = weekly(arrivals(*parts, figure(ARR, ">300", "2025-11-09")))
        assert tiles(open_week) == [("11-03", "11-09", 1772 + 301, None)]


class TestRunningSum:
    def test_it_grows_by_each_day(self) -> None:
        rows = accumulate(arrivals(*WEEK_TO_9_NOVEMBER), date(2025, 11, 6))
        assert [(row.day.day, row.low, row.high, row.missing) for row in rows] == [
            (6, 621, 621, 0),
            (7, 1269, 1269, 0),
            (8, 1772, 1772, 0),
            (9, 2121, 2121, 0),
        ]
        assert rows[-1].figures == (WEEK_TO_9_NOVEMBER[-1],)

    def test_it_ends_where_asked(self) -> None:
        series = arrivals(*WEEK_TO_9_NOVEMBER)
        assert accumulate(series, date(2025, 11, 1), date(2025, 11, 8))[-1].low == 1772
        assert accumulate(series, date(2025, 11, 8), date(2025, 11, 7)) == ()
        assert accumulate(series, date(2025, 12, 1)) == ()

    def test_days_without_a_record_are_counted_and_have_no_row(self) -> None:
        rows = accumulate(arrivals(*daily("2025-11-08", [503, None, None, 0])), date(2025, 11, 7))
        assert [(row.day.day, row.low, row.missing) for row in rows] == [(8, 503, 1), (11, 503, 3)]

    def test_a_period_that_began_earlier_may_add_anything_up_to_its_number(self) -> None:
        week = figure(ARR, "1157", "2025-09-15/2025-09-21", HOME_OFFICE)
        series = arrivals(week, *daily("2025-09-22", [10]))
        rows = accumulate(series, date(2025, 9, 18))
        assert [(row.day.day, row.low, row.high, row.missing) for row in rows] == [
            (21, 0, 1157, 0),
            (22, 10, 1167, 0),
        ]

    def test_a_period_that_goes_on_afterwards_too(self) -> None:
        series = arrivals(
            *daily("2025-09-14", [5]), figure(ARR, "1157", "2025-09-15/2025-09-21", HOME_OFFICE)
        )
        rows = accumulate(series, date(2025, 9, 14), date(2025, 9, 17))
        assert [(row.day.day, row.low, row.high) for row in rows] == [(14, 5, 5), (17, 5, 1162)]

    def test_open_ends_stay_open_above_and_end_at_nothing_below(self) -> None:
        series = arrivals(figure(ARR, "<100", "2025-11-01"), figure(ARR, ">1700", "2025-11-06/2025-11-08"))
        rows = accumulate(series, date(2025, 11, 1))
        assert [(row.low, row.high) for row in rows] == [(0, 99), (1701, None)]

    def test_a_paper_that_differs_does_not_change_official_sums(self) -> None:
        official = daily("2025-09-06", [1101, 65])
        series = arrivals(*official, figure(ARR, "1097", "2025-09-06"))
        assert series.readings[0].rival
        assert accumulate(series, date(2025, 9, 6))[-1].interval == Amount.exactly(1166).interval

    def test_running_totals_are_never_added_up(self) -> None:
        with pytest.raises(ValueError, match="periods"):
            accumulate(Series(RET, Basis.CUMULATIVE), date(2025, 1, 1))


@st.composite
def counts(draw: st.DrawFn) -> Figure:
    first = date(2025, 11, 1) + timedelta(days=draw(st.integers(0, 30)))
    return Figure(
        measure=ARR,
        amount=draw(
            st.integers(0, 500).flatmap(lambda n: st.sampled_from([Amount.exactly(n), Amount.about(n)]))
        ),
        basis=Basis.FLOW,
        period=span(first, first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 2, 6, 13])))),
        published=on_day(first),
        citations=(Citation(draw(st.sampled_from(SOURCES)).id),),
    )


class TestLaws:
    @given(st.lists(counts(), max_size=20))
    def test_periods_never_overlap_and_what_is_left_out_overlaps_one(self, figures: list[Figure]) -> None:
        series = arrivals(*figures)
        for before, now in zip(series.readings, series.readings[1:], strict=False):
            assert before.end < now.start
        drawn = set(series.inputs)
        for one in figures:
            first, last = one.period.earliest, one.period.latest
            assert first is not None
            assert last is not None
            assert one.id in drawn or any(r.start <= last and first <= r.end for r in series.readings)

    @given(
        st.lists(counts(), max_size=20).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made)))
    )
    def test_the_order_of_entry_does_not_matter(self, two: tuple[list[Figure], list[Figure]]) -> None:
        assert arrivals(*two[0]) == arrivals(*two[1])

    @given(st.lists(counts(), min_size=1, max_size=20))
    def test_the_last_sum_is_the_sum_of_all_and_weeks_add_up_to_it(self, figures: list[Figure]) -> None:
        series = arrivals(*figures)
        start = series.readings[0].start
        rows = accumulate(series, start)
        counted = [one.counted or one.interval for one in series.readings]
        assert rows[-1].low == sum(one.low or 0 for one in counted)
        assert rows[-1].high == sum(one.high or 0 for one in counted)
        days = sum((one.end - one.start).days + 1 for one in series.readings)
        assert rows[-1].missing == (series.readings[-1].end - start).days + 1 - days
        for week in weekly(series).readings:
            within = accumulate(series, week.start, week.end)[-1]
            expected = week.interval if week.summed else (week.counted or week.interval)
            assert (within.low, within.high, within.missing) == (expected.low, expected.high, 0)

    @given(st.lists(counts(), min_size=1, max_size=20), st.integers(0, 40), st.integers(0, 40))
    def test_a_shorter_stretch_never_has_a_higher_sum(
        self, figures: list[Figure], skip: int, days: int
    ) -> None:
        series = arrivals(*figures)
        start = date(2025, 11, 1)
        end = start + timedelta(days=days)
        whole = accumulate(series, start, end)
        part = accumulate(series, start + timedelta(days=skip), end)
        if part:
            assert part[-1].low <= whole[-1].low
            assert part[-1].high is not None
            assert whole[-1].high is not None
            assert part[-1].high <= whole[-1].high


EDITION = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "home_office" / "2025-11-14.ods"


def recorded_days() -> Iterator[tuple[date, int]]:
    """The days of the Home Office's file and the people who arrived on them."""
    calamine = pytest.importorskip("python_calamine")
    with closing(calamine.load_workbook(str(EDITION))) as book:
        for cells in book.get_sheet_by_name("SB_01").to_python():
            if isinstance(cells[0], date) and isinstance(cells[1], float):
                yield date(cells[0].year, cells[0].month, cells[0].day), int(cells[1])


@pytest.mark.skipif(not EDITION.exists(), reason="the Home Office's file is not beside this checkout")
def test_the_totals_of_the_home_office_file() -> None:
    figures = [
        Figure(
            measure=ARR,
            amount=Amount.exactly(people),
            period=on_day(day),
            citations=(Citation(HOME_OFFICE.id),),
        )
        for day, people in recorded_days()
    ]
    series = arrivals(*figures)
    assert (
        accumulate(series, date(2025, 1, 1), date(2025, 11, 8))[-1].interval == Amount.exactly(38726).interval
    )
    assert accumulate(series, date(2025, 1, 1))[-1].low == 39075
    years = [accumulate(series, date(year, 1, 1), date(year, 12, 31))[-1].low for year in range(2018, 2025)]
    assert years == [299, 1843, 8462, 28526, 45755, 29437, 36816]
