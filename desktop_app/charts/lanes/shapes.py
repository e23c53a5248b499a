"""What a timeline of cases shows, in days and words: no pixels, no colours, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.charts.lanes.outlines import CaseOutline
from desktop_app.domain.journeys import Territory

Say = Callable[[], str]
"""Words that are made when they are asked for: of thousands of events few are ever pointed at."""


class Axis(StrEnum):
    """What the days of the drawing are counted from."""

    CALENDAR = "calendar"
    SINCE_ARRIVAL = "since first arrival"
    """Day 0 is each person's first arrival."""


class Form(StrEnum):
    """The shape of an event's mark; each is told from the others without its colour."""

    ARRIVAL = "arrival"
    """A disc."""
    RETURN = "return"
    """A square."""
    ADMISSION = "admission"
    """A diamond."""
    DETENTION = "detention"
    """A triangle."""
    OTHER = "other"
    """An upright tick."""


class Extent(StrEnum):
    """What the days of a mark say."""

    DAY = "day"
    """This day, known exactly."""
    ABOUT = "about"
    """This day, with a doubt: drawn hollow."""
    WITHIN = "within"
    """Some day of these: hatched, never a mark on one of them."""
    WHOLE = "whole"
    """All of these days."""


@dataclass(frozen=True, slots=True)
class LaneMark:
    """One event. Days are ordinals of the calendar, or days since the first arrival; None is an open end,
    or no day at all.
    """

    event: str
    """Id of the event."""
    form: Form
    lane: Territory
    crosses: bool
    """Whether it is a journey from the other side."""
    extent: Extent
    start: int | None
    end: int | None
    label: str
    """Its few words on the drawing: "returned again"."""
    span_words: str
    """The days of a vague event, to stand with its label; empty for a day."""
    tip: Say = field(compare=False)
    spoken: Say = field(compare=False)
    again: bool = False
    """Whether it is a later arrival or return of the same person."""
    contested: bool = False

    @property
    def is_point(self) -> bool:
        """Whether it stands at one day."""
        return self.extent in (Extent.DAY, Extent.ABOUT)


@dataclass(frozen=True, slots=True)
class LaneStay:
    """A time on one side: certain between `solid_from` and `solid_to`, possible out to the other two."""

    lane: Territory
    possible_from: int | None
    solid_from: int | None
    solid_to: int | None
    possible_to: int | None
    words: str
    """Its length: "44 days"; empty where its end is not known."""
    tip: Say = field(compare=False)
    begin: str = ""
    """Id of the journey that it begins with."""
    is_ended: bool = True
    """Whether its end is recorded; else it is drawn up to when the person was last seen there."""


@dataclass(frozen=True, slots=True)
class LaneTail:
    """Where knowledge of a person ends."""

    lane: Territory
    since: int
    until: int | None
    """Where the person is known again; None for the end of the case."""
    words: str


@dataclass(frozen=True, slots=True)
class LaneTrack:
    """One case: everything drawn in its row, marks in the order of its timeline."""

    case: str
    """Id of the case."""
    code: str
    count: str
    """How many events it has: "11 events"."""
    marks: tuple[LaneMark, ...]
    undated: tuple[LaneMark, ...]
    undated_words: str
    """"No date (2)"; empty where every event has its days on the axis."""
    stays: tuple[LaneStay, ...]
    tails: tuple[LaneTail, ...]
    spoken: Say = field(compare=False)
    aside: str = ""
    """Why the case is not on the axis at all, and all of its events are in the tray; empty where it is."""

    @property
    def all_marks(self) -> tuple[LaneMark, ...]:
        """Every event, the undated ones last: the order of the table beside the drawing."""
        return (*self.marks, *self.undated)


@dataclass(frozen=True, slots=True)
class LaneGroup:
    """Rows that belong together, from the row at `start` up to the next group's."""

    start: int
    words: str
    """Its heading: "In France (12)"."""


@dataclass(frozen=True, slots=True)
class LaneChart:
    """All rows, and the days from the first to the last event of any of them (None without any date).

    Of ten thousand rows a track is made when it is looked at; `outlines` are what is drawn of all at once.
    """

    tracks: Sequence[LaneTrack]
    first: int | None
    last: int | None
    name: str
    description: str
    cases: tuple[str, ...] = ()
    """The ids of the cases, in the order of the rows."""
    outlines: Sequence[CaseOutline] = field(default=(), compare=False)
    """One for each row."""
    axis: Axis = Axis.CALENDAR
    groups: tuple[LaneGroup, ...] = ()
    """From the top; none where the rows are not grouped."""
