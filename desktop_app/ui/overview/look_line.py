"""One thing that needs a look, as a line that opens what it is about."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.ui.widgets.labels import plain_tip


class LookLine(QAbstractButton):
    """A wrapped sentence behind a mark; Enter, Space or a click opens it."""

    opened = Signal(str)
    """The key of the finding."""

    def __init__(self, sentence: str, detail: str, key: str, parent: QWidget | None = None) -> None:
        """`detail` says more of it, where somebody points at it or has it read out."""
        super().__init__(parent)
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(detail)
        self.setToolTip(plain_tip(detail))
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._key)

    def sizeHint(self) -> QSize:
        """Some words a line."""
        width = em(self.font(), 18)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible: the words wrap."""
        return QSize(em(self.font(), 10), em(self.font(), 2.2))

    def heightForWidth(self, width: int) -> int:
        """The height the sentence needs at this width, at least a comfortable target."""
        room = width - self._indent() - em(self.font(), 0.5)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(self.font()).boundingRect(0, 0, room, 10_000, flags, self.text())
        return max(em(self.font(), 2.2), words.height() + em(self.font(), 0.9))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A short window scrolls; it does not cut sentences."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark and words, the ground when pointed at, and a ring when focused."""
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 6, 6)
        side = em(self.font(), 1.05)
        pad = em(self.font(), 0.45)
        mark = self.rect().adjusted(pad, pad + 1, 0, 0)
        icon("info", tokens, tokens.amber_ink).paint(painter, mark.left(), mark.top(), side, side)
        painter.setPen(QColor(tokens.ink))
        words = self.rect().adjusted(self._indent(), pad, -pad, -pad)
        painter.drawText(words, int(Qt.TextFlag.TextWordWrap), self.text())
        painter.end()

    def _indent(self) -> int:
        return em(self.font(), 2.0)
