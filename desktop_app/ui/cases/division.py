"""How the page of cases is divided: list beside timeline over details, as wide and high as last left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.ui.cases.timeline_panel import TimelinePanel
from desktop_app.ui.settings import Settings
from desktop_app.ui.widgets.card import Card

_KEY = "cases/splitters"
_LIST_LETTERS, _LIST_SHARE = 42, 0.2
"""How wide the list of cases is at first: so many letters, or more on a wide page."""
_FRAME = 8
"""Pixels of card around the timeline, above and below."""


class Division(QSplitter):
    """Two splitters. Until somebody moves one, the timeline shows two to four cases whole."""

    def __init__(self, cases: QWidget, timeline: TimelinePanel, details: QWidget, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings, self._timeline = settings, timeline
        self._is_chosen = False
        self._rows = QSplitter(Qt.Orientation.Vertical)
        letter = self.fontMetrics().averageCharWidth()
        left = Card(cases, margin=1)
        left.setMinimumWidth(letter * 24)
        for splitter, parts in (
            (self._rows, (Card(timeline, margin=1), details)),
            (self, (left, self._rows)),
        ):
            splitter.setProperty("look", "gap")
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(14)
            for part in parts:
                splitter.addWidget(part)
            splitter.setStretchFactor(1, 1)
            splitter.splitterMoved.connect(self._note_choice)
        self.setObjectName("casesSides")
        self._rows.setObjectName("casesRows")
        self.setSizes([letter * _LIST_LETTERS, letter * 140])
        self._restore()

    def divide(self, cases: int, height: int) -> None:
        """Give list and timeline the room they need, for so many cases on a page of this height."""
        if not self._is_chosen:
            wanted = self._timeline.height_for(min(max(2, cases), 4)) + _FRAME
            top = min(wanted, round(height * 0.44))
            self._rows.setSizes([top, self._rows.height() - self._rows.handleWidth() - top])
            side = max(
                self.fontMetrics().averageCharWidth() * _LIST_LETTERS, round(self.width() * _LIST_SHARE)
            )
            self.setSizes([side, self.width() - self.handleWidth() - side])

    def save(self) -> None:
        """Remember the sizes, if they were chosen."""
        if self._is_chosen:
            self._settings.set_blob(f"{_KEY}/sides", self.saveState())
            self._settings.set_blob(f"{_KEY}/rows", self._rows.saveState())

    def _restore(self) -> None:
        for splitter, name in ((self, "sides"), (self._rows, "rows")):
            kept = self._settings.blob(f"{_KEY}/{name}")
            if not kept.isEmpty():
                splitter.restoreState(kept)
                self._is_chosen = True

    def _note_choice(self, place: int, index: int) -> None:
        self._is_chosen = True
