"""Finds a place for each label of a row: none meets another label, a mark, or the edge; some give way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.charts.lanes.layout import LaneLayout
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import LaneMark
from desktop_app.charts.placing import Box, first_free
from desktop_app.domain.journeys import Territory

Measure = Callable[[str, float], float]
"""How wide a text is at a size."""


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


class Labelling:
    """The labels of one row, placed one after another: who comes first has the choice."""

    def __init__(self, scale: LaneScale, layout: LaneLayout, measure: Measure) -> None:
        self._scale = scale
        self._layout = layout
        self._measure = measure
        self._outer = Box(scale.left, 0, scale.right - scale.left, layout.row)
        self._height = min(layout.small * 1.15, layout.level - 2)
        self.labels: list[PlacedLabel] = []
        self.taken: list[Box] = []
        """What no further label may meet."""

    def length(self, words: str, parts: Iterable[Box], lane: Territory) -> None:
        """The length of a stay: on its bar, or on the lines beside it."""
        width = self._measure(words, self._layout.small)
        self._put(words, self._on_bar(tuple(parts), width, lane), LabelKind.LENGTH)

    def tail(self, words: str, x: float, y: float) -> None:
        """What is said at the end of knowledge, behind its dashes."""
        width = self._measure(words, self._layout.small)
        box = Box(x + self._layout.letter * 0.4, y - self._height / 2, width, self._height)
        self._put(words, iter((box,)), LabelKind.TAIL)

    def event(self, mark: LaneMark, box: Box) -> None:
        """The words of an event beside its mark, with its days where they are vague and there is room."""
        with_days = (f"{mark.label} {mark.span_words}",) if mark.span_words else ()
        for text in (*with_days, mark.label):
            width = self._measure(text, self._layout.small)
            if self._put(text, self._beside(mark, box, width), LabelKind.EVENT, mark.event):
                return

    def give_way(self, boxes: list[Box]) -> None:
        """Marks found their places: labels that stand there go, for an event is never hidden."""
        self.labels = [label for label in self.labels if not any(label.box.meets(box) for box in boxes)]
        self.taken += [box.grown(1) for box in boxes]

    def _put(self, text: str, candidates: Iterator[Box], kind: LabelKind, event: str = "") -> bool:
        box = first_free(candidates, self.taken, self._outer) if text else None
        if box is None:
            return False
        self.labels.append(PlacedLabel(text, box, kind, event))
        self.taken.append(box.grown(1))
        return True

    def _on_bar(self, parts: tuple[Box, ...], width: float, lane: Territory) -> Iterator[Box]:
        for part in parts:
            x0, x1 = self._in_view(part)
            if x1 - x0 >= width + self._layout.letter * 0.6:
                yield Box((x0 + x1 - width) / 2, part.middle - self._height / 2, width, self._height)
        for part in parts[-1:]:
            x0, x1 = self._in_view(part)
            for line in self._lines(lane):
                for start in ((x0 + x1 - width) / 2, x1 - width, x0):
                    if x1 - x0 >= width:
                        yield Box(start, line - self._height / 2, width, self._height)

    def _beside(self, mark: LaneMark, box: Box, width: float) -> Iterator[Box]:
        """Over (in France: under) the mark, nearest line first; on its own line to its right or left."""
        x0, x1 = self._in_view(box)
        if x1 < self._scale.left or x0 > self._scale.right or x1 < x0:
            return
        space = self._layout.letter * 0.3
        # A box that begins left of the view is named at its visible start.
        over = ((x0 + x1 - width) / 2, x0, x1 - width)
        aside = (x1 + space, x0 - width - space)
        lines = list(self._lines(mark.lane))
        if not mark.crosses:
            # Further away it would seem another mark's.
            lines = [line for line in lines if abs(line - box.middle) < self._layout.level * 1.1]
            lines.sort(key=lambda line: abs(line - box.middle))
        for line in lines:
            # Only on its own line can a label stand beside its mark: elsewhere it would seem another's.
            own = not mark.crosses and abs(line - box.middle) < self._layout.level / 2
            for start in aside if own else over:
                kept = start if own else min(max(start, self._scale.left), self._scale.right - width)
                if own or (kept < x1 and kept + width > x0):
                    yield Box(kept, line - self._height / 2, width, self._height)

    def _in_view(self, box: Box) -> tuple[float, float]:
        return max(box.x, self._scale.left), min(box.right, self._scale.right)

    def _lines(self, lane: Territory) -> Iterator[float]:
        for level in range(self._layout.levels(lane)):
            yield self._layout.line(lane, level)
