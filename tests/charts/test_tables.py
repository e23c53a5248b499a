"""The values of charts as files have them: exactly what is plotted, with the words of the chart."""

from __future__ import annotations

import csv
import io

import pytest

from desktop_app.charts.files import tables
from desktop_app.charts.kinds import journeys, time_to_return
from desktop_app.charts.registry import Chart
from tests.charts.case_records import FOUNDING, asked, records
from tests.charts.samples import usual
from tests.domain.ledgers import Ledger

WORDS = ("headline", "subtitle", "footer", "alt")


def read(chart: Chart) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tables.as_csv(chart))))


def test_returns_against_arrivals_is_its_rows_without_any_language() -> None:
    chart = usual()
    rows = read(chart)
    assert len(rows) == len(chart.rows)
    last = rows[-1]
    assert (last["measure"], last["first"], last["last"]) == ("ADM", "2026-02-09", "2026-02-09")
    assert (last["low"], last["high"], last["mark"]) == ("367", "367", "reported")
    assert all("," not in row["low"] for row in rows)


@pytest.mark.parametrize("build", [journeys.build, time_to_return.build])
def test_the_words_stand_once_in_the_last_columns(build: object) -> None:
    assert callable(build)
    chart = build(asked(Ledger(*records(FOUNDING))))
    rows = read(chart)
    assert len(rows) == len(chart.table.lines)
    assert {word: rows[0][word] for word in WORDS} == {word: getattr(chart, word) for word in WORDS}
    assert not any(row[word] for row in rows[1:] for word in WORDS)


def test_an_empty_chart_still_says_why() -> None:
    (row,) = read(journeys.build(asked(Ledger())))
    assert row["headline"] == "No journeys yet"


def test_as_json_the_values_have_their_types() -> None:
    plain = tables.as_plain("time-to-return", time_to_return.build(asked(Ledger(*records(FOUNDING)))))
    assert (plain["chart"], plain["headline"]) == (
        "time-to-return",
        "Returned after 14–44 days; arrived again after 29 days",
    )
    first = plain["values"][0]
    assert (first["case"], first["low"], first["high"], first["unit"]) == ("C-001", 14, 23, "days")
    assert (first["begin"], first["end"]) == ("2025-10-18", "[2025-11-01..2025-11-10]")
    assert tables.as_plain("returns-arrivals", usual())["values"][-1]["low"] == 367
