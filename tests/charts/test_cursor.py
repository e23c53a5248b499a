from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens.cursor import paint_cursor, spot
from desktop_app.charts.screens.readout import paint_focus
from desktop_app.charts.targets import tracks
from tests.charts.samples import usual

SIZE = (1000, 640)

pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def stage() -> Stage:
    made = Stage(ChartStyle.page(LIGHT), *SIZE)
    made.show(usual())
    return made


def extent(image: QImage) -> QRectF:
    """What is covered of a picture that was transparent."""
    found = [
        (x, y) for x in range(0, SIZE[0], 2) for y in range(0, SIZE[1], 2) if image.pixelColor(x, y).alpha()
    ]
    left, right = min(x for x, _y in found), max(x for x, _y in found)
    top, bottom = min(y for _x, y in found), max(y for _x, y in found)
    return QRectF(left, top, right - left, bottom - top)


def painted(stage: Stage, track: int, place: int) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_cursor(painter, stage, tracks(stage.chart)[track][place])
    painter.end()
    return image


@pytest.mark.parametrize(("track", "place"), [(0, 0), (0, -1), (1, 0), (1, -1), (2, 4)])
def test_the_readout_is_beside_its_point_and_on_the_page(stage: Stage, track: int, place: int) -> None:
    covered = extent(painted(stage, track, place))
    assert stage.area.adjusted(2, 2, -2, -2).contains(covered)
    assert covered.adjusted(-4, -4, 4, 4).contains(spot(stage, tracks(stage.chart)[track][place]))


def test_the_focus_is_a_frame_of_at_least_two_pixels(stage: Stage) -> None:
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_focus(painter, stage.arrangement.style, stage.area)
    painter.end()
    assert [image.pixelColor(x, 300).name() for x in (0, 1, 20)] == [LIGHT.focus, LIGHT.focus, LIGHT.surface]
