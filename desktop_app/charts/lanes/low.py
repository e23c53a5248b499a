"""Where an event is in a row too low for words, and which event is nearest to a point there."""

from __future__ import annotations

import math

import numpy as np

from desktop_app.charts.lanes import outlines as of
from desktop_app.charts.lanes.outlines import Gathered
from desktop_app.charts.lanes.row_shape import RowShape
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import LaneMark
from desktop_app.charts.placing import Box
from desktop_app.domain.journeys import Territory

REACH = 4.0
"""How many pixels beside a mark still mean it."""


def line(top: float) -> int:
    """The line of pixels in which a row that begins at `top` begins to be drawn."""
    return math.floor(top + 1e-6)


def box(mark: LaneMark, scale: LaneScale, top: float, height: float) -> Box:
    """The box of an event in a row that begins at `top`; one without days has it at the left edge."""
    shape = RowShape.of_height(height)
    y = top + (shape.france if mark.lane is Territory.FRANCE else shape.uk)
    if mark.start is None and mark.end is None:
        return Box(scale.left - REACH, y, REACH, shape.lane)
    if mark.is_point and mark.start is not None:
        half = max(1.0, shape.lane / 2)
        return Box(scale.x(mark.start) - half, y, 2 * half, shape.lane)
    x0 = scale.left if mark.start is None else scale.x(mark.start - 0.5)
    x1 = scale.right if mark.end is None else scale.x(mark.end + 0.5)
    return Box(x0, y, x1 - x0, shape.lane)


def nearest(rows: Gathered, scale: LaneScale, x: float, down: float, height: float) -> tuple[int, int] | None:
    """Row and place in the row of the event at x; `down` chooses the lane where rows are high enough for two.

    Of several the shortest is meant, for it would be hidden under the others.
    """
    if not len(rows.starts):
        return None
    shape = RowShape.of_height(height)
    is_point = rows.extents <= of.ABOUT
    room = np.where(is_point, 0.0, 0.5)
    x0 = scale.left + (scale.folds.placed(rows.starts - room) - scale.first) * scale.per_day
    x1 = scale.left + (scale.folds.placed(rows.ends + room) - scale.first) * scale.per_day
    near = (x0 - REACH <= x) & (x <= x1 + REACH)
    if not shape.is_shared:
        in_france = down >= shape.france
        near &= ((rows.marks[:, of.FRANCE] > 0) == in_france) | (~is_point & (rows.marks[:, of.CROSSES] > 0))
    found = np.flatnonzero(near)
    if not len(found):
        return None
    order = np.lexsort((np.abs(x0[found] - x), x1[found] - x0[found]))
    at = int(found[order[0]])
    row = int(rows.mark_rows[at])
    return row, at - int(np.searchsorted(rows.mark_rows, row))
