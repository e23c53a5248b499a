"""What the keyboard adds to a picture on a screen: the readout beside a value, and the frame of focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.charts.drawing.painting import paint_words, rect
from desktop_app.charts.layout.lettering import Lettering, set_line
from desktop_app.charts.layout.page import LINE_STEP
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import pen
from desktop_app.charts.placing import Box, first_free

READOUT_LETTERS = 26
"""A readout is about so many letters wide before it takes another line."""


def paint_readout(
    painter: QPainter, style: ChartStyle, letters: Lettering, text: str, area: Box, *, of: Box, away: float
) -> None:
    """What a value says, beside its mark (`of`), so far `away` from it, where the area has room."""
    size, pad = style.sizes.tick, style.sizes.gap
    lines = letters.wrapped(text, size, size * READOUT_LETTERS * 0.55)
    line_height = letters.height(size)
    width = max(letters.width(line, size) for line in lines) + 2 * pad
    height = line_height * (1 + LINE_STEP * (len(lines) - 1)) + 2 * pad
    places = [
        Box(x, y, width, height)
        for y in (of.y - away - height, of.bottom + away, of.middle - height / 2)
        for x in (of.x + of.width / 2 - width / 2, of.right + away, of.x - away - width)
    ]
    box = first_free(places, [], area) or places[1]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.tokens.toast_ground))
    painter.drawRoundedRect(rect(box), pad / 2, pad / 2)
    words = tuple(
        set_line(
            letters,
            line,
            box.x + pad,
            box.y + pad + number * line_height * LINE_STEP,
            size,
            style.tokens.toast_ink,
        )
        for number, line in enumerate(lines)
    )
    paint_words(painter, words, letters)


def paint_focus(painter: QPainter, style: ChartStyle, area: QRectF) -> None:
    """A frame around the picture that has the keyboard."""
    width = max(2.0, style.sizes.line)
    painter.setPen(pen(style.tokens.focus, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(width / 2, width / 2, -width / 2, -width / 2))
