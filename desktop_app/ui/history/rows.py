"""The history of a record as rows of a table: one for each field that a step changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.records import Record
from desktop_app.domain.views import View
from desktop_app.services.history import Version, Way
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import field_labels, step_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One field of one version."""

    id: str
    version: Version
    place: int
    """Among the fields of its version."""
    field: str
    """The record's own name of the field; empty for the record as a whole."""
    words: str
    """The field in words."""
    before: str
    after: str


def rows(
    kind: type[Record], versions: Sequence[Version], view: View, formats: Formats, field: str = ""
) -> list[HistoryRow]:
    """The versions, newest first, field by field; with `field`, what happened to that one alone.

    A record's beginning and end are one row each, unless a field is asked for.
    """
    found = []
    for version in versions:
        whole = not field and (version.is_new or version.record is None)
        if whole:
            found.append(_whole(kind, version))
            continue
        for place, change in enumerate(version.changes):
            if field in ("", change.field):
                before, after = (
                    field_labels.text(kind, change.field, value, view, formats)
                    for value in _apart(change.before, change.after)
                )
                words = field_labels.field(kind, change.field)
                id = f"{version.step} {change.field}"
                found.append(HistoryRow(id, version, place, change.field, words, before, after))
    return found


def whole_text(kind: type[Record], row: HistoryRow, view: View, formats: Formats) -> str:
    """A row in lines that are not cut: from what to what; for a whole record, what stood in its fields."""
    facts: list[tuple[str, str]]
    if row.field:
        facts = [(_("From"), row.before), (_("To"), row.after), (_("Why"), row.version.reason)]
    else:
        facts = []
        for change in row.version.changes:
            value = change.before if change.after is None else change.after
            words = field_labels.text(kind, change.field, value, view, formats)
            facts.append((field_labels.field(kind, change.field), words))
    named = _("{name}: {text}")
    return "\n".join(named.format(name=name, text=text) for name, text in facts if text)


def fields_of(versions: Sequence[Version]) -> list[str]:
    """The fields that any version changed, in the order of the record."""
    found: dict[str, None] = {}
    for version in reversed(versions):
        found.update(dict.fromkeys(change.field for change in version.changes))
    return list(found)


def columns(formats: Formats) -> list[Column[HistoryRow]]:
    """When, who, what was done, the field, from what to what, and why."""
    return [
        Column("when", _("When"), lambda row: when(row.version, formats), sort=_order, width=19),
        Column("who", _("Who"), lambda row: row.version.who, width=10),
        Column("done", _("Done"), _done, tooltip=_done, tone=Tone.MUTED, width=18),
        Column("field", _("Field"), lambda row: row.words, width=18),
        Column("before", _("From"), lambda row: row.before, tooltip=lambda row: row.before, width=20),
        Column(
            "after", _("To"), lambda row: row.after, tooltip=lambda row: row.after, width=20, stretch=True
        ),
        Column("why", _("Why"), _why, tooltip=_why, tone=Tone.MUTED, width=18),
    ]


def when(version: Version, formats: Formats) -> str:
    """The moment of a version by this computer's clock: "10 Nov 2025 09:14"."""
    at = version.at.astimezone()
    return _("{day} {time}").format(day=formats.day(at.date()), time=f"{at:%H:%M}")


def done(version: Version) -> str:
    """What the step was: "edit figure", or that it took another one back."""
    words = step_words.step(version.label)
    ways = {Way.UNDONE: _("undone: {step}"), Way.DONE_AGAIN: _("done again: {step}")}
    return ways.get(version.way, "{step}").format(step=words)


def _apart(before: Any, after: Any) -> tuple[Any, Any]:
    """Of two lists what only one of them has, where that tells them apart; else both as they are."""
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        return before, after
    gone = tuple(one for one in before if one not in after)
    come = tuple(one for one in after if one not in before)
    return (gone, come) if gone or come else (before, after)


def _done(row: HistoryRow) -> str:
    return done(row.version)


def _why(row: HistoryRow) -> str:
    return row.version.reason


def _order(row: HistoryRow) -> tuple[int, int]:
    return row.version.step, -row.place


def _whole(kind: type[Record], version: Version) -> HistoryRow:
    words = _("the whole record")
    before, after = ("", _("entered")) if version.record is not None else (_("there"), _("deleted"))
    return HistoryRow(f"{version.step} whole", version, 0, "", words, before, after)
