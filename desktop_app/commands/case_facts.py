"""A case as plain values for a script: what happened, how long each stay lasted, and what does not fit.

Days are ISO 8601, and null where a date has no such bound. Of a case: `code, id, description, nationality,
sharing, cycles, events, durations, clocks, doubts, findings`.

- An event: `id, type, edtf, words, how, earliest, latest, cycle, place, authority, summary, verification,
  contested, sources`; a source of it: `id, name, stance, excerpt, locator`. Undated events have no cycle.
- A duration is a stay that has ended: `from, to` (types of event), `from_event, to_event` (their ids),
  `low, high` in days. Vague dates leave a range; a bound that no date gives is null.
- A clock is a term that ran, under one version of its rule: `rule, version, limit, unit, extended, from,
  to, from_event, to_event, cycle, low, high, met, course, deadline_earliest, deadline_latest, message`.
  `limit` counts `unit`s (days or months), `low` and `high` the days it took; `met` is yes, no or cannot tell.
- A doubt is an order that does not stand: `code, certain, first, then, message`, the events by their ids.
- A finding is one of `evenhand check --json` that concerns the case or one of its events.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop_app.domain.cases import Case
from desktop_app.domain.clocks import Clock
from desktop_app.domain.events import Event
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.timeline import Timeline, is_contested
from desktop_app.domain.views import View
from desktop_app.words import case_words, clock_words
from desktop_app.words.formats import Formats

Facts = dict[str, Any]


def brief(case: Case, timeline: Timeline) -> Facts:
    """A case in one object: what it is, and how much there is of it."""
    bounds = [entry.event.date for entry in timeline.entries]
    firsts = [day for when in bounds if (day := when.earliest) is not None]
    lasts = [day for when in bounds if (day := when.latest) is not None]
    return {
        **_named(case),
        "cycles": timeline.cycles,
        "event_count": len(timeline.events),
        "first": _iso(min(firsts, default=None)),
        "last": _iso(max(lasts, default=None)),
        "durations": durations(timeline),
    }


def whole(
    case: Case,
    timeline: Timeline,
    ran: Iterable[Clock],
    findings: list[Facts],
    view: View,
    formats: Formats,
) -> Facts:
    """Everything about a case; `ran` are its clocks, `findings` are as the check answers them."""
    cycles = {entry.event.id: entry.cycle for entry in timeline.entries}
    return {
        **_named(case),
        "cycles": timeline.cycles,
        "events": [_event(event, cycles.get(event.id), view) for event in timeline.events],
        "durations": durations(timeline),
        "clocks": [_clock(clock, formats) for clock in ran],
        "doubts": _doubts(timeline, formats),
        "findings": findings,
    }


def durations(timeline: Timeline) -> list[Facts]:
    """The stays that have ended, in days."""
    return [
        {
            "from": stay.begin.kind.value,
            "to": stay.end.kind.value,
            "low": stay.length.low,
            "high": stay.length.high,
            "from_event": stay.begin.id,
            "to_event": stay.end.id,
        }
        for stay in timeline.stays
        if stay.end is not None
    ]


def _clock(clock: Clock, formats: Formats) -> Facts:
    return {
        "rule": clock.rule.title,
        "version": clock.rule.version,
        "limit": clock.limit,
        "unit": "month" if clock.in_months else "day",
        "extended": clock.rule.extended_days,
        "from": clock.start.kind.value,
        "to": None if clock.end is None else clock.end.kind.value,
        "from_event": clock.start.id,
        "to_event": None if clock.end is None else clock.end.id,
        "cycle": clock.cycle,
        "low": clock.elapsed.low,
        "high": clock.elapsed.high,
        "met": clock.met.value,
        "course": clock.course.value,
        "deadline_earliest": _iso(clock.deadline.first),
        "deadline_latest": _iso(clock.deadline.last),
        "message": clock_words.result(clock, formats),
    }


def concerned(case: Case, timeline: Timeline) -> frozenset[str]:
    """Ids of the records whose findings are the case's: its own, and those of its events."""
    return frozenset((case.id, *(event.id for event in timeline.events)))


def _named(case: Case) -> Facts:
    return {
        "code": case.code,
        "id": case.id,
        "description": case.description,
        "nationality": case.nationality,
        "sharing": case.sharing.value,
    }


def _event(event: Event, cycle: int | None, view: View) -> Facts:
    return {
        "id": event.id,
        "type": event.kind.value,
        "edtf": event.date.edtf,
        "words": event.date_words,
        "how": event.date_how.value,
        "earliest": _iso(event.date.earliest),
        "latest": _iso(event.date.latest),
        "cycle": cycle,
        "place": event.place,
        "authority": event.authority,
        "summary": event.summary,
        "verification": event.verification.value,
        "contested": is_contested(event),
        "sources": _sources(event.citations, view),
    }


def _sources(citations: Iterable[Citation], view: View) -> list[Facts]:
    answers = []
    for citation in citations:
        source = view.get(Source, citation.source)
        answers.append(
            {
                "id": citation.source,
                "name": "" if source is None else source.short_name,
                "stance": citation.stance.value,
                "excerpt": citation.excerpt,
                "locator": citation.locator,
            }
        )
    return answers


def _doubts(timeline: Timeline, formats: Formats) -> list[Facts]:
    return [
        {
            "code": doubt.code.value,
            "certain": doubt.is_certain,
            "first": None if doubt.first is None else doubt.first.id,
            "then": doubt.then.id,
            "message": case_words.doubt(doubt, formats),
        }
        for doubt in timeline.doubts
    ]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
