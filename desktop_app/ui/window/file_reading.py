"""Finds out what a file to import is, and imports at once what needs no questions; for any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import apart, backups, importing, recognising
from desktop_app.services.exchange import planning
from desktop_app.services.govuk import bringing, documents
from desktop_app.services.recognising import Known, Recognised
from desktop_app.services.spreadsheets.reader import Spare
from desktop_app.services.workspace import KeyedPath, Workspace

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class OwnExport:
    """A file that Evenhand exported, compared with the workspace; nothing is written yet."""

    plan: planning.Plan


Read = importing.ImportReport | OwnExport | Recognised
"""What came of a file: it is imported; or compared; or it is a table or prose that must be looked at."""


def read(
    file: KeyedPath,
    source: Path,
    edition: date | None,
    spare: Spare,
    *,
    progress: Progress,
    cancelled: Cancelled,
) -> Read:
    """Import a recognised layout into a workspace's file; of anything else, say what it is.

    Raises the refusals of reading and importing, and CANCELLED; after a refusal the file is as it was.
    """
    backups.make_quietly(file)
    is_page = source.suffix.lower() in documents.SUFFIXES
    if is_page and (edition is not None or not _may_be_rows(source)):
        return bringing.bring(file, source, edition, progress, cancelled)
    recognised = recognising.recognise(source, progress, cancelled, spare)
    if recognised.known is Known.PAGE:
        return bringing.bring(file, source, edition, progress, cancelled)
    if recognised.known is Known.HOME_OFFICE:
        report: importing.ImportReport = apart.call(
            importing.bring, file, source, edition, progress=progress, cancelled=cancelled
        )
        return report
    if recognised.known is Known.EXPORT:
        with Workspace.open(file) as workspace:
            return OwnExport(planning.plan(workspace, source))
    return recognised


def bring_back(
    file: KeyedPath, plan: planning.Plan, changes: bool, *, progress: Progress, cancelled: Cancelled
) -> planning.Report:
    """Keep what was compared, over a connection of its own."""
    progress(0, 0)
    backups.make_quietly(file)
    with Workspace.open(file) as workspace:
        if cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        return planning.apply(workspace, plan, changes=changes)


def _may_be_rows(source: Path) -> bool:
    """Whether a text may be a table or prose; web pages are neither."""
    return source.suffix.lower() in (".txt", ".md", ".text")
