"""Finding the time series in a spreadsheet: by its headers, cell by cell, and never by guessing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.home_office.layout import Entry, days_in, time_series
from desktop_app.services.spreadsheets.sheets import Cell, Sheet, Workbook
from tests.services.ods_files import DAILY_HEADS, WEEKLY_HEADS

MONDAY = date(2025, 11, 3)

Rows = list[tuple[Cell, ...]]


def day(number: int) -> datetime:
    """A day of November 2025, as spreadsheets hold it."""
    return datetime.fromisoformat(f"2025-11-{number:02}T00:00:00")


def days() -> Rows:
    return [
        DAILY_HEADS,
        (day(3), 0.0, 0.0, "-", None),
        (day(4), 503.0, 7.0, 0.0, "Revised"),
        (day(5), 349, 5, 1.0, None),
    ]


def weeks() -> Rows:
    return [WEEKLY_HEADS, (day(9), 852.0, 12.0, 1.0, 784.0, 20.0, "Revised")]


def workbook(daily: Rows | None = None, weekly: Rows | None = None, cover: Rows | None = None) -> Workbook:
    return Workbook(
        (
            Sheet("Cover_sheet", tuple(cover or [("Frequency: published weekly",)])),
            Sheet("Notes", (("Notes",), ("Date",))),
            Sheet("SB_01", tuple(days() if daily is None else daily)),
            Sheet("SB_02", tuple(weeks() if weekly is None else weekly)),
        )
    )


def refusal(*sheets: Rows | None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        time_series(workbook(*sheets))
    return caught.value


class TestValues:
    def test_each_cell_is_a_value_with_its_place_and_the_sources_own_note(self) -> None:
        series = time_series(workbook())
        tuesday = date(2025, 11, 4)
        assert series.daily[3:6] == (
            Entry("ARR", tuesday, tuesday, 503, "SB_01", 2, 1, "Revised"),
            Entry("ARR_BOATS", tuesday, tuesday, 7, "SB_01", 2, 2, "Revised"),
            Entry("ARR_UNCTRL", tuesday, tuesday, 0, "SB_01", 2, 3, "Revised"),
        )
        assert series.daily[3].place == "SB_01 B3"

    def test_a_dash_is_not_recorded_and_zero_is_zero(self) -> None:
        first = time_series(workbook()).daily[:3]
        assert [entry.value for entry in first] == [0, 0, None]

    def test_a_week_runs_from_monday_to_the_sunday_that_names_it(self) -> None:
        people, events = time_series(workbook()).weekly
        assert (people.measure, people.value, people.place) == ("PREV", 784, "SB_02 E2")
        assert (events.measure, events.value) == ("PREV_EV", 20)
        assert people.period == PartialDate.parse("2025-11-03/2025-11-09")

    def test_the_weeks_own_arrivals_are_kept_apart(self) -> None:
        compared = time_series(workbook()).compared
        assert [(entry.measure, entry.value) for entry in compared] == [
            ("ARR", 852),
            ("ARR_BOATS", 12),
            ("ARR_UNCTRL", 1),
        ]

    def test_the_last_day_spoken_of(self) -> None:
        assert time_series(workbook()).last_day == date(2025, 11, 9)


class TestRecognition:
    def test_sheets_columns_and_rows_may_move(self) -> None:
        moved: Rows = [("Table 1", None, None, None, None, None), (None,) * 6]
        moved += [(None, row[2], row[0], row[3], row[1], row[4]) for row in days()]
        book = workbook(daily=moved)
        again = Workbook(tuple(reversed(book.sheets)))
        found = time_series(again).daily
        assert {(entry.measure, entry.first, entry.value) for entry in found} == {
            (entry.measure, entry.first, entry.value) for entry in time_series(workbook()).daily
        }

    def test_headers_may_carry_footnotes_spaces_and_capitals(self) -> None:
        heads = ("DATE", "Migrants  arrived [note 1]", "Boats arrived (2)", f"{DAILY_HEADS[3]} ³", "Notes")
        assert time_series(workbook(daily=[heads, *days()[1:]])).daily == time_series(workbook()).daily

    def test_columns_that_are_not_known_are_passed_over(self) -> None:
        more = [(*row, "Of which children" if n == 0 else 1.0) for n, row in enumerate(days())]
        assert time_series(workbook(daily=more)).daily == time_series(workbook()).daily

    def test_remarks_under_the_table_and_empty_rows_are_passed_over(self) -> None:
        more: Rows = [*days(), (None,) * 5, ("Source: operational data", None, None, None, None)]
        assert time_series(workbook(daily=more)).daily == time_series(workbook()).daily

    @pytest.mark.parametrize(
        "daily",
        [
            [],
            [("Date", "Arrivals", "Boats", "Uncontrolled", "Notes"), *days()[1:]],
            [tuple("Date" if cell == "Notes" else cell for cell in DAILY_HEADS), *days()[1:]],
            weeks(),
            days()[:1],
        ],
        ids=["empty", "other headers", "one header twice", "weeks for days", "no rows"],
    )
    def test_another_layout_is_refused(self, daily: Rows) -> None:
        assert refusal(daily).code is RefusalCode.SPREADSHEET_UNKNOWN_LAYOUT

    def test_two_sheets_of_one_layout_are_refused(self) -> None:
        book = workbook()
        with pytest.raises(Refusal) as caught:
            time_series(Workbook((*book.sheets, Sheet("SB_01 (2)", book.sheets[2].rows))))
        assert caught.value.code is RefusalCode.SPREADSHEET_UNKNOWN_LAYOUT


class TestUnreadable:
    @pytest.mark.parametrize(
        "cell",
        [1.5, -1.0, float("nan"), float("inf"), "503", "many", "c", True, 1e12, day(3)],
    )
    def test_a_value_that_is_no_whole_count_names_its_cell(self, cell: Cell) -> None:
        rows = days()
        rows[2] = (day(4), 503.0, cell, 0.0, None)
        found = refusal(rows)
        assert found.code is RefusalCode.UNREADABLE_CELL
        assert found.values == {"sheet": "SB_01", "cell": "C3", "row": 3}

    @pytest.mark.parametrize(
        "cell",
        ["2025-11-04", "Total", 45965.0, None, datetime.fromisoformat("2025-11-04T10:00:00"), day(3)],
        ids=["text", "a total", "a bare number", "nothing", "an hour", "a day twice"],
    )
    def test_a_row_of_values_without_a_day_of_its_own(self, cell: Cell) -> None:
        rows = days()
        rows[2] = (cell, *rows[2][1:])
        found = refusal(rows)
        assert (found.code, found.values["cell"]) == (RefusalCode.UNREADABLE_CELL, "A3")

    def test_a_week_that_does_not_end_on_a_sunday(self) -> None:
        rows = weeks()
        rows[1] = (day(8), *rows[1][1:])
        found = refusal(None, rows)
        assert (found.values["sheet"], found.values["cell"]) == ("SB_02", "A2")


class TestEdition:
    @pytest.mark.parametrize(
        ("cover", "stated"),
        [
            ([("Published 14 November 2025",)], date(2025, 11, 14)),
            ([(day(14),)], date(2025, 11, 14)),
            ([("Frequency: published weekly",), ("Crown copyright © 2023",)], None),
            ([("Published 14 November 2025",), ("Next: 21 November 2025",)], None),
            ([("Published 31 November 2025",)], None),
        ],
    )
    def test_it_is_what_the_cover_says_where_it_says_one_day(self, cover: Rows, stated: date | None) -> None:
        assert time_series(workbook(cover=cover)).stated_edition == stated

    @pytest.mark.parametrize(
        ("text", "named"),
        [
            ("2025-11-14", {date(2025, 11, 14)}),
            ("small_boats_20251114_final", {date(2025, 11, 14)}),
            ("time-series-14-november-2025", {date(2025, 11, 14)}),
            ("2025-13-14", set()),
            ("12345678901", set()),
            ("time series", set()),
        ],
    )
    def test_days_are_found_in_names(self, text: str, named: set[date]) -> None:
        assert days_in(text) == named
