"""What the frame says of the whole workspace: how many records, how many contested, where a step was."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.services.workspace import Step
from desktop_app.ui.checking import Checking
from desktop_app.ui.places import Place
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n

_PAGES: dict[type[Record], str] = {
    Figure: "figures",
    Case: "cases",
    Event: "cases",
    FieldNote: "notes",
    Source: "sources",
    Statement: "statements",
}


def counts(view: View) -> dict[str, int]:
    """How many records each page of records shows."""
    kinds: dict[str, type[Record]] = {
        "figures": Figure,
        "cases": Case,
        "notes": FieldNote,
        "sources": Source,
        "statements": Statement,
    }
    return {name: _count(view.every(kind)) for name, kind in kinds.items()}


def _count(records: Iterable[Record]) -> int:
    return len(records) if isinstance(records, Sized) else sum(1 for _ in records)


def facts(checking: Checking, formats: Formats) -> str:
    """How many values are contested, in words; empty where none is."""
    contested = sum(1 for finding in checking.to_look_at if finding.code == "rival_values")
    if not contested:
        return ""
    words = _n("{n} figure contested", "{n} figures contested", contested)
    return words.format(n=formats.number(contested))


def hidden(view: View, step: Step) -> bool:
    """Whether a record that the step put in is not seen in the view."""
    return any(
        edit.after is not None and edit.kind in _PAGES and view.get(edit.kind, edit.id) is None
        for edit in step.edits
    )


def touched(step: Step, preferred: str) -> Place | None:
    """The place of the first record of a step; the page in front where it too shows that record."""
    shown = [edit for edit in step.edits if edit.kind in _PAGES]
    if not shown or preferred in ("charts", "overview"):
        return None
    # An event recorded with a new source is looked at where events are.
    edit = next((each for each in shown if _PAGES[each.kind] == preferred), shown[0])
    record = edit.after or edit.before
    case = record.case if isinstance(record, Event) else ""
    return Place(_PAGES[edit.kind], record=case or edit.id)
