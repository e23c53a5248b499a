"""Words of a date as they mean the same on any later day: what is half typed may be gone on with tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from desktop_app.domain.date_words import DateReading

_LATER = tuple(timedelta(days=days) for days in (1, 7, 31, 366))
"""After a day "today" is another one, after a week "Tuesday", after a month and a year what names these."""


def lasting(words: str, read: Callable[[date], DateReading], today: date) -> str:
    """The words, or the date itself where another day would read them differently: "yesterday", "Tuesday".

    `read` says what the words mean on a day.
    """
    now = read(today)
    if not now.date.is_dated or all(read(today + later).date == now.date for later in _LATER):
        return words
    return str(now.date)
