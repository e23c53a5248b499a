"""The few words beside the marks of a timeline, and the sentences about cases, stays and doubts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.charts.lanes.shapes import Axis
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import DateKind, DayRange
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import ARRIVALS, Crossing, Territory
from desktop_app.domain.timeline import Stay, Timeline, deniers, is_contested
from desktop_app.words import date_sentences, event_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n, _p

Words = Callable[[], str]
NameOf = Callable[[str], str]
"""Gives the short name of the source with an id."""


def short(kind: EventKind, *, again: bool = False) -> str:
    """An event's type in a word or two, to stand beside its mark."""
    if again and kind in ARRIVALS:
        return _p("event on a timeline", "arrived again")
    if again and kind is EventKind.RETURNED:
        return _p("event on a timeline", "returned again")
    words = _SHORT.get(kind)
    return words() if words is not None else event_labels.event_kind(kind)


def territory(where: Territory) -> str:
    """The name of a side, for a lane."""
    return _("UK") if where is Territory.UK else _("France")


def event_count(timeline: Timeline, formats: Formats) -> str:
    """How many events a case has: "11 events"."""
    count = len(timeline.events)
    return _n("{n} event", "{n} events", count).format(n=formats.number(count))


def undated(count: int, formats: Formats) -> str:
    """The tray of events without a date: "No date (2)"; empty for none."""
    return _("No date ({n})").format(n=formats.number(count)) if count else ""


def stay(stay: Stay, formats: Formats) -> str:
    """A stay in a sentence: "In the UK: 44 days, from 6 Aug 2025 to 19 Sep 2025"."""
    begin = date_sentences.date(stay.begin.date, formats)
    if stay.end is None:
        words = _("In the UK from {begin}") if stay.territory is Territory.UK else _("In France from {begin}")
        return words.format(begin=begin)
    words = (
        _("In the UK: {days}, from {begin} to {end}")
        if stay.territory is Territory.UK
        else _("In France: {days}, from {begin} to {end}")
    )
    end = date_sentences.date(stay.end.date, formats)
    return words.format(days=date_sentences.day_range(stay.length), begin=begin, end=end)


def not_known_since(stay: Stay, formats: Formats) -> str:
    """What stands at the end of knowledge: "not known since 5 Nov 2025"."""
    last = stay.last.date
    if last.kind is DateKind.SPAN and last.latest is not None:
        return _("not known since {day}").format(day=formats.day(last.latest))
    if last.kind is DateKind.DAY and last.earliest is not None:
        return _("not known since {day}").format(day=formats.day(last.earliest))
    if last.kind in (DateKind.MONTH, DateKind.YEAR):
        return _("not known since {day}").format(day=date_sentences.date(last, formats))
    return _("not known since")


def contested(event: Event, name_of: NameOf) -> str:
    """Why an event is contested, in a few words; empty where it is not."""
    denying = [name for name in map(name_of, deniers(event)) if name]
    if denying:
        return _("contested: denied by {sources}").format(sources=", ".join(denying))
    if not is_contested(event):
        return ""
    return _("contested: {verification}").format(
        verification=event_labels.verification(event.verification).lower()
    )


def tip(event: Event, name_of: NameOf, formats: Formats) -> str:
    """Everything about an event that its mark leaves out, a line each."""
    sources = [name for name in (name_of(citation.source) for citation in event.citations) if name]
    written = event.date_words
    understood = date_sentences.date_full(event.date, formats)
    lines = [
        event_labels.event_kind(event.kind),
        _("{understood} (as written: {written})").format(understood=understood, written=written)
        if written
        else understood,
        event.summary,
        event.place,
        _("Sources: {names}").format(names=", ".join(dict.fromkeys(sources))) if sources else "",
        _sentence(contested(event, name_of)),
    ]
    return "\n".join(line for line in lines if line)


def _sentence(words: str) -> str:
    """The words beginning with a capital; names in them keep theirs."""
    return words[:1].upper() + words[1:]


def spoken(event: Event, name_of: NameOf, formats: Formats) -> str:
    """An event for a screen reader, on one line."""
    parts = [
        date_sentences.date_full(event.date, formats),
        event_labels.event_kind(event.kind),
        event.summary,
        contested(event, name_of),
    ]
    return ", ".join(part.rstrip(".") for part in parts if part)


def span_of(event: Event, formats: Formats) -> str:
    """The days that a vague date allows, without "within"; empty for one day."""
    date = event.date
    if date.kind is DateKind.DAY or not date.is_dated:
        return ""
    if date.kind in (DateKind.WITHIN, DateKind.SPAN) and date.earliest and date.latest:
        return date_sentences.period(date.earliest, date.latest, formats)
    return date_sentences.date(date, formats)


def case_spoken(case: Case, timeline: Timeline, formats: Formats) -> str:
    """A case for a screen reader: its code, description and stays."""
    parts = [case.code, case.description, event_count(timeline, formats)]
    return ". ".join(part for part in (*parts, *(stay(each, formats) for each in timeline.stays)) if part)


