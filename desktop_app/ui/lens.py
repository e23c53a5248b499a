"""The day that everything is seen as of: today, as known on a day, or as the file stood on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.records import Record
from desktop_app.domain.views import KnownOn, View
from desktop_app.services.workspace import Step, Workspace

R = TypeVar("R", bound=Record)


class Sight(Enum):
    """What a day means to the lens."""

    NOW = "now"
    KNOWN_ON = "known on"
    """What was published on or before the day."""
    AS_STOOD = "as stood"
    """What had been recorded in this file by the end of the day."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the lens is set to; `day` is None for now."""

    sight: Sight = Sight.NOW
    day: date | None = None


class _SteadyView:
    """A view that stays the same object while what it shows changes: pages and their parts may keep it."""

    def __init__(self, below: View) -> None:
        self.below = below

    def every(self, kind: type[R]) -> Iterable[R]:
        """All records of a kind that are seen."""
        return self.below.every(kind)

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None where it is absent or not seen."""
        return self.below.get(kind, id)


AsStood = Callable[[Workspace, date], View]


class Lens(QObject):
    """Set once in the window, obeyed by every page, chart, sentence and export.

    Writes never go through it: what is seen may be old, what is written is always the newest.
    """

    changed = Signal()
    """What is seen has changed because the lens was turned (not because of a step)."""

    def __init__(self, workspace: Workspace, as_stood: AsStood | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._as_stood = as_stood
        self._steady = _SteadyView(workspace)
        self._seen = Seen()

    @property
    def seen(self) -> Seen:
        """What the lens is set to."""
        return self._seen

    @property
    def day(self) -> date | None:
        """The day chosen, of either sight; None for now."""
        return self._seen.day

    @property
    def view(self) -> View:
        """The one view through this lens: the same object whatever the lens is set to."""
        return self._steady

    def turn(self, seen: Seen) -> None:
        """Set the lens; nothing happens where it is set so already."""
        if seen == self._seen:
            return
        self._seen = seen
        self._aim()
        self.changed.emit()

    def heed(self, step: Step) -> None:
        """Take in a step: a view of the file as it stood must be worked out anew."""
        if self._seen.sight is Sight.AS_STOOD:
            self._aim()

    def _aim(self) -> None:
        day, sight = self._seen.day, self._seen.sight
        if day is None or sight is Sight.NOW:
            self._steady.below = self._workspace
        elif sight is Sight.KNOWN_ON:
            self._steady.below = KnownOn(self._workspace, day)
        elif self._as_stood is not None:
            self._steady.below = self._as_stood(self._workspace, day)
