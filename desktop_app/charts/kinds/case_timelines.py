"""Builds "Case timelines": what is recorded of a few people, each on two lanes, by their codes alone.

It shows the cases it is asked for, or all of the view; one that the view does not hold is not there, and
is not counted either. Neither descriptions nor summaries of events are drawn, said or listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop_app.charts.asked import Asked, tellers
from desktop_app.charts.bodies import CaseLanes
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.lanes import building, words
from desktop_app.charts.lanes.shapes import Axis, LaneMark, LaneTrack
from desktop_app.charts.sheets import Column, Line, Sheet, Table, Value
from desktop_app.charts.texts.captions import ALT_LIMIT
from desktop_app.domain.case_lines import case_lines
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.words import date_sentences, event_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

NAME = "case-timelines"
DRAWN: frozenset[type[Record]] = frozenset({Case, Event, Source})
NO_LANES = CaseLanes((), None)


def title() -> str:
    """What the chart is called in lists."""
    return _("Case timelines")


def build(asked: Asked) -> Sheet:
    """The timelines of the cases asked for, in that order; of all, by their codes, where none is named."""
    lines = case_lines(asked.view)
    there = {
        case.id: Case(id=case.id, code=case.code)
        for case in asked.view.every(Case)
        if lines.lines[case.id].events
    }
    told: dict[str, Timeline] = {}
    if asked.choice.subject.cases:
        cases = [there[id] for id in asked.choice.subject.cases if id in there]
        told = _told({case.id: lines.lines[case.id] for case in cases})
    else:
        cases = sorted(there.values(), key=lambda case: (case.code, case.id))
        for block in lines.by_blocks(NAME, _told):
            told.update(block)
    if cases:
        return _sheet(asked, cases, told)
    words = _("Each case with a recorded event is drawn as two lanes, the UK above France.")
    why = (_("No timelines to draw yet"), words)
    return nothing(asked, NAME, NO_LANES, _columns(), why, of_cases=True)


def _told(lines: Mapping[str, Timeline]) -> dict[str, Timeline]:
    """What is told of some cases, from all that is recorded of them."""
    return {id: timeline(map(_bare, line.events)) for id, line in lines.items()}


def _bare(event: Event) -> Event:
    """The event with nothing that somebody wrote about it in words of their own."""
    return replace(event, date_words="", summary="", place="", authority="", note="")


def _sheet(asked: Asked, cases: list[Case], told: Mapping[str, Timeline]) -> Sheet:
    formats = asked.formats
    tracks = tuple(building.track(case, told[case.id], asked.source_name, formats) for case in cases)
    ends = _ends(mark for track in tracks for mark in track.marks)
    headline = _headline(tracks, formats)
    subtitle = asked.said(_when(ends, formats))
    told_by = tellers({case.id: told[case.id] for case in cases})
    alt = _("{headline}. {subtitle}").format(headline=headline, subtitle=subtitle)
    listed = tuple(line for case in cases for line in _lines(case, told[case.id], formats))
    return Sheet(
        name=NAME,
        headline=headline,
        subtitle=subtitle,
        footer=asked.footer(told_by),
        alt=alt[:ALT_LIMIT],
        body=CaseLanes(tracks, ends),
        table=Table(_columns(), listed),
        brief_subtitle=subtitle,
        brief_footer=asked.footer(told_by, brief=True),
        formats=formats,
    )


def _headline(tracks: tuple[LaneTrack, ...], formats: Formats) -> str:
    if len(tracks) == 1:
        return _("Case {code}: {count}").format(code=tracks[0].code, count=tracks[0].count)
    return words.chart_name(len(tracks), Axis.CALENDAR, formats)


def _when(ends: tuple[int, int] | None, formats: Formats) -> str:
    """The days drawn, and how their marks are read."""
    read = _("Hollow: about that day. Hatched: some day of these.")
    if ends is None:
        return read
    first, last = (date.fromordinal(day) for day in ends)
    days = date_sentences.period(first, last, formats)
    return _("{days}. {read}").format(days=days, read=read)


def _ends(marks: Iterable[LaneMark]) -> tuple[int, int] | None:
    """The first and the last day of any mark; None where none has a day."""
    days = [day for mark in marks for day in (mark.start, mark.end) if day is not None]
    return (min(days), max(days)) if days else None


def _columns() -> tuple[Column, ...]:
    return (
        Column("case", _("Case")),
        Column("date", _("Date"), width=22),
        Column("event", _("Event"), width=30),
        Column("earliest", _("Earliest")),
        Column("latest", _("Latest")),
    )


def _lines(case: Case, told: Timeline, formats: Formats) -> Iterable[Line]:
    """Every event in its order, those without a day last."""
    for event in (*(entry.event for entry in told.entries), *told.undated):
        when, kind = date_sentences.date(event.date, formats), event_labels.event_kind(event.kind)
        ends = {
            name: "" if day is None else day.isoformat()
            for name, day in (("earliest", event.date.earliest), ("latest", event.date.latest))
        }
        values: dict[str, Value] = {"case": case.code, "date": str(event.date), "event": event.kind.value}
        yield Line(
            event.id,
            {**values, **ends},
            {"case": case.code, "date": when, "event": kind, **ends},
            _("{case}: {date}, {event}").format(case=case.code, date=when, event=kind),
            (case.id,),
        )
