"""The mark under the pointer or the arrow keys, and the readout beside it; a file never contains them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.charts.lettering import set_line
from desktop_app.charts.marks import pen
from desktop_app.charts.page import LINE_STEP
from desktop_app.charts.painting import paint_words, rect
from desktop_app.charts.placing import Box, first_free
from desktop_app.charts.stage import Stage
from desktop_app.charts.targets import Target

READOUT_LETTERS = 26
"""A readout is about so many letters wide before it takes another line."""


def spot(stage: Stage, target: Target) -> QPointF:
    """Where a target is in the scene."""
    plane = stage.upper if target.is_upper else stage.lower
    return QPointF(plane.x(target.day), plane.y(target.value))


def paint_cursor(painter: QPainter, stage: Stage, target: Target) -> None:
    """A ring around the target, or a frame around its bar, and what it says."""
    style = stage.arrangement.style
    sizes = style.sizes
    at = spot(stage, target)
    painter.setPen(pen(style.tokens.focus, sizes.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if target.half > 0.5:
        plane = stage.upper
        half = plane.x(target.day + target.half) - at.x()
        frame = QRectF(at.x() - half, at.y(), 2 * half, plane.box.bottom - at.y())
        painter.drawRect(frame.adjusted(0, -sizes.line, 0, sizes.line))
    else:
        painter.drawEllipse(at, sizes.dot * 2.1, sizes.dot * 2.1)
    _readout(painter, stage, target.spoken, at)


def _readout(painter: QPainter, stage: Stage, text: str, at: QPointF) -> None:
    style, letters = stage.arrangement.style, stage.letters
    size, pad = style.sizes.tick, style.sizes.gap
    lines = letters.wrapped(text, size, size * READOUT_LETTERS * 0.55)
    height = letters.height(size)
    box = Box(
        0,
        0,
        max(letters.width(line, size) for line in lines) + 2 * pad,
        height * (1 + LINE_STEP * (len(lines) - 1)) + 2 * pad,
    )
    away = style.sizes.dot * 3 + pad
    places = [
        Box(x, y, box.width, box.height)
        for y in (at.y() - away - box.height, at.y() + away, at.y() - box.height / 2)
        for x in (at.x() - box.width / 2, at.x() + away, at.x() - away - box.width)
    ]
    area = Box(0, 0, stage.arrangement.width, stage.arrangement.height)
    box = first_free(places, [], area) or places[1]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.tokens.toast_ground))
    painter.drawRoundedRect(rect(box), pad / 2, pad / 2)
    words = tuple(
        set_line(
            letters,
            line,
            box.x + pad,
            box.y + pad + number * height * LINE_STEP,
            size,
            style.tokens.toast_ink,
        )
        for number, line in enumerate(lines)
    )
    paint_words(painter, words, letters)


def paint_focus(painter: QPainter, stage: Stage) -> None:
    """A frame around the picture that has the keyboard."""
    style = stage.arrangement.style
    width = max(2.0, style.sizes.line)
    painter.setPen(pen(style.tokens.focus, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(stage.area.adjusted(width / 2, width / 2, -width / 2, -width / 2))
