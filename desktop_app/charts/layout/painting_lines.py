"""Paints running totals: bands, steps and marks, with their places worked out for a whole line at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import numpy as np
import pyqtgraph.functions as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from desktop_app.charts.layout.boxes import across, down
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.marks.marks import (
    BAND_OPACITY,
    draw_mark,
    draw_range_lines,
    draw_span,
    draw_tail,
    faint,
    pen,
    tentative_pen,
)
from desktop_app.charts.marks.stamps import Stamps
from desktop_app.charts.placing import Plane
from desktop_app.charts.shapes import RANGED, ComparisonChart, Point, StepLine

CROWDED = 0.6
"""Marks that are nearer to each other than this share of their radius are one mark to the eye."""


def paint_lines(
    painter: QPainter, chart: ComparisonChart, plane: Plane, style: ChartStyle, stamps: Stamps
) -> None:
    """Bands, then steps, then marks, so that no mark is under a line; crosses over all."""
    for line in chart.lines:
        _bands(painter, line, plane, style)
    for line in chart.lines:
        _steps(painter, line, plane, style)
    if style.has(Part.POINTS):
        told_apart = [_told_apart(line, plane, style.sizes.dot * CROWDED) for line in chart.lines]
        fit = stamps.fit(painter, sum(map(len, told_apart)), style)
        for line, points in zip(chart.lines, told_apart, strict=True):
            marks = _Marks(painter, plane, style.colour(line.ink), style)
            marks.paint(points, stamps if fit else None)
            last = points[-1] if points else None
            if last is not None and last is line.points[-1] and last.provisional:
                x, y = plane.x(last.day), plane.y(last.value)
                draw_tail(painter, x, y, style.colour(line.ink), style)
        for line in chart.lines:
            for point in line.withdrawn:
                if plane.first <= point.day <= plane.last:
                    x, y = plane.x(point.day), plane.y(point.value)
                    draw_mark(painter, point.mark, x, y, style.colour(line.ink), style)


def _bands(painter: QPainter, line: StepLine, plane: Plane, style: ChartStyle) -> None:
    shade = faint(style.colour(line.ink), BAND_OPACITY)
    said = np.array([(band.start, band.end, band.high, band.low) for band in line.bands], np.float64)
    start, end, high, low = said.reshape(-1, 4).T
    lefts = np.maximum(across(plane, start), plane.box.x)
    widths = np.minimum(across(plane, end), plane.box.right) - lefts
    tops = down(plane, high)
    places = zip(
        lefts.tolist(), tops.tolist(), widths.tolist(), (down(plane, low) - tops).tolist(), strict=True
    )
    for place in places:
        if place[2] > 0:
            painter.fillRect(QRectF(*place), shade)


def _steps(painter: QPainter, line: StepLine, plane: Plane, style: ChartStyle) -> None:
    """The line itself: dashed while a total holds that may still be revised."""
    corners = cut(line, plane)
    if len(corners) < 2:
        return
    colour, width = style.colour(line.ink), style.sizes.line
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tentative = {float(point.day) for point in line.points if point.provisional}
    if any(point.provisional for point in line.points if point.day <= corners[0][0]):
        held = [point for point in line.points if point.day <= corners[0][0]]
        tentative |= {corners[0][0]} if held[-1].provisional else set()
    for run, is_tentative in runs(corners, tentative):
        painter.setPen(tentative_pen(colour, width) if is_tentative else pen(colour, width))
        painter.drawPolyline(_polygon(run, plane))


def runs(
    corners: Sequence[tuple[float, float]], tentative: Collection[float]
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The stretches of a line of steps, each with whether what holds there is tentative.

    `tentative` has the days from which on it is; a stretch ends where the next total begins to hold.
    """
    if not tentative:
        yield list(corners), False
        return
    run = [corners[0]]
    for (day, value), (then, number) in pairwise(corners):
        if value == number and then != day and day in tentative:
            if len(run) > 1:
                yield run, False
            yield [(day, value), (then, number)], True
            run = []
        run.append((then, number))
    if len(run) > 1:
        yield run, False


def cut(line: StepLine, plane: Plane) -> list[tuple[float, float]]:
    """The corners of the line within the days in view, still level or upright throughout."""
    corners = line.vertices()
    if corners and plane.first <= corners[0][0] and corners[-1][0] <= plane.last:
        return corners
    kept: list[tuple[float, float]] = []
    before: tuple[float, float] | None = None
    for day, value in corners:
        if day < plane.first:
            before = (plane.first, value)
            continue
        if before is not None:
            kept.append(before)
            before = None
        if day > plane.last:
            if kept:
                kept.append((plane.last, kept[-1][1]))
            return kept
        kept.append((day, value))
    return kept


def _polygon(corners: list[tuple[float, float]], plane: Plane) -> QPolygonF:
    """The corners in pixels. Made point by point they would cost as much as drawing them."""
    polygon: QPolygonF = pg.create_qpolygonf(len(corners))
    places, said = pg.ndarray_from_qpolygonf(polygon), np.array(corners, np.float64)
    places[:, 0], places[:, 1] = across(plane, said[:, 0]), down(plane, said[:, 1])
    return polygon


def _told_apart(line: StepLine, plane: Plane, least: float) -> list[Point]:
    """The points in view, the last one always, without those that a later one all but covers."""
    kept: list[Point] = []
    for point in reversed(line.points):
        if plane.first <= point.day <= plane.last and not (kept and _covers(kept[-1], point, plane, least)):
            kept.append(point)
    kept.reverse()
    return kept


def _covers(point: Point, other: Point, plane: Plane, least: float) -> bool:
    """Whether two marks are alike and so near that one hides the other; a range and a span always show."""
    return (
        point.mark is other.mark
        and point.mark not in RANGED
        and other.earliest >= other.day
        and abs(plane.x(point.day) - plane.x(other.day)) < least
        and abs(plane.y(point.value) - plane.y(other.value)) < least
    )


class _Marks:
    """The marks of one line in order of time, each over its own span and range."""

    def __init__(self, painter: QPainter, plane: Plane, colour: str, style: ChartStyle) -> None:
        self._painter, self._plane, self._colour, self._style = painter, plane, colour, style
        self._edge = pen(colour, style.sizes.ring)

    def paint(self, points: list[Point], stamps: Stamps | None) -> None:
        """Draw them, or lay `stamps` of them."""
        if not points:
            return
        xs = across(self._plane, np.array([point.day for point in points], np.float64))
        ys = down(self._plane, np.array([point.value for point in points], np.float64))
        places = zip(points, xs.tolist(), ys.tolist(), strict=True)
        if stamps is None:
            for point, x, y in places:
                self._paint_under(point, x, y)
                draw_mark(self._painter, point.mark, x, y, self._colour, self._style)
            return
        laid = stamps.of([point.mark for point in points], xs, ys, self._colour, self._style)
        for (point, x, y), stamp in zip(places, laid, strict=True):
            if point.mark in RANGED or point.earliest < point.day:
                self._paint_under(point, x, y)
            self._painter.drawImage(*stamp)

    def _paint_under(self, point: Point, x: float, y: float) -> None:
        """What lies under a mark: the days it may be about, and how far the number may reach."""
        plane, painter = self._plane, self._painter
        if point.earliest < point.day:
            draw_span(painter, max(plane.x(point.earliest), plane.box.x), x, y, self._colour, self._style)
        if point.mark in RANGED and point.low is not None and point.high is not None:
            painter.setPen(self._edge)
            draw_range_lines(painter, x, plane.y(point.low), plane.y(point.high), self._style)
