"""What some sheets are drawn of: people as dots, what is said of one number, lines of a scenario.

Plain values without a place; each has a module of its own that lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class People:
    """So many people, one dot each. Those returned are among those who arrived."""

    returned: int
    """Certainly returned."""
    maybe_returned: int
    """As many more may have been returned."""
    arrived: int
    """Certainly arrived, those returned included."""
    maybe_arrived: int = 0
    """As many more may have arrived."""

    @property
    def count(self) -> int:
        """How many dots are drawn."""
        return max(self.arrived + self.maybe_arrived, self.returned + self.maybe_returned)
