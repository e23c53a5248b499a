"""Draws the forms of marks with any painter: each is told from the others without its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPolygonF

from desktop_app.charts.lanes.shapes import Form
from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.marks.marks import pen


def ink(tokens: Tokens, form: Form) -> str:
    """The colour of a form."""
    return {
        Form.ARRIVAL: tokens.arrivals,
        Form.RETURN: tokens.returned,
        Form.ADMISSION: tokens.admitted,
        Form.DETENTION: tokens.detained,
        Form.OTHER: tokens.muted,
    }[form]


def draw_form(
    painter: QPainter, form: Form, area: QRectF, colour: str, ground: str | None, *, width: float = 1.8
) -> None:
    """A form in its area: filled with its colour, or with `ground` where it is hollow."""
    painter.setPen(pen(colour, width))
    painter.setBrush(QColor(colour if ground is None else ground))
    middle = area.center()
    match form:
        case Form.ARRIVAL:
            painter.drawEllipse(area)
        case Form.RETURN:
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        case Form.ADMISSION:
            reach = area.width() * 0.62
            painter.drawPolygon(_around(middle, ((0, -reach), (reach, 0), (0, reach), (-reach, 0))))
        case Form.DETENTION:
            half = area.width() / 2
            painter.drawPolygon(_around(middle, ((0, -half), (half, half), (-half, half))))
        case _:
            half = area.width() * 0.22
            painter.drawRect(QRectF(middle.x() - half, area.top(), 2 * half, area.height()))


def _around(middle: QPointF, corners: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(middle.x() + x, middle.y() + y) for x, y in corners])
