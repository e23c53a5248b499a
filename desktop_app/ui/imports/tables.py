"""Tables of rows as they were read: plain, quick at a million rows, and steered by keys."""

from __future__ import annotations

from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop_app.services.spreadsheets.sheets import cell_name
from desktop_app.services.tabular.books import Sheet
from desktop_app.services.tabular.values import text_of
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.words.translate import _

Index = QModelIndex | QPersistentModelIndex
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
FLAT = QModelIndex()

_SHOWN = 60
_COLUMNS = 40


class ReadingTable(QTableView):
    """A table with whole rows to choose, rows of one height, and a ring where the keyboard is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._fit_rows()

    def sizeHintForRow(self, row: int) -> int:
        """Rows are as high as the text asks, and never too low to hit."""
        return self.verticalHeader().defaultSectionSize()

    def changeEvent(self, event: QEvent) -> None:
        """Keep rows high enough when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a ring where the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens_for(self).focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row; Qt would go to it without choosing it."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() is not None and self.model().rowCount():
            self.selectRow(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _fit_rows(self) -> None:
        height = max(28, em(self.font(), 2.15))
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)


class _FirstRows(QAbstractTableModel):
    """The first rows of a sheet, their cells as texts; the first column counts them."""

    def __init__(self, sheet: Sheet | None, parent: QWidget) -> None:
        super().__init__(parent)
        rows = islice(iter(sheet.rows), _SHOWN) if sheet is not None else ()
        self._rows = [tuple(map(text_of, row[:_COLUMNS])) for row in rows]
        self._first = sheet.first_line if sheet is not None else 1
        self._width = max(map(len, self._rows), default=0)

    def rowCount(self, parent: Index = FLAT) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = FLAT) -> int:
        """The widest row, and the column of numbers."""
        return 0 if parent.isValid() else self._width + 1

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """The text of a cell."""
        if role != DISPLAY:
            return None
        row = self._rows[index.row()]
        if index.column() == 0:
            return str(index.row() + self._first)
        return row[index.column() - 1] if index.column() <= len(row) else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """The letter of a column, as spreadsheets name it."""
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return _("Row") if section == 0 else cell_name(0, section - 1)[:-1]


class FirstRows(ReadingTable):
    """The first rows of a sheet as they were read."""

    def __init__(self) -> None:
        super().__init__(_("First rows as read"))
        self.setObjectName("firstRows")
        self.show_sheet(None)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show the first rows of this sheet; nothing for None."""
        before = self.model()
        self.setModel(_FirstRows(sheet, self))
        if before is not None:
            before.deleteLater()
        letter = self.fontMetrics().averageCharWidth()
        self.horizontalHeader().setDefaultSectionSize(letter * 18)
        self.setColumnWidth(0, letter * 8)
