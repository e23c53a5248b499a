"""The columns of the list of statements."""

from __future__ import annotations

from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.views import View
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import date_sentences, labels, statement_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class Facts:
    """What the list says of a statement that is not in it, looked up once for all of them."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def refresh(self, view: View) -> None:
        """Look everything up anew."""
        self._names = {source.id: source.short_name for source in view.every(Source)}

    def sources(self, statement: Statement) -> str:
        """The names of the sources it cites."""
        found = (self._names.get(citation.source, "") for citation in statement.citations)
        return ", ".join(dict.fromkeys(name for name in found if name))


def columns(formats: Formats, facts: Facts) -> list[Column[Statement]]:
    """Date, speaker, words, topic, position, sources."""

    def date(statement: Statement) -> str:
        return date_sentences.date(statement.date, formats) if statement.date.is_dated else ""

    def when(statement: Statement) -> str:
        return statement_words.when(statement, formats)

    def speaker(statement: Statement) -> str:
        return statement.speaker

    def whole_speaker(statement: Statement) -> str:
        office = statement_words.office(statement)
        return ", ".join(part for part in (statement_words.speaker(statement), office) if part)

    def topic(statement: Statement) -> str:
        return statement.topic

    def position(statement: Statement) -> str:
        is_neither = statement.position is Position.NEITHER
        return "" if is_neither and not statement.topic else labels.position(statement.position)

    return [
        Column(
            "date",
            _("Date"),
            date,
            sort=lambda statement: statement.date.sort_key,
            spoken=when,
            tooltip=when,
            width=17,
        ),
        Column("speaker", _("Speaker"), speaker, tooltip=whole_speaker, search=whole_speaker, width=18),
        Column(
            "words",
            _("Words"),
            statement_words.quoted,
            tooltip=statement_words.quoted,
            search=lambda statement: f"{statement.original_words} {statement.venue}",
            stretch=True,
            width=44,
        ),
        Column("topic", _("Topic"), topic, tooltip=topic, tone=Tone.MUTED, width=18),
        Column("position", _("Position"), position, tone=Tone.MUTED, width=9),
        Column("sources", _("Sources"), facts.sources, tooltip=facts.sources, tone=Tone.MUTED, width=14),
    ]
