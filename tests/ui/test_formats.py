from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from desktop_app.ui.formats import QtFormats

BRITISH = QtFormats(QLocale("en_GB"))


def test_days_are_spelt_with_the_month_s_name() -> None:
    day = date(2025, 9, 7)
    assert BRITISH.day(day) == "7 Sep 2025"
    assert BRITISH.long_day(day) == "7 September 2025"
    assert BRITISH.day_month(day) == "7 Sep"
    assert BRITISH.weekday(day) == "Sunday"


def test_months_stand_with_and_without_their_year() -> None:
    assert BRITISH.month(2025, 11) == "Nov 2025"
    assert BRITISH.long_month(2025, 11) == "November 2025"
    assert BRITISH.short_month(11) == "Nov"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en_GB", "38,726"), ("fr_FR", "38\u202f726"), ("ar_EG", "٣٨٬٧٢٦"), ("de_DE", "38.726")],
)
def test_numbers_are_grouped_as_the_locale_does(locale: str, expected: str) -> None:
    assert QtFormats(QLocale(locale)).number(38_726) == expected


def test_negative_decimal_and_very_long_numbers() -> None:
    assert BRITISH.number(-1234) == "−1,234"
    assert BRITISH.number(Decimal("-12.5")) == "−12.5"
    assert QtFormats(QLocale("fr_FR")).number(Decimal("12.5")) == "12,5"
    assert BRITISH.number(10**20) == "100,000,000,000,000,000,000"


def test_digits_of_days_are_the_locale_s_own() -> None:
    assert QtFormats(QLocale("ar_EG")).day(date(2025, 11, 9)).startswith("٩ ")
