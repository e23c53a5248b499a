"""Finds what happened to a scheme within the days shown, to be marked on its chart."""

from __future__ import annotations

from datetime import date

from desktop_app.charts.shapes import Milestone
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import View
from desktop_app.words.event_labels import event_kind

MARKED = (
    EventKind.IN_FORCE,
    EventKind.FIRST_RETURN,
    EventKind.ENDED,
    EventKind.EXTENDED,
    EventKind.AMENDED,
)
"""What is worth a line through a chart, what matters most first."""

_TRUST = list(Verification)


def milestones(view: View, scheme: Scheme, days: tuple[date, date], known_on: date) -> tuple[Milestone, ...]:
    """One milestone of each kind: the most exactly dated event, and among equals the best verified.

    What happened after the day of knowledge is left out.
    """
    found: list[Milestone] = []
    marked = [event for event in view.every(Event) if event.kind in MARKED and not event.case]
    for weight, kind in enumerate(MARKED):
        events = [event for event in marked if event.kind is kind]
        dated = [
            event for event in events if event.date.earliest is not None and event.date.latest is not None
        ]
        chosen = min(dated, key=lambda event: _doubt(event, scheme), default=None)
        if chosen is None or chosen.date.earliest is None or chosen.date.latest is None:
            continue
        first, last = chosen.date.earliest, chosen.date.latest
        if last < days[0] or first > min(days[1], known_on):
            continue
        found.append(Milestone(first.toordinal(), last.toordinal(), event_kind(kind), weight))
    return tuple(found)


def _doubt(event: Event, scheme: Scheme) -> tuple[bool, int, int, int, str]:
    """The smaller, the sooner this event is taken for its kind: a dated day before a vague month."""
    elsewhere = event.kind is EventKind.IN_FORCE and event.date.earliest != scheme.start.earliest
    return elsewhere, _vagueness(event), _TRUST.index(event.verification), -len(event.citations), event.id


def _vagueness(event: Event) -> int:
    """How many days the event may have been on, less one."""
    if event.date.earliest is None or event.date.latest is None:
        return date.max.toordinal()
    return (event.date.latest - event.date.earliest).days
