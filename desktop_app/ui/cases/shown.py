"""The timelines of all cases and their rows in the drawing, worked out anew only where something changed."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.charts.lanes import building
from desktop_app.charts.lanes.shapes import LaneChart, LaneTrack
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.sources import Source
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.domain.views import View
from desktop_app.services import cases
from desktop_app.services.workspace import Step
from desktop_app.words.formats import Formats


class ShownCases:
    """Keeps what was worked out, by the id of the case."""

    def __init__(self, view: View, formats: Formats) -> None:
        self._view = view
        self._formats = formats
        self._tracks: dict[str, LaneTrack] = {}
        self.timelines: dict[str, Timeline] = {}
        """The timeline of every case; the same dictionary always."""

    def refresh(self) -> None:
        """Work everything out anew."""
        self._tracks.clear()
        self.timelines.clear()
        self.timelines.update(cases.timelines(self._view))

    def take(self, step: Step) -> None:
        """Work out anew the cases that a step touched."""
        touched = set()
        for edit in step.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Event):
                    touched.add(record.case)
                elif isinstance(record, Case):
                    touched.add(record.id)
        if Source in step.kinds:
            # The names of sources stand in what is said of any event.
            self._tracks.clear()
        for case_id in touched:
            self._tracks.pop(case_id, None)
            self.timelines.pop(case_id, None)
            if self._view.get(Case, case_id) is not None:
                self.timelines[case_id] = timeline(cases.events_of(self._view, case_id))

    def chart(self, chosen: Iterable[Case]) -> LaneChart:
        """The drawing of these cases, in this order."""
        return building.chart(
            [self._track(case) for case in chosen if case.id in self.timelines], self._formats
        )

    def source_name(self, source_id: str) -> str:
        """What to call a source; empty for one that is not there."""
        source = self._view.get(Source, source_id)
        return source.short_name if source is not None else ""

    def _track(self, case: Case) -> LaneTrack:
        found = self._tracks.get(case.id)
        if found is None:
            found = building.track(case, self.timelines[case.id], self.source_name, self._formats)
            self._tracks[case.id] = found
        return found
