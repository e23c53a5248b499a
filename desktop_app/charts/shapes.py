"""What a picture shows, in plain numbers: everything a chart knows before anything is drawn.

Days are whole day numbers (`date.toordinal`). A value is a float only because it is a place on an axis;
what is said and listed is made from the figures themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter

from desktop_app.words.formats import Formats, PlainFormats


class Ink(StrEnum):
    """What a drawn thing is about; the style gives the colour, the words and marks say it as well."""

    ARRIVALS = "arrivals"
    RETURNED = "returned"
    ADMITTED = "admitted"


class Mark(StrEnum):
    """How one value is marked; each can be told from the others without colour."""

    EXACT = "exact"
    """A filled dot: one number from an official source."""
    REPORTED = "reported"
    """A ring: one number, reported but not official."""
    RANGE = "range"
    """A ring on a bar from the lowest to the highest possible number."""
    CONTESTED = "contested"
    """A half filled ring on such a bar: sources give numbers of which at most one can be right."""
    MORE_THAN = "more than"
    """An arrow head upwards."""
    FEWER_THAN = "fewer than"
    """An arrow head downwards."""
    ABOUT = "about"
    """A dashed ring."""
    SPAN = "span"
    """Hatching along the days among which the number's own day lies."""
    BAND = "band"
    """Shading between the lowest and the highest number where sources differ."""
    PROVISIONAL = "provisional"
    """A lighter bar: the number may still be revised."""
    TENTATIVE = "provisional total"
    """A dashed line from a mark on: the total that holds there may still be revised."""
    WITHDRAWN = "withdrawn"
    """A cross: a figure that is kept, and no longer counts."""
    BAR_RANGE = "bar to its highest"
    """A bar to the lowest number, hatched on to the highest."""
    NOTED = "noted"
    """A diamond on the time axis: a day of which there are field notes."""
    GAP = "gap"
    """Hatching at the foot of a week for which days are missing: not zero."""
    PERSON = "person"
    """A small pale dot: one person."""
    SUPPOSED = "supposed"
    """An open square: nobody said it, it follows from what is supposed."""
    HELD_BACK = "held back"
    """A dashed outline: a number that is not shown."""


RANGED = frozenset({Mark.RANGE, Mark.CONTESTED})
"""Marks that stand on a bar from the lowest to the highest number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """People counted in the days from start to end, both included."""

    start: int
    end: int
    value: float
    """How high the bar stands: the lowest possible number."""
    high: float
    """The highest possible number; equal to value where it is known exactly."""
    provisional: bool
    figures: tuple[str, ...]
    spoken: str
    """The whole of it in a sentence, for a readout and for screen readers."""


@dataclass(frozen=True, slots=True)
class Point:
    """A running total at the latest day it can stand for."""

    day: int
    earliest: int
    """The earliest day it can stand for; equal to day where it is known."""
    value: float
    """Where the line stands from this day on."""
    low: float | None
    high: float | None
    """What is possible; None where there is no end."""
    mark: Mark
    rival: bool
    """Whether two sources cannot both be right about it."""
    figures: tuple[str, ...]
    spoken: str
    provisional: bool = False
    """Whether it may still be revised: the line is dashed until the next point."""


@dataclass(frozen=True, slots=True)
class Band:
    """From the lowest to the highest total that sources give, while it holds."""

    start: int
    end: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class StepLine:
    """A running total that holds from each point to the next and never slopes."""

    ink: Ink
    name: str
    """What is counted, as a label says it after a number: "returned"."""
    points: tuple[Point, ...]
    """In order of time."""
    lead: tuple[int, float] | None
    """Where the line begins before its first point: the total held at the start of the period."""
    bands: tuple[Band, ...]
    labels: tuple[str, ...]
    """For each point, the number with its comparator and name: "more than 900 returned"."""
    lead_label: str = ""
    withdrawn: tuple[Point, ...] = ()
    """Figures that are kept and no longer count: beside the line, never on it."""

    @property
    def top(self) -> float | None:
        """The highest number it goes through or includes; None for a line of nothing."""
        every = (*self.points, *self.withdrawn)
        numbers = [point.value for point in every]
        numbers += [point.high for point in every if point.high is not None]
        numbers += [band.high for band in self.bands]
        if self.lead is not None:
            numbers.append(self.lead[1])
        return max(numbers, default=None)

    def vertices(self) -> list[tuple[float, float]]:
        """The corners of the line: every stretch is level or upright."""
        corners: list[tuple[float, float]] = [] if self.lead is None else [self.lead]
        for point in self.points:
            if corners:
                corners.append((point.day, corners[-1][1]))
            corners.append((point.day, point.value))
        return corners

    def label_at(self, day: float) -> tuple[float, float, str] | None:
        """Day, value and label of the total that holds on a day; None before the line begins."""
        known = bisect_right(self.points, day, key=attrgetter("day"))
        if known:
            last = self.points[known - 1]
            ends = last is self.points[-1]
            return (last.day if ends else day), last.value, self.labels[known - 1]
        if self.lead is not None and self.lead_label and self.lead[0] <= day:
            return (day if self.points else self.lead[0]), self.lead[1], self.lead_label
        return None


@dataclass(frozen=True, slots=True)
class Daily:
    """A count for each day; a day without a record is absent from `days`, never zero."""

    days: tuple[int, ...]
    values: tuple[float, ...]
    figures: tuple[str, ...]
    spoken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that happened to the scheme, on one day or some day of several."""

    start: int
    end: int
    label: str
    weight: int
    """The smaller, the sooner its words get a place where there is not room for all."""


