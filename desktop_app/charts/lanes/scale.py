"""Which days lie where across the drawing: zoomed and panned, never out of reach of the data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.charts.lanes.folding import NO_FOLDS, Folds

NARROWEST = 6.0
"""The fewest days that the whole width may show."""
ROOM_BEYOND = 0.5
"""How much of its width a view may look past the first or last day."""


@dataclass(frozen=True, slots=True)
class LaneScale:
    """The places from `first` to `last` lie evenly between two x positions in pixels.

    A place is a day, counted with every fold as narrow as it is drawn.
    """

    first: float
    last: float
    left: float
    right: float
    folds: Folds = NO_FOLDS

    @property
    def per_day(self) -> float:
        """How many pixels a day is wide."""
        return (self.right - self.left) / (self.last - self.first)

    def x(self, day: float) -> float:
        """Where the middle of a day lies."""
        return self.left + (self.folds.place(day) - self.first) * self.per_day

    def day(self, x: float) -> float:
        """Which day lies there."""
        return self.folds.day(self._place(x))

    def _place(self, x: float) -> float:
        return self.first + (x - self.left) / self.per_day

    def resized(self, left: float, right: float) -> LaneScale:
        """The same days over another width."""
        return replace(self, left=left, right=max(right, left + 1))

    def zoomed(self, factor: float, at: float, outer: LaneScale) -> LaneScale:
        """Days `factor` times as wide, the one at x staying there; never wider out than `outer`."""
        width = max(NARROWEST, min((self.last - self.first) / factor, outer.last - outer.first))
        share = (at - self.left) / (self.right - self.left)
        first = self._place(at) - share * width
        return replace(self, first=first, last=first + width).kept_near(outer)

    def panned(self, share: float, outer: LaneScale) -> LaneScale:
        """Moved by so much of its own width: later for more than 0."""
        by = (self.last - self.first) * share
        return replace(self, first=self.first + by, last=self.last + by).kept_near(outer)

    def showing(self, first: float, last: float, outer: LaneScale) -> LaneScale:
        """Moved as little as brings these days into view; unmoved where they are in it."""
        first, last = self.folds.place(first), self.folds.place(last)
        by = 0.0
        if last > self.last:
            by = last - self.last
        if first - by < self.first and first < self.first:
            by = first - self.first
        return replace(self, first=self.first + by, last=self.last + by).kept_near(outer) if by else self

    def kept_near(self, outer: LaneScale) -> LaneScale:
        """Pushed back where it looks too far past the first or last day."""
        width = self.last - self.first
        slack = width * ROOM_BEYOND if width < outer.last - outer.first else 0.0
        first = min(max(self.first, outer.first - slack), outer.last + slack - width)
        return replace(self, first=first, last=first + width)
