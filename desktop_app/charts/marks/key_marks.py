"""Draws each mark as the key of a chart shows it, with what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import (
    BAND_OPACITY,
    draw_bar,
    draw_hatch,
    draw_mark,
    draw_noted,
    draw_range,
    draw_span,
    faint,
    pen,
    tentative_pen,
)
from desktop_app.charts.shapes import Mark


def draw_key_mark(painter: QPainter, mark: Mark, x: float, y: float, colour: str, style: ChartStyle) -> None:
    """The mark as the key shows it, with its middle at x, y."""
    half, high = style.sizes.dot * 1.5, style.sizes.dot * 1.1
    if _draws_area(painter, mark, x, y, colour, style):
        return
    match mark:
        case Mark.SPAN:
            draw_span(painter, x - half, x + half, y, colour, style)
        case Mark.NOTED:
            draw_noted(painter, x, y, colour, style)
        case Mark.RANGE | Mark.CONTESTED:
            draw_range(painter, x, y + half, y - half, colour, style)
            draw_mark(painter, mark, x, y, colour, style)
        case Mark.TENTATIVE:
            painter.setPen(tentative_pen(colour, style.sizes.line))
            painter.drawLines([QLineF(x - half * 1.3, y, x + half * 1.3, y)])
        case Mark.MORE_THAN:
            draw_mark(painter, mark, x, y + high, colour, style)
        case Mark.FEWER_THAN:
            draw_mark(painter, mark, x, y - high, colour, style)
        case Mark.PERSON:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(x, y), high * 0.6, high * 0.6)
        case _:
            draw_mark(painter, mark, x, y, colour, style)


def _draws_area(painter: QPainter, mark: Mark, x: float, y: float, colour: str, style: ChartStyle) -> bool:
    """Draws a mark that is an area; tells whether it is one."""
    half, high = style.sizes.dot * 1.5, style.sizes.dot * 1.1
    match mark:
        case Mark.BAND:
            painter.fillRect(QRectF(x - half, y - high, 2 * half, 2 * high), faint(colour, BAND_OPACITY))
            painter.setPen(pen(colour, style.sizes.line))
            painter.drawLines([QLineF(x - half, y + high, x + half, y + high)])
        case Mark.GAP:
            draw_hatch(painter, QRectF(x - half, y - high, 2 * half, 2 * high), colour, style)
        case Mark.PROVISIONAL:
            area = QRectF(x - high, y - half, 2 * high, 2 * half)
            draw_bar(painter, area, colour, style, lighter=True)
        case Mark.BAR_RANGE:
            draw_bar(painter, QRectF(x - high, y, 2 * high, half), colour, style)
            vague = QRectF(x - high, y - half, 2 * high, half)
            draw_hatch(painter, vague, colour, style)
            _outline(painter, vague, colour, style, Qt.PenStyle.SolidLine)
        case Mark.HELD_BACK:
            area = QRectF(x - half, y - high, 2 * half, 2 * high)
            _outline(painter, area, colour, style, Qt.PenStyle.DashLine)
        case _:
            return False
    return True


def _outline(painter: QPainter, area: QRectF, colour: str, style: ChartStyle, line: Qt.PenStyle) -> None:
    painter.setPen(pen(colour, style.sizes.thin, line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
