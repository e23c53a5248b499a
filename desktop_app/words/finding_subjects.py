"""Names the record that a finding is about, in one line, for a list in which it stands beside others."""

from __future__ import annotations

from desktop_app.domain import named
from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.words import sentences
from desktop_app.words.event_labels import event_kind
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LONGEST = 80


def subject(finding: Finding, view: View, formats: Formats) -> str:
    """Which record it is: "38,726 people arrived by small boat, 9 Nov 2025, Independent"; empty for none."""
    kinds: dict[str, type[Record]] = {"event": Event, "statement": Statement}
    record = view.get(kinds.get(finding.kind, Figure), finding.record)
    return "" if record is None else subject_of(record, view, formats)


def subject_of(record: Record, view: View, formats: Formats) -> str:
    """A figure, an event or a statement in one line; empty for anything else."""
    if isinstance(record, Event):
        return _event(record, formats)
    if isinstance(record, Statement):
        return _statement(record)
    return _figure(record, view, formats) if isinstance(record, Figure) else ""


def _figure(figure: Figure, view: View, formats: Formats) -> str:
    parts = (
        sentences.counted_amount(figure, named.measure(view, figure.measure), formats),
        sentences.date_as_written(figure.period, figure.period_words, formats),
        named.outlet(view, figure) or _("no source"),
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
