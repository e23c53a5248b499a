"""The words along the top of the timeline: days of the calendar, or days since the first arrival."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from desktop_app.charts.lanes import words
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import Axis
from desktop_app.charts.layout.ticks import Tick, day_ticks
from desktop_app.words.formats import Formats

_STEPS = (1, 2, 5, 10, 30, 60, 90, 180, 360, 720, 1800, 3600)
_FIRST_DAY = 1.0
"""The calendar has no day before this one."""

Measure = Callable[[str], float]


def ticks(scale: LaneScale, axis: Axis, measure: Measure, space: float, formats: Formats) -> list[Tick]:
    """The marks of each stretch of days that is not folded, as close as their words allow.

    Each stretch of the calendar begins with its year. `measure` is the width of a text, `space` what is kept
    free behind it.
    """
    found: list[Tick] = []
    first, last = scale.folds.day(scale.first), scale.folds.day(scale.last)
    fits = _Fits(scale, measure, space)
    for start, end in scale.folds.stretches(first, last):
        if axis is Axis.CALENDAR:
            if end >= _FIRST_DAY:
                found += fits.kept(day_ticks(max(start, _FIRST_DAY), end, fits.all, formats))
        else:
            found += fits.kept(_offsets(start, end, fits))
    return found


def fold_words(scale: LaneScale, measure: Measure, space: float) -> list[tuple[str, float]]:
    """What each fold in view leaves out, and where those words begin: none over another's."""
    found: list[tuple[str, float]] = []
    free = scale.left
    for fold in scale.folds.folds:
        middle = (scale.x(fold.first) + scale.x(fold.last)) / 2
        text = words.fold(fold.days)
        start = middle - measure(text) / 2
        if free <= start and start + measure(text) <= scale.right:
            found.append((text, start))
            free = start + measure(text) + space
    return found


class _Fits:
    """Whether words stand clear of each other, of those of the folds and of the edge."""

    def __init__(self, scale: LaneScale, measure: Measure, space: float) -> None:
        self._scale, self._measure, self._space = scale, measure, space
        self._taken = [
            (start - space, start + measure(text) + space)
            for text, start in fold_words(scale, measure, space)
        ]

    def all(self, found: list[Tick]) -> bool:
        """Whether each of these ends before the next one begins."""
        return all(self._right(tick) < self._scale.x(following.at) for tick, following in pairwise(found))

    def kept(self, found: list[Tick]) -> list[Tick]:
        """Without the words that would stand in those of a fold or reach over the edge."""
        return [tick if self._is_clear(tick) else Tick(tick.at, "") for tick in found]

    def _is_clear(self, tick: Tick) -> bool:
        left, right = self._scale.x(tick.at), self._right(tick) - self._space
        return right <= self._scale.right and not any(
            left < end and start < right for start, end in self._taken
        )

    def _right(self, tick: Tick) -> float:
        return self._scale.x(tick.at) + self._measure(tick.text) + self._space


def _offsets(start: float, end: float, fits: _Fits) -> list[Tick]:
    choice: list[Tick] = []
    for choice in _choices(start, end):
        if fits.all(choice):
            break
    return choice


def _choices(start: float, end: float) -> Iterator[list[Tick]]:
    for step in _STEPS:
        if (end - start) / step > 500:
            continue
        first = -(-int(start) // step) * step
        yield [Tick(day, words.offset(day)) for day in range(first, int(end) + 1, step) if day >= start]
