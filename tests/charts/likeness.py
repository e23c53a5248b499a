"""How far two pictures differ to the eye: colours by how bright and how coloured they look, edges forgiven.

A pixel differs where no pixel of the other picture around the same place looks like it. So letters and lines
that are softened a little otherwise are the same, and what is missing, moved or coloured otherwise is not.
The measure of colour is that of pixelmatch: Kotsarenko and Ramos, "Measuring perceived color difference using
YIQ NTSC transmission color space in mobile applications", 2010.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

Numbers = npt.NDArray[np.float64]

_YIQ = np.array(
    [
        [0.29889531, 0.58662247, 0.11448223],
        [0.59597799, -0.27417610, -0.32180189],
        [0.21147017, -0.52261711, 0.31114694],
    ]
)
_WEIGHTS = np.array([0.5053, 0.299, 0.1957])
_MOST = 35215.0
"""Between black and white."""
ALIKE = 0.12**2 * _MOST
REACH = 1
"""So many pixels around its own place are looked at."""


@dataclass(frozen=True)
class Difference:
    """What differs between a picture that is stored and one that was drawn."""

    pixels: int
    """How many pixels are in only one of the two."""
    picture: QImage
    """The stored one, pale, with these pixels: red where something is new, blue where something is gone."""


def difference(stored: QImage, drawn: QImage) -> Difference:
    """What differs between two pictures of one size."""
    if stored.size() != drawn.size():
        raise ValueError(f"{stored.size()} is not {drawn.size()}")
    before, now = _pixels(stored), _pixels(drawn)
    gone, new = _without_like(before, now), _without_like(now, before)
    pale = (255 - (255 - before) * 0.2).astype(np.uint8)
    has_more = _ink(now) > _ink(before)
    pale[(gone | new) & ~has_more] = (0, 90, 255)
    pale[(gone | new) & has_more] = (230, 0, 0)
    height, width = gone.shape
    picture = QImage(pale.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    return Difference(int((gone | new).sum()), picture)


def _ink(pixels: Numbers) -> Numbers:
    """How far each pixel is from the ground, which is that of the first corner."""
    return np.abs(pixels - pixels[0, 0]).sum(axis=2)


def _pixels(image: QImage) -> Numbers:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.float64)


def _without_like(pixels: Numbers, others: Numbers) -> npt.NDArray[np.bool_]:
    """Which pixels look like none of the others around their place."""
    height, width, _ = pixels.shape
    found = np.full((height, width), np.inf)
    around = np.pad(others, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="edge")
    for down in range(2 * REACH + 1):
        for across in range(2 * REACH + 1):
            apart = (pixels - around[down : down + height, across : across + width]) @ _YIQ.T
            found = np.minimum(found, (apart**2) @ _WEIGHTS)
    return found > ALIKE
