"""Files of charts as pixels, each drawn by a program of its own kind: resvg for SVG, PDFium for PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import resvg_py
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from desktop_app.charts.files import export
from desktop_app.charts.looks import face

Pixels = npt.NDArray[np.int_]
"""Red, green and blue of each pixel, row by row."""


def pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, 2::-1].astype(int)


def from_png(data: bytes) -> QImage:
    return QImage.fromData(QByteArray(data))


def from_svg(data: bytes, *, fonts: Sequence[Path] | None = None) -> QImage:
    """It looks at no letters in the file and at no font of the machine, only at these, or the face."""
    named = list(face.files().values()) if fonts is None else fonts
    drawn = resvg_py.svg_to_bytes(
        svg_string=data.decode(),
        background="#ffffff",
        dpi=export.RESOLUTION,
        skip_system_fonts=True,
        font_files=[str(path) for path in named],
    )
    return from_png(bytes(drawn))


def from_pdf(data: bytes) -> QImage:
    page = pypdfium2.PdfDocument(data)[0]
    drawn = page.render(scale=export.RESOLUTION / export.POINTS, rev_byteorder=True)
    return QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888).copy()
