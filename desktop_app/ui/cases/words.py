"""The words of the page of cases: gaps, durations, what does not fit, and which type of event is meant."""

from __future__ import annotations

from desktop_app.charts.lanes import words as lane_words
from desktop_app.domain.dates import DateKind, DayRange
from desktop_app.domain.events import Event, EventKind, Route
from desktop_app.domain.journeys import ARRIVALS
from desktop_app.domain.timeline import Timeline
from desktop_app.ui.widgets.columns import fold
from desktop_app.words import date_sentences, event_labels
from desktop_app.words.case_words import LEGAL_ROUTE, doubt, durations, named
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

__all__ = ["OFFERED", "counts", "doubt", "durations", "gap", "kinds_meant", "named", "span_beside"]

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
