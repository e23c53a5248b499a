"""Offers to move an arrival off a day on which the series counts nobody, wherever that finding is shown."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.checks.findings import Code, Finding
from desktop_app.domain.events import Event
from desktop_app.domain.refusals import Refusal
from desktop_app.services.event_dates import move_event
from desktop_app.ui.context import Context
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def day_offered(finding: Finding) -> date | None:
    """The nearest day on which somebody arrived; None where no move is to be offered."""
    nearest = finding.numbers.get("nearest_day")
    offered = finding.code is Code.EVENT_ON_EMPTY_DAY and isinstance(nearest, date)
    return nearest if offered and isinstance(nearest, date) else None


def offer(day: date, formats: Formats) -> str:
    """What the button says: "Move to 9 Nov 2025"."""
    return _("Move to {day}").format(day=formats.day(day))


def move(context: Context, finding: Finding) -> bool:
    """Move the event to the day offered, as one step that Undo takes back; False where it was refused."""
    day = day_offered(finding)
    seen = context.view.get(Event, finding.record)
    if day is None or seen is None:
        return False
    try:
        move_event(context.workspace, context.for_change(seen), day, context.formats)
    except Refusal as refusal:
        context.notices.refuse(refusal)
        return False
    told = _("Moved to {day}; both accounts are kept").format(day=context.formats.day(day))
    context.notices.tell(told, undo=True)
    return True
