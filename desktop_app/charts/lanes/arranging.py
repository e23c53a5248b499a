"""Puts one case's shapes into pixels: bars, links, boxes and marks, then labels where none meets another."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.charts.lanes.labelling import Labelling, Measure, PlacedLabel
from desktop_app.charts.lanes.layout import LaneLayout
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import LaneMark, LaneStay, LaneTail, LaneTrack
from desktop_app.charts.placing import Box
from desktop_app.domain.journeys import Territory


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
    form: str = ""
    """The form of the mark that a link belongs to."""


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
    """One row at this scale. The chosen event's words go first, then those of stays and journeys."""
    made = ArrangedTrack(track)
    lanes = _Lanes(scale, layout)
    labelling = Labelling(scale, layout, measure)
    labelling.taken += lanes.folds()
    for stay in track.stays:
        _put_stay(made, stay, lanes)
    placed = {mark.event: _journey(made, mark, lanes) for mark in track.marks if mark.crosses}
    labelling.taken += [box for each in placed.values() for box in (each.box, each.badge) if box is not None]
    for bar in made.stays:
        parts = (bar.whole,) if bar.solid is None else (bar.solid, bar.whole)
        labelling.length(bar.stay.words, parts, bar.stay.lane)
    for each in sorted(placed.values(), key=lambda each: each.mark.event != chosen):
        labelling.event(each.mark, each.box)
    for mark in track.marks:
        if not mark.crosses:
            placed[mark.event] = small = _small(mark, lanes, labelling.taken)
            labelling.give_way([box for box in (small.box, small.badge) if box is not None])
    for tail in track.tails:
        _put_tail(made, tail, lanes, labelling, measure)
    small_marks = [each for each in placed.values() if not each.mark.crosses]
    for each in sorted(small_marks, key=lambda each: each.mark.event != chosen):
        labelling.event(each.mark, each.box if each.badge is None else _joined(each.box, each.badge))
    made.marks = [placed[mark.event] for mark in track.marks]
    made.labels = labelling.labels
    return made


class _Lanes:
    """Where things go across and down in a row."""

    def __init__(self, scale: LaneScale, layout: LaneLayout) -> None:
        self.scale = scale
        self.layout = layout
        self.far_left = scale.left - layout.letter
        self.far_right = scale.right + layout.letter

    def middle(self, lane: Territory) -> float:
        return self.layout.top(lane) + self.layout.lane / 2

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
        return Box(x0, self.layout.top(lane), x1 - x0, self.layout.lane)

    def folds(self) -> list[Box]:
        """Where zigzags run down through the row: no words stand there."""
        middles = [
            (self.scale.x(fold.first) + self.scale.x(fold.last)) / 2 for fold in self.scale.folds.folds
        ]
        reach = self.layout.letter * 0.4
        return [Box(middle - reach, 0, 2 * reach, self.layout.row) for middle in middles]


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


def _put_tail(
    made: ArrangedTrack, tail: LaneTail, lanes: _Lanes, labelling: Labelling, measure: Measure
) -> None:
    scale, layout = lanes.scale, lanes.layout
    x0 = max(scale.left, scale.x(tail.since))
    limit = scale.right if tail.until is None else scale.x(tail.until) - layout.radius
    x1 = min(x0 + layout.letter * 2.6, limit)
    if x1 <= x0:
        return
    y = lanes.middle(tail.lane)
    made.tails.append(PlacedLine(x0, y, x1, y))
    if x1 + layout.letter + measure(tail.words, layout.small) <= limit:
        labelling.tail(tail.words, x1, y)


def _journey(made: ArrangedTrack, mark: LaneMark, lanes: _Lanes) -> PlacedMark:
    """A mark on its lane with a link to the other; some day within is a box over both."""
    layout = lanes.layout
    if mark.is_point and mark.start is not None:
        x, y, radius = lanes.scale.x(mark.start), lanes.middle(mark.lane), layout.radius
        other = Territory.FRANCE if mark.lane is Territory.UK else Territory.UK
        made.links.append(PlacedLine(x, lanes.middle(other), x, y, mark.form))
        box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        size = layout.letter * 0.8
        return PlacedMark(
            mark, box, Box(x + radius + 1, y - size / 2, size, size) if mark.contested else None
        )
    x0, x1 = lanes.across(mark.start, mark.end)
    box = Box(x0, layout.uk_top, x1 - x0, 2 * layout.lane + layout.between)
    return PlacedMark(mark, box, _badge_inside(box, lanes) if mark.contested else None)


def _small(mark: LaneMark, lanes: _Lanes, taken: list[Box]) -> PlacedMark:
    """An event that is no journey, on the first line of its lane where it covers nothing."""
    layout = lanes.layout
    half = layout.radius * 0.9
    if mark.is_point and mark.start is not None:
        x = lanes.scale.x(mark.start)
        x0, x1 = x - half, x + half
    else:
        x0, x1 = lanes.across(mark.start, mark.end)
    made = PlacedMark(mark, Box(x0, 0, x1 - x0, 2 * half), None)
    for level in range(layout.levels(mark.lane)):
        y = layout.line(mark.lane, level)
        box = Box(x0, y - half, x1 - x0, 2 * half)
        size = layout.letter * 0.8
        badge = Box(x1 + 1, y - size / 2, size, size) if mark.contested else None
        made = PlacedMark(mark, box, badge)
        whole = box if badge is None else _joined(box, badge)
        if not any(whole.meets(other) for other in taken):
            break
    return made


def _badge_inside(box: Box, lanes: _Lanes) -> Box:
    """At the start of a box, as far as that is in view."""
    size = lanes.layout.letter * 0.8
    return Box(min(max(box.x, lanes.scale.left) + 2, max(box.right - size, box.x)), box.y + 2, size, size)


def _joined(one: Box, other: Box) -> Box:
    """The box around two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Box(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)
