"""The words of the page of cases: gaps, durations, what does not fit, and which type of event is meant."""

from __future__ import annotations

from desktop_app.charts.lanes import words as lane_words
from desktop_app.domain.dates import DateKind, DayRange
from desktop_app.domain.events import Event, EventKind, Route
from desktop_app.domain.journeys import ARRIVALS, Territory
from desktop_app.domain.timeline import Timeline, deniers
from desktop_app.domain.timeline_doubts import Doubt, DoubtCode
from desktop_app.ui.widgets.columns import fold
from desktop_app.words import date_sentences, event_labels, stance_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_NAMED = 2
"""Sources named in a sentence; of more only how many."""
_LEGAL_ROUTE = (EventKind.TRAVELLED, EventKind.ADMITTED)
OFFERED = tuple(
    kind
    for kind in EventKind
    if kind.route in (Route.RETURN, Route.ADMISSION) or kind is EventKind.OBSERVATION
)
"""The types of event that happen to a person."""


def gap(days: DayRange | None) -> str:
    """The time since the row above: "+44 days", "+14–23 days", "same day"; empty for the first."""
    if days is None:
        return ""
    if (days.low, days.high) == (0, 0):
        return _("same day")
    words = date_sentences.day_range(days)
    is_later = days.low is not None and days.low >= 0 and days.high is not None
    return _("+{days}").format(days=words) if is_later else words


def span_beside(event: Event, formats: Formats) -> str:
    """The days that a vague date allows, to stand beside its words: without the year where they name it."""
    first, last = event.date.earliest, event.date.latest
    if first is None or last is None or first.year != last.year or str(first.year) not in event.date_words:
        return lane_words.span_of(event, formats)
    if event.date.kind is DateKind.DAY:
        return ""
    if first.month == last.month:
        days = _("{first}–{last}")
        return days.format(first=formats.number(first.day), last=formats.day_month(last))
    return _("{first} – {last}").format(first=formats.day_month(first), last=formats.day_month(last))


def counts(timeline: Timeline, formats: Formats) -> tuple[str, ...]:
    """What the chips beside a case say: "2 arrivals", "2 returns", "1 admission"."""
    arrivals = timeline.count(ARRIVALS)
    returns = timeline.count((EventKind.RETURNED,))
    admissions = min(1, timeline.count(_LEGAL_ROUTE))
    number = formats.number
    said = (
        _n("{n} arrival", "{n} arrivals", arrivals).format(n=number(arrivals)) if arrivals else "",
        _n("{n} return", "{n} returns", returns).format(n=number(returns)) if returns else "",
        _n("{n} admission", "{n} admissions", admissions).format(n=number(admissions)) if admissions else "",
    )
    return tuple(words for words in said if words)


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
    return _("{days} to admission") if end.kind in _LEGAL_ROUTE else _("{days} to re-arrival")


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


def with_sources(event: Event, name_of: lane_words.NameOf, formats: Formats) -> str:
    """An event with who tells of it: "Detained (18 Oct 2025), BBC News, Sky News and 3 more"."""
    names = stance_words.names(event.citations[:_NAMED], name_of)
    more = len(event.citations) - _NAMED
    if not names:
        return named(event, formats)
    if more <= 0:
        return _("{event}, {sources}").format(event=named(event, formats), sources=names)
    said = _("{event}, {sources} and {n} more")
    return said.format(event=named(event, formats), sources=names, n=formats.number(more))


def facts(event: Event) -> tuple[str, ...]:
    """What is known of an event beside its type, date and sources, a line each."""
    verified = event_labels.verification(event.verification)
    lines = (
        event.summary,
        _("Place: {place}").format(place=event.place) if event.place else "",
        _("Authority: {authority}").format(authority=event.authority) if event.authority else "",
        _("Verification: {verification}").format(verification=verified),
    )
    return tuple(line for line in lines if line)


def why_contested(event: Event, name_of: lane_words.NameOf) -> str:
    """Why an event has a question mark on the timeline."""
    denying = dict.fromkeys(name for name in map(name_of, deniers(event)) if name)
    if denying:
        return _("Contested: {sources} denies it. The timeline marks it with a question mark.").format(
            sources=", ".join(denying)
        )
    judged = event_labels.verification(event.verification).lower()
    return _(
        "Contested: verified no further than “{verification}”. The timeline marks it with a question mark."
    ).format(verification=judged)


def kinds_meant(text: str) -> list[EventKind]:
    """The types of event that some letters may mean, the likeliest first; all of them for none."""
    typed = fold(text).split()
    found: list[tuple[int, EventKind]] = []
    for kind in OFFERED:
        label = fold(event_labels.event_kind(kind))
        named_by = label.split()
        if not all(any(word.startswith(part) for word in named_by) for part in typed):
            continue
        found.append((0 if label.startswith(" ".join(typed)) else 1, kind))
    found.sort(key=lambda each: each[0])
    return [kind for _rank, kind in found]
