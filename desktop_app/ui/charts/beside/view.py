"""Two to four charts at once in the place of one, beside each other or, where that is too narrow, below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts.beside import Beside
from desktop_app.charts.looks.palette import Tokens
from desktop_app.ui.charts.beside.cell import Cell
from desktop_app.ui.charts.notes_strip import NotesStrip
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import rule
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LEAST_WIDE_EM, _LEAST_HIGH_EM = 34, 36
"""A chart is never narrower or lower than so many letters "m"; what has no room is scrolled to."""


class BesideView(QWidget):
    """`oneAsked`, `moreAsked`, `copyAsked` and `exportAsked` are its buttons."""

    oneAsked = Signal()
    moreAsked = Signal()
    copyAsked = Signal()
    exportAsked = Signal()
    recordAsked = Signal(tuple)
    """Ids behind a point that was opened in one of the charts."""

    def __init__(self, tokens: Tokens, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("chartsBeside")
        self.setProperty("region", "page")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._tokens = tokens
        self.cells: list[Cell] = []
        self.notes = NotesStrip(formats)
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._inner)
        self.one = Button(_("One chart"), key="Esc")
        self.one.setObjectName("oneChartButton")
        self.more = Button(_("Compare with…"))
        self.more.setObjectName("compareMoreButton")
        self.copy = Button(_("Copy"))
        self.copy.setObjectName("copyBesideButton")
        self.export = Button(_("Export…"))
        self.export.setObjectName("exportBesideButton")
        for button, asked in (
            (self.one, self.oneAsked),
            (self.more, self.moreAsked),
            (self.copy, self.copyAsked),
            (self.export, self.exportAsked),
        ):
            button.clicked.connect(asked)
        self._lay_out()

    @property
    def columns(self) -> int:
        """How many charts stand beside each other."""
        wide = self.fontMetrics().horizontalAdvance("m") * _LEAST_WIDE_EM
        fit = max(1, min(len(self.cells), self.width() // max(wide, 1)))
        # Four in a row of three and one would give the last one more room than the others.
        return 2 if len(self.cells) == 4 and fit == 3 else fit

    def show_charts(self, titles: Sequence[str], beside: Beside) -> None:
        """Show these; charts that are shown already keep cursor and zoom."""
        while len(self.cells) < len(beside.charts):
            cell = Cell(self._tokens)
            cell.recordAsked.connect(self.recordAsked)
            self.cells.append(cell)
        for cell in self.cells[len(beside.charts) :]:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        del self.cells[len(beside.charts) :]
        for cell, title, chart in zip(self.cells, titles, beside.charts, strict=True):
            cell.show_chart(title, chart)
        self.notes.show_notes(beside.notes)
        self._place()

    def restyle(self, tokens: Tokens) -> None:
        """Draw in these colours."""
        self._tokens = tokens
        for cell in self.cells:
            cell.restyle(tokens)
        self._place()

    def reset_view(self) -> None:
        """Show all the days of each again."""
        for cell in self.cells:
            cell.picture.reset_view()

    def take_keys(self) -> None:
        """Give the keyboard to the first of the charts."""
        if self.cells:
            self.cells[0].front.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other where there is no room beside."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(self.columns, 1)
        high = self.fontMetrics().horizontalAdvance("m") * _LEAST_HIGH_EM
        for at in range(4):
            self._grid.setColumnStretch(at, int(at < columns))
            self._grid.setRowStretch(at, int(at * columns < len(self.cells)))
        for at, cell in enumerate(self.cells):
            cell.setMinimumHeight(high)
            self._grid.addWidget(cell, at // columns, at % columns)
            cell.show()
        pictures = [front for cell in self.cells for front in (cell.picture, cell.sheet)]
        for one, then in pairwise((self.notes.more, *pictures, self.one, self.more, self.copy, self.export)):
            QWidget.setTabOrder(one, then)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(22, 10, 22, 12)
        row.setSpacing(8)
        row.addWidget(self.one)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        column.addWidget(self._scroll, 1)
        column.addWidget(rule())
        column.addLayout(row)