@dataclass(frozen=True, slots=True)
class NotedDay:
    """A day of which there are field notes, and how many."""

    day: int
    count: int
    label: str = ""
    """Where they were made, or that they are field notes."""


@dataclass(frozen=True, slots=True)
class BalanceNote:
    """Between which days the larger of the two totals changed, and the words that say so."""

    after: int
    by: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One kind of mark used on this chart, in words."""

    mark: Mark
    ink: Ink | None
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader should know before comparing (the chart's lint), by code and in words."""

    code: str
    text: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Texts:
    """What is said around a chart: the four texts that go out with it."""

    headline: str
    subtitle: str
    footer: str
    alt: str


@dataclass(frozen=True, slots=True)
class Row:
    """One plotted value as a line of the table beside the chart."""

    measure: str
    """The code of the measure."""
    series: str
    """Its name."""
    first: date
    last: date
    value: str
    """The number as it is said, with its comparator."""
    low: str
    high: str
    """The interval in plain digits, empty where there is no end."""
    mark: str
    source: str
    figures: tuple[str, ...]
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonChart:
    """Returns and admissions against arrivals: two panels on one time axis, each from zero."""

    first: int
    last: int
    """The days shown, both included."""
    headline: str
    emphasis: str
    """The part of the headline that a room should remember; empty for none."""
    subtitle: str
    upper_title: str
    lower_title: str
    footer: str
    brief_subtitle: str
    brief_footer: str
    """The same two in fewer words, for a room."""
    alt: str
    """What a reader who does not see it is told: at most 200 characters."""
    bars: tuple[Bar, ...] = ()
    gaps: tuple[tuple[int, int], ...] = ()
    """Weeks within the record for which days are missing, first and last day."""
    daily: Daily | None = None
    lines: tuple[StepLine, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    noted: tuple[NotedDay, ...] = ()
    balance: BalanceNote | None = None
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    rows: tuple[Row, ...] = ()
    lighter_provisional: bool = False
    at_least: tuple[float, float] = (0.0, 0.0)
    """Up to where the two upright axes reach, whatever is drawn: for a chart beside another."""
    room_for: tuple[StepLine, ...] = ()
    """Lines of the charts beside it, for whose words at the end it keeps as much room as for its own."""
    generated: Texts | None = None
    """The texts as they were made from the figures, where a person wrote others; else None."""
    formats: Formats = field(default_factory=PlainFormats, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.rows

    @property
    def upper_top(self) -> float:
        """The highest number of the upper panel."""
        heights = [bar.high for bar in self.bars]
        if self.daily is not None:
            heights.extend(self.daily.values)
        return max(max(heights, default=0.0), self.at_least[0])

    @property
    def lower_top(self) -> float:
        """The highest number of the lower panel."""
        tops = (top for line in self.lines if (top := line.top) is not None)
        return max(max(tops, default=0.0), self.at_least[1])
