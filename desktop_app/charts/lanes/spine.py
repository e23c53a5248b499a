"""The edge at which the days of low rows begin, and how codes become an image."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from desktop_app.charts.lanes.crowd_colours import Code, colours
from desktop_app.charts.lanes.outlines import Mask, Numbers, Places
from desktop_app.charts.lanes.row_shape import RowShape
from desktop_app.charts.looks.palette import Tokens

Codes = npt.NDArray[np.uint8]

_colours = lru_cache(maxsize=4)(colours)


def spine(aside: Mask, tops: Numbers, row_height: float, size: tuple[int, int], tokens: Tokens) -> QImage:
    """The edge at which the days begin: each case has its pixels there, whichever days are in view.

    Those of a case with events beside the axis are darker.
    """
    width, height = size
    shape = RowShape.of_height(row_height)
    codes = np.zeros((height, width), np.uint8)
    wanted = np.where(aside, Code.ASIDE, Code.SPINE).astype(np.uint8)
    bases = first_lines(tops)
    for line in range(shape.uk, shape.bottom):
        ys = bases + line
        inside = (ys >= 0) & (ys < height)
        codes[ys[inside]] = wanted[inside][:, None]
    return coloured(codes, tokens)


def coloured(codes: Codes, tokens: Tokens) -> QImage:
    """An image of codes in a theme's colours."""
    height, width = codes.shape
    made = QImage(codes.data, width, height, width, QImage.Format.Format_Indexed8)
    made.setColorTable(_colours(tokens))
    return made.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def first_lines(tops: Numbers) -> Places:
    """The line of pixels that each row begins in."""
    return np.floor(tops + 1e-6).astype(np.int64)
