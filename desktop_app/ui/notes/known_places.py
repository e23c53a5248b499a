"""The places noted so far, as the field of a place offers them and as the page lists them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.gazetteer import NotedPlace, gazetteer
from desktop_app.services import place_names
from desktop_app.ui.notes import words
from desktop_app.ui.widgets.suggest import Suggestion
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_COMPARED = 300
"""Of so many places it is worked out which are written alike; more would make the page wait."""


class KnownPlaces:
    """What is written alike is offered and shown, never taken for the same."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._alike: dict[str, str] = {}
        self.places: list[NotedPlace] = []
        """All places, those with the most notes first."""

    def refresh(self, notes: Iterable[FieldNote]) -> None:
        """Take these notes' places in."""
        self.places = gazetteer(notes)
        self._alike.clear()

    def suggest(self, typed: str) -> list[Suggestion]:
        """The places that the letters may mean, with how many notes each has."""
        by_name = self._by_name()
        return [
            Suggestion(name, words.notes(by_name[name].notes, self._formats), name)
            for name in place_names.suggest(list(by_name), typed)
        ]

    def echo(self, typed: str) -> words.Said:
        """What the field says of a place being typed."""
        name, by_name = " ".join(typed.split()), self._by_name()
        known = by_name.get(name)
        alike = [] if known is not None else [by_name[each] for each in place_names.alike(by_name, name)]
        return words.place_echo(name, known, alike, self._formats)

    def alike(self, place: NotedPlace) -> str:
        """The other places written much like this one."""
        if not place.name or len(self.places) > _COMPARED:
            return ""
        if place.name not in self._alike:
            self._alike[place.name] = _(", ").join(place_names.alike(self._by_name(), place.name))
        return self._alike[place.name]

    def _by_name(self) -> dict[str, NotedPlace]:
        return {place.name: place for place in self.places if place.name}
