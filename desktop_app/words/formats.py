"""How numbers and days are written; each floor is handed a `Formats` and never formats by itself."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from desktop_app.domain.intervals import Number, number_text
from desktop_app.words.translate import _, _p


class Formats(Protocol):
    """Numbers and days in the reader's way. The window's follows the system's locale (QLocale)."""

    def number(self, number: Number) -> str:
        """38,726; decimals with as many places as they have."""
        ...

    def day(self, day: date) -> str:
        """9 Nov 2025"""
        ...

    def long_day(self, day: date) -> str:
        """9 November 2025"""
        ...

    def day_month(self, day: date) -> str:
        """9 Nov"""
        ...

    def month(self, year: int, month: int) -> str:
        """Nov 2025"""
        ...

    def long_month(self, year: int, month: int) -> str:
        """November 2025"""
        ...

    def short_month(self, month: int) -> str:
        """Nov: a month without its year, for an axis that names the year elsewhere"""
        ...

    def weekday(self, day: date) -> str:
        """Sunday"""
        ...


class PlainFormats:
    """Formats without Qt, in the language installed: for the command line and for tests."""

    def number(self, number: Number) -> str:
        """38,726; decimals with as many places as they have."""
        whole, _point, places = number_text(-number if number < 0 else number).partition(".")
        grouped = f"{int(whole):,}".replace(",", _p("between thousands", ","))
        sign = "−" if number < 0 else ""
        return f"{sign}{grouped}{_p('before decimals', '.')}{places}" if places else f"{sign}{grouped}"

    def day(self, day: date) -> str:
        """9 Nov 2025"""
        return _("{day} {month} {year}").format(
            day=day.day, month=_short_months()[day.month - 1], year=_year(day.year)
        )

    def long_day(self, day: date) -> str:
        """9 November 2025"""
        return _("{day} {month} {year}").format(
            day=day.day, month=_long_months()[day.month - 1], year=_year(day.year)
        )

    def day_month(self, day: date) -> str:
        """9 Nov"""
        return _("{day} {month}").format(day=day.day, month=_short_months()[day.month - 1])

    def month(self, year: int, month: int) -> str:
        """Nov 2025"""
        return _("{month} {year}").format(month=_short_months()[month - 1], year=_year(year))

    def long_month(self, year: int, month: int) -> str:
        """November 2025"""
        return _("{month} {year}").format(month=_long_months()[month - 1], year=_year(year))

    def short_month(self, month: int) -> str:
        """Nov"""
        return _short_months()[month - 1]

    def weekday(self, day: date) -> str:
        """Sunday"""
        return _weekdays()[day.weekday()]


def percent(number: Number, formats: Formats) -> str:
    """A share in percent, such as 50% or 5.2%."""
    return _("{number}%").format(number=formats.number(number))


def _year(year: int) -> str:
    return f"{year:04d}"


def _short_months() -> tuple[str, ...]:
    return (
        _p("month in short", "Jan"),
        _p("month in short", "Feb"),
        _p("month in short", "Mar"),
        _p("month in short", "Apr"),
        _p("month in short", "May"),
        _p("month in short", "Jun"),
        _p("month in short", "Jul"),
        _p("month in short", "Aug"),
        _p("month in short", "Sep"),
        _p("month in short", "Oct"),
        _p("month in short", "Nov"),
        _p("month in short", "Dec"),
    )


def _long_months() -> tuple[str, ...]:
    return (
        _p("month", "January"),
        _p("month", "February"),
        _p("month", "March"),
        _p("month", "April"),
        _p("month", "May"),
        _p("month", "June"),
        _p("month", "July"),
        _p("month", "August"),
        _p("month", "September"),
        _p("month", "October"),
        _p("month", "November"),
        _p("month", "December"),
    )


def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
