"""The table of findings: two lines a row, so that the arithmetic can be read in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from desktop_app.ui.checks.rows import columns
from desktop_app.ui.theme.tokens import em
from desktop_app.ui.widgets.record_delegate import ELIDE, Painted, RecordDelegate
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _

_LINES = 2
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)


class FindingsTable(RecordTableView):
    """Findings in rows of two lines."""

    def __init__(self) -> None:
        super().__init__(
            columns(),
            name=_("Findings"),
            empty=_("Nothing of this kind."),
            no_match=_("No finding matches “{text}”. Clear search (Esc)."),
        )
        self.setObjectName("findingsTable")
        self._delegate = _TwoLines(self.records.columns, self.records, self)
        self.setItemDelegate(self._delegate)

    def _fit_rows(self) -> None:
        height = em(self.font(), 1.15 * _LINES + 0.9)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)


class _TwoLines(RecordDelegate):
    """Wraps a cell's words into two lines, and cuts what does not fit into those."""

    def _draw_content(self, painter: QPainter, rect: QRect, cell: Painted, record: Any) -> None:
        text = cell.column.text(record)
        letter = self._fonts.letter
        room = rect.adjusted(letter * 3 // 2, 0, -letter * 3 // 2, -1)
        if not text or cell.metrics.horizontalAdvance(text) <= room.width():
            super()._draw_content(painter, rect, cell, record)
            return
        # A line ends with a word, so that the last one of the first line may go to the second.
        most = _LINES * room.width() - letter * 12
        painter.setFont(cell.font)
        painter.setPen(cell.pen)
        painter.drawText(room, _WRAPPED, cell.metrics.elidedText(text, ELIDE, most))