def chart_name(count: int, axis: Axis, formats: Formats) -> str:
    """The drawing's name: "Timeline of 2 cases"."""
    if axis is Axis.SINCE_ARRIVAL:
        words = _n(
            "Timeline of {n} case, in days since first arrival",
            "Timeline of {n} cases, in days since first arrival",
            count,
        )
    else:
        words = _n("Timeline of {n} case", "Timeline of {n} cases", count)
    return words.format(n=formats.number(count))


def not_aligned(count: int, formats: Formats) -> str:
    """The tray of a case that is not on the axis: "Not aligned (4)"; empty for no event."""
    return _("Not aligned ({n})").format(n=formats.number(count)) if count else ""


def why_not_aligned() -> str:
    """Why a case is not on the axis of days since first arrival."""
    return _("Not aligned: first arrival date is not known")


def since_arrival(days: DayRange) -> str:
    """Where an event is on the axis of days: "44 days since first arrival"."""
    return _("{days} since first arrival").format(days=date_sentences.day_range(days))


def offset(day: int) -> str:
    """A mark of the axis of days since first arrival: "0", "30 days"."""
    return date_sentences.day_range(DayRange(day, day)) if day else "0"


def fold(days: int) -> str:
    """A stretch of days that is folded: "fold: 63 days"."""
    return _n("fold: {n} day", "fold: {n} days", days).format(n=days)


def fold_tip(days: int) -> str:
    """What a fold says of itself."""
    return _n(
        "{n} day without an event in any case shown, drawn narrower",
        "{n} days without an event in any case shown, drawn narrower",
        days,
    ).format(n=days)


def is_again(crossing: Crossing, crossings: tuple[Crossing, ...]) -> bool:
    """Whether the person had arrived, or had been returned, before."""
    earlier = crossings[: crossings.index(crossing)]
    return crossing.cycle > 1 if crossing.to is Territory.UK else any(c.to is crossing.to for c in earlier)


_SHORT: Mapping[EventKind, Words] = {
    EventKind.ARRIVED_BOAT: lambda: _p("event on a timeline", "arrived"),
    EventKind.ARRIVED_OTHERWISE: lambda: _p("event on a timeline", "arrived"),
    EventKind.BIOMETRICS: lambda: _p("event on a timeline", "identified"),
    EventKind.DETAINED: lambda: _p("event on a timeline", "detained"),
    EventKind.RELEASED: lambda: _p("event on a timeline", "released"),
    EventKind.ASYLUM_CLAIMED: lambda: _p("event on a timeline", "claimed asylum"),
    EventKind.INADMISSIBLE: lambda: _p("event on a timeline", "inadmissible"),
    EventKind.TRAFFICKING_INDICATORS: lambda: _p("event on a timeline", "trafficking indicators"),
    EventKind.NRM_REFERRED: lambda: _p("event on a timeline", "NRM referral"),
    EventKind.NRM_DECISION: lambda: _p("event on a timeline", "NRM decision"),
    EventKind.VULNERABILITY: lambda: _p("event on a timeline", "vulnerability"),
    EventKind.REQUESTED: lambda: _p("event on a timeline", "requested"),
    EventKind.ACCEPTED: lambda: _p("event on a timeline", "accepted"),
    EventKind.REFUSED_READMISSION: lambda: _p("event on a timeline", "refused"),
    EventKind.NO_REPLY: lambda: _p("event on a timeline", "no reply"),
    EventKind.REMOVAL_DIRECTIONS: lambda: _p("event on a timeline", "directions"),
    EventKind.LEGAL_CHALLENGE: lambda: _p("event on a timeline", "challenge"),
    EventKind.INJUNCTION: lambda: _p("event on a timeline", "injunction"),
    EventKind.REMOVAL_CANCELLED: lambda: _p("event on a timeline", "cancelled"),
    EventKind.RETURNED: lambda: _p("event on a timeline", "returned"),
    EventKind.ACCOMMODATED: lambda: _p("event on a timeline", "accommodated"),
    EventKind.LEFT_ACCOMMODATION: lambda: _p("event on a timeline", "left accommodation"),
    EventKind.ASYLUM_CLAIM_FRANCE: lambda: _p("event on a timeline", "claimed asylum"),
    EventKind.TESTIMONY: lambda: _p("event on a timeline", "testimony"),
    EventKind.INTEREST: lambda: _p("event on a timeline", "interest"),
    EventKind.SELECTED: lambda: _p("event on a timeline", "selected"),
    EventKind.ROUTE_BIOMETRICS: lambda: _p("event on a timeline", "biometrics"),
    EventKind.VISA_ISSUED: lambda: _p("event on a timeline", "visa"),
    EventKind.TRAVELLED: lambda: _p("event on a timeline", "travelled"),
    EventKind.ADMITTED: lambda: _p("event on a timeline", "admitted"),
    EventKind.REFUSED: lambda: _p("event on a timeline", "refused"),
}
