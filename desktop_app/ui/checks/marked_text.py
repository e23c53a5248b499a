"""The box for a sentence: what it says of measure, number and date is underlined, with its name below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
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
_FRAME = 18
_LEAST, _MOST = 2, 4
"""Lines that the box shows at once."""

NAMES: Mapping[ClaimPart, Callable[[], str]] = {
    ClaimPart.MEASURE: lambda: _("measure"),
    ClaimPart.COMPARATOR: lambda: _("comparator"),
    ClaimPart.VALUE: lambda: _("number"),
    ClaimPart.DATE: lambda: _("date"),
}


def _shapes() -> Mapping[ClaimPart, Qt.PenStyle]:
    return {
        ClaimPart.MEASURE: Qt.PenStyle.DashLine,
        ClaimPart.COMPARATOR: Qt.PenStyle.DotLine,
        ClaimPart.VALUE: Qt.PenStyle.SolidLine,
        ClaimPart.DATE: Qt.PenStyle.DashDotLine,
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
        self._rows = 0
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
        self.viewport().update()

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
            self.viewport().update()
        elif event.type() == QEvent.Type.FontChange:
            self._rows = 0
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The narrower, the more lines."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for some lines and the names below them."""
        return QSize(em(self.font(), 30), self.maximumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, then a line under each marked part, and its name where there is room for it."""
        super().paintEvent(event)
        tokens = tokens_for(self)
        painter = QPainter(self.viewport())
        font = scaled(self.font(), SMALL)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        ends: dict[int, int] = {}
        for mark in self._marks:
            stretches = self._stretches(mark)
            painter.setPen(QPen(QColor(tokens.focus), 1.5, self._shapes[mark.part]))
            for left, right, foot in stretches:
                painter.drawLine(left + 1, foot + 1, right - 1, foot + 1)
            painter.setPen(QPen(QColor(tokens.focus), 1.5))
            for x, foot in ((stretches[0][0] + 1, stretches[0][2]), (stretches[-1][1] - 1, stretches[-1][2])):
                painter.drawLine(x, foot - 2, x, foot + 1)
            words = NAMES[mark.part]()
            left, _right, foot = stretches[0]
            if left >= ends.get(foot, -1):
                painter.setPen(QColor(tokens.muted))
                painter.drawText(left, foot + 2 + metrics.ascent(), words)
                ends[foot] = left + metrics.horizontalAdvance(words) + 3
        painter.end()

    def _stretches(self, mark: Mark) -> list[tuple[int, int, int]]:
        """Where a mark is drawn: left, right and foot of it in each line of text that it is in."""
        height = self.fontMetrics().height()
        found: list[tuple[int, int, int]] = []
        cursor = self.textCursor()
        for place in range(mark.start, mark.end + 1):
            cursor.setPosition(self._units(place))
            rect = self.cursorRect(cursor)
            # The room below the words belongs to the line.
            foot = rect.top() + min(rect.height(), height) if rect.height() <= height else rect.bottom() - 1
            if found and found[-1][2] == foot:
                found[-1] = (found[-1][0], rect.left(), foot)
            elif place < mark.end or not found:
                found.append((rect.left(), rect.left(), foot))
        return found

    def _changed(self) -> None:
        self._space_out()
        self._fit()
        if self._marks:
            # Until it has been read again, marks would stand at other words.
            self.show_marks(())
        self._pause.start()

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
        line = self.fontMetrics().height() * _LINE_PERCENT / 100
        rows = min(_MOST, max(_LEAST, round(self.document().size().height() / line)))
        if rows != self._rows:
            self._rows = rows
            self.setFixedHeight(round(line * rows + _FRAME))


def _beginning(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end
