from __future__ import annotations

import pytest

from desktop_app.ui.widgets.columns import Column
from desktop_app.ui.widgets.table_clipboard import harmless, mime_data


def whole(record: str) -> str:
    return record


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "＝1", "-=1"])
def test_what_a_spreadsheet_would_run_is_quoted(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["94", "-5", "+19", "-1,234.5", "early Nov 2025", "> 1,700", "a=b"])
def test_numbers_and_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_tabs_and_line_ends_inside_a_cell_do_not_break_the_rows() -> None:
    data = mime_data([Column("w", "Words", whole)], ["one\ttwo\nthree"])
    assert data.text() == "Words\none two three\n"


def test_markup_in_a_cell_is_text_in_the_document() -> None:
    data = mime_data([Column("w", "Words", whole)], ["<b>&"])
    assert "<td>&lt;b&gt;&amp;</td>" in data.html()
