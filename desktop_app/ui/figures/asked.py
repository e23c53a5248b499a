"""Carries out what the inspector of figures is asked, on the figure that it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.sources import Citation
from desktop_app.ui.context import Context
from desktop_app.ui.figures.changing import Changing
from desktop_app.ui.figures.inspector import Inspector
from desktop_app.ui.figures.rows import FigureRow
from desktop_app.ui.history.dialog import show_history
from desktop_app.words import sentences

Current = Callable[[], FigureRow | None]


class Asked:
    """Each wish is about the current figure; without one there is nothing to do."""

    def __init__(
        self, context: Context, inspector: Inspector, changing: Changing, current: Current, page: QWidget
    ) -> None:
        self._context, self._changing, self._current, self._page = context, changing, current, page
        inspector.statusAsked.connect(self._set_status)
        inspector.historyAsked.connect(self.show_history)
        inspector.drawn.rankAsked.connect(self._rank)
        inspector.cited.addAsked.connect(self._cite)
        inspector.cited.editAsked.connect(self._cite)
        inspector.cited.removeAsked.connect(self._uncite)
        inspector.cited.moveAsked.connect(self._move)

    def show_history(self) -> None:
        """Show every version of the current figure."""
        row = self._current()
        if row is not None:
            title = sentences.counted_amount(row.figure, row.measure, self._context.formats)
            show_history(self._context, Figure, row.id, title, self._page)

    def _rank(self, rank: Rank) -> None:
        row = self._current()
        if row is not None:
            self._changing.rank(row, rank, self._page)

    def _set_status(self, status: Status) -> None:
        row = self._current()
        if row is not None:
            self._changing.set_status(row, status)

    def _cite(self, citation: Citation | None = None) -> None:
        row = self._current()
        if row is not None:
            self._changing.cite(row, citation, self._page)

    def _uncite(self, citation: Citation) -> None:
        row = self._current()
        if row is not None:
            self._changing.uncite(row, citation)

    def _move(self, citation: Citation, by: int) -> None:
        row = self._current()
        if row is not None:
            self._changing.move(row, citation, by)
