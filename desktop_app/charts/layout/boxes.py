"""Thousands of boxes at once: what a line with all its marks covers, and whether a place is clear of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np
import numpy.typing as npt

from desktop_app.charts.looks.style import Sizes
from desktop_app.charts.placing import Box, Plane
from desktop_app.charts.shapes import ComparisonChart, Mark, StepLine

Numbers = npt.NDArray[np.float64]

TIPPED = (Mark.MORE_THAN, Mark.FEWER_THAN)
"""Marks that stand away from their value, and so reach twice as far."""


class Boxes:
    """Rectangles in pixels, as many columns of numbers."""

    def __init__(self, x: Numbers, y: Numbers, width: Numbers, height: Numbers) -> None:
        self.x, self.y, self.width, self.height = x, y, width, height

    @classmethod
    def of(cls, boxes: Iterable[Box]) -> Boxes:
        """These boxes."""
        said = np.array([(box.x, box.y, box.width, box.height) for box in boxes], np.float64)
        return cls(*said.reshape(-1, 4).T)

    @classmethod
    def between(cls, x0: Numbers, y0: Numbers, x1: Numbers, y1: Numbers) -> Boxes:
        """The boxes with these corners, whichever is the upper left one."""
        return cls(np.minimum(x0, x1), np.minimum(y0, y1), np.abs(x1 - x0), np.abs(y1 - y0))

    @classmethod
    def joined(cls, parts: Iterable[Boxes]) -> Boxes:
        """All boxes of several."""
        columns = [(part.x, part.y, part.width, part.height) for part in (cls.of(()), *parts)]
        return cls(*map(np.concatenate, zip(*columns, strict=True)))

    def __len__(self) -> int:
        return len(self.x)

    def grown(self, by: float | Numbers) -> Boxes:
        """Wider by so many pixels on every side."""
        return Boxes(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meet(self, box: Box) -> bool:
        """Whether any of them shares more than an edge with a box."""
        return bool(np.any(self._meeting(box)))

    def over(self, box: Box) -> list[int]:
        """The numbers of those that share more than an edge with a box."""
        found: list[int] = np.flatnonzero(self._meeting(box)).tolist()
        return found

    def _meeting(self, box: Box) -> npt.NDArray[np.bool_]:
        across = (self.x < box.right) & (self._right > box.x)
        return across & (self.y < box.bottom) & (self._bottom > box.y)

    @cached_property
    def _right(self) -> Numbers:
        return self.x + self.width

    @cached_property
    def _bottom(self) -> Numbers:
        return self.y + self.height


def first_clear(candidates: Iterable[Box], taken: Boxes, outer: Box) -> Box | None:
    """The first candidate inside `outer` that meets nothing taken; None if there is none."""
    return next((box for box in candidates if box.within(outer) and not taken.meet(box)), None)


def line_boxes(chart: ComparisonChart, sizes: Sizes, plane: Plane) -> Boxes:
    """What the lines, their marks and their bands cover."""
    return Boxes.joined(part for line in chart.lines for part in _of_line(line, sizes, plane))


def _of_line(line: StepLine, sizes: Sizes, plane: Plane) -> tuple[Boxes, Boxes, Boxes]:
    corners = np.array(line.vertices(), np.float64).reshape(-1, 2)
    x, y = across(plane, corners[:, 0]), down(plane, corners[:, 1])
    steps = Boxes.between(x[:-1], y[:-1], x[1:], y[1:]).grown(sizes.line / 2)
    points = (*line.points, *line.withdrawn)
    marks = _between_days(
        plane,
        (
            (
                point.earliest,
                point.value if point.high is None else point.high,
                point.day,
                point.value if point.low is None else point.low,
            )
            for point in points
        ),
    )
    reach = np.array([2.0 if point.mark in TIPPED else 1.0 for point in points], np.float64)
    bands = _between_days(plane, ((band.start, band.high, band.end, band.low) for band in line.bands))
    return steps, marks.grown(sizes.dot * reach), bands


def _between_days(plane: Plane, corners: Iterable[tuple[float, float, float, float]]) -> Boxes:
    """The boxes from a day and a number each to another day and number."""
    said = np.array(list(corners), np.float64).reshape(-1, 4)
    start, high, end, low = said.T
    return Boxes.between(across(plane, start), down(plane, high), across(plane, end), down(plane, low))


def across(plane: Plane, days: Numbers) -> Numbers:
    """The pixels of days, to the last bit what `Plane.x` says of each."""
    return plane.box.x + (days - plane.first) / (plane.last - plane.first) * plane.box.width


def down(plane: Plane, numbers: Numbers) -> Numbers:
    """The pixels of numbers, to the last bit what `Plane.y` says of each."""
    return plane.box.bottom - numbers / plane.top * plane.box.height


def apart(box: Box, x: Numbers, top: Numbers, foot: Numbers) -> Numbers:
    """How far uprights are from the nearest edge of a box."""
    across = np.maximum(np.maximum(box.x - x, x - box.right), 0.0)
    down = np.maximum(np.maximum(box.y - foot, top - box.bottom), 0.0)
    return np.hypot(across, down)
