"""A link as long as a sentence: its words wrap where a button's would be cut."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.theme.tokens import em, tokens_for

_PAD, _LEAST = 4, 26


class WrappedLink(QAbstractButton):
    """Enter, Space or a click opens it (`clicked`)."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Some words a line."""
        width = em(self.font(), 14)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible: the words wrap."""
        return QSize(em(self.font(), 8), max(_LEAST, em(self.font(), 1.6)))

    def heightForWidth(self, width: int) -> int:
        """The height the words need at this width, at least a comfortable target."""
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(self.font()).boundingRect(0, 0, width - 2 * _PAD, 10_000, flags, self.words)
        return max(_LEAST, em(self.font(), 1.6), words.height() + 2 * _PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never cut: a short window scrolls."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words as a link, underlined when pointed at, in a ring when focused."""
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 4, 4)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(tokens.link if self.isEnabled() else tokens.disabled))
        room = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self.words)
        painter.end()
