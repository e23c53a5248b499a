"""Writes a chart to a file: PNG, SVG and PDF of one scene, so that all look alike, and its rows as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.stage import Stage
from desktop_app.charts.style import ChartStyle
from desktop_app.domain.cells import cell_text

RESOLUTION = 96
"""Pixels to the inch: one pixel of the scene is one pixel of every file."""
METRE = 39.3701
POINTS = 72.0
KINDS = (".png", ".svg", ".pdf")
SIZE = (1200, 750)
MARGINLESS = QMarginsF(0, 0, 0, 0)
CSV_FIELDS = ("measure", "first", "last", "low", "high", "mark", "source", "figures")


class UnknownKind(ValueError):
    """The file's name does not say PNG, SVG or PDF."""


def write(
    chart: ComparisonChart,
    path: Path,
    *,
    style: ChartStyle,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> None:
    """Write the chart, `size` pixels of the scene large; the ending of the name decides the kind.

    `scale` is for PNG: 2 gives twice the pixels, with letters and lines twice as large. Needs a
    QGuiApplication, but no screen. Raises UnknownKind, or OSError where the file cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise UnknownKind(path.suffix)
    path.write_bytes(rendered(chart, kind, style=style, size=size, scale=scale))


def rendered(
    chart: ComparisonChart,
    kind: str,
    *,
    style: ChartStyle,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> bytes:
    """The bytes of such a file (".png", ".svg" or ".pdf"): for a file, the clipboard, another format."""
    stage = Stage(style, *size)
    stage.show(chart)
    match kind:
        case ".png":
            return _png(stage, scale)
        case ".svg":
            return _svg(stage)
        case ".pdf":
            return _pdf(stage)
    raise UnknownKind(kind)


def image(stage: Stage, scale: float = 1.0) -> QImage:
    """The scene as pixels."""
    width, height = round(stage.area.width() * scale), round(stage.area.height() * scale)
    picture = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(RESOLUTION * scale * METRE))
    picture.setDotsPerMeterY(round(RESOLUTION * scale * METRE))
    picture.fill(0)
    painter = QPainter(picture)
    stage.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture


def _png(stage: Stage, scale: float) -> bytes:
    picture = image(stage, scale)
    buffer = _buffer()
    writer = QImageWriter(buffer, b"png")
    writer.setText("Title", stage.chart.headline)
    writer.setText("Description", stage.chart.alt)
    if not writer.write(picture):
        raise OSError(writer.errorString())
    return _bytes(buffer)


def _svg(stage: Stage) -> bytes:
    size = stage.area.size().toSize()
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(RESOLUTION)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(stage.chart.headline)
    generator.setDescription(stage.chart.alt)
    painter = QPainter(generator)
    stage.render(painter, stage.area)
    painter.end()
    return _bytes(buffer)


def _pdf(stage: Stage) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(stage.chart.headline)
    writer.setCreator("Evenhand")
    inches = QSizeF(stage.area.width() / RESOLUTION, stage.area.height() / RESOLUTION)
    page = QPageSize(inches * POINTS, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, MARGINLESS))
    painter = QPainter(writer)
    stage.render(painter, stage.area)
    painter.end()
    return _bytes(buffer)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _bytes(buffer: QBuffer) -> bytes:
    buffer.close()
    data: QByteArray = buffer.data()
    return bytes(data.data())


def rows_csv(chart: ComparisonChart) -> str:
    """The plotted values as CSV with a heading: days in ISO 8601, low and high in plain digits."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_FIELDS)
    for row in chart.rows:
        cells = (
            *(row.measure, row.first, row.last, row.low, row.high),
            *(row.mark, row.source, " ".join(row.figures)),
        )
        writer.writerow([cell_text(cell) for cell in cells])
    return text.getvalue()
