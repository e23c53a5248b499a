"""The timelines of all cases of a view, gathered in one go."""

from __future__ import annotations

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.domain.views import View


def timelines(view: View) -> dict[str, Timeline]:
    """The timeline of every case, by the case's id."""
    by_case: dict[str, list[Event]] = {case.id: [] for case in view.every(Case)}
    for event in view.every(Event):
        if event.case in by_case:
            by_case[event.case].append(event)
    return {id: timeline(events) for id, events in by_case.items()}
