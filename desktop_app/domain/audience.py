"""What may be told to an audience of counts of cases: never so few that a person could be known by them.

A count of cases that is broken down shows no number of fewer than five people where an audience sees it.
Leaving that number out alone would not hide it, for it is the difference of others: so where one is too
small, all others of the breakdown are rounded to the nearest five. A breakdown of fewer than five people in
all is left out whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.views import SafeToShow, View

FEWEST = 5
"""Fewer people than this are not shown as a number of a breakdown."""


def is_for_audience(view: View) -> bool:
    """Whether a view shows only what an audience may see, also through views that are laid over it."""
    while not isinstance(view, SafeToShow):
        below = getattr(view, "below", None)
        if below is None:
            return False
        view = below
    return True


@dataclass(frozen=True, slots=True)
class Guard:
    """How the counts of one breakdown are shown."""

    is_blocked: bool = False
    """Whether nothing of it is shown."""
    is_rounded: bool = False
    """Whether some count of it is too small, so that none is shown as it is."""

    @classmethod
    def over(cls, whole: int, parts: Iterable[int], *, audience: bool) -> Guard:
        """The guard of a breakdown of so many people into parts; without an audience it lets all through."""
        if not audience:
            return cls()
        return cls(whole < FEWEST, any(0 < part < FEWEST for part in parts))

    def shown(self, count: int, people: int) -> int | None:
        """The count as it is shown; None for one that is too small."""
        if not self.is_rounded:
            return count
        return None if people < FEWEST else (count + FEWEST // 2) // FEWEST * FEWEST
