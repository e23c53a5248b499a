"""The fields of every kind of record in words, and what stands in one, for the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.amounts import Amount
from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.rules import Rule
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Citation, Source, Stance
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.domain.workspace_settings import Setting
from desktop_app.words import amount_sentences, date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _p

Words = Callable[[], str]


def kind_name(kind: type[Record]) -> str:
    """What a record is: "figure"."""
    return KINDS[kind]()


def field(kind: type[Record], name: str) -> str:
    """The name of a field of a record: "counted since". A field of a newer Evenhand goes by its own name."""
    words = FIELDS[kind].get(name)
    return words() if words else name


def text(kind: type[Record], name: str, value: Any, view: View, formats: Formats) -> str:
    """What stands in a field; empty where nothing does. Ids are named by the records of the view."""
    if value is None or value in ((), ""):
        return ""
    if (kind, name) in _REFERENCES:
        return _REFERENCES[kind, name](view, str(value))
    if isinstance(value, StrEnum):
        return labels.label(value)
    if isinstance(value, Amount):
        return amount_sentences.amount(value, formats)
    if isinstance(value, PartialDate):
        return date_sentences.date_full(value, formats) if value.is_dated else ""
    if isinstance(value, tuple):
        return "; ".join(_part(one, view) for one in value)
    return formats.number(value) if isinstance(value, int) else str(value)


def _part(one: Any, view: View) -> str:
    """One entry of a list."""
    if isinstance(one, Citation):
        return citation(one, view)
    return labels.label(one) if isinstance(one, StrEnum) else str(one)


def citation(cited: Citation, view: View) -> str:
    """A citation in one line: "The Guardian, p. 2, denies it, said by a minister, credibility 3, “…”"."""
    parts = [_source(view, cited.source), cited.locator]
    if cited.stance is not Stance.ASSERTS:
        parts.append(labels.stance(cited.stance).lower())
    if cited.speaker:
        parts.append(_("said by {speaker}").format(speaker=cited.speaker))
    parts.append(_("credibility {grade}").format(grade=cited.credibility))
    if cited.excerpt:
        parts.append(
            _("{quotation}: “{words}”").format(
                quotation=labels.quotation(cited.quotation).lower(), words=cited.excerpt
            )
        )
    parts.append(cited.note)
    return _(", ").join(part for part in parts if part)


def _measure(view: View, code: str) -> str:
    found = view.get(Measure, code)
    return code if found is None else labels.measure(found)


def _source(view: View, id: str) -> str:
    found = view.get(Source, id)
    return _("a deleted source") if found is None else found.short_name


def _case(view: View, id: str) -> str:
    found = view.get(Case, id)
    return _("a deleted case") if found is None else found.code


def _figure(view: View, id: str) -> str:
    found = view.get(Figure, id)
    return _("a deleted figure") if found is None else str(found.amount)


def _evidence(view: View, id: str) -> str:
    found = view.get(Source, id)
    if found is not None:
        return found.short_name
    note = view.get(FieldNote, id)
    if note is not None:
        return _("field note")
    event = view.get(Event, id)
    return _("a deleted record") if event is None else labels.event_kind(event.kind)


def _rule(view: View, id: str) -> str:
    found = view.get(Rule, id)
    return _("a deleted rule") if found is None else found.title


def _statement(view: View, id: str) -> str:
    found = view.get(Statement, id)
    return _("a deleted statement") if found is None else found.words


_REFERENCES: Mapping[tuple[type[Record], str], Callable[[View, str], str]] = {
    (Figure, "measure"): _measure,
    (Figure, "revises"): _figure,
    (Source, "derives_from"): _source,
    (Event, "case"): _case,
    (Answer, "case"): _case,
    (Answer, "rule"): _rule,
    (Statement, "same_utterance"): _statement,
    (Attachment, "record"): _evidence,
    (Scheme, "outbound"): _measure,
    (Scheme, "inbound"): _measure,
    (Scheme, "pressure"): _measure,
}

KINDS: Mapping[type[Record], Words] = {
    Scheme: lambda: _("scheme"),
    Measure: lambda: _("measure"),
    Source: lambda: _("source"),
    Figure: lambda: _("figure"),
    Case: lambda: _("case"),
    Event: lambda: _("event"),
    Statement: lambda: _("statement"),
    Rule: lambda: _("rule"),
    FieldNote: lambda: _("field note"),
    Answer: lambda: _("answer"),
    Attachment: lambda: _("kept copy"),
    Acceptance: lambda: _("accepted finding"),
    Scene: lambda: _("saved chart"),
    Setting: lambda: _("setting"),
}

_ANY: Mapping[str, Words] = {
    "id": lambda: _("code in the file"),
    "note": lambda: _("note"),
    "sharing": lambda: _("sharing"),
    "recorded": lambda: _("recorded"),
    "citations": lambda: _("sources"),
}

FIELDS: Mapping[type[Record], Mapping[str, Words]] = {
    Scheme: {
        **_ANY,
        "name": lambda: _("name"),
        "parties": lambda: _("parties"),
        "outbound": lambda: _("measure of returns"),
        "inbound": lambda: _("measure of admissions"),
        "pressure": lambda: _("measure of arrivals"),
        "start": lambda: _("start"),
    },
    Measure: {
        **_ANY,
        "unit": lambda: _("unit"),
        "basis": lambda: _("basis"),
        "direction": lambda: _("direction"),
        "label": lambda: _("name"),
        "definition": lambda: _("definition"),
        "definition_source": lambda: _("source of the definition"),
    },
    Source: {
        **_ANY,
        "publisher": lambda: _("publisher"),
        "title": lambda: _("title"),
        "kind": lambda: _("kind"),
        "author": lambda: _("author"),
        "language": lambda: _("language"),
        "published": lambda: _("published"),
        "published_words": lambda: _("publication day as written"),
        "accessed": lambda: _("read on"),
        "address": lambda: _("address"),
        "reliability": lambda: _("reliability"),
        "derives_from": lambda: _("repeats"),
    },
    Figure: {
        **_ANY,
        "measure": lambda: _("measure"),
        "amount": lambda: _("value"),
        "amount_words": lambda: _("value as written"),
        "basis": lambda: _("basis"),
        "counted_since": lambda: _("counted since"),
        "period": lambda: _("date"),
        "period_words": lambda: _("date as written"),
        "period_how": lambda: _("how the date was obtained"),
        "data_to": lambda: _("last day included"),
        "published": lambda: _("published"),
        "speaker": lambda: _("speaker"),
        "status": lambda: _("status"),
        "rank": lambda: _("rank"),
        "rank_reason": lambda: _("reason for the rank"),
        "revises": lambda: _("revises"),
    },
    Case: {
        **_ANY,
        "code": lambda: _("code"),
        "description": lambda: _("description"),
        "nationality": lambda: _("nationality"),
        "name": lambda: _("name"),
    },
    Event: {
        **_ANY,
        "case": lambda: _("case"),
        "kind": lambda: _("type"),
        "date": lambda: _("date"),
        "date_words": lambda: _("date as written"),
        "date_how": lambda: _("how the date was obtained"),
        "summary": lambda: _("summary"),
        "place": lambda: _("place"),
        "authority": lambda: _("authority"),
        "verification": lambda: _("verification"),
    },
    Statement: {
        **_ANY,
        "speaker": lambda: _("speaker"),
        "role": lambda: _("role"),
        "organisation": lambda: _("organisation"),
        "date": lambda: _("date"),
        "date_words": lambda: _("date as written"),
        "date_how": lambda: _("how the date was obtained"),
        "venue": lambda: _("where it was said"),
        "words": lambda: _("words"),
        "quotation": lambda: _("kind of quotation"),
        "original_words": lambda: _("words in the original language"),
        "language": lambda: _("language"),
        "topic": lambda: _("topic"),
        "position": lambda: _("position"),
        "answers": lambda: _p("field", "answers"),
        "disputes": lambda: _("disputes"),
        "same_utterance": lambda: _("same utterance as"),
    },
    Rule: {
        **_ANY,
        "kind": lambda: _("type"),
        "clause": lambda: _("clause"),
        "version": lambda: _("version"),
        "title": lambda: _("title"),
        "text": lambda: _("text"),
        "starts_with": lambda: _("starts with"),
        "ends_with": lambda: _("ends with"),
        "days": lambda: _p("field", "days"),
        "extended_days": lambda: _("days in exceptional cases"),
        "months": lambda: _p("field", "months"),
        "in_force": lambda: _("in force"),
    },
    FieldNote: {
        **_ANY,
        "date": lambda: _("date"),
        "date_words": lambda: _("date as written"),
        "date_how": lambda: _("how the date was obtained"),
        "time": lambda: _("time"),
        "place": lambda: _("place"),
        "precision": lambda: _("precision of the place"),
        "coordinates": lambda: _("coordinates"),
        "seen": lambda: _("what was seen"),
        "people": lambda: _("people"),
        "people_words": lambda: _("people as noted"),
        "children": lambda: _("children"),
        "children_words": lambda: _("children as noted"),
        "boats": lambda: _("boats"),
        "boats_words": lambda: _("boats as noted"),
        "force": lambda: _("use of force"),
        "injuries": lambda: _("injuries"),
        "weather": lambda: _("weather"),
        "observer": lambda: _("observer"),
        "how_known": lambda: _("how it is known"),
    },
    Answer: {
        **_ANY,
        "case": lambda: _("case"),
        "rule": lambda: _("criterion"),
        "reply": lambda: _("answer"),
    },
    Setting: {**_ANY, "value": lambda: _("value")},
    Attachment: {
        **_ANY,
        "record": lambda: _("evidence for"),
        "name": lambda: _("name"),
        "media_type": lambda: _("type"),
        "sha256": lambda: _("SHA-256"),
        "size": lambda: _("size in bytes"),
        "made": lambda: _("file last changed"),
    },
    Acceptance: {
        **_ANY,
        "finding": lambda: _("finding"),
        "code": lambda: _("code"),
        "record": lambda: _("record"),
        "reason": lambda: _("reason"),
    },
    Scene: {
        **_ANY,
        "title": lambda: _("title"),
        "chart": lambda: _("chart"),
        "settings": lambda: _("settings"),
        "known_on": lambda: _("known on"),
        "caption": lambda: _("caption"),
        "place": lambda: _("place in the order"),
    },
}
"""The words of every field of every kind of record."""
