"""Says where the user is, and lets every page ask to go elsewhere without knowing the others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

ATTENTION = "attention"
"""The filter of a Place that asks for the figures that need a look."""

DRAWN = "drawn"
"""The wish to see the record's point on the chart, or else to stay where one is."""

CHANGES = "changes"
"""The wish to see on the chart how the record, a figure, was published again and again."""

ABOUT = "about "
"""Begins the filter of a Place on the page of statements: those that answer or dispute the id after it."""

TYPED = "type "
"""Begins a wish of a Place on the page of figures: what follows is put into its line."""

NOTED = "from note "
"""Begins a wish of a Place on the page of cases: an event is made of the field note whose id follows."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and what is looked at on it. `wish` asks the page for something ("add") on arrival."""

    page: str
    record: str = ""
    filter: str = ""
    wish: str = ""
    source: str = ""
    """Id of the source that what is typed there on arrival is to cite."""


class Navigator(QObject):
    """Goes to places and back. `went` carries the place arrived at."""

    went = Signal(object)
    trailChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Place] = []
        self._index = -1

    @property
    def current(self) -> Place | None:
        """Where we are, or None before the first page."""
        return self._trail[self._index] if self._index >= 0 else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether we came back from somewhere."""
        return self._index < len(self._trail) - 1

    def go(self, place: Place) -> None:
        """Go to a place and remember the way. A wish is carried out but not repeated on coming back."""
        kept = Place(place.page, place.record, place.filter)
        if self.current != kept:
            self._trail = [*self._trail[: self._index + 1], kept]
            self._index = len(self._trail) - 1
        self.went.emit(place)
        self.trailChanged.emit()

    def note(self, place: Place) -> None:
        """Remember that the user moved within the page, without going anywhere."""
        if self.current is not None and self.current.page == place.page:
            self._trail[self._index] = place

    def back(self) -> None:
        """Go to the place before."""
        if self.can_go_back:
            self._step(-1)

    def forward(self) -> None:
        """Go to the place we came back from."""
        if self.can_go_forward:
            self._step(1)

    def turn_back(self) -> None:
        """Leave the place just arrived at, as if one had never gone there."""
        if self.can_go_back:
            self._step(-1)
            self._trail = self._trail[: self._index + 1]
            self.trailChanged.emit()

    def forget(self) -> None:
        """Forget the way, as when another workspace is opened."""
        self._trail, self._index = [], -1
        self.trailChanged.emit()

    def _step(self, by: int) -> None:
        self._index += by
        self.went.emit(self._trail[self._index])
        self.trailChanged.emit()
