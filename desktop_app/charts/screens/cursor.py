"""The mark under the pointer or the arrow keys, and the readout beside it; a file never contains them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.marks.marks import pen
from desktop_app.charts.placing import Box
from desktop_app.charts.screens.readout import paint_readout
from desktop_app.charts.targets import Target


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
    paint_readout(
        painter,
        style,
        stage.letters,
        target.spoken,
        Box(0, 0, stage.arrangement.width, stage.arrangement.height),
        of=Box(at.x(), at.y(), 0, 0),
        away=sizes.dot * 3 + sizes.gap,
    )
