"""The records that are there no more as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.records import Record
from desktop_app.domain.steps import Edit, Step
from desktop_app.domain.views import View
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import field_labels, record_lines, step_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """One record, as it stood before it went."""

    id: str
    """Of the record."""
    kind: type[Record]
    words: str
    step: Step
    when: str


def rows(gone: list[tuple[Step, Edit]], view: View, formats: Formats) -> list[DeletedRow]:
    """One row for each record, the newest removal first."""
    return [
        DeletedRow(
            edit.id, edit.kind, record_lines.line(edit.before, view, formats), step, _when(step, formats)
        )
        for step, edit in gone
        if edit.before is not None
    ]


def columns() -> list[Column[DeletedRow]]:
    """When, who, by which step, what kind of record, and the record in a line."""
    return [
        Column("when", _("When"), lambda row: row.when, sort=lambda row: row.step.id, width=19),
        Column("who", _("Who"), lambda row: row.step.who, width=10),
        Column("done", _("Done"), _done, tooltip=_done, tone=Tone.MUTED, width=22),
        Column("kind", _("Record"), lambda row: field_labels.kind_name(row.kind), width=14),
        Column(
            "words",
            _("As it last stood"),
            lambda row: row.words,
            tooltip=lambda row: row.words,
            width=40,
            stretch=True,
        ),
    ]


def _done(row: DeletedRow) -> str:
    words = step_words.step(row.step.label)
    return words if row.step.reverts is None else _("undone: {step}").format(step=words)


def _when(step: Step, formats: Formats) -> str:
    at = step.at.astimezone()
    return _("{day} {time}").format(day=formats.day(at.date()), time=f"{at:%H:%M}")
