"""Finds a place for each label of a row: none meets another label, a mark, or the edge; some give way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.charts.lanes.layout import FRANCE_LEVELS, UK_LEVELS, LaneLayout
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import LaneTail
from desktop_app.charts.placing import Box, first_free
from desktop_app.domain.journeys import Territory

if TYPE_CHECKING:
    from desktop_app.charts.lanes.arranging import PlacedMark, PlacedStay


class LabelKind(StrEnum):
    """What a label belongs to; painting chooses its colour by it."""

    LENGTH = "length"
    EVENT = "event"
    TAIL = "tail"


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """One line of text in its box."""

    text: str
    box: Box
    kind: LabelKind
    event: str = ""
    """Id of the event it names."""


@dataclass(frozen=True, slots=True)
class _Room:
    """What a search for places needs to know."""

    scale: LaneScale
    layout: LaneLayout
    outer: Box
    height: float


def place(
    marks: Sequence[PlacedMark],
    stays: Sequence[PlacedStay],
    tails: Sequence[tuple[LaneTail, float, float]],
    scale: LaneScale,
    layout: LaneLayout,
    measure: Callable[[str, float], float],
    chosen: str,
) -> list[PlacedLabel]:
    """The labels that have room: lengths on their bars, tails, then events, journeys before others."""
    height = layout.small * 1.2
    room = _Room(scale, layout, Box(scale.left, 0, scale.right - scale.left, layout.row), height)
    taken = [placed.box for placed in marks]
    taken += [placed.badge for placed in marks if placed.badge is not None]
    labels: list[PlacedLabel] = []
    for stay in stays:
        _put(labels, taken, room, _on_bar(stay, measure(stay.stay.words, layout.small), room),
             stay.stay.words, LabelKind.LENGTH)  # fmt: skip
    for tail, x, y in tails:
        box = Box(x + layout.letter * 0.4, y - height / 2, measure(tail.words, layout.small), height)
        _put(labels, taken, room, iter((box,)), tail.words, LabelKind.TAIL)
    for placed in sorted(marks, key=lambda each: _urgency(each, chosen)):
        for text in _texts(placed):
            if _put(labels, taken, room, _beside(placed, measure(text, layout.small), room),
                    text, LabelKind.EVENT, placed.mark.event):  # fmt: skip
                break
    return labels


def _put(
    labels: list[PlacedLabel],
    taken: list[Box],
    room: _Room,
    candidates: Iterator[Box],
    text: str,
    kind: LabelKind,
    event: str = "",
) -> bool:
    box = first_free(candidates, taken, room.outer) if text else None
    if box is None:
        return False
    labels.append(PlacedLabel(text, box, kind, event))
    taken.append(box.grown(1))
    return True


def _urgency(placed: PlacedMark, chosen: str) -> tuple[bool, bool]:
    return placed.mark.event != chosen, not placed.mark.crosses


def _texts(placed: PlacedMark) -> tuple[str, ...]:
    """The label with its days where they are vague, and without."""
    mark = placed.mark
    return (f"{mark.label} {mark.span_words}", mark.label) if mark.span_words else (mark.label,)


def _on_bar(placed: PlacedStay, width: float, room: _Room) -> Iterator[Box]:
    """In the middle of the certain part of a bar as far as it is in view, else of the whole of it."""
    for part in (placed.solid, placed.whole):
        if part is None:
            continue
        x0, x1 = max(part.x, room.scale.left), min(part.right, room.scale.right)
        if x1 - x0 >= width + room.layout.letter * 0.6:
            yield Box((x0 + x1 - width) / 2, part.middle - room.height / 2, width, room.height)


def _beside(placed: PlacedMark, width: float, room: _Room) -> Iterator[Box]:
    """Over (in France: under) the mark, nearest line first; centred, then to its right, then to its left."""
    mark, box, layout = placed.mark, placed.box, room.layout
    x0, x1 = max(box.x, room.scale.left), min(box.right, room.scale.right)
    if x1 < room.scale.left or x0 > room.scale.right:
        return
    middle = (x0 + x1) / 2
    space = layout.letter * 0.25
    # A box that begins left of the view is named at its visible start.
    starts = (middle - width / 2, x1 + space, x0 - width - space, x0, x1 - width)
    lines = list(_lines(mark.lane, layout))
    if not mark.crosses:
        own = box.middle
        lines.sort(key=lambda line: abs(line - own))
    for line in lines:
        for start in starts:
            kept = min(max(start, room.scale.left), room.scale.right - width)
            if abs(kept - start) <= width:
                yield Box(kept, line - room.height / 2, width, room.height)


def _lines(lane: Territory, layout: LaneLayout) -> Iterator[float]:
    """The middles of the lines for labels of a lane, the nearest first."""
    if lane is Territory.UK:
        for level in range(UK_LEVELS):
            yield layout.uk_top - 1 - (level + 0.5) * layout.level
    else:
        for level in range(FRANCE_LEVELS):
            yield layout.france_top + layout.lane + 1 + (level + 0.5) * layout.level
