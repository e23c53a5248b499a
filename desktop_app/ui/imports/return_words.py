"""What the preview of an own export says of the file and of its records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.exchange.understanding import Trouble, Unreadable
from desktop_app.services.exchange.wishes import Facts
from desktop_app.words import amount_sentences, date_sentences, field_labels, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_NAMES = ("label", "name", "code", "title", "text", "id")
_LETTERS = 80


def facts(facts: Facts | None, formats: Formats) -> str:
    """What the file says of itself."""
    if facts is None:
        return _("A table that Evenhand exported.")
    said = [_("Exported from Evenhand on {day}.").format(day=formats.long_day(_day(facts.made)))]
    if facts.known_on is not None:
        said.append(_("As known on {day}.").format(day=formats.long_day(facts.known_on)))
    if facts.stood_on is not None:
        said.append(_("As the file stood on {day}.").format(day=formats.long_day(facts.stood_on)))
    if not facts.everything:
        said.append(_("Without notes and private records."))
    return " ".join(said)


def record(one: Record, view: View, formats: Formats) -> str:
    """A record in a few words, its kind first."""
    kind = field_labels.kind_name(type(one))
    if isinstance(one, Figure):
        measure = view.get(Measure, one.measure)
        value = amount_sentences.amount(one.amount, formats) if one.amount.has_number else one.amount_words
        day = date_sentences.date(one.period, formats) if one.period.is_dated else ""
        name = labels.measure(measure) if measure is not None else one.measure
        words = ", ".join(filter(None, (name, value, day)))
    elif isinstance(one, Source):
        words = one.short_name
    else:
        words = next((str(getattr(one, name)) for name in _NAMES if getattr(one, name, "")), "")
    return _("{kind} {name}").format(kind=kind, name=words[:_LETTERS])


def unreadable(row: Unreadable, formats: Formats) -> str:
    """A row that makes no record, and why."""
    words = _("Cannot be read: {table}, row {n}: {why}")
    why = _TROUBLES.get(row.trouble)
    said = why() if why is not None else row.trouble.value
    detail = " ".join(filter(None, (row.column, row.text)))
    told = f"{said} ({detail})" if detail else said
    return words.format(table=row.table, n=formats.number(row.line), why=told)


def _day(made: str) -> date:
    return datetime.fromisoformat(made).astimezone().date()


_TROUBLES: Mapping[Trouble, Callable[[], str]] = {
    Trouble.CELL: lambda: _("a cell does not hold what its column is for"),
    Trouble.NO_ID: lambda: _("it has no id"),
    Trouble.TWICE: lambda: _("its id is in the file twice"),
    Trouble.RECORD: lambda: _("its cells do not go together"),
}
