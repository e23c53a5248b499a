"""Carries out what a list of sources is asked: cite one more, change one, take one away, order them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.origins import Cited
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Citation
from desktop_app.services import citations
from desktop_app.ui.citations.cited_section import CitedSection
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.context import Context
from desktop_app.words.translate import _


class Citing:
    """Each wish is about the record shown: `current` gives it with its title, or None where there is none."""

    def __init__(
        self,
        context: Context,
        section: CitedSection,
        current: Callable[[], tuple[Cited, str] | None],
        page: QWidget,
    ) -> None:
        self._context, self._current, self._page = context, current, page
        section.addAsked.connect(self.cite)
        section.editAsked.connect(self.cite)
        section.removeAsked.connect(self._remove)
        section.moveAsked.connect(self._move)

    def cite(self, citation: Citation | None = None) -> CitationDialog | None:
        """Show the form of one of the record's citations, or of a new one."""
        shown = self._current()
        if shown is None:
            return None
        record, title = self._context.for_change(shown[0]), shown[1]
        if citation is not None and citation not in record.citations:
            self._context.notices.refuse(Refusal(RefusalCode.CHANGED_MEANWHILE))
            return None
        place = record.citations.index(citation) if citation is not None else None
        dialog = CitationDialog(self._context, record, place, title, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _remove(self, citation: Citation) -> None:
        record = self._record_with(citation)
        if record is not None:
            place = record.citations.index(citation)
            if self._try(partial(citations.remove, self._context.workspace, record, place)):
                self._context.notices.tell(_("Source removed"), undo=True)

    def _move(self, citation: Citation, by: int) -> None:
        record = self._record_with(citation)
        if record is not None:
            place = record.citations.index(citation)
            to = max(0, min(place + by, len(record.citations) - 1))
            self._try(partial(citations.move, self._context.workspace, record, place, to))

    def _record_with(self, citation: Citation) -> Cited | None:
        """The record as it is now, whatever day it is seen as of, if it has this citation."""
        shown = self._current()
        record = self._context.for_change(shown[0]) if shown is not None else None
        return record if record is not None and citation in record.citations else None

    def _try(self, change: Callable[[], object]) -> bool:
        """Make a change; where it is refused say why."""
        try:
            change()
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return False
        return True
