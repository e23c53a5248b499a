"""Paints a table's cells: text in its tone, numbers at the end, chips as rounded frames."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.charts.palette import Tokens
from desktop_app.ui.theme.tokens import SMALL, scaled, tokens_for
from desktop_app.ui.widgets.chip import chip_width, draw_chip
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.ui.widgets.field import Field

Index = QModelIndex | QPersistentModelIndex


class Fonts:
    """The fonts of one table, made once for its interface font."""

    def __init__(self, font: QFont) -> None:
        self.normal = font
        self.strong = scaled(font, 1.0, bold=True)
        self.figures = QFont(font)
        for each in (self.strong, self.figures):
            each.setFeature(QFont.Tag("tnum"), 1)
        self.small = scaled(font, SMALL)
        self.letter = QFontMetrics(font).averageCharWidth()

    def of(self, column: Column[Any]) -> QFont:
        """The font of a column's text."""
        if column.tone is Tone.STRONG:
            return self.strong
        return self.figures if column.at_end else self.normal


class RecordDelegate(QStyledItemDelegate):
    """Draws and edits the cells of a table whose columns are Column values."""

    def __init__(self, columns: tuple[Column[Any], ...], records: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._records = records
        self._fonts: tuple[str, Fonts] = ("", Fonts(parent.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; the model is asked only for its record."""
        tokens = tokens_for(option.palette)
        column, record = self._columns[index.column()], self._records.record_at(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.save()
        painter.fillRect(rect, QColor(tokens.selection if chosen else tokens.surface))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._draw_content(painter, option, column, record, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room a cell's text and chips need, for fitting a column to its content."""
        fonts = self._fonts_for(option.font)
        column, record = self._columns[index.column()], self._records.record_at(index.row())
        width = QFontMetrics(fonts.of(column)).horizontalAdvance(column.text(record))
        for chip in column.chips(record) if column.chips is not None else ():
            width += chip_width(chip, fonts.small) + fonts.letter
        return QSize(width + fonts.letter * 3, round(QFontMetrics(option.font).height() * 1.9))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field named after its column."""
        return Field(self._columns[index.column()].title, parent=parent)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor covers its cell."""
        editor.setGeometry(option.rect)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand the typed text to the model."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    def _draw_content(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        column: Column[Any],
        record: Any,
        tokens: Tokens,
    ) -> None:
        fonts = self._fonts_for(option.font)
        room = option.rect.adjusted(fonts.letter * 3 // 2, 0, -fonts.letter * 3 // 2, -1)
        text, used = column.text(record), 0
        if text:
            font = fonts.of(column)
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            used = metrics.horizontalAdvance(shown) + fonts.letter
            painter.setFont(font)
            painter.setPen(QColor(tokens.muted if column.tone is Tone.MUTED else tokens.ink))
            end = Qt.AlignmentFlag.AlignTrailing if column.at_end else Qt.AlignmentFlag.AlignLeading
            flags = QStyle.visualAlignment(option.direction, end | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, shown)
        for chip in column.chips(record) if column.chips is not None else ():
            width = min(chip_width(chip, fonts.small), room.width() - used)
            if width < fonts.letter * 4:
                break
            place = QRect(room.left() + used, room.top(), width, room.height())
            draw_chip(painter, QStyle.visualRect(option.direction, room, place), chip, fonts.small, tokens)
            used += width + fonts.letter

    def _fonts_for(self, font: QFont) -> Fonts:
        key = font.key()
        if self._fonts[0] != key:
            self._fonts = (key, Fonts(QFont(font)))
        return self._fonts[1]
