from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import moment_words
from desktop_app.domain.dates import Obtained

NOW = datetime(2026, 11, 23, 6, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("now", "2026-11-23", "06:15"),
        ("05:40", "2026-11-23", "05:40"),
        ("today 05:40", "2026-11-23", "05:40"),
        ("yesterday at 5:40 pm", "2026-11-22", "17:40"),
        ("hier à 5h", "2026-11-22", "05:00"),
        ("9 nov 2025 5h40", "2025-11-09", "05:40"),
        ("5:40, 9 nov 2025", "2025-11-09", "05:40"),
        ("2025-11-09T05:40", "2025-11-09", "05:40"),
        ("12am", "2026-11-23", "00:00"),
        ("early nov 2025", "[2025-11-01..2025-11-10]", ""),
        ("", "", ""),
    ],
)
def test_date_and_time_as_people_write_them(text: str, date: str, time: str) -> None:
    reading = moment_words.read(text, now=NOW)
    assert (str(reading.date.date), reading.time, reading.code) == (date, time, "")


@pytest.mark.parametrize("text", ["25:10", "9 nov 2025 05:60", "13pm"])
def test_a_time_that_no_clock_shows_leaves_no_date_either(text: str) -> None:
    reading = moment_words.read(text, now=NOW)
    assert (str(reading.date.date), reading.time, reading.code) == ("", "", "no such time")


@pytest.mark.parametrize("text", ["9/11/2025 05:40", "some time 05:40"])
def test_a_date_that_is_not_read_leaves_no_time_either(text: str) -> None:
    reading = moment_words.read(text, now=NOW)
    assert (str(reading.date.date), reading.time) == ("", "")
    assert reading.code


def test_a_relative_date_says_that_it_was_worked_out() -> None:
    assert moment_words.read("05:40", now=NOW).date.how is Obtained.RESOLVED


@given(st.times(), st.dates())
def test_any_minute_is_read_back(time: datetime, date: datetime) -> None:
    reading = moment_words.read(f"{date.isoformat()} {time:%H:%M}", now=NOW)
    assert (str(reading.date.date), reading.time) == (date.isoformat(), f"{time:%H:%M}")


@given(st.text(max_size=60))
def test_no_text_fails(text: str) -> None:
    reading = moment_words.read(text, now=NOW)
    assert not (reading.code and reading.time)
