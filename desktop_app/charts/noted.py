"""Counts the field notes of each day, to be marked on the time axis of a chart."""

from __future__ import annotations

from collections import Counter
from datetime import date

from desktop_app.charts.shapes import NotedDay
from desktop_app.domain.dates import DateKind
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.views import View


def noted_days(view: View, days: tuple[date, date], known_on: date) -> tuple[NotedDay, ...]:
    """The days shown that have notes, earliest first; a note whose day is vague is on none of them."""
    last = min(days[1], known_on)
    found = Counter(
        note.date.earliest
        for note in view.every(FieldNote)
        if note.date.kind is DateKind.DAY and note.date.earliest is not None
    )
    return tuple(
        NotedDay(day.toordinal(), count) for day, count in sorted(found.items()) if days[0] <= day <= last
    )
