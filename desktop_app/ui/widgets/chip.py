"""A few words in a rounded frame: what a check found, how many there are."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.charts.looks.palette import Tokens
from desktop_app.ui.theme.tokens import SMALL, scaled, tokens_for
from desktop_app.ui.widgets.columns import Chip, ChipKind

__all__ = ["Chip", "ChipKind", "ChipLabel", "chip_height", "chip_width", "draw_chip"]


def chip_height(font: QFont) -> int:
    """How high a chip in this font is, in pixels."""
    return round(QFontMetrics(font).height() * 1.35)


def chip_width(chip: Chip, font: QFont) -> int:
    """How wide a chip in this font wants to be, in pixels."""
    metrics = QFontMetrics(font)
    return metrics.horizontalAdvance(chip.text) + metrics.height()


def draw_chip(painter: QPainter, rect: QRect, chip: Chip, font: QFont, tokens: Tokens) -> None:
    """Draw the chip in the middle of the rectangle's height, its words cut where they do not fit."""
    ground, line, ink = _colours(chip.kind, tokens)
    metrics = QFontMetrics(font)
    height = min(rect.height(), chip_height(font))
    frame = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, rect.width(), height)
    frame.adjust(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    words = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, rect.width() - metrics.height() + 2)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
    painter.restore()


class ChipLabel(QWidget):
    """One chip as a widget."""

    def __init__(
        self, text: str = "", kind: ChipKind = ChipKind.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chip = Chip(text, kind)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """The words in it."""
        return self._chip.text

    def show_chip(self, text: str, kind: ChipKind = ChipKind.NEUTRAL) -> None:
        """Show other words; none hides it."""
        self._chip = Chip(text, kind)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The room its words need."""
        font = scaled(self.font(), SMALL)
        return QSize(chip_width(self._chip, font), chip_height(font) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip over the whole widget."""
        draw_chip(QPainter(self), self.rect(), self._chip, scaled(self.font(), SMALL), tokens_for(self))


def _colours(kind: ChipKind, tokens: Tokens) -> tuple[str, str, str]:
    if kind is ChipKind.ATTENTION:
        return tokens.amber_ground, tokens.amber_line, tokens.amber_ink
    if kind is ChipKind.AGREEMENT:
        return tokens.green_ground, tokens.green_line, tokens.green_ink
    return tokens.grey_ground, tokens.grey_line, tokens.grey_ink
