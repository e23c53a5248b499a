"""Which events of a case may be the one that is being typed, and the days that the case covers so far."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import certainly_before
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event
from desktop_app.domain.near_dates import Stretch


def twins(
    events: Iterable[Event], draft: EventDraft, today: datetime.date, order: Order = None
) -> list[Event]:
    """Those of a case's events that may be what a draft tells of, those of the very same date first.

    They are of its type, on dates that meet its own, or undated in the same words.
    """
    try:
        made = draft.event(today, case="", order=order)
    except ValueError:
        return []
    found = [event for event in events if event.kind is made.kind and _may_be_one(event, made)]
    return sorted(found, key=lambda event: (event.date != made.date, event.date.sort_key))


def extent(events: Iterable[Event]) -> Stretch | None:
    """The first and the last day that the dates of some events name; None where none does."""
    days = [day for event in events for day in (event.date.earliest, event.date.latest) if day is not None]
    return (min(days), max(days)) if days else None


def _may_be_one(one: Event, other: Event) -> bool:
    if one.date.is_dated and other.date.is_dated:
        return not certainly_before(one.date, other.date) and not certainly_before(other.date, one.date)
    same_words = bool(one.date_words) and one.date_words == other.date_words
    return same_words and not (one.date.is_dated or other.date.is_dated)
