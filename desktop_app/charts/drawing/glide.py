"""How one picture of returns against arrivals becomes the next: bars, steps and marks move, words do not.

What is in both pictures goes from where it stood to where it stands; what is new grows out of the foot of
its panel or out of the line as it was, and what is gone sinks back. Every number in between is a place on
the way and nothing else: all that is written, said and listed is of the new picture from the first moment.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import cast

from desktop_app.charts.placing import Plane
from desktop_app.charts.shapes import Bar, ComparisonChart, Point, StepLine

MOST = 600
"""With more bars and marks than these the new picture is drawn at once: nobody follows so many."""

Place = tuple[float, float]
"""A day and a number, as places on the axes of the new picture."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as it stands: its panels' places on the screen."""

    chart: ComparisonChart
    upper: Plane
    lower: Plane


@dataclass(frozen=True, slots=True)
class _Way:
    """From where to where a thing goes."""

    start: Place
    end: Place

    def at(self, share: float) -> Place:
        return _between(self.start, self.end, share)


class Glide:
    """Between two pictures; `at` gives the marks of a moment, from 0 to 1."""

    def __init__(self, before: Drawn, after: Drawn) -> None:
        self._chart = after.chart
        moved = before != after and not (before.chart.is_empty or after.chart.is_empty)
        self.is_worth = moved and _size(before.chart) + _size(after.chart) <= MOST
        """Whether anything moves that an eye can follow."""
        self._bars: list[tuple[Bar, _Way, float]] = []
        self._lines: list[tuple[StepLine, list[tuple[Point, _Way]], _Way | None]] = []
        if not self.is_worth:
            return
        self._ready_bars(before, after)
        for line in after.chart.lines:
            old = next((each for each in before.chart.lines if each.ink is line.ink), None)
            self._ready_line(old, line, before.lower, after.lower)

    def at(self, share: float) -> ComparisonChart:
        """The new picture with its bars, steps and marks on their way."""
        return replace(
            self._chart,
            bars=tuple(_bar(bar, way.at(share), width) for bar, way, width in self._bars),
            lines=tuple(self._line(line, points, lead, share) for line, points, lead in self._lines),
        )

    def _ready_bars(self, before: Drawn, after: Drawn) -> None:
        old, new = ({(bar.start, bar.end): bar for bar in each.chart.bars} for each in (before, after))
        for key in sorted({*old, *new}):
            was, now = old.get(key), new.get(key)
            bar = now or was
            assert bar is not None
            foot = (float(bar.start), 0.0)
            start = foot if was is None else _carried((was.start, was.value), before.upper, after.upper)
            end = (start[0], 0.0) if now is None else (float(now.start), now.value)
            self._bars.append((bar, _Way(start if was is not None else foot, end), bar.end - bar.start))

    def _ready_line(self, old: StepLine | None, new: StepLine, was: Plane, now: Plane) -> None:
        before = {_key(point): point for point in old.points} if old is not None else {}
        after = {_key(point): point for point in new.points}
        ways: list[tuple[Point, _Way]] = []
        for key, point in after.items():
            there = before.get(key)
            held = (there.day, there.value) if there is not None else _held(old, point.day)
            start = (float(point.day), 0.0) if held is None else _carried(held, was, now)
            ways.append((point, _Way(start, (float(point.day), point.value))))
        for key, point in before.items():
            if key not in after:
                end = _held(new, point.day) or (float(point.day), 0.0)
                ways.append((point, _Way(_carried((point.day, point.value), was, now), end)))
        # Those of one day go on in the order in which they stand, so that the line never turns back.
        ways.sort(key=lambda each: (each[1].end[0], each[1].start[0]))
        lead = None
        if new.lead is not None:
            start = _carried(old.lead, was, now) if old is not None and old.lead is not None else new.lead
            lead = _Way(start, new.lead)
        self._lines.append((new, ways, lead))

    def _line(
        self, line: StepLine, points: list[tuple[Point, _Way]], lead: _Way | None, share: float
    ) -> StepLine:
        moved = [_point(point, way.at(share)) for point, way in points]
        moved.sort(key=attrgetter("day"))
        begin = None if lead is None else lead.at(share)
        return replace(line, points=tuple(moved), lead=cast("tuple[int, float] | None", begin))


def _size(chart: ComparisonChart) -> int:
    return len(chart.bars) + sum(len(line.points) for line in chart.lines)


def _key(point: Point) -> object:
    """A point is the same while it is made of the same figures, or of any others about the same day."""
    return point.figures or point.day


def _held(line: StepLine | None, day: int) -> Place | None:
    """The place on a line from which a point of a day comes, or to which it goes back."""
    if line is None:
        return None
    known = bisect_right(line.points, day, key=attrgetter("day"))
    if known:
        last = line.points[known - 1]
        return (last.day if known == len(line.points) else day), last.value
    return None if line.lead is None else (max(day, line.lead[0]), line.lead[1])


def _carried(place: tuple[float, float], was: Plane, now: Plane) -> Place:
    """The place on the new axes that is at the same pixels as this one was on the old ones."""
    if min(was.box.height, was.box.width, now.box.height, now.box.width) <= 0:
        return place
    return now.day(was.x(place[0])), now.number(was.y(place[1]))


def _between(start: Place, end: Place, share: float) -> Place:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _bar(bar: Bar, place: Place, width: float) -> Bar:
    day, value = place
    high = value + bar.high - bar.value
    # On their way days are places between whole ones.
    return replace(bar, start=cast(int, day), end=cast(int, day + width), value=value, high=high)


def _point(point: Point, place: Place) -> Point:
    day, value = place
    by, up = day - point.day, value - point.value
    return replace(
        point,
        day=cast(int, day),
        earliest=cast(int, point.earliest + by),
        value=value,
        low=None if point.low is None else point.low + up,
        high=None if point.high is None else point.high + up,
    )
