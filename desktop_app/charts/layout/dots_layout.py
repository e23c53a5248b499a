"""Gives one dot per person its place: the grid of square cells that fills a box best."""

from __future__ import annotations

from math import ceil, isqrt

from desktop_app.charts.bodies import People
from desktop_app.charts.layout.forms import Laid, Spot
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.dot_painting import Dot, DotGrid, kinds_of, reach
from desktop_app.charts.placing import Box

RETURNED, ARRIVED = "returned", "arrived"
"""The keys of the two values."""
LARGEST = 3.0
"""A dot's cell is no larger than so many lines of a label: few people are not drawn as discs."""
_NEAR = 3


def lay_dots(people: People, box: Box, style: ChartStyle) -> Laid:
    """The dots within a box, and where each value is pointed at."""
    if not people.count:
        return Laid()
    columns, cell = best_grid(people.count, box.width, box.height)
    largest = style.sizes.label * LARGEST
    if cell > largest:
        cell = largest
        columns = max(1, min(int(box.width / cell), people.count))
        columns = max(columns, ceil(people.count / max(int(box.height / cell), 1)))
    rows = ceil(people.count / columns)
    inks = (style.tokens.returned, style.tokens.arrivals, style.ground)
    grid = DotGrid(people, box.x, box.y, cell, columns, rows, *inks)
    spots = [Spot(ARRIVED, grid.box)]
    high, wide = reach(kinds_of(grid), Dot.RETURNED, Dot.MAYBE_RETURNED)
    if high:
        spots.insert(0, Spot(RETURNED, Box(box.x, box.y, wide * cell, high * cell)))
    return Laid((grid,), (), tuple(spots))


def best_grid(count: int, width: float, height: float) -> tuple[int, float]:
    """How many columns give the largest square cells for so many within a box, and how large those are."""
    near = isqrt(max(1, int(count * width / max(height, 1.0))))
    tried = range(max(1, near - _NEAR), max(near + _NEAR, 2) + 1)
    best = max(tried, key=lambda columns: _cell(count, columns, width, height))
    return best, _cell(count, best, width, height)


def _cell(count: int, columns: int, width: float, height: float) -> float:
    return min(width / columns, height / ceil(count / columns))
