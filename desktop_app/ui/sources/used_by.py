"""One line for each record that cites a source."""

from __future__ import annotations

from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
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

_LONGEST = 46


def words(record: Record, view: View, formats: Formats) -> str:
    """The record in one line: a figure's value and date, an event's type and date, and so on."""
    if isinstance(record, Figure):
        measure = view.get(Measure, record.measure)
        name = measure_words.measure(measure) if measure else record.measure
        value = amount_sentences.amount_short(record.amount, formats)
        return _joined(value, name, date_sentences.date(record.period, formats))
    if isinstance(record, Event):
        case = view.get(Case, record.case)
        kind = event_labels.event_kind(record.kind)
        return _joined(case.code if case else "", kind, date_sentences.date(record.date, formats))
    if isinstance(record, Statement):
        return _("{speaker}: {words}").format(speaker=record.speaker, words=record.words)
    if isinstance(record, Source):
        return _("repeated by {name}").format(name=record.short_name)
    if isinstance(record, Rule):
        return record.title
    if isinstance(record, Answer):
        case, rule = view.get(Case, record.case), view.get(Rule, record.rule)
        return _joined(case.code if case else "", rule.title if rule else "", rule_labels.reply(record.reply))
    return ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def short(text: str) -> str:
    """As much of a line as the side panel has room for."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
