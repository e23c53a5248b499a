"""The lengths of the timeline's drawing, all from the height of its letters."""

from __future__ import annotations

from dataclasses import dataclass

UK_LEVELS = 3
"""Lines of small marks and labels above the UK lane."""
FRANCE_LEVELS = 2
"""Lines of small marks and labels below the lane of France."""


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """Lengths in pixels for letters so many pixels high."""

    letter: float

    @property
    def small(self) -> float:
        """The height of the letters beside marks."""
        return max(10.0, self.letter * 0.84)

    @property
    def level(self) -> float:
        """The height of one line of small marks and labels."""
        return self.letter * 1.0

    @property
    def lane(self) -> float:
        """The height of a lane's bar."""
        return self.letter * 1.05

    @property
    def between(self) -> float:
        """The space between the two lanes."""
        return self.letter * 0.5

    @property
    def pad(self) -> float:
        """The space above and below a row's content."""
        return self.letter * 0.35

    @property
    def radius(self) -> float:
        """Half the size of a journey's mark."""
        return self.letter * 0.40

    @property
    def axis(self) -> float:
        """The height of the strip with the months."""
        return self.letter * 2.0

    @property
    def gutter(self) -> float:
        """The width of the column with codes and the names of lanes."""
        return self.letter * 10.5

    @property
    def row(self) -> float:
        """The height of one case."""
        zones = (UK_LEVELS + FRANCE_LEVELS) * self.level
        return zones + 2 * self.lane + self.between + 2 * self.pad + 2

    @property
    def uk_top(self) -> float:
        """From the top of a row to the UK lane's bar."""
        return self.pad + UK_LEVELS * self.level + 1

    @property
    def france_top(self) -> float:
        """From the top of a row to the bar of France."""
        return self.uk_top + self.lane + self.between
