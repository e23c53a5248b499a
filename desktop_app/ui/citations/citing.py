"""Carries out what is asked of a record's sources, whatever kind of record it is, and tells how it went."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Citation
from desktop_app.domain.statements import Statement
from desktop_app.services import citations
from desktop_app.ui.citations.cited_section import SOURCE_REMOVED
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.context import Context

C = TypeVar("C", bound=Figure | Event | Statement | Rule)


class Citing:
    """Each deed is one step that Undo takes back; what is refused says why and changes nothing.

    A record is what is seen; what is written follows from what it is now.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def cite(
        self, record: C, citation: Citation | None, title: str, parent: QWidget
    ) -> CitationDialog | None:
        """Show the form of one of its citations, or of a new one; None where it is there no more."""
        newest = self._newest(record)
        if citation is not None and citation not in newest.citations:
            self._context.notices.refuse(Refusal(RefusalCode.CHANGED_MEANWHILE))
            return None
        place = newest.citations.index(citation) if citation is not None else None
        dialog = CitationDialog(self._context, newest, place, title, parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def uncite(self, record: C, citation: Citation) -> None:
        """Take a source from a record."""
        newest = self._newest(record)
        if citation not in newest.citations:
            return
        try:
            citations.remove(self._context.workspace, newest, newest.citations.index(citation))
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self._context.notices.tell(SOURCE_REMOVED[type(record)](), undo=True)

    def move(self, record: C, citation: Citation, by: int) -> None:
        """Put a source so many places further down; the first is where the record was read."""
        newest = self._newest(record)
        if citation not in newest.citations:
            return
        place = newest.citations.index(citation)
        to = max(0, min(place + by, len(newest.citations) - 1))
        try:
            citations.move(self._context.workspace, newest, place, to)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)

    def _newest(self, record: C) -> C:
        return self._context.workspace.get(type(record), record.id) or record
