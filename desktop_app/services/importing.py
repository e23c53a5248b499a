"""Brings an edition of the Home Office's time series into a workspace: read, compare, keep as one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import View
from desktop_app.services import signing
from desktop_app.services.home_office import layout
from desktop_app.services.home_office import plan as home_office
from desktop_app.services.home_office.layout import TimeSeries
from desktop_app.services.home_office.plan import ImportPlan, Mismatch
from desktop_app.services.keeping_up import with_latest
from desktop_app.services.spreadsheets import reader
from desktop_app.services.spreadsheets.reader import Cancelled, Progress, Spare
from desktop_app.services.spreadsheets.sheets import Workbook
from desktop_app.services.workspace import KeyedPath, Workspace

STEP = "import figures"


class EditionFrom(StrEnum):
    """Where the day of the edition was taken from."""

    GIVEN = "given"
    COVER = "cover"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was read and understood, and not yet compared with anything."""

    path: str
    edition: date
    edition_from: EditionFrom
    series: TimeSeries


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    edition: date
    added: int
    revised: int
    unchanged: int
    earlier: int
    """Of the unchanged: known from a later edition before, now from this one."""
    days: int
    """Days that had no value before."""
    weeks: int
    """Weeks of people prevented that had no value before."""
    mismatches: tuple[Mismatch, ...]
    withdrawn: tuple[Figure, ...]
    marked: int
    """Added or revised values that the source marks as revised."""

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, for scripts."""
        return {
            "edition": self.edition.isoformat(),
            "added": self.added,
            "revised": self.revised,
            "unchanged": self.unchanged,
            "mismatches": [
                {
                    "measure": mismatch.measure,
                    "week_start": mismatch.first.isoformat(),
                    "week_end": mismatch.last.isoformat(),
                    "weekly": mismatch.weekly,
                    "daily": mismatch.daily,
                }
                for mismatch in self.mismatches
            ],
        }


def prepare(
    path: Path,
    edition: date | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    spare: Spare | None = None,
) -> Prepared:
    """Read and understand a file; safe on any thread, for it sees no workspace.

    The edition's day is `edition`, else what the cover says, else what the file's name says. Raises Refusal:
    those of `reader.read` and `layout.time_series`; EDITION_UNKNOWN where the day must be asked (`suggestion`
    is the day the document says it was made, where that can be); BAD_ARGUMENT where `edition` is before the
    last day the file speaks of.
    """
    return prepared(path, reader.read(path, progress, cancelled, spare=spare), edition)


def prepared(path: Path, workbook: Workbook, edition: date | None = None) -> Prepared:
    """As `prepare`, where the file is read already."""
    try:
        series = layout.time_series(workbook)
    except Refusal as refusal:
        raise Refusal(refusal.code, path=str(path), **refusal.values) from refusal
    if edition is not None:
        if edition < series.last_day:
            raise Refusal(
                RefusalCode.BAD_ARGUMENT,
                name="edition",
                value=edition.isoformat(),
                last=series.last_day.isoformat(),
                path=str(path),
            )
        return Prepared(str(path), edition, EditionFrom.GIVEN, series)
    named = layout.days_in(path.stem)
    for day, found in (
        (series.stated_edition, EditionFrom.COVER),
        (named.pop() if len(named) == 1 else None, EditionFrom.FILE_NAME),
    ):
        if day is not None and day >= series.last_day:
            return Prepared(str(path), day, found, series)
    made = workbook.made
    suggestion = made.isoformat() if made is not None and made >= series.last_day else ""
    raise Refusal(RefusalCode.EDITION_UNKNOWN, path=str(path), suggestion=suggestion)


def plan(view: View, prepared: Prepared, today: date | None = None) -> ImportPlan:
    """What importing the file would do to what `view` shows; nothing is changed."""
    return _compared(view, prepared.series, prepared.edition, today)


def apply(workspace: Workspace, planned: ImportPlan) -> ImportReport:
    """Do what was planned, as one step that one undo takes back; nothing at all where nothing is new.

    A plan that was made before the workspace changed is made anew first, so the report says what was done,
    and nothing that another process imports meanwhile is kept twice. Raises a Refusal of the workspace,
    which then is as it was.
    """
    again = partial(_compared, workspace, planned.series, planned.edition, None)
    return kept(workspace, planned, STEP, again)


def kept(
    workspace: Workspace, planned: ImportPlan | None, step: str, again: Callable[[], ImportPlan]
) -> ImportReport:
    """Do what was planned as a step of this label; `again` plans it anew where the workspace has changed."""

    def attempt() -> ImportPlan:
        fresh = planned
        if fresh is None or fresh.revision != workspace.revision:
            fresh = again()
        if fresh.records:
            with workspace.change(step, on_latest=True) as work:
                work.put_all(fresh.records)
        return fresh

    return report(with_latest(workspace, attempt))


def bring(
    file: Path | KeyedPath,
    source: Path,
    edition: date | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    spare: Spare | None = None,
) -> ImportReport:
    """Import a spreadsheet into a workspace file over a connection of its own; safe on any thread.

    A window that has the file open sees the step by `Workspace.follow`, as it would another process's, and
    goes on painting meanwhile. Raises the refusals of `prepare`, of the workspace, and CANCELLED, which is
    heeded up to the moment of writing; after a refusal the file is as it was.
    """
    read = prepare(source, edition, progress, cancelled, spare)
    with Workspace.open(file) as workspace:
        planned = plan(workspace, read)
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        return apply(workspace, planned)


def _compared(view: View, series: TimeSeries, edition: date, today: date | None) -> ImportPlan:
    revision = view.revision if isinstance(view, Workspace) else None
    looked_at = today if today is not None else signing.today()
    return replace(home_office.plan(view, series, edition, looked_at), revision=revision)


def report(planned: ImportPlan) -> ImportReport:
    """The plan in numbers."""
    if isinstance(planned.added, home_office.Drafted):
        new = planned.added.periods
    else:
        new = [(figure.period.earliest, figure.period.latest) for figure in planned.added]
    return ImportReport(
        edition=planned.edition,
        added=len(planned.added),
        revised=len(planned.revised),
        unchanged=planned.unchanged,
        earlier=planned.earlier,
        days=len({first for first, last in new if first == last}),
        weeks=len({first for first, last in new if first != last}),
        mismatches=planned.mismatches,
        withdrawn=planned.withdrawn,
        marked=len(planned.marked),
    )
