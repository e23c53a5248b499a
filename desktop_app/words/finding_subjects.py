"""Names the record that a finding is about, in one line, for a list in which it stands beside others."""

from __future__ import annotations

from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.words import sentences
from desktop_app.words.event_labels import event_kind
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_BUILT_IN = {measure.id: measure for measure in BUILT_IN}
_LONGEST = 80


def subject(finding: Finding, view: View, formats: Formats) -> str:
    """Which record it is: "38,726 people arrived by small boat, 9 Nov 2025, Independent"; empty for none."""
    if finding.kind == "event":
        event = view.get(Event, finding.record)
        return "" if event is None else _event(event, formats)
    if finding.kind == "statement":
        statement = view.get(Statement, finding.record)
        return "" if statement is None else _statement(statement)
    figure = view.get(Figure, finding.record)
    return "" if figure is None else _figure(figure, view, formats)


def _figure(figure: Figure, view: View, formats: Formats) -> str:
    measure = view.get(Measure, figure.measure) or _BUILT_IN.get(figure.measure) or Measure(figure.measure)
    source = view.get(Source, figure.citations[0].source) if figure.citations else None
    parts = (
        sentences.counted_amount(figure, measure, formats),
        sentences.date_as_written(figure.period, figure.period_words, formats),
        source.short_name if source is not None else _("no source"),
    )
    return _(", ").join(part for part in parts if part)


def _event(event: Event, formats: Formats) -> str:
    when = sentences.date_as_written(event.date, event.date_words, formats)
    return _(", ").join(part for part in (event_kind(event.kind), when, _short(event.summary)) if part)


def _statement(statement: Statement) -> str:
    words = _short(statement.words)
    if not statement.speaker:
        return words
    return _("{speaker}: {words}").format(speaker=statement.speaker, words=words)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
