"""The words along the top of the timeline: days of the calendar, or days since the first arrival."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop_app.charts.lanes import words
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import Axis
from desktop_app.charts.ticks import Tick, day_ticks
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
    for start, end in scale.folds.stretches(first, last):
        fits = _Fits(scale, measure, space, scale.x(end) if end < last else None)
        if axis is Axis.CALENDAR:
            if end >= _FIRST_DAY:
                found += fits.kept(day_ticks(max(start, _FIRST_DAY), end, fits.all, formats))
        else:
            found += fits.kept(_offsets(start, end, fits))
    return found


class _Fits:
    """Whether words stand clear of each other and, before a fold, of its end."""

    def __init__(self, scale: LaneScale, measure: Measure, space: float, end: float | None) -> None:
        self._scale, self._measure, self._space, self._end = scale, measure, space, end

    def all(self, found: list[Tick]) -> bool:
        """Whether each of these ends before the next one begins."""
        return all(
            self._right(tick) < self._scale.x(following.at)
            for tick, following in zip(found, found[1:], strict=False)
        )

    def kept(self, found: list[Tick]) -> list[Tick]:
        """Without those that would reach into a fold."""
        return [tick for tick in found if self._end is None or self._right(tick) < self._end]

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
