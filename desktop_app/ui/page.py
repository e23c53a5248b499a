"""What all pages have in common: they refresh when shown, follow changes, and say their status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.places import Place

if TYPE_CHECKING:
    from desktop_app.ui.exporting.asking import LedgerExport
    from desktop_app.ui.exporting.scopes import Shown


class Page(QWidget):
    """A page of the window.

    A hidden page only notes that it is stale and refreshes when shown. Commands of the menus reach
    the current page as methods: `find_text`, `add`, `delete_selected`, `copy`, `export`, `edit_selected`,
    `show_history`, `show_on_chart`, `reset_view`; a command whose method a page lacks is greyed.
    """

    statusChanged = Signal(str)
    """What the status bar's right end says of this page."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"{name}Page")
        self._stale = True
        self._status = ""
        self._exporting: LedgerExport | None = None
        context.bridge.changed.connect(self._heed)
        context.lens.changed.connect(self._look_again)

    @property
    def status(self) -> str:
        """The page's own words in the status bar."""
        return self._status

    def say_status(self, text: str) -> None:
        """Change the page's words in the status bar."""
        self._status = text
        self.statusChanged.emit(text)

    def refresh(self) -> None:
        """Show everything anew from the workspace; a page with nothing to show has nothing to do."""

    def take(self, step: Step) -> None:
        """Bring the page up to date with one step; unless a page knows better, all anew."""
        self.refresh()

    def go(self, place: Place) -> None:
        """Show the place's record and carry out its wish."""

    def focus_first(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.setFocus()

    def see_otherwise(self) -> None:
        """Show what the lens shows now; unless a page knows better, all anew."""
        self.refresh()

    def export(self) -> None:
        """Export the page's table, all figures, or the whole ledger; unless a page has something nearer."""
        if self._exporting is None:
            # What writes files is loaded when the first one is to be written.
            from desktop_app.ui.exporting.asking import LedgerExport

            self._exporting = LedgerExport(self, self.context)
        self._exporting.ask(self.shown_records())

    def shown_records(self) -> Shown | None:
        """What the page's table shows, for an export; None where it has none."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what went stale while hidden."""
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)

    def _heed(self, step: Step) -> None:
        if self.isVisible() and not self._stale:
            self.take(step)
        else:
            self._stale = True

    def _look_again(self) -> None:
        if self.isVisible() and not self._stale:
            self.see_otherwise()
        else:
            self._stale = True
