"""Puts one case's shapes into pixels: bars, links, boxes and marks, then labels where none meets another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.charts.lanes import labelling
from desktop_app.charts.lanes.labelling import PlacedLabel
from desktop_app.charts.lanes.layout import FRANCE_LEVELS, UK_LEVELS, LaneLayout
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import LaneMark, LaneStay, LaneTrack
from desktop_app.charts.placing import Box
from desktop_app.domain.journeys import Territory

Measure = Callable[[str, float], float]
"""How wide a text is at a size."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """One event: the box it fills, which is also where a click means it."""

    mark: LaneMark
    box: Box
    badge: Box | None
    """Where its question mark stands, if it is contested."""


@dataclass(frozen=True, slots=True)
class PlacedStay:
    """One bar: the certain part, and the parts that are only possible."""

    stay: LaneStay
    solid: Box | None
    possible: tuple[Box, ...]
    whole: Box


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A straight line: a crossing's link or a dashed tail."""

    x0: float
    y0: float
    x1: float
    y1: float
    dashed: bool
    form: str = ""


@dataclass
class ArrangedTrack:
    """Everything of one row, with its upper left corner at the origin of the lanes."""

    track: LaneTrack
    stays: list[PlacedStay] = field(default_factory=list)
    links: list[PlacedLine] = field(default_factory=list)
    tails: list[PlacedLine] = field(default_factory=list)
    marks: list[PlacedMark] = field(default_factory=list)
    labels: list[PlacedLabel] = field(default_factory=list)

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of all events drawn, in order, those in the tray of undated ones last."""
        return (*(placed.mark.event for placed in self.marks), *(mark.event for mark in self.track.undated))


def arrange(
    track: LaneTrack, scale: LaneScale, layout: LaneLayout, measure: Measure, chosen: str = ""
) -> ArrangedTrack:
    """One row at this scale; `chosen` is the event whose label goes first."""
    made = ArrangedTrack(track)
    lanes = _Lanes(scale, layout)
    for stay in track.stays:
        _put_stay(made, stay, lanes)
    for mark in track.marks:
        _put_mark(made, mark, lanes)
    tails = []
    for tail in track.tails:
        x0 = max(scale.left, scale.x(tail.since))
        words = measure(tail.words, layout.small)
        limit = scale.right if tail.until is None else scale.x(tail.until) - layout.radius
        x1 = min(x0 + layout.letter * 4, limit)
        if x1 > x0:
            y = lanes.middle(tail.lane)
            made.tails.append(PlacedLine(x0, y, x1, y, dashed=True))
            if x1 + words + layout.letter < limit:
                tails.append((tail, x1, y))
    made.labels = labelling.place(made.marks, made.stays, tails, scale, layout, measure, chosen)
    return made


class _Lanes:
    """Where things go across and down in a row."""

    def __init__(self, scale: LaneScale, layout: LaneLayout) -> None:
        self.scale = scale
        self.layout = layout
        self.far_left = scale.left - layout.letter
        self.far_right = scale.right + layout.letter

    def top(self, lane: Territory) -> float:
        return self.layout.uk_top if lane is Territory.UK else self.layout.france_top

    def middle(self, lane: Territory) -> float:
        return self.top(lane) + self.layout.lane / 2

    def across(self, start: int | None, end: int | None) -> tuple[float, float]:
        """From the start of the first day to the end of the last; an open end leaves the view."""
        x0 = self.far_left if start is None else max(self.far_left, self.scale.x(start - 0.5))
        x1 = self.far_right if end is None else min(self.far_right, self.scale.x(end + 0.5))
        return min(x0, self.far_right), max(x1, self.far_left)

    def bar(self, lane: Territory, start: int | None, end: int | None) -> Box | None:
        """A lane's bar from the middle of one day to the middle of another; None where out of view."""
        x0 = self.far_left if start is None else max(self.far_left, self.scale.x(start))
        x1 = self.far_right if end is None else min(self.far_right, self.scale.x(end))
        if x1 <= x0:
            return None
        return Box(x0, self.top(lane), x1 - x0, self.layout.lane)

    def level(self, lane: Territory, level: int) -> float:
        """The middle of a line of small marks: 0 is next to the lane."""
        reach = (level + 0.5) * self.layout.level + 1
        if lane is Territory.UK:
            return self.layout.uk_top - reach
        return self.layout.france_top + self.layout.lane + reach


def levels_of(lane: Territory) -> int:
    """How many lines of small marks and labels a lane has."""
    return UK_LEVELS if lane is Territory.UK else FRANCE_LEVELS


def _put_stay(made: ArrangedTrack, stay: LaneStay, lanes: _Lanes) -> None:
    whole = lanes.bar(stay.lane, stay.possible_from, stay.possible_to)
    if whole is None:
        return
    solid = None
    if stay.solid_from is not None and stay.solid_to is not None:
        solid = lanes.bar(stay.lane, stay.solid_from, stay.solid_to)
    if solid is None:
        parts: tuple[Box | None, ...] = (whole,)
    else:
        parts = (
            lanes.bar(stay.lane, stay.possible_from, stay.solid_from),
            lanes.bar(stay.lane, stay.solid_to, stay.possible_to),
        )
    made.stays.append(PlacedStay(stay, solid, tuple(part for part in parts if part is not None), whole))


def _put_mark(made: ArrangedTrack, mark: LaneMark, lanes: _Lanes) -> None:
    layout = lanes.layout
    if mark.crosses and mark.is_point and mark.start is not None:
        x, y, radius = lanes.scale.x(mark.start), lanes.middle(mark.lane), layout.radius
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        other = Territory.FRANCE if mark.lane is Territory.UK else Territory.UK
        made.links.append(PlacedLine(x, lanes.middle(other), x, y, dashed=False, form=mark.form))
    elif mark.crosses:
        x0, x1 = lanes.across(mark.start, mark.end)
        height = 2 * layout.lane + layout.between
        box = Box(x0, layout.uk_top, x1 - x0, height)
    else:
        box = _small_box(made, mark, lanes)
    made.marks.append(PlacedMark(mark, box, _badge(mark, box, layout) if mark.contested else None))


def _small_box(made: ArrangedTrack, mark: LaneMark, lanes: _Lanes) -> Box:
    """The first line of its lane in which an event that is no journey covers no other."""
    layout = lanes.layout
    half = layout.radius * 0.9
    if mark.is_point and mark.start is not None:
        x = lanes.scale.x(mark.start)
        x0, x1 = x - half, x + half
    else:
        x0, x1 = lanes.across(mark.start, mark.end)
    taken = [placed.box for placed in made.marks if not placed.mark.crosses]
    box = Box(x0, 0, x1 - x0, 2 * half)
    for level in range(levels_of(mark.lane)):
        box = Box(x0, lanes.level(mark.lane, level) - half, x1 - x0, 2 * half)
        if not any(box.grown(1).meets(other) for other in taken):
            return box
    return box


def _badge(mark: LaneMark, box: Box, layout: LaneLayout) -> Box:
    """At the upper right of a mark, on the first days of a box."""
    size = layout.letter * 0.8
    x = box.right - size * 0.3 if mark.is_point else box.x + 2
    return Box(x, box.y - size * 0.75 if mark.is_point else box.y + 2, size, size)
