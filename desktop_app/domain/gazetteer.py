"""The places of the field notes, without a map: what was noted at each, and when last.

Places are told apart as they are written: "Calais" and "calais" are two until somebody mends one of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.intervals import Interval


@dataclass(frozen=True, slots=True)
class NotedPlace:
    """One place as the notes name it."""

    name: str
    """Empty for the notes that name none."""
    notes: int
    people: Interval | None
    """All people seen there, note by note: one person may be in two. None where no note speaks of any."""
    with_force: int
    """How many notes tell of the use of force."""
    last: PartialDate
    """The latest of their dates."""

    @property
    def id(self) -> str:
        """What a table knows it by."""
        return self.name


def gazetteer(notes: Iterable[FieldNote]) -> list[NotedPlace]:
    """The places, those with the most notes first, then in the order of their names."""
    found: dict[str, list[FieldNote]] = {}
    for note in notes:
        found.setdefault(note.place, []).append(note)
    places = [_place(name, of) for name, of in found.items()]
    places.sort(key=lambda place: (-place.notes, place.name.casefold(), place.name))
    return places


def _place(name: str, notes: list[FieldNote]) -> NotedPlace:
    people: Interval | None = None
    for note in notes:
        seen = _seen(note.people, note.people_words)
        if seen is not None:
            people = seen if people is None else people + seen
    dated = [note.date for note in notes if note.date.is_dated]
    last = max(dated, key=lambda date: date.sort_key, default=UNDATED)
    return NotedPlace(name, len(notes), people, sum(bool(note.force) for note in notes), last)


def _seen(people: Amount, words: str) -> Interval | None:
    """What a note adds to the people of its place; words without a number may stand for any."""
    if people.has_number:
        return Interval(people.low or 0, people.high)
    return Interval(0, None) if words else None
