"""What counts as a difference between two pictures: what an eye would see, not how an edge is softened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import draw_mark, pen
from desktop_app.charts.shapes import Mark
from tests.charts.likeness import difference
from tests.charts.test_pictures import MOST

STYLE = ChartStyle.page(LIGHT).scaled(0.75)
Draw = Callable[[QPainter], None]

pytestmark = pytest.mark.usefixtures("qapp")


def picture(draw: Draw | None = None) -> QImage:
    """A line, a word and a mark; then what is drawn over it."""
    image = QImage(QSize(200, 120), QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen("#b8480a", 2))
    painter.drawLine(QPointF(10, 100), QPointF(190, 100))
    painter.setFont(Lettering().font(14))
    painter.drawText(QPointF(20, 40), "94 returned")
    if draw is not None:
        draw(painter)
    painter.end()
    return image


def mark(mark: Mark, x: float = 150, y: float = 40, colour: str = "#b8480a") -> Draw:
    return lambda painter: draw_mark(painter, mark, x, y, colour, STYLE)


def pixels(one: Draw | None, other: Draw | None) -> int:
    return difference(picture(one), picture(other)).pixels


def test_the_same_is_the_same() -> None:
    assert pixels(mark(Mark.EXACT), mark(Mark.EXACT)) == 0


def test_a_third_of_a_pixel_is_forgiven() -> None:
    assert pixels(mark(Mark.REPORTED), mark(Mark.REPORTED, 150.3, 40.3)) <= MOST


@pytest.mark.parametrize("kind", [Mark.EXACT, Mark.REPORTED, Mark.MORE_THAN, Mark.CONTESTED, Mark.WITHDRAWN])
def test_the_smallest_mark_that_is_gone_or_new_is_noticed(kind: Mark) -> None:
    assert pixels(mark(kind), None) > MOST
    assert pixels(None, mark(kind)) > MOST


def test_another_mark_another_place_and_another_colour_are_noticed() -> None:
    assert pixels(mark(Mark.REPORTED), mark(Mark.EXACT)) > MOST
    assert pixels(mark(Mark.REPORTED), mark(Mark.REPORTED, 156)) > MOST
    assert pixels(mark(Mark.EXACT), mark(Mark.EXACT, colour="#005ab5")) > MOST


def test_the_picture_shows_what_is_new_in_red_and_what_is_gone_in_blue() -> None:
    red, blue = QColor(230, 0, 0), QColor(0, 90, 255)
    found = difference(picture(mark(Mark.EXACT)), picture(mark(Mark.EXACT, 100, 70))).picture
    assert found.pixelColor(100, 70) == red
    assert found.pixelColor(150, 40) == blue
    assert found.pixelColor(5, 5) == QColor(255, 255, 255)


def test_pictures_of_two_sizes_are_not_compared() -> None:
    image = picture()
    with pytest.raises(ValueError, match="is not"):
        difference(image, image.copy(QRectF(0, 0, 50, 50).toRect()))
