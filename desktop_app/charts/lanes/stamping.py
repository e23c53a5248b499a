"""Lays small marks into an image by the hundred: each form is drawn once, its pixels are then written."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.charts.lanes.forms import draw_form, ink
from desktop_app.charts.lanes.shapes import Form
from desktop_app.charts.looks.palette import Tokens

Pixels = npt.NDArray[np.uint32]
Places = npt.NDArray[np.integer[Any]]
_OPAQUE = 255
_PAIRS = np.uint32(0x00FF00FF)


class Stamper:
    """Marks of one size in one theme's colours."""

    def __init__(self, tokens: Tokens, size: float) -> None:
        self._tokens, self._size = tokens, round(size * 2) / 2

    def lay(self, pixels: Pixels, form: str, hollow: bool, xs: Places, ys: Places) -> None:
        """A form with its middle at each of these pixels."""
        if len(xs):
            _lay(pixels, _drawn(self._tokens, form, hollow, self._size), xs, ys)

    def badge(self, pixels: Pixels, xs: Places, ys: Places) -> None:
        """The sign of a contested event, at the upper right of its mark."""
        if len(xs):
            reach = round(self._size * 0.55)
            _lay(pixels, _badge(self._tokens, max(4.0, self._size * 0.5)), xs + reach, ys - reach)


def _lay(pixels: Pixels, stamp: Pixels, xs: Places, ys: Places) -> None:
    height, width = pixels.shape
    reach = stamp.shape[0] // 2
    flat = pixels.reshape(-1)
    alphas = stamp >> 24
    for part, blends in ((alphas == _OPAQUE, False), ((alphas > 0) & (alphas < _OPAQUE), True)):
        down, across = np.nonzero(part)
        x, y = xs[:, None] + (across - reach), ys[:, None] + (down - reach)
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        at = (y * width + x)[inside]
        ink = np.broadcast_to(stamp[part], x.shape)[inside]
        flat[at] = _over(ink, flat[at]) if blends else ink


def _over(ink: Pixels, below: Pixels) -> Pixels:
    """Premultiplied pixels over others."""
    kept = np.uint32(_OPAQUE + 1) - (ink >> 24)
    # Two channels at a time, each with eight bits to spare above it.
    pairs = ((below & _PAIRS) * kept >> 8) & _PAIRS
    others = ((below >> 8 & _PAIRS) * kept) & ~_PAIRS
    return np.asarray(ink + pairs + others, np.uint32)


def _blank(size: float) -> tuple[QImage, QPointF]:
    side = 2 * math.ceil(size * 0.62 + 1.5) + 1
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image, QPointF(side / 2, side / 2)


def _pixels(image: QImage) -> Pixels:
    side = image.width()
    return np.frombuffer(image.constBits(), np.uint32).reshape(side, side).copy()


@lru_cache(maxsize=128)
def _drawn(tokens: Tokens, form: str, hollow: bool, size: float) -> Pixels:
    colour = ink(tokens, Form(form))
    image, middle = _blank(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = size / 2
    area = QRectF(middle.x() - half, middle.y() - half, size, size)
    draw_form(painter, Form(form), area, colour, tokens.surface if hollow else None, width=max(1.0, size / 6))
    painter.end()
    return _pixels(image)


@lru_cache(maxsize=16)
def _badge(tokens: Tokens, size: float) -> Pixels:
    image, middle = _blank(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.amber_ink))
    painter.drawEllipse(middle, size / 2, size / 2)
    painter.end()
    return _pixels(image)
