"""Turns cases and their timelines into the shapes of the drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar, overload

import numpy as np

from desktop_app.charts.lanes import words
from desktop_app.charts.lanes.outlines import CaseOutline, gather
from desktop_app.charts.lanes.shapes import (
    Axis,
    Extent,
    Form,
    LaneChart,
    LaneGroup,
    LaneMark,
    LaneStay,
    LaneTail,
    LaneTrack,
)
from desktop_app.charts.lanes.words import NameOf
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import DateKind, PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import Territory, usual_territory
from desktop_app.domain.timeline import Stay, Timeline, is_contested
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats

T = TypeVar("T")

_FORMS = {
    EventKind.ARRIVED_BOAT: Form.ARRIVAL,
    EventKind.ARRIVED_OTHERWISE: Form.ARRIVAL,
    EventKind.RETURNED: Form.RETURN,
    EventKind.TRAVELLED: Form.ADMISSION,
    EventKind.ADMITTED: Form.ADMISSION,
    EventKind.DETAINED: Form.DETENTION,
}


_DESCRIBED = 20
"""So many cases are described in full; the table beside the drawing holds the rest."""


@dataclass(frozen=True)
class Made(Sequence[T]):
    """What is made for each case, when it is looked at."""

    cases: Sequence[Case]
    make: Callable[[Case], T]

    def __len__(self) -> int:
        return len(self.cases)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        """The one at a place, or those of a slice."""
        if isinstance(place, slice):
            return [self.make(case) for case in self.cases[place]]
        return self.make(self.cases[place])


def chart(
    cases: Sequence[Case],
    tracks: Sequence[LaneTrack],
    outlines: Sequence[CaseOutline],
    bounds: tuple[int, int] | None,
    formats: Formats,
    *,
    axis: Axis = Axis.CALENDAR,
    groups: tuple[LaneGroup, ...] = (),
) -> LaneChart:
    """The drawing of these cases in this order; `bounds` are the first and the last day of their events."""
    return LaneChart(
        tracks=tracks,
        first=None if bounds is None else bounds[0],
        last=None if bounds is None else bounds[1],
        name=words.chart_name(len(cases), axis, formats),
        description="\n".join(row.spoken() for row in tracks[:_DESCRIBED]),
        cases=tuple(case.id for case in cases),
        outlines=outlines,
        axis=axis,
        groups=groups,
    )


def bounds(outlines: Iterable[CaseOutline], axis: Axis) -> tuple[int, int] | None:
    """The first and the last day on the axis that an event of these may be on; None where there is none."""
    gathered = gather(list(outlines), relative=axis is Axis.SINCE_ARRIVAL)
    days = np.concatenate([gathered.starts, gathered.ends])
    days = days[np.isfinite(days)]
    return (int(days.min()), int(days.max())) if len(days) else None


def track(case: Case, timeline: Timeline, name_of: NameOf, formats: Formats) -> LaneTrack:
    """The row of one case."""
    crossings = {crossing.event.id: crossing for crossing in timeline.crossings}
    again = {id for id, crossing in crossings.items() if words.is_again(crossing, timeline.crossings)}
    marks = tuple(
        _mark(entry.event, entry.lane, entry.event.id in crossings, entry.event.id in again, name_of, formats)
        for entry in timeline.entries
    )
    undated = tuple(
        _mark(event, usual_territory(event.kind), False, False, name_of, formats)
        for event in timeline.undated
    )
    return LaneTrack(
        case=case.id,
        code=case.code,
        count=words.event_count(timeline, formats),
        marks=marks,
        undated=undated,
        undated_words=words.undated(len(undated), formats),
        stays=tuple(_stay(stay, formats) for stay in timeline.stays),
        tails=_tails(timeline, formats),
        spoken=partial(words.case_spoken, case, timeline, formats),
    )


def _mark(
    event: Event, lane: Territory, crosses: bool, again: bool, name_of: NameOf, formats: Formats
) -> LaneMark:
    extent = _extent(event.date)
    return LaneMark(
        event=event.id,
        form=_FORMS.get(event.kind, Form.OTHER),
        lane=lane,
        crosses=crosses,
        extent=extent,
        start=_ordinal(event.date.earliest),
        end=_ordinal(event.date.latest),
        label=words.short(event.kind, again=again),
        span_words=words.span_of(event, formats),
        tip=partial(words.tip, event, name_of, formats),
        spoken=partial(words.spoken, event, name_of, formats),
        again=again,
        contested=is_contested(event),
    )


def _extent(said: PartialDate) -> Extent:
    if said.kind is DateKind.DAY:
        return Extent.DAY if said.is_exact_day else Extent.ABOUT
    return Extent.WHOLE if said.kind is DateKind.SPAN else Extent.WITHIN


def _stay(stay: Stay, formats: Formats) -> LaneStay:
    begin = stay.begin.date
    solid_from = _ordinal(begin.latest)
    if stay.end is not None:
        solid_to, possible_to = _ordinal(stay.end.date.earliest), _ordinal(stay.end.date.latest)
    else:
        seen = _last_day(stay)
        solid_to = possible_to = solid_from if seen is None else max(seen, solid_from or seen)
    return LaneStay(
        lane=stay.territory,
        possible_from=_ordinal(begin.earliest),
        solid_from=solid_from,
        solid_to=solid_to,
        possible_to=possible_to,
        words=date_sentences.day_range(stay.length) if stay.end is not None else "",
        tip=partial(words.stay, stay, formats),
        begin=stay.begin.id,
        is_ended=stay.end is not None,
    )


def _last_day(stay: Stay) -> int | None:
    """The last day on which the person was certainly seen on this side."""
    said = stay.last.date
    return _ordinal(said.latest if said.kind is DateKind.SPAN else said.earliest)


def _tails(timeline: Timeline, formats: Formats) -> tuple[LaneTail, ...]:
    tails = []
    for place, stay in enumerate(timeline.stays):
        shape = _stay(stay, formats)
        since = shape.solid_to if shape.solid_to is not None else shape.possible_from
        if stay.end is not None or since is None:
            continue
        following = timeline.stays[place + 1 : place + 2]
        until = _ordinal(following[0].begin.date.earliest) if following else None
        tails.append(LaneTail(stay.territory, since, until, words.not_known_since(stay, formats)))
    return tuple(tails)


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()
