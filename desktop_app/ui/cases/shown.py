"""The cases in their order, with their timelines and rows: made when looked at, kept step by step."""

from __future__ import annotations

import time
from collections.abc import Sequence

from desktop_app.charts.lanes import building
from desktop_app.charts.lanes.building import Made
from desktop_app.charts.lanes.outlines import CaseOutline, outline
from desktop_app.charts.lanes.relative import aligned
from desktop_app.charts.lanes.shapes import Axis, LaneChart, LaneGroup, LaneTrack
from desktop_app.domain.case_order import CaseGrouping, CaseOrder, CaseSort
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.first_arrival import first_arrival
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.case_timelines import CaseTimelines
from desktop_app.services.workspace import Step
from desktop_app.ui.cases import order_words
from desktop_app.words.formats import Formats

_TRACKS_KEPT = 2_000
Bounds = tuple[int, int] | None


class ShownCases:
    """Keeps what was worked out, by the id of the case."""

    def __init__(self, view: View, formats: Formats) -> None:
        self._view = view
        self._formats = formats
        self.timelines = CaseTimelines(view)
        """The timeline of every case; the same mapping always."""
        self._order = CaseOrder(CaseSort.CODE, CaseGrouping.NONE, self.timelines.__getitem__)
        self._axis = Axis.CALENDAR
        self._tracks: dict[str, LaneTrack] = {}
        self._outlines: dict[str, CaseOutline] = {}
        self._bounds: dict[str, Bounds] = {}
        self._group_of: dict[str, int] = {}
        self._answers: list[str] = []
        self._ordered: list[Case] | None = None
        """All cases in order; None where that is to be worked out."""
        self._drawn: tuple[list[Case], LaneChart] | None = None

    def refresh(self) -> None:
        """Work everything out anew."""
        self._tracks.clear()
        self._outlines.clear()
        self._bounds.clear()
        self._order.forget()
        self._ordered = self._drawn = None
        self.timelines.refresh()

    def take(self, step: Step) -> None:
        """Work out anew the cases that a step touched."""
        if Source in step.kinds:
            # The names of sources stand in what is said of any event.
            self._tracks.clear()
        touched = self.timelines.take(step.edits)
        self._drawn = None
        if touched and not self._stay_in_place(touched):
            self._ordered = None
        for case_id in touched:
            self._tracks.pop(case_id, None)
            self._outlines.pop(case_id, None)
            self._bounds.pop(case_id, None)

    def _stay_in_place(self, case_ids: set[str]) -> bool:
        """Whether these cases have changed, but not in what their order depends on."""
        before = {case_id: self._order.known(case_id) for case_id in case_ids}
        self._order.forget(case_ids)
        cases = {case_id: self._view.get(Case, case_id) for case_id in case_ids}
        there = {case_id: case for case_id, case in cases.items() if case is not None}
        if self._ordered is None or len(there) < len(cases):
            return False
        if any(before[case_id] != self._order.look(case) for case_id, case in there.items()):
            return False
        self._ordered = [there.get(case.id, case) for case in self._ordered]
        return True

    def arrange(self, axis: Axis, sort: CaseSort, grouping: CaseGrouping) -> None:
        """Show the cases on this axis and in this order from now on."""
        if axis is not self._axis:
            self._axis = axis
            self._tracks.clear()
            self._drawn = None
        if (sort, grouping) != (self._order.sort, self._order.grouping):
            self._order = CaseOrder(sort, grouping, self.timelines.__getitem__)
            self._ordered = self._drawn = None

    def ordered(self) -> list[Case]:
        """All cases, in order."""
        if self._ordered is None:
            groups = self._order.groups(self._view.every(Case))
            self._answers = [group.answer for group in groups]
            self._group_of = {case.id: place for place, group in enumerate(groups) for case in group.cases}
            self._ordered = [case for group in groups for case in group.cases]
        return self._ordered

    def count(self, case: Case) -> int:
        """How many events a case has."""
        return len(self.timelines.events_of.get(case.id, ()))

    def chart(self, chosen: list[Case]) -> LaneChart:
        """The drawing of these cases, in this order; the same one while nothing of it has changed."""
        if self._drawn is None or self._drawn[0] != chosen:
            self._drawn = (chosen, self._chart(chosen))
        return self._drawn[1]

    def _chart(self, chosen: list[Case]) -> LaneChart:
        there = self.timelines.events_of
        known = [case for case in chosen if case.id in there]
        outlines = Made(known, self._outline)
        bounds = self._days(known) if self._axis is Axis.CALENDAR else building.bounds(outlines, self._axis)
        return building.chart(
            known,
            Made(known, self._track),
            outlines,
            bounds,
            self._formats,
            axis=self._axis,
            groups=self._groups(known),
        )

    def not_aligned(self, chosen: Sequence[Case]) -> list[str]:
        """The codes of those that are not on the axis of days since first arrival, in order; else none."""
        if self._axis is Axis.CALENDAR:
            return []
        return [
            case.code for case in chosen if case.id in self.timelines and self._outline(case).first is None
        ]

    def get_ready(self, seconds: float) -> bool:
        """Look ahead for so long at what the drawing of all cases needs; True while some is left."""
        end = time.perf_counter() + seconds
        for case in self._view.every(Case):
            if case.id not in self._outlines and case.id in self.timelines:
                self._outline(case)
                if time.perf_counter() > end:
                    return True
        return False

    def source_name(self, source_id: str) -> str:
        """What to call a source; empty for one that is not there."""
        source = self._view.get(Source, source_id)
        return source.short_name if source is not None else ""

    def _groups(self, cases: Sequence[Case]) -> tuple[LaneGroup, ...]:
        """The groups that these cases, which are in order, fall into, with how many of them each has."""
        grouping = self._order.grouping
        if grouping is CaseGrouping.NONE:
            return ()
        starts: list[tuple[int, int]] = []
        for row, case in enumerate(cases):
            group = self._group_of.get(case.id, -1)
            if not starts or starts[-1][1] != group:
                starts.append((row, group))
        ends = [row for row, _group in starts[1:]] + [len(cases)]
        return tuple(
            LaneGroup(row, order_words.heading(grouping, self._answers[group], end - row, self._formats))
            for (row, group), end in zip(starts, ends, strict=True)
        )

    def _days(self, cases: Sequence[Case]) -> Bounds:
        """The first and the last day of the calendar that any of their events may be on."""
        known = self._bounds
        for case in cases:
            if case.id not in known:
                known[case.id] = _days_of(self.timelines.events_of[case.id])
        found = [days for case in cases if (days := known[case.id]) is not None]
        return (min(found)[0], max(last for _first, last in found)) if found else None

    def _outline(self, case: Case) -> CaseOutline:
        found = self._outlines.get(case.id)
        if found is None:
            found = self._outlines[case.id] = outline(self.timelines[case.id])
        return found

    def _track(self, case: Case) -> LaneTrack:
        found = self._tracks.get(case.id)
        if found is None:
            timeline = self.timelines[case.id]
            found = building.track(case, timeline, self.source_name, self._formats)
            if self._axis is Axis.SINCE_ARRIVAL:
                found = aligned(found, first_arrival(timeline), self._formats)
            if len(self._tracks) >= _TRACKS_KEPT:
                self._tracks.clear()
            self._tracks[case.id] = found
        return found


def _days_of(events: Sequence[Event]) -> Bounds:
    days = [day for event in events for day in (event.date.earliest, event.date.latest) if day is not None]
    return (min(days).toordinal(), max(days).toordinal()) if days else None
