"""Forgetting a case: out of the file, out of its history, and told which copies still hold it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.cases import Case
from desktop_app.domain.records import RECORD_KINDS
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services import backups
from desktop_app.services.cases import events_of
from desktop_app.services.workspace import Forgotten, Workspace


@dataclass(frozen=True)
class Report:
    """What forgetting a case has done, and what it could not."""

    code: str
    forgotten: Forgotten
    sources: tuple[Source, ...]
    """Sources that nothing else cites: they stay, and may name the person."""
    holding: tuple[Path, ...]
    """Backups, and copies from before an upgrade, that still hold it."""
    unknown: tuple[Path, ...]
    """Those of which it cannot be told, for they have another passphrase or are damaged."""


def forget(workspace: Workspace, case: Case) -> Report:
    """Forget a case with its events, what is attached to them, and its history. Nothing brings it back.

    Raises a Refusal of the workspace, which then is as it was.
    """
    sources = cited_for_it_alone(workspace, case)
    forgotten = workspace.forget_case(case.id)
    if workspace.file is None:
        return Report(case.code, forgotten, sources, (), ())
    found = backups.search(workspace.file.path, workspace.file.key, case.id)
    return Report(case.code, forgotten, sources, found.holding, found.unknown)


def cited_for_it_alone(view: View, case: Case) -> tuple[Source, ...]:
    """The sources that only the events of this case cite."""
    events = {event.id for event in events_of(view, case.id)}
    own: set[str] = set()
    others: set[str] = set()
    for kind in RECORD_KINDS.values():
        for record in view.every(kind):
            cited = {citation.source for citation in getattr(record, "citations", ())}
            (own if record.id in events else others).update(cited)
            others.add(getattr(record, "derives_from", ""))
    return tuple(source for source in view.every(Source) if source.id in own - others)
