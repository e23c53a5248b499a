"""Folds stretches of days in which nothing happens: a fold is narrower than its days, which stay in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

LONGEST_GAP = 60
"""So many days without any event are still drawn as long as they are."""
EDGE = 2
"""Days beside an event that are never folded away."""
_SHARE = 0.1
"""How much of what is left one fold takes."""
_NARROWEST = 2.0

Days = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Fold:
    """The days after `first` and before `last` take only `width` days on the axis."""

    first: float
    last: float
    days: int
    """How many days there are from the event before to the next one."""
    width: float


@dataclass(frozen=True)
class Folds:
    """Takes days to places on the axis and back. Without a fold a day is its own place."""

    folds: tuple[Fold, ...] = ()

    @cached_property
    def _corners(self) -> tuple[list[float], list[float]]:
        days: list[float] = []
        places: list[float] = []
        saved = 0.0
        for fold in self.folds:
            days += (fold.first, fold.last)
            places += (fold.first - saved, fold.first - saved + fold.width)
            saved += fold.last - fold.first - fold.width
        return days, places

    def place(self, day: float) -> float:
        """Where a day is on the axis, in days."""
        days, places = self._corners
        return _between(day, days, places)

    def day(self, place: float) -> float:
        """Which day is at a place."""
        days, places = self._corners
        return _between(place, places, days)

    def placed(self, days: Days) -> Days:
        """Where many days are."""
        corners, places = self._corners
        if not corners:
            return days
        inner = np.interp(days, corners, places)
        before = np.minimum(days - corners[0], 0.0)
        after = np.maximum(days - corners[-1], 0.0)
        return np.asarray(inner + before + after)

    def stretches(self, first: float, last: float) -> list[tuple[float, float]]:
        """The stretches of days between two days that are not folded."""
        edges = [first]
        for fold in self.folds:
            edges += (fold.first, fold.last)
        edges.append(last)
        pairs = zip(edges[::2], edges[1::2], strict=True)
        return [(max(a, first), min(b, last)) for a, b in pairs if max(a, first) <= min(b, last)]


NO_FOLDS = Folds()


def _between(at: float, froms: Sequence[float], tos: Sequence[float]) -> float:
    if not froms or at <= froms[0]:
        return at + (tos[0] - froms[0] if froms else 0.0)
    place = bisect_right(froms, at) - 1
    if place == len(froms) - 1:
        return at + tos[place] - froms[place]
    share = (at - froms[place]) / (froms[place + 1] - froms[place])
    return tos[place] + share * (tos[place + 1] - tos[place])


def folds_for(starts: Days, ends: Days) -> Folds:
    """Folds every stretch over LONGEST_GAP days that no event touches, given the days of all events.

    An event that is some day within a stretch touches all of it; an open end has an infinite day.
    """
    if len(starts) < 2:
        return NO_FOLDS
    order = np.argsort(starts, kind="stable")
    reached = np.maximum.accumulate(ends[order])[:-1]
    following = starts[order][1:]
    wide = np.flatnonzero(following - reached > LONGEST_GAP)
    gaps = [(float(reached[place]), float(following[place])) for place in wide.tolist()]
    if not gaps:
        return NO_FOLDS
    bounds = (float(starts.min()), float(ends.max()))
    spared = sum(last - first - 2 * EDGE for first, last in gaps)
    left = bounds[1] - bounds[0] - spared
    width = max(_NARROWEST, left * _SHARE / (1 + 0.3 * (len(gaps) - 1)))
    return Folds(
        tuple(
            Fold(first + EDGE, last - EDGE, round(last - first), min(width, (last - first - 2 * EDGE) / 2))
            for first, last in gaps
        )
    )
