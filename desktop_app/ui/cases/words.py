"""The words of the page of cases: gaps, durations, what does not fit, and which type of event is meant."""

from __future__ import annotations

from desktop_app.charts.lanes import words as lane_words
from desktop_app.domain.dates import DateKind, DayRange
from desktop_app.domain.events import Event, EventKind, Route
from desktop_app.domain.journeys import ARRIVALS
from desktop_app.domain.timeline import Timeline, deniers
from desktop_app.ui.widgets.columns import fold
from desktop_app.words import date_sentences, event_labels, stance_words
from desktop_app.words.case_words import LEGAL_ROUTE, doubt, durations, named
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

__all__ = [
    "OFFERED",
    "counts",
    "doubt",
    "durations",
    "facts",
    "gap",
    "kinds_meant",
    "named",
    "span_beside",
    "why_contested",
    "with_sources",
]

_NAMED = 2
"""Sources named in a sentence; of more only how many."""
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
    admissions = min(1, timeline.count(LEGAL_ROUTE))
    number = formats.number
    said = (
        _n("{n} arrival", "{n} arrivals", arrivals).format(n=number(arrivals)) if arrivals else "",
        _n("{n} return", "{n} returns", returns).format(n=number(returns)) if returns else "",
        _n("{n} admission", "{n} admissions", admissions).format(n=number(admissions)) if admissions else "",
    )
    return tuple(words for words in said if words)


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
