"""The columns of the list of cases and of the table of a case's events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.charts.lanes import words as lane_words
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import DateKind, DayRange
from desktop_app.domain.events import Event
from desktop_app.domain.timeline import Timeline
from desktop_app.ui.cases import words
from desktop_app.ui.widgets.columns import Chip, ChipKind, Column, Tone
from desktop_app.words import date_sentences, event_labels, stance_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as a row: its record, its place in the timeline, the time since the row above."""

    event: Event
    place: int
    gap: DayRange | None
    contested: str
    sources: str
    """By name, with the mark of what each does where one of them does not assert the event."""
    stances: tuple[str, ...] = ()
    """Who asserts it, who denies it, who mentions it: a sentence for each."""

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id


def rows(timeline: Timeline, name_of: Callable[[str], str]) -> list[EventRow]:
    """A timeline's events in the order in which it draws them."""
    gaps = [entry.gap for entry in timeline.entries] + [None] * len(timeline.undated)
    made = []
    for place, (event, gap) in enumerate(zip(timeline.events, gaps, strict=True)):
        names = stance_words.names(event.citations, name_of)
        stances = stance_words.sentences(event.citations, name_of)
        made.append(EventRow(event, place, gap, lane_words.contested(event, name_of), names, stances))
    return made


def case_columns(formats: Formats, count: Callable[[Case], int]) -> list[Column[Case]]:
    """Code, description, number of events."""

    def described(case: Case) -> str:
        return case.description or case.nationality

    return [
        Column("code", _("Case"), lambda case: case.code, tone=Tone.STRONG, width=9),
        Column(
            "description",
            _("Description"),
            described,
            tooltip=described,
            tone=Tone.MUTED,
            stretch=True,
            width=14,
        ),
        Column(
            "events", _("Events"), lambda case: formats.number(count(case)), sort=count, at_end=True, width=7
        ),
    ]


def event_columns(formats: Formats) -> list[Column[EventRow]]:
    """When, gap, what happened, place, verification, sources."""

    def when(row: EventRow) -> str:
        event = row.event
        if event.date.kind is DateKind.DAY or not event.date_words:
            return date_sentences.date(event.date, formats)
        return event.date_words

    def span(row: EventRow) -> tuple[Chip, ...]:
        event = row.event
        if not event.date.is_dated:
            return (Chip(_("no date")),) if event.date_words else ()
        span_words = words.span_beside(event, formats) if event.date_words else ""
        return (Chip(span_words),) if span_words else ()

    def written(row: EventRow) -> str:
        event = row.event
        full = date_sentences.date_full(event.date, formats)
        if not event.date_words:
            return full
        return _("{understood} (as written: {written})").format(understood=full, written=event.date_words)

    def happened(row: EventRow) -> str:
        kind = event_labels.event_kind(row.event.kind)
        if not row.event.summary:
            return kind
        return _("{kind}: {summary}").format(kind=kind, summary=row.event.summary)

    def disputed(row: EventRow) -> tuple[Chip, ...]:
        return (Chip(row.contested, ChipKind.ATTENTION),) if row.contested else ()

    def tip(row: EventRow) -> str:
        return "\n".join(part for part in (happened(row), row.contested, row.event.note) if part)

    return [
        Column("when", _("When"), when, sort=lambda row: row.place, chips=span, tooltip=written, width=29),
        Column("gap", _("After"), lambda row: words.gap(row.gap), tone=Tone.MUTED, width=13),
        Column("happened", _("What happened"), happened, chips=disputed, tooltip=tip, stretch=True, width=72),
        Column("place", _("Place"), lambda row: row.event.place, tone=Tone.MUTED, width=10),
        Column(
            "verification",
            _("Verification"),
            lambda row: event_labels.verification(row.event.verification),
            tone=Tone.MUTED,
            width=13,
        ),
        Column(
            "source",
            _("Sources"),
            lambda row: row.sources or _("no source yet"),
            tooltip=lambda row: "\n".join(row.stances),
            spoken=lambda row: ". ".join(row.stances) or _("no source yet"),
            tone=Tone.MUTED,
            width=26,
        ),
    ]
