"""What is said of a case outside its page as well: its stays, and what does not fit in it."""

from __future__ import annotations

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import Territory
from desktop_app.domain.timeline import Timeline
from desktop_app.domain.timeline_doubts import Doubt, DoubtCode
from desktop_app.words import date_sentences, event_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

LEGAL_ROUTE = (EventKind.TRAVELLED, EventKind.ADMITTED)


def durations(timeline: Timeline, formats: Formats) -> str:
    """How long each stay lasted: "44 days to return · 29 days to re-arrival · 18 days to second return"."""
    parts = []
    returns = 0
    for stay in timeline.stays:
        # The journey that a stay begins with has been made when the stay is spoken of.
        returns += stay.territory is Territory.FRANCE
        if stay.end is not None:
            is_return = stay.territory is Territory.UK
            words = _to_return(returns + 1) if is_return else _to_arrival(stay.end)
            days = date_sentences.day_range(stay.length)
            parts.append(words.format(days=days, n=formats.number(returns + 1)))
    return " · ".join(parts)


def _to_return(number: int) -> str:
    named = {
        1: _("{days} to return"),
        2: _("{days} to second return"),
        3: _("{days} to third return"),
    }
    return named.get(number) or _("{days} to return {n}")


def _to_arrival(end: Event) -> str:
    return _("{days} to admission") if end.kind in LEGAL_ROUTE else _("{days} to re-arrival")


def doubt(doubt: Doubt, formats: Formats) -> str:
    """What does not fit, with the events named."""
    then = named(doubt.then, formats)
    first = named(doubt.first, formats) if doubt.first is not None else ""
    words = {
        DoubtCode.OUT_OF_ORDER: _("{then} comes before {first}, which it must follow. Check the two dates."),
        DoubtCode.ORDER_UNCERTAIN: _("{first} and {then}: either may have come first."),
        DoubtCode.NO_ARRIVAL: _("No arrival is recorded before {then}."),
        DoubtCode.NO_RETURN: _("No return is recorded before {then}, though an earlier arrival is."),
    }
    return words[doubt.code].format(first=first, then=then)


def named(event: Event, formats: Formats) -> str:
    """An event by its type and date: "Returned to France (5 Nov 2025)"."""
    kind = event_labels.event_kind(event.kind)
    return _("{event} ({date})").format(event=kind, date=date_sentences.date(event.date, formats))
