"""Takes a chart out of the window: into a file, or onto the clipboard. Give it charts of a safe view only."""

from __future__ import annotations

import errno
import html
import os
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop_app.charts.beside import Beside
from desktop_app.charts.files import export, tables
from desktop_app.charts.files.workbook import as_workbook
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.slides import deck
from desktop_app.charts.texts.inside import Inside
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.ui.charts import sheet_front
from desktop_app.ui.charts.plotted_table import columns
from desktop_app.ui.theme.tokens import DARK, LIGHT
from desktop_app.ui.widgets import table_clipboard
from desktop_app.words.translate import _

SVG_TYPE = "image/svg+xml"
TSV_TYPE = "text/tab-separated-values"
CLIPBOARD_SCALE = 2.0
"""Pictures on the clipboard are sharp on a dense screen and in print."""


class Kind(StrEnum):
    """What a chart can be exported as; the value is the ending of the file's name."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    PPTX = "pptx"
    CSV = "csv"
    XLSX = "xlsx"


class Shape(StrEnum):
    """How large an exported picture is."""

    SLIDE = "slide"
    A4 = "a4"
    SQUARE = "square"
    SCREEN = "screen"


def shape_words() -> dict[Shape, str]:
    """The shapes in words, in the order they are offered."""
    return {
        Shape.SLIDE: _("Slide, 1920 × 1080"),
        Shape.A4: _("A4 landscape"),
        Shape.SQUARE: _("Square, 1080 × 1080"),
        Shape.SCREEN: _("As on screen"),
    }


_SIZES = {Shape.SLIDE: (1920, 1080), Shape.A4: (1123, 794), Shape.SQUARE: (1080, 1080)}


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What somebody asked for in the export dialog."""

    kind: Kind = Kind.PNG
    shape: Shape = Shape.SLIDE
    dark: bool = False

    def size(self, on_screen: tuple[int, int]) -> tuple[int, int]:
        """The size of the picture in pixels; A4 at 96 to the inch."""
        return _SIZES.get(self.shape, on_screen)

    @property
    def scale(self) -> float:
        """PNG only: a page that is printed needs more pixels than a screen."""
        return 2.0 if self.shape is Shape.A4 else 1.0


def write(chart: Chart | Beside, path: Path, wish: ExportWish, on_screen: tuple[int, int]) -> None:
    """Write the file whole or not at all: what was there before stays until the new one is complete.

    Raises Refusal where the place cannot be written to, or where what writes slides is not installed.
    """
    if wish.kind is Kind.CSV and not isinstance(chart, Beside):
        contents = tables.as_csv(chart).encode()
    elif wish.kind is Kind.XLSX and not isinstance(chart, Beside):
        contents = as_workbook(chart)
    elif wish.kind is Kind.PPTX and not isinstance(chart, Beside):
        contents = deck.written(chart)
    else:
        size = wish.size(on_screen)
        style = ChartStyle.export(DARK if wish.dark else LIGHT, size)
        contents = export.rendered(chart, f".{wish.kind.value}", style=style, size=size, scale=wish.scale)
    if path.is_dir():
        raise Refusal(RefusalCode.IS_A_FOLDER, path=str(path))
    try:
        _replace(path, contents)
    except OSError as error:
        raise Refusal(_code(error), path=str(path)) from error


def mime_data(chart: Chart | Beside) -> QMimeData:
    """A chart for other programs: picture, drawing, table and words, whichever they take.

    Title, text alternative, sources and the day it was known are in each of them.
    """
    style = ChartStyle.export(LIGHT, export.SIZE)
    picture = QImage.fromData(export.rendered(chart, ".png", style=style, scale=CLIPBOARD_SCALE))
    parts = chart.charts if isinstance(chart, Beside) else (chart,)
    data = QMimeData()
    data.setImageData(picture)
    data.setData(SVG_TYPE, export.rendered(chart, ".svg", style=style))
    data.setData(TSV_TYPE, "\n".join(_table(part).text() for part in parts).encode())
    data.setText("\n".join(_said(part) for part in parts))
    data.setHtml("".join(_page(Inside.of(part), _table(part).html()) for part in parts))
    return data


def _said(chart: Chart) -> str:
    """The table first, so that it falls into the cells of a spreadsheet; then what it says, line by line."""
    inside = Inside.of(chart)
    words = (inside.title, *inside.whole.split("\n"))
    lines = [table_clipboard.harmless(line) for line in words if line]
    return "\n".join((_table(chart).text(), *lines, ""))


def _page(inside: Inside, table: str) -> str:
    """The table under its caption, with what it says below, for a program that takes text with its form."""
    caption = f"<caption>{html.escape(inside.title)}</caption>"
    said = (inside.description, inside.sources)
    paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in said if text)
    return f"{table.replace('<table>', f'<table>{caption}', 1)}{paragraphs}"


def _table(chart: Chart) -> QMimeData:
    if isinstance(chart, Sheet):
        return table_clipboard.mime_data(sheet_front.columns(chart), chart.table.lines)
    return table_clipboard.mime_data(columns(chart.formats), chart.rows)


def _replace(path: Path, contents: bytes) -> None:
    number, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(contents)
        # Private until here; the finished file is as open as others the person makes.
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _code(error: OSError) -> RefusalCode:
    return {
        errno.EACCES: RefusalCode.NO_PERMISSION,
        errno.EPERM: RefusalCode.NO_PERMISSION,
        errno.EROFS: RefusalCode.NO_PERMISSION,
        errno.ENOENT: RefusalCode.NOT_FOUND,
        errno.ENOTDIR: RefusalCode.NOT_FOUND,
        errno.ENOSPC: RefusalCode.DISK_FULL,
        errno.EDQUOT: RefusalCode.DISK_FULL,
    }.get(error.errno or 0, RefusalCode.DISK_ERROR)
