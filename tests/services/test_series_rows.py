"""A series as rows of plain values."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.measures import ARR, RET, Basis, Measure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import KnownOn
from desktop_app.services import series_rows
from tests.domain.ledgers import (
    BLOG,
    GOV_UK,
    HOME_OFFICE,
    NOVEMBER,
    WEEK_TO_9_NOVEMBER,
    Ledger,
    daily,
    figure,
)


def rows(*figures: Any, measure: str = ARR, **wanted: Any) -> list[dict[str, series_rows.Value]]:
    return series_rows.rows(Ledger(*figures), measure, **wanted)


class TestFlow:
    def test_each_period_is_a_row_with_the_columns_in_order(self) -> None:
        told = figure(ARR, ">1700", "2025-11-06/2025-11-08", amount_words="more than 1,700 people")
        (row,) = rows(told)
        assert row == {
            "period_start": "2025-11-06",
            "period_end": "2025-11-08",
            "low": 1701,
            "high": None,
            "text": "more than 1,700 people",
            "comparator": "more than",
            "status": "A",
            "published": "2025-11-08",
            "source": "A paper",
            "figure_id": told.id,
        }
        assert tuple(row) == series_rows.COLUMNS

    def test_the_notation_stands_in_for_words_that_were_not_kept(self) -> None:
        assert rows(figure(ARR, "~350", "2025-11-06"))[0]["text"] == "~350"

    def test_both_ends_are_included(self) -> None:
        found = rows(*WEEK_TO_9_NOVEMBER, start=date(2025, 11, 6), end=date(2025, 11, 8))
        assert [row["low"] for row in found] == [621, 648, 503]

    def test_a_period_that_touches_the_days_asked_for_is_given_whole(self) -> None:
        found = rows(figure(ARR, "36816", "2024"), start=date(2024, 12, 1))
        assert [row["period_start"] for row in found] == ["2024-01-01"]


class TestSum:
    def test_it_runs_from_the_first_day_asked_for(self) -> None:
        before = figure(ARR, "36954", "2025-01-01/2025-11-02", HOME_OFFICE)
        found = rows(
            before, *WEEK_TO_9_NOVEMBER, start=date(2025, 1, 1), end=date(2025, 11, 8), cumulative=True
        )
        assert found[-1] | {"figure_id": "", "published": ""} == {
            "period_start": "2025-01-01",
            "period_end": "2025-11-08",
            "low": 38_726,
            "high": 38_726,
            "text": "38726",
            "comparator": "exactly",
            "status": "A",
            "published": "",
            "source": "Home Office",
            "figure_id": "",
        }
        assert found[-1]["figure_id"] == WEEK_TO_9_NOVEMBER[5].id

    def test_or_from_the_first_recorded_day(self) -> None:
        found = rows(*WEEK_TO_9_NOVEMBER, cumulative=True)
        assert [row["low"] for row in found] == [0, 0, 0, 621, 1269, 1772, 2121]
        assert found[-1]["period_start"] == "2025-11-03"

    def test_days_without_a_record_are_not_zero_so_the_sum_is_the_least_it_can_be(self) -> None:
        found = rows(*daily("2025-11-03", [5, None, 7]), start=date(2025, 11, 1), cumulative=True)
        assert [
            (row["period_end"], row["low"], row["high"], row["text"], row["comparator"]) for row in found
        ] == [
            ("2025-11-03", 5, None, "5..", "at least"),
            ("2025-11-05", 12, None, "12..", "at least"),
        ]

    def test_ranges_and_open_ends_are_said(self) -> None:
        found = rows(figure(ARR, "~350", "2025-11-06"), figure(ARR, ">300", "2025-11-07"), cumulative=True)
        assert [(row["low"], row["high"], row["text"], row["comparator"]) for row in found] == [
            (345, 355, "345..355", "between"),
            (646, None, "646..", "at least"),
        ]

    def test_nothing_known_gives_no_rows(self) -> None:
        assert rows(cumulative=True) == []


class TestRunningTotal:
    def test_its_rows_are_its_steps_with_or_without_summing(self) -> None:
        found = rows(*NOVEMBER, measure=RET)
        assert [row["low"] for row in found] == [75, 94, 113, 193, 281]
        assert rows(*NOVEMBER, measure=RET, cumulative=True) == found
        assert [row["low"] for row in rows(*NOVEMBER, measure=RET, end=date(2025, 11, 7))] == [75, 94]

    def test_rivals_are_a_range_and_the_drawn_figure_is_named(self) -> None:
        drawn = figure(RET, "94", "2025-11-05", GOV_UK)
        (row,) = rows(figure(RET, "42", "2025-11-05", BLOG), drawn, measure=RET)
        assert (row["low"], row["high"], row["text"], row["source"]) == (42, 94, "94", "GOV.UK")
        assert row["figure_id"] == drawn.id

    def test_a_flow_of_which_only_totals_are_known_gives_those(self) -> None:
        claim = figure(ARR, "38726", "2025-11-08", basis=Basis.CUMULATIVE, counted_since="2025-01-01")
        assert [row["low"] for row in rows(claim, cumulative=True)] == [38726]


class TestAsking:
    def test_rows_are_as_known_on_the_day_of_the_view(self) -> None:
        found = series_rows.rows(KnownOn(Ledger(*NOVEMBER), date(2025, 11, 10)), RET)
        assert [row["low"] for row in found] == [75, 94]

    def test_rows_are_plain_values(self) -> None:
        found = rows(figure("RATE", "5.25", "2025-11-06", citations=()), Measure("RATE"), measure="rate")
        assert json.loads(json.dumps(found))[0]["low"] == 5.25
        assert found[0]["source"] == ""

    def test_an_unknown_measure_is_refused(self) -> None:
        with pytest.raises(Refusal) as refused:
            rows(measure="NOPE")
        assert refused.value.code is RefusalCode.UNKNOWN_MEASURE
