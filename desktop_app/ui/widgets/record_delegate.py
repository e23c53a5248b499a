"""Paints a table's cells: text in its tone, numbers at the end, chips as rounded frames.

What all cells of one painting share is worked out once before it: a page is a few hundred cells.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from desktop_app.charts.looks.palette import Tokens
from desktop_app.ui.theme.tokens import SMALL, scaled, tokens_for
from desktop_app.ui.widgets.chip import chip_width, draw_chip
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
SELECTED = QStyle.StateFlag.State_Selected
FOCUSED = QStyle.StateFlag.State_HasFocus
ELIDE = Qt.TextElideMode.ElideRight


class Fonts:
    """The fonts of one table and their measures, made once for its interface font."""

    def __init__(self, font: QFont) -> None:
        self.key = font.key()
        self.normal = QFont(font)
        self.strong = scaled(font, 1.0, bold=True)
        self.figures = QFont(font)
        for each in (self.strong, self.figures):
            each.setFeature(QFont.Tag("tnum"), 1)
        self.small = scaled(font, SMALL)
        self.letter = QFontMetrics(font).averageCharWidth()
        self.height = QFontMetrics(font).height()

    def of(self, column: Column[Any]) -> QFont:
        """The font of a column's text."""
        if column.tone is Tone.STRONG:
            return self.strong
        return self.figures if column.at_end else self.normal


class Inks:
    """The pens and colours of one table, made once for its theme."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.ground, self.chosen = QColor(tokens.surface), QColor(tokens.selection)
        self.line, self.focus = QPen(QColor(tokens.line), 1), QPen(QColor(tokens.focus), 2)
        self.normal, self.muted = QPen(QColor(tokens.ink)), QPen(QColor(tokens.muted))


class Painted:
    """How one column's text is set: its font with its measures, its pen and its alignment."""

    def __init__(self, column: Column[Any], fonts: Fonts, inks: Inks, direction: Qt.LayoutDirection) -> None:
        self.column = column
        self.font = fonts.of(column)
        self.metrics = QFontMetrics(self.font)
        self.pen = inks.muted if column.tone is Tone.MUTED else inks.normal
        end = Qt.AlignmentFlag.AlignRight if column.at_end else Qt.AlignmentFlag.AlignLeft
        side = QStyle.visualAlignment(direction, end | Qt.AlignmentFlag.AlignVCenter)
        self.flags = int(side) | int(Qt.TextFlag.TextSingleLine)


class RecordDelegate(QStyledItemDelegate):
    """Draws and edits the cells of a table whose columns are Column values."""

    def __init__(self, columns: tuple[Column[Any], ...], records: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._records = records
        self.prepare(parent)

    def prepare(self, view: QWidget) -> None:
        """Take colours, fonts and direction from the view; to be called before each painting."""
        tokens, font, direction = tokens_for(view), view.font(), view.layoutDirection()
        key = (tokens.dark, font.key(), direction)
        if getattr(self, "_key", None) != key:
            self._key = key
            self._fonts, self._inks, self._direction = Fonts(font), Inks(tokens), direction
            self._painted = [Painted(column, self._fonts, self._inks, direction) for column in self._columns]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; the model is asked only for its record."""
        inks, rect, state = self._inks, option.rect, option.state
        painter.fillRect(rect, inks.chosen if state & SELECTED else inks.ground)
        painter.setPen(inks.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        record = self._records.record_at(index.row())
        if record is not None:
            self._draw_content(painter, rect, self._painted[index.column()], record)
        if state & FOCUSED:
            painter.setPen(inks.focus)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room a cell's text and chips need, for fitting a column to its content."""
        fonts = self._fonts
        column, record = self._columns[index.column()], self._records.record_at(index.row())
        width = QFontMetrics(fonts.of(column)).horizontalAdvance(column.text(record))
        for chip in column.chips(record) if column.chips is not None else ():
            width += chip_width(chip, fonts.small) + fonts.letter
        return QSize(width + fonts.letter * 3, round(fonts.height * 1.9))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field named after its column."""
        return Field(self._columns[index.column()].title, parent=parent)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor covers its cell."""
        editor.setGeometry(option.rect)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say the whole of a cell that is cut, where its column has no tool tip of its own."""
        if event.type() is QEvent.Type.ToolTip and index.isValid():
            column = self._columns[index.column()]
            record = self._records.record_at(index.row())
            if column.tooltip is None and record is not None and self.is_cut(index, view.visualRect(index)):
                QToolTip.showText(event.globalPos(), plain_tip(column.plain(record)), view)
                return True
        return super().helpEvent(event, view, option, index)

    def is_cut(self, index: Index, rect: QRect) -> bool:
        """Whether what a cell shows needs more room than this."""
        return self.sizeHint(QStyleOptionViewItem(), index).width() > rect.width()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand the typed text to the model."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    def _draw_content(self, painter: QPainter, rect: QRect, cell: Painted, record: Any) -> None:
        letter = self._fonts.letter
        room = rect.adjusted(letter * 3 // 2, 0, -letter * 3 // 2, -1)
        column, used = cell.column, 0
        text = column.text(record)
        if text:
            width = cell.metrics.horizontalAdvance(text)
            if width > room.width():
                text = cell.metrics.elidedText(text, ELIDE, room.width())
                width = room.width()
            used = width + letter
            painter.setFont(cell.font)
            painter.setPen(cell.pen)
            painter.drawText(room, cell.flags, text)
        if column.chips is not None:
            self._draw_chips(painter, room, used, column, record)

    def _draw_chips(
        self, painter: QPainter, room: QRect, used: int, column: Column[Any], record: Any
    ) -> None:
        fonts = self._fonts
        for chip in column.chips(record) if column.chips is not None else ():
            width = min(chip_width(chip, fonts.small), room.width() - used)
            if width < fonts.letter * 4:
                break
            place = QRect(room.left() + used, room.top(), width, room.height())
            place = QStyle.visualRect(self._direction, room, place)
            draw_chip(painter, place, chip, fonts.small, self._inks.tokens)
            used += width + fonts.letter
