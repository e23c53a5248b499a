"""A button that says how often a record is cited, and whose menu adds, changes and removes its sources."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from desktop_app.domain.origins import Cited
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sources import Source
from desktop_app.services import citations
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.citations.source_names import SourceNames
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.buttons import Button
from desktop_app.words.translate import _, _n


class SourcesButton(Button):
    """For the sources of one record of any kind. Each deed is one step, which Undo takes back."""

    refused = Signal(object)
    """A Refusal, to be told where the person looks."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Sources"))
        self._context = context
        self._names = SourceNames(context.view, context.formats)
        self._record: Cited | None = None
        self._title = ""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_record(self, record: Cited | None, title: str) -> None:
        """Offer the sources of a record, which is called by `title` in the form; None: of nothing."""
        self._record, self._title = record, title
        count = 0 if record is None else len(record.citations)
        words = _n("{n} source", "{n} sources", count).format(n=self._context.formats.number(count))
        self.setText(words if count else _("No source yet"))
        self.setEnabled(record is not None)

    def cite(self, place: int | None = None) -> CitationDialog | None:
        """Open the form of one more citation, or of the one at `place`."""
        if self._record is None:
            return None
        newest = self._context.for_change(self._record)
        dialog = CitationDialog(self._context, newest, place, self._title, self.window())
        dialog.open()
        return dialog

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.addAction(_("&Add source…")).triggered.connect(self._add)
        cited = () if self._record is None else self._record.citations
        if cited:
            self._menu.addSeparator()
        for place, citation in enumerate(cited):
            source = self._context.view.get(Source, citation.source)
            name = self._names.name(citation.source) if source is not None else _("a deleted source")
            each = self._menu.addMenu(name.replace("&", "&&"))
            each.addAction(_("&Edit…")).triggered.connect(partial(self._edit, place))
            each.addAction(_("&Remove from here")).triggered.connect(partial(self._remove, place))

    def _add(self, _checked: bool = False) -> None:
        self.cite()

    def _edit(self, place: int, _checked: bool = False) -> None:
        self.cite(place)

    def _remove(self, place: int, _checked: bool = False) -> None:
        if self._record is None:
            return
        try:
            citations.remove(self._context.workspace, self._context.for_change(self._record), place)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return
        self._context.notices.tell(_("Source removed"), undo=True)
