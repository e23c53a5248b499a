"""Draws the charts of a briefing and writes it as HTML, ODT or PDF: for window and command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.files import export
from desktop_app.charts.kinds import comparison
from desktop_app.charts.looks import face
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.texts.inside import MAKER, Inside, sources
from desktop_app.domain.views import SafeToShow
from desktop_app.services.briefings import composing, content, html, odt
from desktop_app.services.briefings.blocks import Document, Picture, Text
from desktop_app.services.briefings.composing import Drawn
from desktop_app.ui.briefing.paging import print_pages
from desktop_app.words import translate
from desktop_app.words.translate import _

SIZE = (960, 500)
LETTERS = 19.0
"""Of the words in a picture, in its pixels: on paper they are as large as the text."""
SCALE = 2.0
"""Sharp in print, and still small."""
_ON_PAGE = 620
"""The width of a picture on an A4 page, at 96 pixels to the inch."""
NO_CHARTS: Mapping[str, Chart] = MappingProxyType({})
_MARGIN = 86.0
"""So that lines are as wide as pictures on a page of 794 pixels, which A4 is."""
_LETTERS_PT = 10.5
_PRINT_STYLE = """
h1 { font-size: 20pt; } h2 { font-size: 15pt; } h3 { font-size: 12pt; }
table { border-collapse: collapse; border-color: #8a94a3; }
caption { font-weight: bold; } th { background-color: #eef1f5; text-align: left; }
.quiet { font-size: 8.5pt; color: #4a5564; }
"""


class Form(StrEnum):
    """What a briefing can be written as; the value is the ending of the file's name."""

    HTML = "html"
    ODT = "odt"
    PDF = "pdf"


def drawable(asked: Asked) -> list[str]:
    """The names of the charts that have something to draw: what a briefing holds where nobody chooses."""
    return [kind.name for kind in registry.kinds() if not kind.build(asked).is_empty]


def written(asked: Asked, names: Sequence[str], form: Form, saved: Mapping[str, Chart] = NO_CHARTS) -> bytes:
    """The briefing as a file; `asked` must be of a safe view. Needs a QGuiApplication, but no screen.

    A name that is among `saved` stands for that chart, which is of a safe view as well.
    """
    if not isinstance(asked.view, SafeToShow):
        raise TypeError("a briefing is drawn up from what is safe to show")
    briefing = content.briefing(
        asked.view, comparison.default_scheme(asked.view), asked.formats, asked.today, asked.seen
    )
    charts = [_drawn(saved[name] if name in saved else registry.build(name, asked)) for name in names]
    document = composing.document(briefing, charts, translate.language(), asked.today)
    match form:
        case Form.HTML:
            return html.page(document)
        case Form.ODT:
            return odt.file(document)
        case Form.PDF:
            return _pdf(document)


def _drawn(chart: Chart) -> Drawn:
    if chart.is_empty:
        return Drawn(chart.headline, "", chart.footer, None)
    style = ChartStyle.illustration(LIGHT, LETTERS)
    png = export.rendered(chart, ".png", style=style, size=SIZE, scale=SCALE)
    return Drawn(chart.headline, chart.subtitle, sources(chart), Picture(png, SIZE, chart.alt))


class _Closed(QTextDocument):
    """A document that loads only what it was given: no text in it can have a file read."""

    def __init__(self, pictures: dict[str, QImage]) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        address = name if isinstance(name, str) else name.toString()
        return self._pictures.get(address, QImage())


def _pdf(document: Document) -> bytes:
    told = Text(_("HTML and ODT are the forms of this briefing for screen readers."), is_quiet=True)
    document = Document(
        document.title, document.language, document.subject, document.made, (told, *document.blocks)
    )
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    names = {id(picture): f"picture:{number}" for number, picture in enumerate(pictures)}
    images = {names[id(picture)]: QImage.fromData(picture.png) for picture in pictures}
    text = _Closed(images)
    text.setDefaultStyleSheet(_PRINT_STYLE)
    text.setDefaultFont(_font())
    text.setHtml(_fitted(html.fragment(document, lambda picture: names[id(picture)]), pictures))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator(MAKER)
    writer.setDocumentXmpMetadata(QByteArray(Inside(document.title, document.subject, "").xmp()))
    sheet, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(sheet, upright, export.MARGINLESS))
    print_pages(text, writer, _MARGIN)
    buffer.close()
    return bytes(buffer.data().data())


def _fitted(page: str, pictures: Iterable[Picture]) -> str:
    """Pictures as wide as the page, tables with lines."""
    for picture in pictures:
        width, height = picture.size
        tall = round(_ON_PAGE * height / width)
        page = page.replace(f'width="{width}" height="{height}"', f'width="{_ON_PAGE}" height="{tall}"')
    return page.replace("<table>", '<table border="1" cellspacing="0" cellpadding="4" width="100%">')


def _font() -> QFont:
    font = face.font()
    font.setPointSizeF(_LETTERS_PT)
    font.setFeature(QFont.Tag("liga"), 0)
    return font
