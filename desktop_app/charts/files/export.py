"""Writes a chart to a file: PNG, SVG and PDF of one scene, so that all look alike."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop_app.charts.beside import Beside
from desktop_app.charts.drawing.beside_stage import BesideStage, single
from desktop_app.charts.drawing.sheet_stage import SheetStage
from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.files.svg_letters import lettered
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.texts.inside import MAKER, Inside
from desktop_app.words import translate

RESOLUTION = 96
"""Pixels to the inch: one pixel of the scene is one pixel of every file."""
PACKING = 60
"""Of PNG, where 0 is tightest: a fifth larger than Qt's own choice, in two thirds of the time."""
METRE = 39.3701
POINTS = 72.0
KINDS = (".png", ".svg", ".pdf")
SIZE = (1200, 750)
MARGINLESS = QMarginsF(0, 0, 0, 0)

AnyStage = Stage | SheetStage | BesideStage
"""All can render what they show into any paint device."""


class UnknownKind(ValueError):
    """The file's name does not say PNG, SVG or PDF."""


def write(
    chart: Chart | Beside,
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
    chart: Chart | Beside,
    kind: str,
    *,
    style: ChartStyle,
    size: tuple[int, int] = SIZE,
    scale: float = 1.0,
) -> bytes:
    """The bytes of such a file (".png", ".svg" or ".pdf"): for a file, the clipboard, another format."""
    stage = staged(chart, style, size)
    match kind:
        case ".png":
            return _png(stage, scale)
        case ".svg":
            return _svg(stage)
        case ".pdf":
            return _pdf(stage)
    raise UnknownKind(kind)


def staged(chart: Chart | Beside, style: ChartStyle, size: tuple[float, float]) -> AnyStage:
    """A stage with this chart, or with charts side by side, whichever kind it needs."""
    return BesideStage(chart, style, *size) if isinstance(chart, Beside) else single(chart, style, size)


def image(stage: AnyStage, scale: float = 1.0) -> QImage:
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


def _png(stage: AnyStage, scale: float) -> bytes:
    picture = image(stage, scale)
    buffer = _buffer()
    writer = QImageWriter(buffer, b"png")
    writer.setQuality(PACKING)
    inside = Inside.of(stage.chart)
    # The keywords of the PNG specification (W3C, 11.3.3).
    writer.setText("Title", inside.title)
    writer.setText("Description", inside.description)
    writer.setText("Source", inside.sources)
    writer.setText("Software", MAKER)
    if not writer.write(picture):
        raise OSError(writer.errorString())
    return _bytes(buffer)


def _svg(stage: AnyStage) -> bytes:
    size = stage.area.size().toSize()
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(RESOLUTION)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    inside = Inside.of(stage.chart)
    generator.setTitle(inside.title)
    generator.setDescription(inside.whole)
    painter = QPainter(generator)
    stage.render(painter, stage.area)
    painter.end()
    return lettered(_bytes(buffer), translate.language())


def _pdf(stage: AnyStage) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    inside = Inside.of(stage.chart)
    writer.setTitle(inside.title)
    writer.setCreator(MAKER)
    writer.setDocumentXmpMetadata(QByteArray(inside.xmp()))
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
