"""The box for a sentence: what it says of measure, number and date is underlined, with its name below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from desktop_app.domain.claims.reading import ClaimPart, Mark
from desktop_app.ui.theme.tokens import SMALL, em, scaled, tokens_for
from desktop_app.words.translate import _

LONGEST = 4_000
"""Characters; of a longer text only so many are kept. Articles have a box of their own."""
_PAUSE_MS = 150
_LINE_PERCENT = 190
"""Room below each line for the names of its parts."""
_ROWS = 2

NAMES: Mapping[ClaimPart, Callable[[], str]] = {
    ClaimPart.MEASURE: lambda: _("measure"),
    ClaimPart.COMPARATOR: lambda: _("comparator"),
    ClaimPart.VALUE: lambda: _("number"),
    ClaimPart.DATE: lambda: _("date"),
}


def _shapes() -> Mapping[ClaimPart, QTextCharFormat.UnderlineStyle]:
    style = QTextCharFormat.UnderlineStyle
    return {
        ClaimPart.MEASURE: style.DashUnderline,
        ClaimPart.COMPARATOR: style.DotLine,
        ClaimPart.VALUE: style.SingleUnderline,
        ClaimPart.DATE: style.DashDotLine,
    }


class MarkedText(QTextEdit):
    """Plain text only. `paused` tells that the text has changed and nobody has typed for a moment."""

    paused = Signal()
    left = Signal()
    """Escape in the empty box."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statementText")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._marks: tuple[Mark, ...] = ()
        self._shapes = _shapes()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self._space_out()
        self.textChanged.connect(self._changed)
        self._fit()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked now."""
        return self._marks

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Mark these stretches of characters."""
        self._marks = tuple(sorted(set(marks), key=_beginning))
        self._draw()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted text without its formatting; it is read at once."""
        if source.hasText():
            room = LONGEST - len(self.toPlainText())
            self.insertPlainText(source.text().strip()[: max(0, room)])
            self._pause.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the box, and once it is empty goes on to the page."""
        if event.key() == Qt.Key.Key_Escape:
            if self.toPlainText():
                self.clear()
            else:
                self.left.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        """Room for two lines and the names below them."""
        return QSize(em(self.font(), 30), self.maximumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then the name of each marked part under it, where there is room for it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        font = scaled(self.font(), SMALL)
        painter.setFont(font)
        painter.setPen(QColor(tokens_for(self).muted))
        metrics = QFontMetrics(font)
        ends: dict[int, int] = {}
        height = self.fontMetrics().height()
        for mark in self._marks:
            words = NAMES[mark.part]()
            place = self._place(mark.start)
            line = place.y()
            if place.x() >= ends.get(line, -1):
                painter.drawText(place + QPoint(0, height + metrics.ascent()), words)
                ends[line] = place.x() + metrics.horizontalAdvance(words) + metrics.averageCharWidth()
        painter.end()

    def _place(self, character: int) -> QPoint:
        """Where the line of text at a character begins to be drawn, at that character."""
        cursor = self.textCursor()
        cursor.setPosition(self._units(character))
        rect = self.cursorRect(cursor)
        return QPoint(rect.left(), rect.bottom() - self.fontMetrics().height() + 1)

    def _changed(self) -> None:
        self._space_out()
        if self._marks:
            # Until it has been read again, marks would stand at other words.
            self.show_marks(())
        self._pause.start()

    def _draw(self) -> None:
        self.setExtraSelections([self._selection(mark) for mark in self._marks])
        self.viewport().update()

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setUnderlineStyle(self._shapes[mark.part])
        form.setUnderlineColor(QColor(tokens_for(self).focus))
        cursor = self.textCursor()
        cursor.setPosition(self._units(mark.start))
        cursor.setPosition(self._units(mark.end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = form
        return selection

    def _units(self, characters: int) -> int:
        """Where a character stands for Qt, which counts in UTF-16 units."""
        text = self.toPlainText()[:characters]
        return len(text) + sum(letter > "\uffff" for letter in text)

    def _space_out(self) -> None:
        """Leave room below each line, also of text that was just put in."""
        block = self.document().begin()
        while block.isValid() and block.blockFormat().lineHeight() == _LINE_PERCENT:
            block = block.next()
        if not block.isValid():
            return
        form = QTextBlockFormat()
        form.setLineHeight(_LINE_PERCENT, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        blocked = self.blockSignals(True)
        cursor.joinPreviousEditBlock()
        cursor.setBlockFormat(form)
        cursor.endEditBlock()
        self.blockSignals(blocked)

    def _fit(self) -> None:
        self.setFixedHeight(round(self.fontMetrics().height() * (_LINE_PERCENT / 100) * _ROWS + 18))


def _beginning(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end
