"""A date without a year, in a case that says which year is likely."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import date_words, near_dates
from desktop_app.domain.dates import Obtained

TODAY = date(2026, 11, 23)
AUTUMN = (date(2025, 8, 6), date(2025, 10, 18))


def edtf(text: str, around: near_dates.Stretch | None = AUTUMN) -> str:
    return str(near_dates.read(text, around, today=TODAY).date)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("21 oct", "2025-10-21"),
        ("19 sep", "2025-09-19"),
        ("early nov", "[2025-11-01..2025-11-10]"),
        ("1 jul", "2025-07-01"),
        ("10 jan", "2026-01-10"),
        ("21 oct 2024", "2024-10-21"),
        ("yesterday", "2026-11-22"),
        ("last november", str(date_words.read("last november", today=TODAY).date)),
        ("on tuesday", str(date_words.read("on tuesday", today=TODAY).date)),
        ("21/10", "2025-10-21"),
        ("?", ""),
        ("after the storm", ""),
    ],
)
def test_the_nearest_year_is_meant(text: str, understood: str) -> None:
    assert edtf(text) == understood


def test_without_other_events_the_latest_such_date_is_meant() -> None:
    assert edtf("21 oct", None) == "2026-10-21"


def test_nothing_lies_in_the_future() -> None:
    assert edtf("24 dec", (date(2026, 11, 1), date(2026, 11, 20))) == "2025-12-24"


def test_that_the_year_was_not_written_stays_known() -> None:
    assert near_dates.read("21 oct", AUTUMN, today=TODAY).how is Obtained.RESOLVED


@given(
    st.sampled_from(
        ["21 oct 2025", "nov 2025", "yesterday", "last week", "9/11/2025", "?", "x", "2025-11-05"]
    ),
    st.dates(date(1990, 1, 1), TODAY),
    st.integers(0, 900),
)
def test_a_date_that_needs_no_year_is_read_as_ever(text: str, first: date, days: int) -> None:
    around = (first, date.fromordinal(first.toordinal() + days))
    assert near_dates.read(text, around, today=TODAY) == date_words.read(text, today=TODAY)
