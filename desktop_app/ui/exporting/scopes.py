"""What an export may take along: the table as it is filtered, all of a kind, or the whole ledger."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

Kinds = tuple[type[Record], ...]


@dataclass(frozen=True)
class Shown:
    """The records of a page's table that are shown, as far as a filter narrows them."""

    kinds: Kinds
    ids: frozenset[str] | None = None
    """None where nothing is filtered out; else the records of the first of the kinds that are shown."""

    @classmethod
    def of(cls, table: RecordTableView, *kinds: type[Record]) -> Shown:
        """What a table of records of the first kind shows now."""
        model = table.records
        if not model.is_filtered:
            return cls(kinds)
        return cls(kinds, frozenset(map(model.id_at, range(model.rowCount()))))


@dataclass(frozen=True)
class Scope:
    """One choice of what to export."""

    words: str
    name: str
    """What a file with it is called to begin with."""
    kinds: Kinds
    """Empty for all."""
    ids: frozenset[str] | None = None
    """Of the first kind only these; None for all."""


def scopes(view: View, shown: Shown | None, formats: Formats) -> list[Scope]:
    """The choices that a page has, the nearest first."""
    found = []
    kinds: Kinds = shown.kinds if shown is not None else ()
    if shown is not None and shown.ids is not None:
        words = _shown_words(kinds[0], len(shown.ids))
        number = formats.number(len(shown.ids))
        found.append(Scope(words.format(n=number), _name(kinds), kinds[:1], shown.ids))
    if kinds and kinds != (Figure,):
        found.append(Scope(_all_of(view, kinds, formats), _name(kinds), kinds))
    found.append(Scope(_all_of(view, (Figure,), formats), _name((Figure,)), (Figure,)))
    found.append(Scope(_("The whole ledger"), _ledger_name(), ()))
    return found


def _shown_words(kind: type[Record], count: int) -> str:
    if kind is Source:
        return _n("The {n} source shown in the table", "The {n} sources shown in the table", count)
    if kind is Statement:
        return _n("The {n} statement shown in the list", "The {n} statements shown in the list", count)
    if kind is Case:
        return _n("The {n} case shown in the list", "The {n} cases shown in the list", count)
    if kind is FieldNote:
        return _n("The {n} field note shown in the table", "The {n} field notes shown in the table", count)
    return _n("The {n} figure shown in the table", "The {n} figures shown in the table", count)


def _all_of(view: View, kinds: Kinds, formats: Formats) -> str:
    count = sum(1 for _record in view.every(kinds[0]))
    number = formats.number(count)
    if kinds[0] is Source:
        return _n("All {n} source", "All {n} sources", count).format(n=number)
    if kinds[0] is Statement:
        return _n("All {n} statement", "All {n} statements", count).format(n=number)
    if kinds[0] is Case:
        return _n("{n} case and all events", "All {n} cases and all events", count).format(n=number)
    if kinds[0] is FieldNote:
        return _n("All {n} field note", "All {n} field notes", count).format(n=number)
    return _n("All {n} figure", "All {n} figures", count).format(n=number)


def _name(kinds: Kinds) -> str:
    """The beginning of a file's name."""
    names = {
        Figure: _("figures"),
        Source: _("sources"),
        Case: _("cases"),
        Event: _("events"),
        FieldNote: _("field notes"),
        Statement: _("statements"),
    }
    return names.get(kinds[0], _ledger_name())


def _ledger_name() -> str:
    return _("ledger")
