"""What a chart over time shows, in plain numbers: panels of steps, bars and ranges on one axis of days.

A body of a `Sheet`. Days are whole day numbers (`date.toordinal`), or days of a leap year where years lie
over each other. Every dot and bar has a line of the table, known by its key.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.charts.shapes import Mark, Milestone, NotedDay
from desktop_app.charts.sheets import Tint


@dataclass(frozen=True, slots=True)
class Dot:
    """One value with its mark, from the least to the most that is possible."""

    key: str
    day: int
    value: float
    mark: Mark
    low: float
    high: float
    earliest: int
    """The earliest day it can stand for; equal to `day` where it is known."""
    label: str = ""
    """What stands beside it, where there is room; those with the least `weight` first."""
    weight: int = 9
    is_faint: bool = False
    """Whether it no longer counts."""
    is_bare: bool = False
    """Whether only its range is drawn, for nobody said a number within it."""
    is_provisional: bool = False
    """Whether it may still be revised: its line is dashed until the next."""


@dataclass(frozen=True, slots=True)
class Track:
    """A line of steps that holds from each of its corners to the next, and its dots."""

    name: str
    tint: Tint
    corners: tuple[tuple[int, float], ...] = ()
    dots: tuple[Dot, ...] = ()
    end: str = ""
    """What stands at the right end of the line."""
    is_thick: bool = False
    is_faint: bool = False
    """Whether it lies in the background: thin, and its words in the colour of remarks."""
    is_dashed: bool = False
    keys: tuple[str, ...] = ()
    """Of a line without dots, the lines of the table at its corners."""


@dataclass(frozen=True, slots=True)
class Shade:
    """What is possible on the days from start to end, both in view: from low to high."""

    start: int
    end: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Block:
    """A bar over the days it counts, hatched on to `high`."""

    key: str
    start: int
    end: int
    """The last day that is counted."""
    value: float
    high: float
    is_light: bool = False
    """Whether the number may still be revised."""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level line that the values are read against, with who said so."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Days among which something changed on a day that nobody knows."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimePanel:
    """One panel. Without anything drawn, `refused` says in words why."""

    title: str
    tint: Tint
    tracks: tuple[Track, ...] = ()
    shades: tuple[Shade, ...] = ()
    blocks: tuple[Block, ...] = ()
    levels: tuple[Level, ...] = ()
    turns: tuple[Turn, ...] = ()
    refused: str = ""
    above: str = ""
    below: str = ""
    """What it means to be above and below zero, where both are possible."""
    remark: str = ""
    """How its upright axis is to be read, where that is not plain; never left out."""
    is_log: bool = False
    """Whether every step of the upright axis is ten times the one before, from 1 on."""
    floor: float | None = None
    """Where the upright axis begins instead of zero: it is then marked as broken, and `remark` says so."""
    at_least: tuple[float, ...] = ()
    """Numbers that are in view whatever is drawn: those of a chart beside this one."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn in it."""
        return not self.tracks and not self.blocks

    @property
    def span(self) -> tuple[float, float]:
        """The least and the most that has to be in view; zero is, unless the axis begins elsewhere."""
        start = 0.0 if self.floor is None else self.floor
        numbers = [start, *self.at_least, *(level.value for level in self.levels)]
        for track in self.tracks:
            numbers += [value for _day, value in track.corners]
            numbers += [end for dot in track.dots for end in (dot.low, dot.high, dot.value)]
        numbers += [end for shade in self.shades for end in (shade.low, shade.high)]
        numbers += [block.high for block in self.blocks]
        return min(numbers), max(numbers)


@dataclass(frozen=True, slots=True)
class TimePlot:
    """Panels under each other on one axis of days."""

    first: int
    last: int
    """The days shown, both included."""
    panels: tuple[TimePanel, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    room_for: tuple[Track, ...] = ()
    """Lines of the charts beside it, for whose words at the end it keeps as much room as for its own."""
    is_one_year: bool = False
    """Whether the axis is the days of any year, without a year's number."""
    noted: tuple[NotedDay, ...] = ()
