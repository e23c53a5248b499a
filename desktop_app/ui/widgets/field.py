"""Text fields that hand Undo on to the workspace once they have nothing of their own to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QActionEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton, QWidget

TARGET = 24
"""Pixels each way that a hand needs to hit; Qt makes the buttons within a field 22 by 18."""


class Field(QLineEdit):
    """One line of text. With `clears`, Escape empties it first and only then goes to the page.

    A focused QLineEdit keeps Ctrl+Z for itself even with nothing to undo; this one lets it through then.
    """

    def __init__(
        self,
        name: str = "",
        *,
        placeholder: str = "",
        look: str = "",
        clears: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clears = clears
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if look:
            self.setProperty("look", look)

    def event(self, event: QEvent) -> bool:
        """Pass Undo and Redo on where this field has nothing to undo or redo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            spent = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            undone = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if spent or undone:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field, in a way that Undo takes back."""
        if self._clears and event.key() == Qt.Key.Key_Escape and self.text() and not self.isReadOnly():
            self.selectAll()
            self.del_()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons within the field large enough to hit."""
        super().resizeEvent(event)
        self._enlarge_buttons()

    def actionEvent(self, event: QActionEvent) -> None:
        """A button has come, gone or changed, and Qt has placed them all anew."""
        super().actionEvent(event)
        self._enlarge_buttons()

    def _enlarge_buttons(self) -> None:
        for button in self.findChildren(QToolButton):
            area = button.geometry()
            middle = area.center()
            area.setSize(area.size().expandedTo(QSize(TARGET, TARGET)))
            area.moveCenter(middle)
            button.setGeometry(area)


class TextBox(QPlainTextEdit):
    """So many lines of plain text, the rest by scrolling.

    Tab leaves it, and Undo goes on to the workspace when it is spent.

    `committed` tells that the focus left after the text had changed.
    """

    committed = Signal(str)

    def __init__(
        self, name: str = "", *, placeholder: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._before = ""
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._fit_lines()

    def event(self, event: QEvent) -> bool:
        """Pass Undo and Redo on where this box has nothing to undo or redo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            spent = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            undone = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if spent or undone:
                event.ignore()
                return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the same number of lines when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_lines()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take pasted text without its formatting."""
        if source.hasText():
            self.insertPlainText(source.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what stood here."""
        self._before = self.toPlainText()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was written, if anything was."""
        super().focusOutEvent(event)
        if self.toPlainText() != self._before:
            self._before = self.toPlainText()
            self.committed.emit(self._before)

    def _fit_lines(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + self.fontMetrics().height())
