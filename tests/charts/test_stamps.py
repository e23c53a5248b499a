"""Marks that are stamped look like marks that are drawn, and only where there are very many."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import draw_mark
from desktop_app.charts.marks.stamps import FROM, Stamps
from desktop_app.charts.shapes import Mark

STYLE = ChartStyle.page(LIGHT)
DRAWN = (Mark.EXACT, Mark.REPORTED, Mark.RANGE, Mark.MORE_THAN, Mark.FEWER_THAN, Mark.ABOUT)


def paper() -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mark", DRAWN)
@pytest.mark.parametrize("at", [(20.0, 20.0), (20.25, 19.5), (-1.0, 38.75)])
def test_a_stamped_mark_is_the_drawn_one(mark: Mark, at: tuple[float, float]) -> None:
    drawn, stamped = paper(), paper()
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, mark, *at, "#204a87", STYLE)
    painter.end()
    painter, stamps = QPainter(stamped), Stamps()
    assert stamps.fit(painter, FROM, STYLE)
    stamps.lay(painter, mark, *at, "#204a87", STYLE)
    painter.end()
    differing = [
        max(abs(one - other) for one, other in zip(a.getRgb(), b.getRgb(), strict=True))
        for x in range(40)
        for y in range(40)
        for a, b in [(drawn.pixelColor(x, y), stamped.pixelColor(x, y))]
    ]
    assert max(differing) <= 8


@pytest.mark.usefixtures("qapp")
def test_few_marks_and_files_of_lines_are_drawn() -> None:
    image, buffer = paper(), QBuffer()
    painter = QPainter(image)
    assert not Stamps().fit(painter, FROM - 1, STYLE)
    painter.scale(2, 2)
    assert not Stamps().fit(painter, FROM, STYLE)
    painter.end()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    painter = QPainter(drawing)
    assert not Stamps().fit(painter, FROM, STYLE)
    painter.end()
