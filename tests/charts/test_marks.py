from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.key_marks import draw_key_mark
from desktop_app.charts.shapes import Mark

SIDE = 40

pytestmark = pytest.mark.usefixtures("qtbot")


def grey(mark: Mark, tokens: Tokens) -> np.ndarray:
    """The mark as the key shows it, without colour."""
    style = ChartStyle.page(tokens).scaled(1.6)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor(style.ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_key_mark(painter, mark, SIDE / 2, SIDE / 2, tokens.returned, style)
    painter.end()
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, image.bytesPerLine())
    return flat[:, :SIDE].astype(int)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "other"), list(combinations(Mark, 2)))
def test_marks_are_told_apart_without_colour(one: Mark, other: Mark, tokens: Tokens) -> None:
    differing = np.abs(grey(one, tokens) - grey(other, tokens)) > 40
    assert differing.sum() >= 12


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_leaves_ink(mark: Mark) -> None:
    drawn = grey(mark, LIGHT)
    assert (np.abs(drawn - drawn[0, 0]) > 60).sum() >= 10
