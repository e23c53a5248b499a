"""The timelines of all cases of a view, gathered in one go."""

from __future__ import annotations

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.domain.views import View


def events_by_case(view: View) -> dict[str, list[Event]]:
    """The events of every case, by the case's id; an empty list for a case without any."""
    by_case: dict[str, list[Event]] = {case.id: [] for case in view.every(Case)}
    for event in view.every(Event):
        if event.case in by_case:
            by_case[event.case].append(event)
    return by_case


def timelines(view: View) -> dict[str, Timeline]:
    """The timeline of every case, by the case's id."""
    return {id: timeline(events) for id, events in events_by_case(view).items()}
