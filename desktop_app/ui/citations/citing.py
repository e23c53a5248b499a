"""Carries out what is asked of a record's sources, whatever kind of record it is, and tells how it went."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.origins import Cited
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Citation
from desktop_app.services import citations
from desktop_app.ui.citations.cited_section import SOURCE_REMOVED, CitedSection
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.context import Context


class Citing:
    """Each deed is one step that Undo takes back; what is refused says why and changes nothing.

    A record is what is seen; what is written follows from what it is now.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def cite(
        self, record: Cited, citation: Citation | None, title: str, parent: QWidget
    ) -> CitationDialog | None:
        """Show the form of one of its citations, or of a new one; None where it is there no more."""
        newest = self._context.for_change(record)
        if citation is not None and citation not in newest.citations:
            self._context.notices.refuse(Refusal(RefusalCode.CHANGED_MEANWHILE))
            return None
        place = newest.citations.index(citation) if citation is not None else None
        dialog = CitationDialog(self._context, newest, place, title, parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def uncite(self, record: Cited, citation: Citation) -> None:
        """Take a source from a record."""
        newest = self._context.for_change(record)
        if citation not in newest.citations:
            return
        try:
            citations.remove(self._context.workspace, newest, newest.citations.index(citation))
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self._context.notices.tell(SOURCE_REMOVED[type(record)](), undo=True)

    def move(self, record: Cited, citation: Citation, by: int) -> None:
        """Put a source so many places further down; the first is where the record was read."""
        newest = self._context.for_change(record)
        if citation not in newest.citations:
            return
        place = newest.citations.index(citation)
        to = max(0, min(place + by, len(newest.citations) - 1))
        try:
            citations.move(self._context.workspace, newest, place, to)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)


class SectionCiting:
    """Carries out what a section of sources is asked, about the record that is shown.

    `current` gives that record with its title, or None where there is none.
    """

    def __init__(
        self,
        context: Context,
        section: CitedSection,
        current: Callable[[], tuple[Cited, str] | None],
        page: QWidget,
    ) -> None:
        self._citing, self._current, self._page = Citing(context), current, page
        section.addAsked.connect(self.cite)
        section.editAsked.connect(self.cite)
        section.removeAsked.connect(self._remove)
        section.moveAsked.connect(self._move)

    def cite(self, citation: Citation | None = None) -> CitationDialog | None:
        """Show the form of one of the record's citations, or of a new one."""
        shown = self._current()
        return None if shown is None else self._citing.cite(shown[0], citation, shown[1], self._page)

    def _remove(self, citation: Citation) -> None:
        shown = self._current()
        if shown is not None:
            self._citing.uncite(shown[0], citation)

    def _move(self, citation: Citation, by: int) -> None:
        shown = self._current()
        if shown is not None:
            self._citing.move(shown[0], citation, by)
