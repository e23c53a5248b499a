"""Shares a table's width among its columns, so that words are not cut beside empty room."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop_app.ui.widgets.columns import Column
from desktop_app.ui.widgets.record_delegate import RecordDelegate

_PADDING = 3
"""Letters of room beside a cell's text."""
_MOST = 1.5
"""How many times its first width a column may get; what is left then goes to the one that stretches."""
_LEAST = 24
"""Letters that the stretching column keeps, or as many as it asks for; then the table scrolls sideways."""


def _level(widths: list[int], room: int) -> int:
    """The width that no column may have more of, for all of them to fit into the room."""
    rest, left = room, len(widths)
    for width in sorted(widths):
        if width > rest // left:
            return max(1, rest // left)
        rest, left = rest - width, left - 1
    return max(widths, default=room)


class ColumnWidths(QObject):
    """Until somebody drags a column: each as wide as it asks for, and more where there is room."""

    def __init__(self, view: QTableView, columns: tuple[Column, ...]) -> None:
        super().__init__(view)
        self._view, self._columns = view, columns
        self._is_fitting = self._are_whole = False
        self.are_chosen = False
        """Whether somebody has dragged a column, or brought back widths that somebody chose."""
        # After Qt has moved the others, of which it tells one by one.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.fit)
        view.horizontalHeader().sectionResized.connect(self._note_choice)

    def show_whole(self) -> None:
        """Give each column what its cells need, from now on; where that is too much, the widest give way.

        For a table that is read from afar: its numbers and dates are never cut.
        """
        self._are_whole = True
        self.fit()

    def fit(self) -> None:
        """Share the view's width out, as it is now."""
        self._is_fitting = True
        if self._are_whole:
            self._fit_to_cells()
            self._is_fitting = False
            return
        if not self.are_chosen:
            self._share()
        for place, column in enumerate(self._columns):
            if column.stretch and not self._view.isColumnHidden(place):
                self._stretch(place, column)
        self._is_fitting = False

    def _share(self) -> None:
        letter = self._view.fontMetrics().averageCharWidth()
        asked = {
            place: letter * (column.width + _PADDING)
            for place, column in enumerate(self._columns)
            if not self._view.isColumnHidden(place)
        }
        spare = self._view.viewport().width() / max(1, sum(asked.values()))
        factor = min(_MOST, max(1.0, spare))
        for place, width in asked.items():
            if not self._columns[place].stretch:
                self._view.setColumnWidth(place, round(width * factor))

    def _fit_to_cells(self) -> None:
        delegate = self._view.itemDelegate()
        if isinstance(delegate, RecordDelegate):
            # It would take the letters of the view only when it paints.
            delegate.prepare(self._view)
        header = self._view.horizontalHeader()
        shown = [place for place in range(len(self._columns)) if not self._view.isColumnHidden(place)]
        asked = {
            place: max(self._view.sizeHintForColumn(place), header.sectionSizeHint(place)) for place in shown
        }
        room = self._view.viewport().width()
        most = _level(list(asked.values()), room)
        spare = max(0, room - sum(min(width, most) for width in asked.values()))
        for place, width in asked.items():
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(place, min(width, most) + (spare if place == shown[-1] else 0))

    def _stretch(self, place: int, column: Column) -> None:
        """Fill the room that is left, but never less than some words need."""
        header = self._view.horizontalHeader()
        others = sum(header.sectionSize(each) for each in range(len(self._columns)) if each != place)
        least = self._view.fontMetrics().averageCharWidth() * (min(column.width, _LEAST) + _PADDING)
        if self._view.viewport().width() - others >= least:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(place, least)

    def hide(self, place: int, *, hidden: bool) -> None:
        """Hide or show a column; that is not yet a choice of widths."""
        self._is_fitting = True
        self._view.setColumnHidden(place, hidden)
        self._is_fitting = False

    def _note_choice(self, place: int, _before: int, _width: int) -> None:
        header = self._view.horizontalHeader()
        if not self._is_fitting and header.sectionResizeMode(place) is QHeaderView.ResizeMode.Interactive:
            self.are_chosen = True
            self._again.start()
