"""The table of the numbers found in an article: ticked by Space, chosen by any key or click."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop_app.ui.articles.review_model import DATE, ReviewModel
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.words.translate import _

_LETTERS = (26, 26, 16, 11, 18)
"""How wide the columns begin, in letters; that of dates takes what is left."""

_FEWEST = 3
"""So many rows are always seen."""


class NumbersTable(QTableView):
    """Shows a ReviewModel. `toggled` tells that Space was pressed on the chosen rows."""

    toggled = Signal()

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self.setObjectName("articleTable")
        self.setAccessibleName(_("Numbers found in the article"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        letter = self.fontMetrics().averageCharWidth()
        for place, letters in enumerate(_LETTERS):
            header.resizeSection(place, letter * letters)
        header.setSectionResizeMode(DATE, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the chosen rows, whichever cell is current."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def sizeHintForRow(self, row: int) -> int:
        """Rows are as high as the text asks, and never too low to hit."""
        return max(super().sizeHintForRow(row), self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        """A few rows always: with large text what is below gives way."""
        room = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        rows = self.verticalHeader().defaultSectionSize() * _FEWEST
        return QSize(super().minimumSizeHint().width(), room + rows)

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
        """Draw the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def chosen(self) -> list[int]:
        """The places of the chosen rows."""
        return [index.row() for index in self.selectionModel().selectedRows()]

    def choose(self, place: int) -> None:
        """Make a row the current and only chosen one, whatever keys are held down."""
        index = self.model().index(place, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _fit_rows(self) -> None:
        height = max(28, em(self.font(), 2.15))
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
