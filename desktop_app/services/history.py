"""The versions that a record has had: what changed in each, by whom and why, and the way back to one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import KIND_NAMES, Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace

R = TypeVar("R", bound=Record)

_UNTOLD = frozenset({"id", "recorded"})
"""Fields that no user sets."""


class Way(Enum):
    """What a step did with what it did."""

    DONE = "done"
    UNDONE = "undone"
    DONE_AGAIN = "done again"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record, before and after a step, as the record holds it."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Version:
    """A record as one step left it."""

    step: int
    """Id of the step, which is greater for a later one."""
    at: datetime
    """The moment it was kept, in UTC."""
    who: str
    label: str
    """Code of what was done, as in `words.step_words`."""
    way: Way
    """Whether something was done, undone, or done again."""
    record: Record | None
    """The record after the step; None where the step deleted it."""
    changes: tuple[FieldChange, ...]
    """In the order of the record's fields. A new record has every field that was filled in, from None."""
    is_new: bool = False
    """Whether the record was not there before the step."""
    reason: str = ""
    """Why, where the record says so: the reason given for a rank."""


def versions(workspace: Workspace, kind: type[Record], id: str) -> list[Version]:
    """Every version of one record, newest first; empty for one that never was."""
    found = []
    ways: dict[int, Way] = {}
    for step, edit in workspace.history(kind, id):
        way = Way.DONE
        if step.reverts is not None:
            way = Way.DONE_AGAIN if ways.get(step.reverts) is Way.UNDONE else Way.UNDONE
        ways[step.id] = way
        changes = _changes(edit.before, edit.after)
        reason = str(getattr(edit.after, "rank_reason", ""))
        found.append(
            Version(
                step.id,
                step.at,
                step.who,
                step.label,
                way,
                edit.after,
                changes,
                edit.before is None,
                reason if any(change.field in ("rank", "rank_reason") for change in changes) else "",
            )
        )
    return found[::-1]


def restore(workspace: Workspace, kind: type[R], id: str, version: Version, seen: R | None) -> R:
    """Bring a record back to an earlier version, in one step; nothing is written where it stands so already.

    `seen` is the record as the caller last saw it, None where it is deleted. Refused: CHANGED_MEANWHILE where
    it is another by now, and NEEDS_DELETED where the version speaks of a record that is there no more.
    Raises ValueError for a version in which the record was deleted.
    """
    record = version.record
    if not isinstance(record, kind) or record.id != id:
        raise ValueError("there is no record in this version")
    if workspace.get(kind, id) != seen:
        raise Refusal(RefusalCode.CHANGED_MEANWHILE, kind=KIND_NAMES[type(record)], id=id)
    missing = _missing(workspace, record)
    if missing:
        raise Refusal(RefusalCode.NEEDS_DELETED, kind=KIND_NAMES[missing[0]])
    if record == seen:
        return record
    with workspace.change("restore version") as work:
        return work.put(record)


def _changes(before: Record | None, after: Record | None) -> tuple[FieldChange, ...]:
    """What differs. Of a new or a deleted record, every field that holds something."""
    there = after if after is not None else before
    if there is None:
        return ()
    changes = []
    for entry in fields(there):
        old = None if before is None else getattr(before, entry.name)
        new = None if after is None else getattr(after, entry.name)
        holds_nothing = _is_empty(old) and _is_empty(new)
        if entry.name not in _UNTOLD and old != new and not holds_nothing:
            changes.append(FieldChange(entry.name, old, new))
    return tuple(changes)


def _is_empty(value: Any) -> bool:
    return value is None or value == () or str(value) == ""


def _missing(view: View, record: Record) -> list[type[Record]]:
    """The kinds of what the record speaks of and what is there no more."""
    needed: list[tuple[type[Record], str]] = [
        (Source, citation.source) for citation in getattr(record, "citations", ())
    ]
    if isinstance(record, Figure):
        needed += [(Measure, record.measure), (Figure, record.revises)]
    elif isinstance(record, Event):
        needed.append((Case, record.case))
    elif isinstance(record, Answer):
        needed += [(Case, record.case), (Rule, record.rule)]
    elif isinstance(record, Source):
        needed.append((Source, record.derives_from))
    missing = [kind for kind, id in needed if id and view.get(kind, id) is None]
    if isinstance(record, Attachment) and not any(
        view.get(kind, record.record) is not None for kind in (Source, Event, FieldNote)
    ):
        missing.append(Source)
    return missing
