"""Places in pixels: boxes, panels, and labels of which none covers another nor runs over the edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The y half way down."""
        return self.y + self.height / 2

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def within(self, outer: Box) -> bool:
        """Whether it lies wholly inside another, edges included."""
        slack = 0.01
        return (
            self.x >= outer.x - slack
            and self.y >= outer.y - slack
            and self.right <= outer.right + slack
            and self.bottom <= outer.bottom + slack
        )

    def grown(self, by: float) -> Box:
        """Wider by so many pixels on every side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, across: float, down: float) -> Box:
        """The same box elsewhere."""
        return Box(self.x + across, self.y + down, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Plane:
    """One panel: where a day and a number are in pixels."""

    box: Box
    first: float
    last: float
    top: float

    def x(self, day: float) -> float:
        """The pixel of a day."""
        return self.box.x + (day - self.first) / (self.last - self.first) * self.box.width

    def y(self, number: float) -> float:
        """The pixel of a number; zero is at the foot of the panel."""
        # Asked thousands of times for a picture, and a property costs as much as the sum.
        box = self.box
        return box.y + box.height - number / self.top * box.height

    def day(self, x: float) -> float:
        """The day at a pixel."""
        return self.first + (x - self.box.x) / self.box.width * (self.last - self.first)

    def number(self, y: float) -> float:
        """The number at a pixel."""
        return (self.box.bottom - y) / self.box.height * self.top


def first_free(candidates: Iterable[Box], taken: Sequence[Box], outer: Box) -> Box | None:
    """The first candidate inside `outer` that meets nothing taken; None if there is none."""
    for box in candidates:
        if box.within(outer) and not any(box.meets(other) for other in taken):
            return box
    return None


def spread(wished: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Upper edges for labels of these heights, near their wished middles, none over another.

    Labels keep the order of their wishes and move as little as a common shift allows. Where they do
    not all fit between top and bottom they are packed from the top.
    """
    order = sorted(range(len(wished)), key=lambda index: (wished[index], index))
    groups: list[list[int]] = []
    starts: list[float] = []
    for index in order:
        groups.append([index])
        starts.append(_start([index], wished, heights))
        while len(groups) > 1 and starts[-2] + sum(heights[i] for i in groups[-2]) > starts[-1]:
            merged = groups[-2] + groups[-1]
            groups[-2:] = [merged]
            starts[-2:] = [_start(merged, wished, heights)]
    placed = [0.0] * len(wished)
    for group, start in zip(groups, starts, strict=True):
        for index in group:
            placed[index] = start
            start += heights[index]
    return _kept_inside(placed, order, heights, top, bottom)


def _start(group: list[int], wished: Sequence[float], heights: Sequence[float]) -> float:
    """Where a stack of labels begins so that their middles are on average where they were wished."""
    offset = 0.0
    total = 0.0
    for index in group:
        total += wished[index] - (offset + heights[index] / 2)
        offset += heights[index]
    return total / len(group)


def _kept_inside(
    placed: list[float], order: list[int], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    limit = bottom
    for index in reversed(order):
        placed[index] = min(placed[index], limit - heights[index])
        limit = placed[index]
    limit = top
    for index in order:
        placed[index] = max(placed[index], limit)
        limit = placed[index] + heights[index]
    return placed
