"""Carries out what the figures page is asked to change, and tells what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from desktop_app.domain import date_words
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import Measure
from desktop_app.domain.problems import Problem
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import figures, source_matching
from desktop_app.services.why_drawn import preferred_beside
from desktop_app.ui.citations.citing import Citing
from desktop_app.ui.context import Context
from desktop_app.ui.figures import figure_words
from desktop_app.ui.figures.reason_dialog import ReasonDialog
from desktop_app.ui.figures.rows import FigureRow
from desktop_app.words import amount_sentences, labels, problem_words, sentences
from desktop_app.words.translate import _, _n

T = TypeVar("T")


class Changing:
    """Each change is one step and one notice with Undo; what is refused says why and changes nothing."""

    def __init__(self, context: Context, order: date_words.Order) -> None:
        self._context, self._order = context, order
        self._citing = Citing(context)

    def keep(self, drafts: Sequence[FigureDraft]) -> list[Figure]:
        """Keep new figures; empty where they were refused."""
        workspace, today = self._context.workspace, self._context.today()
        kept = self._try(partial(figures.record_all, workspace, drafts, today, self._order)) or []
        if len(kept) == 1:
            measure = workspace.get(Measure, kept[0].measure) or Measure(kept[0].measure)
            self._tell(sentences.added(kept[0], measure, self._context.formats))
        elif kept:
            words = _n("Added {n} figure", "Added {n} figures", len(kept))
            self._tell(words.format(n=self._context.formats.number(len(kept))))
        return kept

    def link(self, figure: Figure, source: Source) -> Figure | None:
        """Add a source to a figure that says the same."""
        linked = self._try(partial(figures.link_as_same, self._context.workspace, figure, source))
        if linked is not None:
            self._tell(_("Added as one more source: {name}").format(name=source.short_name))
        return linked

    def delete(self, rows: Sequence[FigureRow]) -> None:
        """Delete figures, in one step."""
        gone = [row.figure for row in rows]
        if gone and self._try(partial(self._remove, gone)) is not None:
            words = _n("Deleted {n} figure", "Deleted {n} figures", len(gone))
            self._tell(words.format(n=self._context.formats.number(len(gone))))

    def rank(self, row: FigureRow, rank: Rank, parent: QWidget) -> None:
        """Ask why, and keep another rank."""
        reason = ""
        if rank is not Rank.NORMAL:
            words = sentences.counted_amount(row.figure, row.measure, self._context.formats)
            replaced = self._preferred_so_far(row.figure) if rank is Rank.PREFERRED else ""
            dialog = ReasonDialog(words, rank, row.figure.rank_reason, parent, replaced=replaced)
            if not dialog.exec():
                return
            reason = dialog.reason
        change = partial(figures.set_rank, self._context.workspace, self.newest(row), rank, reason)
        if self._try(change) is not None:
            said = {
                Rank.NORMAL: _("Rank set to normal"),
                Rank.PREFERRED: _("Preferred: drawn first"),
                Rank.DEPRECATED: _("Deprecated: kept, and not drawn"),
            }
            self._tell(said[rank])

    def set_status(self, row: FigureRow, status: Status) -> None:
        """Keep another status."""
        if (
            self._try(partial(figures.set_status, self._context.workspace, self.newest(row), status))
            is not None
        ):
            self._tell(_("Status set to {status}").format(status=labels.status(status).lower()))

    def cite(self, row: FigureRow, citation: Citation | None, parent: QWidget) -> None:
        """Show the form of one of its citations, or of a new one."""
        title = sentences.counted_amount(self.newest(row), row.measure, self._context.formats)
        self._citing.cite(row.figure, citation, title, parent)

    def uncite(self, row: FigureRow, citation: Citation) -> None:
        """Take a source from a figure."""
        self._citing.uncite(row.figure, citation)

    def move(self, row: FigureRow, citation: Citation, by: int) -> None:
        """Put a source so many places further down; the first is where the figure was read."""
        self._citing.move(row.figure, citation, by)

    def newest(self, row: FigureRow) -> Figure:
        """The figure as it is now, whatever day it is seen as of: what is written follows from that."""
        return self._context.workspace.get(Figure, row.id) or row.figure

    def edit(self, row: FigureRow, key: str, text: str) -> None:
        """Keep the text typed into the cell of this column; nothing is half kept."""
        if key == "source" and not text.strip():
            self._context.notices.tell(_("Not changed. Type the name of a source"))
            return
        draft = self._draft(row, key, text)
        problem = self._problem(row, draft, key)
        if problem is not None and problem.blocks:
            words = _("Not changed. {problem}").format(problem=problem_words.problem(problem.code))
            self._context.notices.tell(words)
            return
        workspace, today = self._context.workspace, self._context.today()
        kept = self._try(partial(figures.revise, workspace, self.newest(row), draft, today, self._order))
        if kept is not None and problem is not None:
            self._tell(_("Saved as written. {problem}").format(problem=problem_words.problem(problem.code)))

    def _draft(self, row: FigureRow, key: str, text: str) -> FigureDraft:
        draft = FigureDraft.of(self.newest(row))
        if key != "source":
            changed: dict[str, Any] = {key: text}
            return replace(draft, **changed)
        sources = self._context.workspace.every(Source)
        chosen = source_matching.find(sources, text, row.figure.as_at).chosen
        return replace(draft, source=text, source_id=chosen.id if chosen else "")

    def _problem(self, row: FigureRow, draft: FigureDraft, key: str) -> Problem | None:
        """What is wrong with this field alone: the others stand as they are."""
        measure = self._context.workspace.get(Measure, row.figure.measure)
        found = draft.check(self._context.today(), measure=measure, order=self._order)
        return next((problem for problem in found if problem.field == key), None)

    def _preferred_so_far(self, figure: Figure) -> str:
        formats = self._context.formats
        for other in preferred_beside(self._context.workspace, figure):
            value = amount_sentences.amount_short(other.amount, formats)
            publishers = figure_words.publishers(self._context.workspace, other)
            return _("{value} ({source})").format(value=value, source=publishers or _("no source"))
        return ""

    def _remove(self, gone: list[Figure]) -> list[Figure]:
        figures.remove(self._context.workspace, gone)
        return gone

    def _tell(self, words: str) -> None:
        self._context.notices.tell(words, undo=True)

    def _try(self, change: Callable[[], T]) -> T | None:
        """Make a change; where it is refused say why, and answer None."""
        try:
            return change()
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return None
