"""Rows of separated text are the same one by one, all at once, and by Python's own reader."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.tabular.books import TextRows

CELL = st.text(st.characters(exclude_characters='\r\0"', exclude_categories=["Cs"]), max_size=6)
PLAIN = CELL.filter(lambda text: "\n" not in text)


@given(
    st.lists(st.lists(PLAIN, max_size=4), max_size=8),
    st.sampled_from(["", "\n", "\n\n"]),
    st.integers(0, 600),
)
def test_lines_without_quotation_marks(rows: list[list[str]], end: str, more: int) -> None:
    text = "\n".join(["a,b"] * more + [",".join(row) for row in rows]) + end
    check(text)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=8))
def test_quoted_cells(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    check(stream.getvalue())


def test_more_columns_than_any_table_has_are_refused_quoted_or_not() -> None:
    for cell in ("", '"a"'):
        with pytest.raises(Refusal) as refused:
            TextRows((cell + "," * 1_000).encode(), ",")
        assert refused.value.code is RefusalCode.SPREADSHEET_TOO_LARGE


def check(text: str) -> None:
    wanted = list(csv.reader(io.StringIO(text, newline="")))
    read = TextRows(text.encode(), ",")
    assert len(read) == len(wanted)
    assert list(read) == wanted
    assert [read[place] for place in range(len(read))] == wanted
