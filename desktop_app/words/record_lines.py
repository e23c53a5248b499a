"""Any record in one line, by which a person knows it again."""

from __future__ import annotations

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.words import amount_sentences, date_sentences, event_labels, measure_words, rule_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_NAMES = ("code", "title", "name", "label", "value", "id")


def line(record: Record, view: View, formats: Formats) -> str:
    """The record in one line: of a figure its value, measure and date, of an event its case and type."""
    match record:
        case Figure():
            measure = view.get(Measure, record.measure)
            name = measure_words.measure(measure) if measure else record.measure
            value = amount_sentences.amount_short(record.amount, formats)
            return _joined(value, name, date_sentences.date(record.period, formats))
        case Event():
            kind = event_labels.event_kind(record.kind)
            return _joined(_code(view, record.case), kind, date_sentences.date(record.date, formats))
        case Statement():
            return _("{speaker}: {words}").format(speaker=record.speaker, words=record.words)
        case Source():
            return _joined(record.publisher, record.title)
        case FieldNote():
            return _joined(date_sentences.date(record.date, formats), record.place, record.seen)
        case Answer():
            rule = view.get(Rule, record.rule)
            criterion = rule.title if rule else ""
            return _joined(_code(view, record.case), criterion, rule_labels.reply(record.reply))
        case Case():
            return _joined(record.code, record.description)
        case Acceptance():
            return _joined(record.code, record.reason)
        case _:
            return next((str(getattr(record, name)) for name in _NAMES if getattr(record, name, "")), "")


def _code(view: View, id: str) -> str:
    case = view.get(Case, id)
    return case.code if case else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
