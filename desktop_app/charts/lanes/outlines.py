"""The least that is drawn of a case where thousands are in view: numbers in arrays, and no words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_app.domain.dates import DateKind, PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.first_arrival import first_arrival
from desktop_app.domain.journeys import Territory
from desktop_app.domain.timeline import Stay, Timeline, is_contested

Numbers = npt.NDArray[np.floating[Any]]
Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.integer[Any]]

FORMS = ("other", "detention", "arrival", "return", "admission")
"""The forms of marks, the later painted over the earlier where two meet."""
_FORM = {
    EventKind.ARRIVED_BOAT: 2,
    EventKind.ARRIVED_OTHERWISE: 2,
    EventKind.RETURNED: 3,
    EventKind.TRAVELLED: 4,
    EventKind.ADMITTED: 4,
    EventKind.DETAINED: 1,
}
DAY, ABOUT, WITHIN, WHOLE = range(4)
"""What the days of a mark say, as `Extent` tells it."""
START, END, FORM, EXTENT, FRANCE, CROSSES, CONTESTED, IS_FIRST = range(8)
"""The columns of `CaseOutline.marks`."""
SIDE, POSSIBLE_FROM, SOLID_FROM, SOLID_TO, POSSIBLE_TO, TAIL, FROM_FIRST = range(7)
"""The columns of `CaseOutline.stays`: TAIL is 1 where the end of the stay is not known, FROM_FIRST where it
begins with the first arrival."""


@dataclass(frozen=True, slots=True, eq=False)
class CaseOutline:
    """One case in days of the calendar, open ends as infinities, its dated events in their order."""

    marks: Numbers
    stays: Numbers
    undated: int
    first: tuple[int, int, bool] | None
    """The first arrival: its earliest day, its latest, whether it is in doubt; None: it is not known."""

    @property
    def size(self) -> int:
        """How many events there are."""
        return len(self.marks) + self.undated


def outline(timeline: Timeline) -> CaseOutline:
    """What is drawn of a case in little room."""
    first = first_arrival(timeline)
    crossing = {crossing.event.id for crossing in timeline.crossings}
    zero = "" if first is None or first.event is None else first.event.id
    marks = []
    for entry in timeline.entries:
        event = entry.event
        lane = entry.lane
        marks.append(_mark(event, lane, event.id in crossing, event.id == zero))
    stays = [_stay(stay, stay.begin.id == zero) for stay in timeline.stays]
    return CaseOutline(
        np.array(marks, np.float64).reshape(-1, 8),
        np.array(stays, np.float64).reshape(-1, 7),
        len(timeline.undated),
        None if first is None else (first.earliest.toordinal(), first.latest.toordinal(), first.doubted),
    )


def _mark(event: Event, lane: Territory, crosses: bool, is_first: bool) -> tuple[float, ...]:
    said = event.date
    return (
        -math.inf if said.earliest is None else said.earliest.toordinal(),
        math.inf if said.latest is None else said.latest.toordinal(),
        _FORM.get(event.kind, 0),
        _extent(said),
        lane is Territory.FRANCE,
        crosses,
        is_contested(event),
        is_first,
    )


def _extent(said: PartialDate) -> int:
    if said.kind is DateKind.DAY:
        return ABOUT if said.about or said.uncertain else DAY
    return WHOLE if said.kind is DateKind.SPAN else WITHIN


def _stay(stay: Stay, from_first: bool) -> tuple[float, ...]:
    begin = stay.begin.date
    possible_from = -math.inf if begin.earliest is None else begin.earliest.toordinal()
    solid_from = math.nan if begin.latest is None else begin.latest.toordinal()
    if stay.end is not None:
        ended = stay.end.date
        solid_to = math.nan if ended.earliest is None else ended.earliest.toordinal()
        possible_to = math.inf if ended.latest is None else ended.latest.toordinal()
    else:
        solid_to = possible_to = last_seen(stay)
    side, tail = stay.territory is Territory.FRANCE, stay.end is None
    return (side, possible_from, solid_from, solid_to, possible_to, tail, from_first)


def last_seen(stay: Stay) -> float:
    """Of a stay whose end is not known: the last day on which the person was certainly seen there, or NaN."""
    said = stay.last.date
    seen = said.latest if said.kind is DateKind.SPAN else said.earliest
    begun = stay.begin.date.latest
    known = [day.toordinal() for day in (seen, begun) if day is not None]
    return max(known, default=math.nan)


@dataclass(frozen=True, eq=False)
class Gathered:
    """Many cases in arrays, on one axis: a row for each mark and each stay."""

    starts: Numbers
    ends: Numbers
    extents: Places
    marks: Numbers
    """The columns of `CaseOutline.marks`; use `starts`, `ends` and `extents` for those three."""
    mark_rows: Places
    stays: Numbers
    """The columns of `CaseOutline.stays`, in days of the axis."""
    stay_rows: Places
    aside: Mask
    """By row: whether the case has events that are not on the axis."""

    def __len__(self) -> int:
        return len(self.aside)


def gather(outlines: Sequence[CaseOutline], *, relative: bool) -> Gathered:
    """These cases, in the order of the rows; with `relative` in days since their first arrival."""
    shown = outlines
    if relative:
        shown = [each if each.first is not None else _none(each) for each in outlines]
    parts, stay_parts = [each.marks for each in shown], [each.stays for each in shown]
    marks, stays = _joined(parts, 8), _joined(stay_parts, 7)
    mark_rows, stay_rows = _rows(parts), _rows(stay_parts)
    starts, ends = marks[:, START], marks[:, END]
    extents: Places = marks[:, EXTENT].astype(np.int8)
    if relative:
        first = np.array([each.first or (0, 0, False) for each in shown], np.float64).reshape(-1, 3)
        starts, ends, extents = _aligned(marks, extents, first[mark_rows])
        stays = _aligned_stays(stays, first[stay_rows])
    aside = np.array([each.undated for each in shown], np.int64) > 0
    return Gathered(starts, ends, extents, marks, mark_rows, stays, stay_rows, aside)


def _none(one: CaseOutline) -> CaseOutline:
    """A case that cannot be aligned: nothing of it is on the axis."""
    return CaseOutline(one.marks[:0], one.stays[:0], one.size, None)


def _joined(parts: list[Numbers], width: int) -> Numbers:
    return np.concatenate(parts) if parts else np.zeros((0, width))


def _rows(parts: list[Numbers]) -> Places:
    counts = np.fromiter(map(len, parts), np.int64, len(parts))
    return np.repeat(np.arange(len(parts), dtype=np.int32), counts)


def _aligned(marks: Numbers, extents: Places, first: Numbers) -> tuple[Numbers, Numbers, Places]:
    """Days since a first arrival that was some day of a range: from the fewest to the most possible."""
    starts, ends = marks[:, START] - first[:, 1], marks[:, END] - first[:, 0]
    zero = marks[:, IS_FIRST] > 0
    vague = (first[:, 0] != first[:, 1]) & ~zero
    doubted = (first[:, 2] > 0) | (first[:, 0] != first[:, 1])
    moved = np.where(vague, WITHIN, np.where(doubted & (extents == DAY), ABOUT, extents))
    # The first arrival is day 0 of its own case, whenever it was; its mark is hollow where that is vague.
    moved = np.where(zero, np.where(doubted, ABOUT, DAY), moved)
    return np.where(zero, 0.0, starts), np.where(zero, 0.0, ends), moved.astype(np.int8)


def _aligned_stays(stays: Numbers, first: Numbers) -> Numbers:
    moved = stays.copy()
    moved[:, POSSIBLE_FROM] -= first[:, 1]
    moved[:, SOLID_FROM] -= first[:, 0]
    moved[:, SOLID_TO] -= first[:, 1]
    moved[:, POSSIBLE_TO] -= first[:, 0]
    begins = moved[:, FROM_FIRST] > 0
    moved[begins, POSSIBLE_FROM] = moved[begins, SOLID_FROM] = 0.0
    open_ended = moved[:, TAIL] > 0
    # The person was there when they came, however late that was.
    reached = moved[open_ended, SOLID_TO]
    reached = np.where(np.isnan(reached), reached, np.fmax(reached, moved[open_ended, SOLID_FROM]))
    moved[open_ended, SOLID_TO] = moved[open_ended, POSSIBLE_TO] = reached
    return moved
