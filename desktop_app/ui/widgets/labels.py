"""Text on screen that is only ever text: what somebody typed can never act as markup."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def plain_tip(text: str) -> str:
    """The text as a tool tip, escaped where Qt would otherwise read it as markup."""
    return f"<p>{html.escape(text)}</p>" if "<" in text else text


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say this, politely, whatever has the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class TextLabel(QLabel):
    """A label that shows its text as it is.

    `look` names a rule of the style sheet: "title", "heading", "number", "small", "section", "muted", "warn".
    `elide` cuts what does not fit, on one line, and gives the whole as a tool tip.
    """

    def __init__(
        self,
        text: str = "",
        look: str = "",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._elide = elide
        if look:
            self.setProperty("look", look)
        if wrap:
            self.setWordWrap(True)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text, whatever characters it holds."""
        super().setText(text)
        if self._elide:
            self._tell_whole()

    def set_look(self, look: str) -> None:
        """Change which rule of the style sheet applies."""
        if self.property("look") != look:
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """A little wider than Qt says: at some sizes the last letter stands over its own width."""
        hint = super().sizeHint()
        return hint if self._elide or self.wordWrap() or not self.text() else hint + QSize(2, 0)

    def minimumSizeHint(self) -> QSize:
        """An elided label may become as narrow as three letters."""
        hint = super().minimumSizeHint()
        if self._elide:
            return QSize(self.fontMetrics().averageCharWidth() * 3, hint.height())
        return hint if self.wordWrap() or not self.text() else hint + QSize(2, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole in a tool tip once it no longer fits."""
        super().resizeEvent(event)
        if self._elide:
            self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut with an ellipsis where that was asked for."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        self.style().drawItemText(
            painter,
            rect,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )

    def _tell_whole(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else plain_tip(self.text()))


def section_label(text: str, parent: QWidget | None = None) -> TextLabel:
    """The small grey name of a group ("Schemes" in the sidebar)."""
    return TextLabel(text, "section", parent=parent)


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline between two parts."""
    line = QFrame(parent)
    line.setProperty("look", "rule")
    line.setFrameShape(QFrame.Shape.NoFrame)
    return line
