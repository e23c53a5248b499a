"""Texts in CSV cells: harmless in a spreadsheet, and back exactly as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.cells import cell_text, looks_active, neutral, restored

ACTIVE = [
    "=1+1",
    "+44 20",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\x00=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠a",
]


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert restored(neutral(text)) == text


@given(st.text())
def test_nothing_that_a_spreadsheet_runs_is_left(text: str) -> None:
    assert not looks_active(neutral(text))


@pytest.mark.parametrize("text", ACTIVE)
def test_what_could_be_a_formula_is_marked(text: str) -> None:
    assert neutral(text) == "'" + text


@pytest.mark.parametrize("text", ["", "94", "-75", "+12.5", "~350", "a=b", "é", "../2025-09-07"])
def test_plain_words_and_numbers_stay(text: str) -> None:
    assert neutral(text) == text


def test_an_apostrophe_of_the_text_s_own_is_kept_apart() -> None:
    assert neutral("'tis") == "''tis"


def test_an_empty_cell_is_empty() -> None:
    assert cell_text(None) == ""
