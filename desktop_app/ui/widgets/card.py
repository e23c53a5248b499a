"""Cards: the white frames that hold a page's parts, and the headline numbers that open what they show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QStyle, QVBoxLayout, QWidget

from desktop_app.ui.theme.tokens import SMALL, em, scaled, tokens_for

NUMBER = 2.0
"""How much larger a card's number is than the interface font."""


class Card(QFrame):
    """A white frame; put widgets into its `body`."""

    def __init__(
        self, *parts: QWidget, margin: int = 14, look: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(10)
        for part in parts:
            self.body.addWidget(part)


class MetricCard(QAbstractButton):
    """A number, what it counts, and what it rests on; Enter, Space or a click opens it (`clicked`).

    `colour` names a token ("returned", "admitted", "arrivals", "again") drawn as a bar beside the words.
    """

    def __init__(
        self,
        number: str = "",
        words: str = "",
        basis: str = "",
        *,
        colour: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number, self._words, self._basis = number, words, basis
        self._colour = colour
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_metric(number, words, basis)

    def show_metric(self, number: str, words: str, basis: str) -> None:
        """Show this number, the words for what it counts, and its date, source and standing."""
        self._number, self._words, self._basis = number, words, basis
        self.setAccessibleName(" ".join(part for part in (number, words) if part))
        self.setAccessibleDescription(basis)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the number and some words."""
        width = max(
            em(self.font(), 13), self._metrics(NUMBER).horizontalAdvance(self._number) + self._pad() * 2
        )
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, but never so that the number is cut."""
        width = max(
            em(self.font(), 8), self._metrics(NUMBER).horizontalAdvance(self._number) + self._pad() * 2
        )
        return QSize(width, self.heightForWidth(em(self.font(), 13)))

    def hasHeightForWidth(self) -> bool:
        """Words wrap, so a narrower card is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height the words need at this width, in pixels."""
        room = width - self._pad() * 2
        words = _height(self._metrics(1.0), room, self._words)
        basis = _height(self._metrics(SMALL), room, self._basis)
        return self._pad() * 2 + self._metrics(NUMBER).height() + words + basis + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Make room when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the number and the words."""
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 2 if focused else 1))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)
        pad = self._pad()
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        if self._colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(tokens, self._colour)))
            bar = QRect(4, pad, 3, self.height() - pad * 2)
            bar = QStyle.visualRect(self.layoutDirection(), self.rect(), bar)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        top = room.top()
        for text, factor, colour in (
            (self._number, NUMBER, tokens.ink),
            (self._words, 1.0, tokens.ink),
            (self._basis, SMALL, tokens.muted),
        ):
            painter.setFont(self._font(factor))
            painter.setPen(QColor(colour))
            height = _height(self._metrics(factor), room.width(), text) if factor != NUMBER else 0
            height = height or self._metrics(factor).height()
            place = QRect(room.left(), top, room.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap, text)
            top += height + 2

    def _font(self, factor: float) -> QFont:
        return scaled(self.font(), factor, bold=factor == NUMBER)

    def _metrics(self, factor: float) -> QFontMetrics:
        return QFontMetrics(self._font(factor))

    def _pad(self) -> int:
        return em(self.font(), 0.9)


def _height(metrics: QFontMetrics, width: int, text: str) -> int:
    if not text:
        return 0
    room = QRect(0, 0, max(1, width), 10_000)
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
