"""Where rows and the headings of their groups lie, down from the top: any number of them, any height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class RowStack:
    """So many rows of one height, with a heading above each row in `starts` (from the top)."""

    count: int
    height: float
    starts: tuple[int, ...] = ()
    heading: float = 0.0
    """How high a heading is."""

    @property
    def total(self) -> float:
        """How high all of it is."""
        return self.count * self.height + len(self.starts) * self.heading

    def top(self, row: int) -> float:
        """Where a row begins; a row behind the last one is the end."""
        return row * self.height + bisect_right(self.starts, row) * self.heading

    def tops(self) -> npt.NDArray[np.floating[Any]]:
        """Where each row begins."""
        rows = np.arange(self.count)
        return rows * self.height + np.searchsorted(self.starts, rows, side="right") * self.heading

    def row(self, y: float) -> int | None:
        """The row at a height; None above, below, and on a heading."""
        place = self._at(y)
        if not 0 <= place < self.count:
            return None
        down = y - self.top(place)
        return place if 0 <= down <= self.height * (1 + 1e-6) else None

    def group(self, row: int) -> int | None:
        """Which heading a row stands under; None without headings."""
        place = bisect_right(self.starts, row) - 1
        return place if place >= 0 else None

    def between(self, y0: float, y1: float) -> range:
        """The rows that are at least partly between two heights."""
        if not self.count or y1 <= 0 or y0 >= self.total:
            return range(0)
        return range(max(0, self._at(y0)), min(self.count, self._at(y1) + 1))

    def headings_between(self, y0: float, y1: float) -> list[tuple[int, float]]:
        """The groups whose headings are at least partly between two heights, and where those begin."""
        tops = [(group, self.top(row) - self.heading) for group, row in enumerate(self.starts)]
        return [(group, top) for group, top in tops if top < y1 and top + self.heading > y0]

    def _at(self, y: float) -> int:
        """The row that is at a height or, on a heading, the row above it."""
        tops = self._group_tops()
        group = bisect_right(tops, y) - 1
        if group < 0:
            return -1 if self.starts else int(y // self.height)
        row = self.starts[group] + int((y - tops[group]) // self.height)
        following = self.starts[group + 1] if group + 1 < len(self.starts) else self.count + 1
        return min(row, following - 1)

    def _group_tops(self) -> Sequence[float]:
        return [row * self.height + (place + 1) * self.heading for place, row in enumerate(self.starts)]
