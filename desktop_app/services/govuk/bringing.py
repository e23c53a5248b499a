"""Brings a saved GOV.UK page of arrivals into a workspace: read, compare, keep as one step."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID, uuid5

from desktop_app.domain.dates import Obtained, on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Reliability, Source, SourceKind
from desktop_app.domain.views import View
from desktop_app.services import signing
from desktop_app.services.govuk import documents, layout
from desktop_app.services.govuk.documents import Document
from desktop_app.services.govuk.layout import PageKind, PageTables
from desktop_app.services.home_office import editions
from desktop_app.services.home_office.chains import Chains
from desktop_app.services.home_office.plan import Drafting, ImportPlan, mismatches
from desktop_app.services.importing import ImportReport, kept
from desktop_app.services.spreadsheets.reader import Cancelled, Progress
from desktop_app.services.workspace import KeyedPath, Workspace

STEP = "import page"

_NAMES = UUID("0b1c2f0e-8f8d-4a51-9d0f-7a3d0d5f4c11")
_TITLES = {
    PageKind.LAST_DAYS: "Migrants detected crossing the English Channel in small boats: last 7 days",
    PageKind.WEEKLY: "Migrants detected crossing the English Channel in small boats: weekly summary",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read and understood, and not yet compared with anything."""

    kind: PageKind
    title: str
    address: str
    edition: date
    """The day on which it was last changed: what is published on a page is published then."""
    tables: PageTables


@dataclass(frozen=True, slots=True)
class PageReport(ImportReport):
    """What importing a page did, and the page, which tells what in it was put right or left out."""

    page: Page


def recognise(path: Path) -> PageKind | None:
    """Which page a file is; None where it is none, or cannot be read."""
    if path.suffix.lower() not in documents.SUFFIXES:
        return None
    try:
        return layout.kind_of(documents.load(path))
    except Refusal:
        return None


def read(path: Path, edition: date | None = None) -> Page:
    """Read and understand a saved page; safe on any thread, for it sees no workspace.

    Raises Refusal: those of `documents.load`; PAGE_UNKNOWN_LAYOUT where it has no table of arrivals, or no
    row in it can be read; EDITION_UNKNOWN where it does not say when it was changed (`suggestion` is the
    day after the last it tells of).
    """
    try:
        return understood(documents.load(path), edition)
    except Refusal as refusal:
        raise Refusal(refusal.code, **{"path": str(path), **refusal.values}) from refusal


def understood(document: Document, edition: date | None = None) -> Page:
    """A document as a page of arrivals; raises the refusals of `read`, without a path."""
    kind = layout.kind_of(document)
    if kind is None:
        raise Refusal(RefusalCode.PAGE_UNKNOWN_LAYOUT)
    day = edition or document.updated
    if day is None:
        last = layout.last_day(document)
        raise Refusal(RefusalCode.EDITION_UNKNOWN, suggestion=last.isoformat() if last else "")
    found = layout.tables(document, day)
    if not found.rows:
        raise Refusal(RefusalCode.PAGE_UNKNOWN_LAYOUT)
    return Page(kind, document.title or _TITLES[kind], document.address, day, found)


def plan(view: View, page: Page, today: date | None = None) -> ImportPlan:
    """What importing a page would add and revise, beside what the Home Office's statistics said so far.

    An equal value adds nothing; another one revises what was known on the day of the page. Days that the
    page does not tell of are not touched. Nothing is changed.
    """
    looked_at = today or signing.today()
    source, is_new = _source(view, page, looked_at)
    series = page.tables.series
    chains = Chains(view)
    drafting = Drafting(page.edition, source.id, editions.imported_after(view, page.edition))
    for entry in (*series.daily, *series.weekly):
        if entry.value is not None:
            drafting.take(entry, entry.value, *chains.around((entry.measure, entry.notation), page.edition))
    words = {
        row.days.last: row.days.words for row in page.tables.rows if row.days.corrected and row.days.last
    }
    records: tuple[Record, ...] = tuple(_as_written(figure, words) for figure in drafting.records)
    return ImportPlan(
        edition=page.edition,
        series=series,
        added=tuple(drafting.added),
        revised=tuple(drafting.revised),
        unchanged=drafting.unchanged,
        earlier=drafting.earlier,
        mismatches=tuple(mismatches(series)),
        withdrawn=(),
        marked=tuple(drafting.marked),
        records=((source, *records) if is_new and records else records),
        revision=view.revision if isinstance(view, Workspace) else None,
    )


def apply(workspace: Workspace, page: Page, planned: ImportPlan | None = None) -> ImportReport:
    """Do what importing a page does, as one step that one undo takes back; nothing where nothing is new.

    Raises a Refusal of the workspace, which then is as it was.
    """
    return kept(workspace, planned, STEP, partial(plan, workspace, page))


def bring(
    file: Path | KeyedPath,
    source: Path,
    edition: date | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> PageReport:
    """Import a saved page into a workspace file over a connection of its own; safe on any thread."""
    page = read(source, edition)
    if progress is not None:
        progress(1, 2)
    with Workspace.open(file) as workspace:
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        done = apply(workspace, page)
    return PageReport(**{each.name: getattr(done, each.name) for each in fields(ImportReport)}, page=page)


def _source(view: View, page: Page, today: date) -> tuple[Source, bool]:
    """The source that a page of an edition is, and whether it is new; each is kept once."""
    id = str(uuid5(_NAMES, f"{page.kind.value} {page.edition.isoformat()}"))
    known = view.get(Source, id)
    if known is not None:
        return known, False
    return (
        Source(
            id=id,
            publisher=editions.PUBLISHER,
            title=page.title,
            kind=SourceKind.OFFICIAL_STATISTICS,
            published=on_day(page.edition),
            accessed=on_day(today),
            address=page.address,
            reliability=Reliability.A,
        ),
        True,
    )


def _as_written(figure: Figure, words: dict[date, str]) -> Figure:
    """A figure whose day was put right keeps the page's words beside it."""
    written = words.get(figure.period.latest) if figure.period.latest is not None else None
    if written is None or figure.period_words:
        return figure
    return replace(figure, period_words=written, period_how=Obtained.INFERRED)
