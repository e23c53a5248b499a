"""Draws the mark grammar: each kind of value has a shape that needs no colour to be read."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.shapes import Mark

BAND_OPACITY = 0.22
SPAN_OPACITY = 0.3
LIGHTER = 0.45
"""How much of its colour a provisional bar keeps; its edge keeps all of it."""
DASH = (1.6, 1.5)
DOTS = (1.2, 2.4)
"""Strokes and gaps of the upright of a milestone, in its widths."""
TENTATIVE = (2.2, 1.6)
"""Strokes and gaps of a line that may still be revised, in its widths."""


def faint(colour: str, opacity: float) -> QColor:
    """The colour, partly seen through."""
    ink = QColor(colour)
    ink.setAlphaF(opacity)
    return ink


def pen(colour: str | QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen whose width is scaled with everything else."""
    made = QPen(QColor(colour), width, style)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return made


def draw_mark(painter: QPainter, mark: Mark, x: float, y: float, colour: str, style: ChartStyle) -> None:
    """The mark of one value with its middle at x, y."""
    sizes = style.sizes
    painter.setPen(pen(colour, sizes.ring))
    painter.setBrush(QColor(style.ground))
    radius = sizes.dot
    match mark:
        case Mark.EXACT:
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(x, y), radius, radius)
        case Mark.ABOUT:
            dashed = pen(colour, sizes.ring)
            dashed.setDashPattern(DASH)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(x, y), radius, radius)
            painter.setPen(dashed)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, y), radius, radius)
        case Mark.MORE_THAN | Mark.FEWER_THAN:
            painter.drawPolygon(_arrow(x, y, radius * 1.35, up=mark is Mark.MORE_THAN))
        case Mark.CONTESTED:
            painter.drawEllipse(QPointF(x, y), radius, radius)
            painter.setBrush(QColor(colour))
            painter.drawChord(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16)
        case Mark.WITHDRAWN:
            arm = radius * 0.95
            strokes = [QLineF(x - arm, y - arm, x + arm, y + arm), QLineF(x - arm, y + arm, x + arm, y - arm)]
            painter.setPen(pen(style.ground, sizes.ring * 2.4))
            painter.drawLines(strokes)
            painter.setPen(pen(colour, sizes.ring))
            painter.drawLines(strokes)
        case Mark.NOTED:
            draw_noted(painter, x, y, colour, style)
        case Mark.SUPPOSED:
            side = radius * 0.95
            painter.drawRect(QRectF(x - side, y - side, 2 * side, 2 * side))
        case _:
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _arrow(x: float, y: float, radius: float, *, up: bool) -> QPolygonF:
    """A triangle standing with its tip away from the value it starts at."""
    sign = -1 if up else 1
    tip = QPointF(x, y + sign * radius * 1.5)
    return QPolygonF([QPointF(x - radius, y), tip, QPointF(x + radius, y)])


def tentative_pen(colour: str, width: float) -> QPen:
    """The pen of a line that may still be revised."""
    made = pen(colour, width)
    made.setDashPattern(TENTATIVE)
    return made


def draw_tail(painter: QPainter, x: float, y: float, colour: str, style: ChartStyle) -> None:
    """Right of the last mark of a line whose number may still be revised: the beginning of a dashed line."""
    start, end = x + style.sizes.dot, x + style.sizes.dot * 3.2
    painter.setPen(tentative_pen(colour, style.sizes.ring))
    painter.drawLines([QLineF(start, y, end, y)])


def draw_noted(painter: QPainter, x: float, y: float, colour: str, style: ChartStyle) -> None:
    """A small diamond with its middle at x, y, on a rim of the ground so that neighbours are told apart."""
    half = style.sizes.dot * 1.1
    corners = [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
    painter.setPen(pen(style.ground, style.sizes.hairline))
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF(corners))


def draw_range(painter: QPainter, x: float, low: float, high: float, colour: str, style: ChartStyle) -> None:
    """An upright bar with caps from one y to another."""
    painter.setPen(pen(colour, style.sizes.ring))
    draw_range_lines(painter, x, low, high, style)


def draw_range_lines(painter: QPainter, x: float, low: float, high: float, style: ChartStyle) -> None:
    """The same with the pen that is set."""
    cap = style.sizes.dot * 0.9
    lower, upper = QLineF(x - cap, low, x + cap, low), QLineF(x - cap, high, x + cap, high)
    painter.drawLines([QLineF(x, low, x, high), lower, upper])


def draw_hatch(painter: QPainter, area: QRectF, colour: str | QColor, style: ChartStyle) -> None:
    """Slanted strokes within an area, drawn one by one so that every kind of file shows them alike."""
    step = style.sizes.hatch
    painter.setPen(pen(colour, style.sizes.hairline))
    strokes: list[QLineF] = []
    at = area.left() - area.height()
    while at < area.right():
        x0, x1 = max(at, area.left()), min(at + area.height(), area.right())
        if x1 > x0:
            strokes.append(QLineF(x0, area.bottom() - (x0 - at), x1, area.bottom() - (x1 - at)))
        at += step
    painter.drawLines(strokes)


def draw_span(painter: QPainter, x0: float, x1: float, y: float, colour: str, style: ChartStyle) -> None:
    """The days among which a number's own day lies: a hatched whisker that ends at its mark."""
    half = style.sizes.dot
    area = QRectF(x0, y - half, x1 - x0, 2 * half)
    painter.fillRect(area, QBrush(faint(colour, SPAN_OPACITY * 0.4)))
    draw_hatch(painter, area, faint(colour, SPAN_OPACITY * 1.5), style)
    painter.setPen(pen(colour, style.sizes.thin))
    painter.drawLines([QLineF(x0, y, x1, y), QLineF(x0, y - half, x0, y + half)])


def draw_bar(
    painter: QPainter, area: QRectF, colour: str, style: ChartStyle, *, lighter: bool = False
) -> None:
    """A bar standing on the foot of its panel; a lighter one keeps its edge."""
    corner = min(style.sizes.corner, area.width() / 3, area.height() / 2)
    if lighter:
        edge = style.sizes.thin
        painter.setPen(pen(colour, edge))
        painter.setBrush(faint(colour, LIGHTER))
        area = area.adjusted(edge / 2, edge / 2, -edge / 2, 0)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    painter.drawRoundedRect(area, corner, corner)
