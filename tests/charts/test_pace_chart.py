"""Pace and target: weeks that were counted, totals of one origin, a target with who said it, or a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.charts.choice import ChartChoice, Per
from desktop_app.charts.files import tables
from desktop_app.charts.kinds import pace_chart
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.measures import RET, TGT_RET_WK, Basis
from desktop_app.domain.views import View
from tests.charts.samples import SCHEME, ledger
from tests.charts.time_samples import asked, check_words, plot
from tests.domain.ledgers import GOV_UK, PAPER, Ledger, daily, figure

pytestmark = pytest.mark.usefixtures("qapp")

TARGET = figure(TGT_RET_WK, "50", "2025-08-05", PAPER, basis=Basis.TARGET, speaker="Home Secretary")
WEEKS = daily("2025-09-01", [10] * 21)


def test_arrivals_are_whole_weeks() -> None:
    sheet = pace_chart.build(asked(Ledger(SCHEME, *daily("2025-09-01", [10] * 17))))
    (first, second) = tables.values(sheet)
    assert (first["first"], first["last"], first["low"]) == ("2025-09-01", "2025-09-07", 70)
    assert second["last"] == "2025-09-14"
    assert sheet.headline == "70 arrived in the week to 14 Sep 2025"


def test_returns_are_refused_for_a_reason_where_no_source_gave_two_totals() -> None:
    view = Ledger(
        SCHEME, *WEEKS, figure(RET, "3", "2025-09-10", PAPER), figure(RET, "9", "2025-09-20", GOV_UK)
    )
    returned = plot(pace_chart.build(asked(view))).panels[1]
    assert returned.is_empty
    assert returned.refused.startswith("Not drawn: in these days nobody counted people returned by the week")


def test_totals_of_one_source_make_a_bar_over_their_days_and_the_target_a_line() -> None:
    totals = (figure(RET, "3", "2025-09-06", PAPER), figure(RET, "9", "2025-09-20", PAPER))
    sheet = pace_chart.build(asked(Ledger(SCHEME, *WEEKS, *totals, TARGET)))
    returned = plot(sheet).panels[1]
    (block,) = returned.blocks
    assert (block.value, block.label, block.end - block.start) == (3.0, "3.0", 13)
    (level,) = returned.levels
    assert level.value == 50
    assert level.text == "aimed at: 50 a week (Home Secretary, 5 Aug 2025)"
    assert sheet.headline == "3.0 returned a week to 20 Sep 2025; aimed at 50"
    assert "between totals given by A paper" in returned.title
    check_words(sheet)


def test_a_week_with_a_missing_day_has_no_bar_and_is_counted() -> None:
    sheet = pace_chart.build(asked(Ledger(SCHEME, *daily("2025-09-01", [1] * 8 + [None] + [1] * 12))))
    assert len(plot(sheet).panels[0].blocks) == 2
    assert sheet.notes[0].text.startswith("1 week of arrivals")


def test_words_keep_clear_of_each_other() -> None:
    check_words(pace_chart.build(asked(ledger(SCHEME, TARGET))))


def test_nothing_is_said_plainly() -> None:
    assert pace_chart.build(asked(Ledger())).headline == "No pace to draw yet"


def a_month(view: View) -> Sheet:
    return pace_chart.build(replace(asked(view), choice=ChartChoice(per=Per.MONTH)))


def test_months_are_those_of_the_calendar_and_the_target_is_said_both_ways() -> None:
    totals = (figure(RET, "3", "2025-09-06", PAPER), figure(RET, "59", "2025-11-01", PAPER))
    sheet = a_month(Ledger(SCHEME, *daily("2025-09-01", [10] * 70), *totals, TARGET))
    arrived, returned, admitted = plot(sheet).panels
    assert [block.value for block in arrived.blocks] == [300, 310]
    assert [block.label for block in returned.blocks] == ["30.4"]
    assert returned.levels[0].value == pytest.approx(50 * 30.4375 / 7)
    assert returned.levels[0].text.startswith("aimed at: 50 a week, 217.4 a month (")
    assert admitted.refused.startswith("Not drawn: in these days nobody counted people admitted by the month")
    assert sheet.headline == "30.4 returned a month to 1 Nov 2025; aimed at 50 a week, 217.4 a month"
    assert {line["series"] for line in tables.values(sheet)} == {"ARR a month", "RET a month"}
    assert "A rate is for 30.4 days." in sheet.subtitle


def test_a_month_with_a_missing_day_has_no_bar_and_is_counted() -> None:
    sheet = a_month(Ledger(SCHEME, *daily("2025-09-01", [1] * 35 + [None] + [1] * 60)))
    assert len(plot(sheet).panels[0].blocks) == 2
    assert sheet.notes[0].text.startswith("1 month of arrivals has days without a record")
