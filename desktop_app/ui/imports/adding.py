"""Adds the ticked rows to the workspace's file, off the window's thread; the window then follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop_app.services import backups
from desktop_app.services.tabular import bringing
from desktop_app.services.tabular.applying import Report, apply
from desktop_app.services.tabular.bringing import Wanted
from desktop_app.services.tabular.understanding import Plan
from desktop_app.services.workspace import KeyedPath, Workspace
from desktop_app.ui import background
from desktop_app.ui.imports.draft import ImportDraft


@dataclass(frozen=True)
class Added:
    """What an import came to, for the report."""

    name: str
    """Of the file; empty for pasted rows."""
    report: Report
    plan: Plan
    ticks: bytes


def adding(draft: ImportDraft, file: KeyedPath, ticks: bytes) -> background.Work:
    """The work of adding, not started yet. Very many rows of a file are added by another process."""
    plan = draft.plan
    assert plan is not None
    assert draft.book is not None
    if draft.path is not None and len(plan.sheet.rows) > bringing.SMALL:
        wanted = Wanted(
            file,
            draft.path.resolve(),
            plan.sheet.name if len(draft.book.sheets) > 1 else "",
            plan.layout,
            ticks,
            draft.today,
            draft.separator,
            draft.encoding,
            gently=True,
        )
        return background.Work(partial(_backed_up, file, partial(bringing.bring, wanted)))
    return background.Work(partial(_backed_up, file, partial(_here, file, plan, ticks)))


def _backed_up(file: KeyedPath, bring: Callable[..., Report], **watch: Any) -> Report:
    backups.make_quietly(file)
    return bring(**watch)


def _here(file: KeyedPath, plan: Plan, ticks: bytes, **watch: Any) -> Report:
    """Over a connection of its own, so that the window's is never waited for."""
    with Workspace.open(file) as workspace:
        return apply(workspace, plan, ticks, **watch)
