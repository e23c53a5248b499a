"""Keeps the timelines of a view while events come and go: a change costs only the cases it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from desktop_app.domain.case_lines import CaseLines, events_by_case
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.domain.views import View

_MANY = 0.25
"""Where more than this share of the cases is touched, looking through all of them is quicker."""


class KeptCases:
    """Always equal to what `case_lines` would work out, once it is told what was touched below the view.

    Below the view lies the workspace: what the view leaves out there may decide what it shows.
    """

    def __init__(self, view: View, below: View) -> None:
        self._view, self._below = view, below
        self._beside: dict[object, Any] = {}
        self._look_through()

    @property
    def lines(self) -> CaseLines:
        """The timelines as they are now."""
        return CaseLines(self._lines, self._beside)

    def _look_through(self) -> None:
        self._lines: dict[str, Timeline] = {
            id: timeline(events) for id, events in events_by_case(self._view).items()
        }
        self._case_of: dict[str, str] = {}
        self._events: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._cited: set[str] = set()
        for event in self._below.every(Event):
            self._place(event)

    def _place(self, event: Event) -> None:
        self._case_of[event.id] = event.case
        self._events[event.case][event.id] = None
        self._cited.update(citation.source for citation in event.citations)

    def see_otherwise(
        self, cases: Collection[str], events: Collection[str], sources: Collection[str]
    ) -> None:
        """Look again at the records with these ids: they have changed in the workspace."""
        too_many = len(cases) + len(events) > _MANY * len(self._case_of) + 1000
        if too_many or not self._cited.isdisjoint(sources):
            self._look_through()
            return
        touched = {**dict.fromkeys(cases), **self._of_events(events)}
        if not touched:
            return
        lines = dict(self._lines)
        for case in touched:
            line = self._line(case)
            if line is None:
                lines.pop(case, None)
            else:
                lines[case] = line
        if cases or lines.keys() != self._lines.keys():
            # A case that comes back may stand where it stood.
            order = [case.id for case in self._view.every(Case)]
            if lines.keys() != set(order):
                self._look_through()
                return
            lines = {id: lines[id] for id in order}
        self._lines = lines

    def _of_events(self, events: Collection[str]) -> dict[str, None]:
        """The cases that these events belong to, or belonged to before."""
        touched: dict[str, None] = {}
        for id in events:
            before = self._case_of.pop(id, "")
            if before:
                self._events[before].pop(id, None)
                touched[before] = None
            now = self._below.get(Event, id)
            if now is not None:
                self._place(now)
                if now.case:
                    touched[now.case] = None
        return touched

    def _line(self, case: str) -> Timeline | None:
        if self._view.get(Case, case) is None:
            return None
        found = (self._view.get(Event, id) for id in self._events[case])
        return timeline(event for event in found if event is not None and event.case == case)
