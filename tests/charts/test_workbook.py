"""A chart as a workbook: what a spreadsheet program reads is what is plotted, and what is said around it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.files import tables
from desktop_app.charts.files.workbook import as_workbook
from desktop_app.charts.registry import Chart
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY
from tests.charts.test_grammar import everything


def read(chart: Chart, tmp_path: Any) -> dict[str, list[list[Any]]]:
    path = tmp_path / "chart.xlsx"
    path.write_bytes(as_workbook(chart))
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def as_read(value: Any) -> Any:
    """A plotted value as a spreadsheet program gives it back."""
    if value is None or isinstance(value, bool):
        return "" if value is None else value
    if isinstance(value, str) and len(value) == len("2025-11-09"):
        with suppress(ValueError):
            return date.fromisoformat(value)
    return float(value) if isinstance(value, int | float) else tables.flat(value)


@pytest.mark.parametrize("name", registry.names())
def test_it_holds_exactly_the_plotted_values_and_the_words(name: str, tmp_path: Any) -> None:
    chart = registry.build(name, Asked(everything(), PlainFormats(), TODAY))
    sheets = read(chart, tmp_path)
    heading, *lines = sheets["Values"] if tables.values(chart) else [list(tables.columns(chart))]
    assert heading == list(tables.columns(chart))
    wanted = [[as_read(line[each]) for each in heading] for line in tables.values(chart)]
    assert [list(line) for line in lines] == wanted
    words = {row[0]: row[1] for row in sheets["Words"]}
    for word in tables.WORDS:
        assert words[word] == getattr(chart, word)


@pytest.mark.parametrize("name", [registry.FIRST, "balance", "year-on-year"])
def test_days_are_days(name: str, tmp_path: Any) -> None:
    chart = registry.build(name, Asked(everything(), PlainFormats(), TODAY))
    heading, line, *_rest = read(chart, tmp_path)["Values"]
    first = line[heading.index("first")]
    assert isinstance(first, date)
    assert not isinstance(first, datetime)
