"""Finds the field notes of each day, to be marked along a time axis, and named where they are few."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

from desktop_app.charts.shapes import Milestone, NotedDay
from desktop_app.domain.dates import DateKind
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.views import View
from desktop_app.words.translate import _n

MOST_LABELLED = 6
"""So many days of field notes have a line with a label each; more have only their marks on the axis."""
LIGHTEST = 100
"""A label of a field note gives way to every milestone."""
LONGEST = 28
"""In letters; a longer place is cut."""


def noted_days(view: View, days: tuple[date, date], known_on: date) -> tuple[NotedDay, ...]:
    """The days shown that have notes, earliest first; a note whose day is vague is on none of them."""
    last = min(days[1], known_on)
    found: dict[date, list[str]] = {}
    for note in view.every(FieldNote):
        day = note.date.earliest
        if note.date.kind is DateKind.DAY and day is not None and days[0] <= day <= last:
            found.setdefault(day, []).append(note.place.strip())
    return tuple(
        NotedDay(day.toordinal(), len(places), _label(places)) for day, places in sorted(found.items())
    )


def _label(places: list[str]) -> str:
    named = {place for place in places if place}
    if len(named) == 1 and all(places):
        return shorten(named.pop(), LONGEST, placeholder="…")
    return _n("Field note", "Field notes", len(places))


def labelled(noted: tuple[NotedDay, ...]) -> tuple[Milestone, ...]:
    """Lines with labels for the days of notes, where these are few."""
    if len(noted) > MOST_LABELLED:
        return ()
    return tuple(Milestone(each.day, each.day, each.label, LIGHTEST) for each in noted)
