"""What users do with figures: record, change, remove, rank, and link one more source to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.date_words import Order
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import Measure
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import View
from desktop_app.services import source_matching, why_drawn
from desktop_app.services.statement_links import unlink
from desktop_app.services.workspace import Workspace


def source_of(view: View, draft: FigureDraft) -> Source | None:
    """The source that a draft cites: the one it names by id, else a new one from its words, else none."""
    if draft.source_id:
        return view.get(Source, draft.source_id)
    if draft.source.strip():
        return source_matching.new_source(view.every(Source), draft.source)
    return None


def preview(view: View, draft: FigureDraft, today: date, order: Order = None) -> Figure | None:
    """The figure that the draft would make, or None while something blocks."""
    try:
        return _made(view, draft, source_of(view, draft), today, order)
    except ValueError:
        return None


def record(workspace: Workspace, draft: FigureDraft, today: date, order: Order = None) -> Figure:
    """Keep a new figure, with its source in the same step where that is new too."""
    return record_all(workspace, [draft], today, order)[0]


def record_all(
    workspace: Workspace, drafts: Sequence[FigureDraft], today: date, order: Order = None
) -> list[Figure]:
    """Keep several new figures in one step; drafts that name the same new source share it.

    Raises ValueError while a problem blocks one of them, and keeps none.
    """
    new: dict[str, Source] = {}
    figures = []
    for draft in drafts:
        source = source_of(workspace, draft)
        if source is not None and not draft.source_id:
            source = new.setdefault(draft.source.strip(), source)
        figures.append(_made(workspace, draft, source, today, order))
    with workspace.change("record figure" if len(figures) == 1 else "record figures") as work:
        for source in new.values():
            work.put(source)
        return [work.put(figure) for figure in figures]


def revise(
    workspace: Workspace, figure: Figure, draft: FigureDraft, today: date, order: Order = None
) -> Figure:
    """Keep the changed form of a figure; nothing is written where nothing changed.

    Raises ValueError while a problem blocks, and CHANGED_MEANWHILE where the figure is another by now.
    """
    source = source_of(workspace, draft)
    changed = _made(workspace, draft, source, today, order, based_on=figure)
    if changed == figure:
        return figure
    with workspace.change("edit figure") as work:
        if source is not None and not draft.source_id:
            work.put(source)
        return work.put(changed, replacing=figure)


def remove(workspace: Workspace, figures: Sequence[Figure]) -> None:
    """Remove figures in one step. What revised one of them revises what that had revised, or nothing."""
    if not figures:
        return
    gone = {figure.id: figure for figure in figures}
    with workspace.change("delete figure" if len(gone) == 1 else "delete figures") as work:
        for other in workspace.every(Figure):
            if other.revises in gone and other.id not in gone:
                work.put(replace(other, revises=_still_there(other.revises, gone)))
        unlink(workspace, work, gone)
        for figure in gone.values():
            work.remove(figure)


def set_rank(workspace: Workspace, figure: Figure, rank: Rank, reason: str = "") -> Figure:
    """Keep another rank, with why: preferred is drawn first, deprecated is kept and not drawn.

    One figure of several about the same days is preferred: the one before it goes back to normal in the
    same step.
    """
    changed = replace(figure, rank=rank, rank_reason="" if rank is Rank.NORMAL else reason.strip())
    if changed == figure:
        return figure
    before = why_drawn.preferred_beside(workspace, figure) if rank is Rank.PREFERRED else ()
    label = "deprecate figure" if rank is Rank.DEPRECATED else "rank figure"
    with workspace.change(label) as work:
        for other in before:
            work.put(replace(other, rank=Rank.NORMAL, rank_reason=""), replacing=other)
        return work.put(changed, replacing=figure)


def set_status(workspace: Workspace, figure: Figure, status: Status) -> Figure:
    """Keep another status."""
    if figure.status is status:
        return figure
    with workspace.change("set status") as work:
        return work.put(replace(figure, status=status), replacing=figure)


def link_as_same(workspace: Workspace, figure: Figure, source: Source) -> Figure:
    """Keep one more source for a figure: somebody else says the same. The source may be new.

    Nothing is written where the figure cites it already.
    """
    if any(citation.source == source.id for citation in figure.citations):
        return figure
    with workspace.change("link source") as work:
        if workspace.get(Source, source.id) is None:
            work.put(source)
        linked = replace(figure, citations=(*figure.citations, Citation(source.id)))
        return work.put(linked, replacing=figure)


def _made(
    view: View,
    draft: FigureDraft,
    source: Source | None,
    today: date,
    order: Order,
    based_on: Figure | None = None,
) -> Figure:
    measure = view.get(Measure, draft.measure)
    return draft.figure(today, measure=measure, source=source, based_on=based_on, order=order)


def _still_there(revised: str, gone: dict[str, Figure]) -> str:
    """What a removed figure had itself revised, as far as that stays."""
    seen = set()
    while revised in gone and revised not in seen:
        seen.add(revised)
        revised = gone[revised].revises
    return "" if revised in gone else revised
