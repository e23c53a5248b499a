"""Numbers as the system's locale writes them and days in the app's language, for every sentence shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from desktop_app.domain.intervals import Number, number_text
from desktop_app.words.formats import PlainFormats


class QtFormats:
    """Formats by a QLocale: the system's own unless another is given.

    Separators and digits are the locale's; names of months and days are words, so they are in the language
    the app speaks, also where the system's is another.
    """

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = QLocale() if locale is None else QLocale(locale)
        self._locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        self._words = PlainFormats()

    def number(self, number: Number) -> str:
        """38,726; decimals with as many places as they have."""
        whole, _point, places = number_text(-number if number < 0 else number).partition(".")
        text = self._grouped(whole)
        if places:
            text = f"{text}{self._locale.decimalPoint()}{self._digits(places)}"
        return f"−{text}" if number < 0 else text

    def day(self, day: date) -> str:
        """9 Nov 2025"""
        return self._digits(self._words.day(day))

    def long_day(self, day: date) -> str:
        """9 November 2025"""
        return self._digits(self._words.long_day(day))

    def day_month(self, day: date) -> str:
        """9 Nov"""
        return self._digits(self._words.day_month(day))

    def month(self, year: int, month: int) -> str:
        """Nov 2025"""
        return self._digits(self._words.month(year, month))

    def long_month(self, year: int, month: int) -> str:
        """November 2025"""
        return self._digits(self._words.long_month(year, month))

    def short_month(self, month: int) -> str:
        """Nov"""
        return self._words.short_month(month)

    def weekday(self, day: date) -> str:
        """Sunday"""
        return self._words.weekday(day)

    def _grouped(self, whole: str) -> str:
        # Longer numbers than Qt's 64 bits can hold are grouped by hand, in threes.
        if len(whole) <= 18:
            return self._locale.toString(int(whole))
        return self._digits(f"{int(whole):,}").replace(",", self._locale.groupSeparator())

    def _digits(self, text: str) -> str:
        zero = self._locale.zeroDigit()
        if zero == "0":
            return text
        return "".join(chr(ord(zero) + int(each)) if each in "0123456789" else each for each in text)
