"""The text of an article, pasted as plain text, with its numbers marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.words.translate import _

_PAUSE_MS = 250


class ArticleText(QPlainTextEdit):
    """`paused` tells that the text has changed and nobody has typed for a moment."""

    paused = Signal()
    clicked = Signal(int)
    """A place in the text, in characters, at which the cursor was put."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("articleText")
        self.setAccessibleName(_("Text of the article"))
        self.setPlaceholderText(_("Paste the article here (Ctrl+V), with its title, date and references."))
        self.setTabChangesFocus(True)
        self._spans: tuple[tuple[int, int], ...] = ()
        self._current: tuple[int, int] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._pause.start)
        self.cursorPositionChanged.connect(self._tell_place)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted text without its formatting; the numbers are looked for at once."""
        if source.hasText():
            self.insertPlainText(source.text())
            self._pause.start(0)

    def mark(self, spans: Sequence[tuple[int, int]], current: tuple[int, int] | None) -> None:
        """Mark these stretches of characters, and one of them as the current one, which is scrolled to."""
        self._spans, self._current = tuple(spans), current
        self._draw()
        if current is not None:
            blocked = self.blockSignals(True)
            cursor = self.textCursor()
            cursor.setPosition(self._units(current[0]))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            self.blockSignals(blocked)

    @property
    def marked(self) -> str:
        """What somebody has marked in the text; its lines end as they are written."""
        return self.textCursor().selectedText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        tokens = tokens_for(self)
        number, chosen = QTextCharFormat(), QTextCharFormat()
        number.setBackground(QColor(tokens.selection))
        chosen.setBackground(QColor(tokens.highlight))
        chosen.setForeground(QColor(tokens.on_highlight))
        self.setExtraSelections(
            [self._selection(span, chosen if span == self._current else number) for span in self._spans]
        )

    def _selection(self, span: tuple[int, int], form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = self.textCursor()
        cursor.setPosition(self._units(span[0]))
        cursor.setPosition(self._units(span[1]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = form
        return selection

    def _units(self, characters: int) -> int:
        """Where a character stands for Qt, which counts in UTF-16 units."""
        text = self.toPlainText()[:characters]
        return len(text) + sum(letter > "\uffff" for letter in text)

    def _tell_place(self) -> None:
        units, text = self.textCursor().position(), self.toPlainText()
        self.clicked.emit(units - sum(letter > "\uffff" for letter in text[:units]))
