"""What some sheets are drawn of: people as dots, what is said of one number, lines of a scenario.

Plain values without a place; each has a module of its own that lays it out.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.charts.lanes.shapes import LaneTrack
from desktop_app.charts.shapes import Ink, Mark


@dataclass(frozen=True, slots=True)
class People:
    """So many people, one dot each. Those returned are among those who arrived."""

    returned: int
    """Certainly returned."""
    maybe_returned: int
    """As many more may have been returned."""
    arrived: int
    """Certainly arrived, those returned included."""
    maybe_arrived: int = 0
    """As many more may have arrived."""

    @property
    def count(self) -> int:
        """How many dots are drawn."""
        return max(self.arrived + self.maybe_arrived, self.returned + self.maybe_returned)


@dataclass(frozen=True, slots=True)
class Said:
    """One number as one origin gives it."""

    key: str
    mark: Mark
    at: float
    """Where its mark stands."""
    low: float | None
    high: float | None
    """What is possible; None where there is no end."""
    number: str
    """With its comparator: "more than 70"."""
    who: str
    """Whose word it is in the end, with its grade."""
    remark: str
    """Which outlets carry it, and of which day."""
    day: str = ""
    """The day alone, where there is less room."""


@dataclass(frozen=True, slots=True)
class Claims:
    """All that is said of one number, the highest first."""

    said: tuple[Said, ...]
    ink: Ink
    unit: str
    """What the line counts."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest number."""
        numbers = [
            number for each in self.said for number in (each.low, each.high, each.at) if number is not None
        ]
        return min(numbers, default=0.0), max(numbers, default=0.0)


@dataclass(frozen=True, slots=True)
class CaseLanes:
    """A few people, each a row of two lanes."""

    tracks: tuple[LaneTrack, ...]
    ends: tuple[int, int] | None
    """The first and the last day of any of their events; None where none has a day."""


@dataclass(frozen=True, slots=True)
class Level:
    """Something to hold the scenario against: so many returns a week."""

    key: str
    low: float
    high: float | None
    """None where there is no end."""
    text: str
    brief: str
    """The same in fewer words, where there is less room."""
    is_recorded: bool
    """Whether it is what happened; else it is what somebody aimed at."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """Returns a week for each share of those arriving: a line, or a wedge where arrivals are vague."""

    arriving: tuple[float, float]
    """People arriving a week, the least and the most."""
    percent: float
    """The share supposed."""
    farthest: float
    """The largest share on the axis."""
    text: str
    """What stands at the share supposed: "5%: 49.7 a week"."""
    tag: str
    """That it is supposed, on the picture itself."""
    units: tuple[str, str]
    """What the axes count: upright, and along."""
    levels: tuple[Level, ...] = ()

    def at(self, percent: float) -> tuple[float, float]:
        """Returns a week for a share."""
        return self.arriving[0] * percent / 100, self.arriving[1] * percent / 100

    @property
    def top(self) -> float:
        """The highest number on the picture."""
        levels = [end for level in self.levels for end in (level.low, level.high) if end is not None]
        return max([self.at(self.farthest)[1], *levels])
