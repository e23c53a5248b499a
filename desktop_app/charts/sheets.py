"""Charts that are one drawing under a headline: their words, their values as a table, and what is drawn.

A `Sheet` is plain values, made by a builder from a view and drawn by `sheet_stage`. What is drawn is its
body: a flow of boxes and links, panels of curves and bars, or a plot over time. Every value that can be
pointed at has a line in the table; the two know each other by the line's key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop_app.charts.bodies import CaseLanes, Claims, People, Supposed
from desktop_app.charts.shapes import KeyEntry, Note, Texts
from desktop_app.domain.intervals import Number
from desktop_app.domain.survival import Step
from desktop_app.words.formats import Formats, PlainFormats

if TYPE_CHECKING:
    from desktop_app.charts.time_plot import TimePlot

Value = str | int | float | None


def number_value(number: Number | None) -> Value:
    """A number as tables and files have it: whole where it is."""
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


class Tint(StrEnum):
    """Which of the palette's colours a thing has; words, place and fill say the same without it."""

    RETURNED = "returned"
    ADMITTED = "admitted"
    ARRIVALS = "arrivals"
    AGAIN = "again"
    DETAINED = "detained"
    MUTED = "muted"


class Fill(StrEnum):
    """How a box is filled; told apart without colour."""

    SOLID = "solid"
    HATCHED = "hatched"
    """A way that ends: a refusal, no reply."""
    OPEN = "open"
    """A number that is not shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of values."""

    name: str
    """As a file has it."""
    words: str
    """As the window has it."""
    is_number: bool = False
    width: int = 12
    """In a table of the window, in letters."""


@dataclass(frozen=True, slots=True)
class Line:
    """One plotted value: a line of the table."""

    key: str
    values: Mapping[str, Value] = field(hash=False)
    """By the names of the columns."""
    texts: Mapping[str, str] = field(hash=False)
    """The same as the window shows them."""
    spoken: str
    """The whole of it in a sentence, for a readout and for screen readers."""
    records: tuple[str, ...] = ()
    """Ids of the cases behind it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Exactly what is plotted."""

    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a flow. Boxes stand under each other in the order given."""

    key: str
    name: str
    number: str
    """What stands beside its name: "12", "fewer than 5"."""
    remark: str
    """What is said of the number, where there is room."""
    size: float
    """How many it stands for; a number that is not shown has a size that tells nothing."""
    tint: Tint
    fill: Fill = Fill.SOLID
    is_aside: bool = False
    """Whether a way ends in it: it stands beside what goes on."""


@dataclass(frozen=True, slots=True)
class Link:
    """A ribbon from one box to a later one, as wide as its number; without `then` it ends."""

    key: str
    first: str
    then: str | None
    size: float
    number: str
    fill: Fill = Fill.SOLID


@dataclass(frozen=True, slots=True)
class Band:
    """One route: its boxes, and the links between them."""

    title: str
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Routes under each other, on one scale."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A bar from nothing to `low`, hatched on to `high`; without `high` it goes on."""

    key: str
    name: str
    low: int
    high: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A share that never rises, with bounds, followed for so many days. Keys by the steps' days."""

    steps: tuple[Step, ...]
    keys: tuple[str, ...]
    followed: int
    text: str
    """What stands at its end."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A curve, or bars where there are too few for one."""

    title: str
    tint: Tint
    is_dashed: bool
    """Whether its line is dashed: the two panels are told apart without colour."""
    curve: Curve | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels under each other on one axis of days."""

    panels: tuple[Panel, ...]
    unit: str
    """What the axis counts: "days"."""

    @property
    def longest(self) -> int:
        """The last day on the axis."""
        found = [panel.curve.followed for panel in self.panels if panel.curve is not None]
        for panel in self.panels:
            found += [span.low if span.high is None else span.high for span in panel.spans]
        return max(found, default=0)


Body: TypeAlias = "Flow | Panels | TimePlot | People | Claims | Supposed | CaseLanes"
"""What a layout turns into plain forms."""


@dataclass(frozen=True)
class Sheet:
    """A chart of this kind; an empty one has a headline that says why."""

    name: str
    headline: str
    subtitle: str
    footer: str
    alt: str
    body: Body
    table: Table = Table()
    emphasis: str = ""
    brief_subtitle: str = ""
    brief_footer: str = ""
    key: tuple[KeyEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    generated: Texts | None = None
    """The texts as they were made from the figures, where a person wrote others; else None."""
    formats: Formats = field(default_factory=PlainFormats, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.table.lines
