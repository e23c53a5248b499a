"""What the person's locale says about how dates are written."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop_app.domain.date_words import Order


def date_order(locale: QLocale) -> Order:
    """Whether 9/11/2025 begins with the day or the month here; None where the year comes first."""
    form = locale.dateFormat(QLocale.FormatType.ShortFormat).lower()
    day, month, year = form.find("d"), form.find("m"), form.find("y")
    if year < min(day, month):
        return None
    return "dmy" if day < month else "mdy"
