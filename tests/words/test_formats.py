"""Numbers and days without Qt read as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.intervals import Number
from desktop_app.words.formats import PlainFormats, percent


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (94, "94"), (38726, "38,726"), (-69, "−69"), (Decimal("1234.50"), "1,234.50")],
)
def test_numbers_have_thousands_and_keep_their_decimals(number: Number, text: str) -> None:
    assert PlainFormats().number(number) == text


def test_days_and_months_are_spelt() -> None:
    formats, day = PlainFormats(), date(2025, 11, 9)
    assert formats.day(day) == "9 Nov 2025"
    assert formats.long_day(day) == "9 November 2025"
    assert formats.day_month(day) == "9 Nov"
    assert formats.month(2025, 5) == "May 2025"
    assert formats.long_month(2025, 5) == "May 2025"
    assert formats.short_month(12) == "Dec"
    assert formats.weekday(day) == "Sunday"


def test_percent() -> None:
    assert percent(Decimal("5.2"), PlainFormats()) == "5.2%"
