"""Words of a date that mean another day tomorrow are kept as the day they mean today."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain import any_day, date_words
from desktop_app.domain.date_words import DateReading

TODAY = date(2025, 11, 12)


def read(words: str, today: date) -> DateReading:
    return date_words.read(words, today=today)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("yesterday", "2025-11-11"),
        ("today", "2025-11-12"),
        ("early nov 2025", "early nov 2025"),
        ("9 nov 2025", "9 nov 2025"),
        ("2025", "2025"),
        ("when the boats came", "when the boats came"),
        ("", ""),
    ],
)
def test_only_what_another_day_reads_differently_is_replaced(words: str, kept: str) -> None:
    assert any_day.lasting(words, lambda day: read(words, day), TODAY) == kept
    later = date(2026, 3, 1)
    assert read(kept, later).date == read(words, TODAY).date
