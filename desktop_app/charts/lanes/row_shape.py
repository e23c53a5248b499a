"""The pixels of a row that is too low for words: where its lanes are, and what they have room for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RowShape:
    """Where the lanes of a low row begin below its top, and how high each is."""

    height: float
    uk: int
    france: int
    lane: int

    @classmethod
    def of_height(cls, height: float) -> RowShape:
        """For rows so many pixels high."""
        if height < 2:
            return cls(height, 0, 0, 1)
        pad = 0 if height < 8 else round(height * 0.13)
        between = 1 if height >= 12 else 0
        # Low rows are parted by a line below them only.
        below = pad or min(1, int(height - 2))
        lane = max(1, int((height - pad - below - between) // 2))
        return cls(height, pad, pad + lane + between, lane)

    @property
    def is_shared(self) -> bool:
        """Whether both lanes are the same line."""
        return self.uk == self.france

    @property
    def shows_forms(self) -> bool:
        """Whether a mark has room for its form."""
        return self.lane >= 3

    @property
    def shows_links(self) -> bool:
        """Whether there is room for the lines between the lanes and for the ends of knowledge."""
        return self.height >= 8

    @property
    def shows_rails(self) -> bool:
        """Whether there is room for a line through each lane."""
        return self.height >= 12

    @property
    def bottom(self) -> int:
        """Where the lower lane ends."""
        return self.france + self.lane
