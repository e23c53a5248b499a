from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from desktop_app.charts.marks.line import DeviceLine

WIDTH, HEIGHT = 200, 100
INK = "#ff0000"

pytestmark = pytest.mark.usefixtures("qtbot")


def drawn(x: list[float], y: list[float], days: tuple[float, float], top: float = 100) -> np.ndarray:
    """Which pixels a line covers in a view of these days from zero to top."""
    scene = pg.GraphicsScene()
    line = DeviceLine(INK, 2)
    scene.addItem(line)
    line.set_data(x, y)
    across = WIDTH / (days[1] - days[0])
    line.look(*days, QTransform(across, 0, 0, -HEIGHT / top, -days[0] * across, HEIGHT))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    scene.prepareForPaint()
    scene.render(painter, QRectF(0, 0, WIDTH, HEIGHT), QRectF(0, 0, WIDTH, HEIGHT))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4)
    return pixels[:, :, 1] < 128


def covered(pixels: np.ndarray) -> tuple[int, int]:
    """First and last column with ink."""
    columns = np.flatnonzero(pixels.any(axis=0))
    return int(columns[0]), int(columns[-1])


class TestDense:
    def test_every_peak_is_kept(self) -> None:
        x = np.arange(5000.0)
        y = np.full(5000, 10.0)
        y[1234] = 90
        pixels = drawn(list(x), list(y), (0, 5000))
        column = int(1234 / 5000 * WIDTH)
        assert pixels[15, column - 1 : column + 2].any()
        assert not pixels[15, : column - 3].any()

    def test_a_level_line_is_as_thick_as_its_pen(self) -> None:
        pixels = drawn(list(np.arange(1000.0)), [50.0] * 1000, (0, 1000))
        assert set(pixels.sum(axis=0)) <= {1, 2, 3}
        assert pixels.any(axis=0).all()

    def test_a_missing_day_breaks_the_line(self) -> None:
        y = [50.0] * 400
        y[200:240] = [float("nan")] * 40
        pixels = drawn(list(np.arange(400.0)), y, (0, 400))
        assert not pixels[:, 101:118].any()
        assert pixels[:, 95].any()
        assert pixels[:, 125].any()


class TestSparse:
    def test_points_are_joined(self) -> None:
        pixels = drawn([0.0, 5.0, 10.0], [0.0, 100.0, 0.0], (0, 10))
        assert pixels[50, 48:53].any()
        assert pixels[:, 25].any()

    def test_dense_and_sparse_agree(self) -> None:
        x = np.arange(0.0, 30.0)
        y = 50 + 40 * np.sin(x / 3)
        few = drawn(list(x[::2]), list(y[::2]), (0, 14))
        many = drawn(list(x), list(y), (0, 14))
        middle = [np.flatnonzero(column).mean() for column in few.T[5:-5]]
        other = [np.flatnonzero(column).mean() for column in many.T[5:-5]]
        assert np.abs(np.array(middle) - np.array(other)).max() < 4

    def test_a_zoomed_line_reaches_both_edges_and_keeps_its_width(self) -> None:
        pixels = drawn([0.0, 100.0], [50.0, 50.0], (40, 60))
        assert covered(pixels) == (0, WIDTH - 1)
        assert set(pixels.sum(axis=0)) <= {2, 3}


class TestEdges:
    @pytest.mark.parametrize(
        ("x", "y"),
        [
            ([], []),
            ([5.0], [50.0]),
            ([1.0, 2.0], [float("nan"), float("nan")]),
            ([500.0, 600.0], [1.0, 2.0]),
        ],
    )
    def test_little_or_nothing_to_draw_is_no_error(self, x: list[float], y: list[float]) -> None:
        assert drawn(x, y, (0, 10)).sum() <= 60

    def test_a_view_can_fit_itself_to_the_line(self) -> None:
        line = DeviceLine()
        line.set_data([1.0, 2.0, 3.0], [5.0, float("nan"), 9.0])
        assert line.dataBounds(0) == (1.0, 3.0)
        assert line.dataBounds(1) == (5.0, 9.0)
        assert DeviceLine().dataBounds(0) == (None, None)
