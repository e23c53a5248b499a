"""Writes a document as OpenDocument text: real headings, header rows, and pictures with a description.

Written by hand, as the few parts that are needed (OASIS OpenDocument 1.3), so that word processors and screen
readers find the structure, which Qt's own writer leaves out.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from xml.sax.saxutils import escape, quoteattr

from desktop_app.domain.plain_text import clean
from desktop_app.services.briefings.blocks import (
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    Picture,
    Text,
)

MIME = "application/vnd.oasis.opendocument.text"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    (
        *(
            f'xmlns:{short}="{_URN}{long}:1.0"'
            for short, long in (
                ("office", "office"),
                ("style", "style"),
                ("text", "text"),
                ("table", "table"),
                ("draw", "drawing"),
                ("fo", "xsl-fo-compatible"),
                ("svg", "svg-compatible"),
                ("meta", "meta"),
                ("manifest", "manifest"),
            )
        ),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FACE = "Source Sans Pro"
_FACES = f"'{_FACE}', 'Source Sans 3', Calibri, Carlito, sans-serif"
"""That of the charts, and what is like it where it is not installed."""
_OUTLINE = ' style:default-outline-level="{}"'
_WIDTH_CM = 17.0
"""Between the margins of an A4 page."""
_DAWN = (1980, 1, 1, 0, 0, 0)
"""The time of the parts: equal documents are equal files."""


def file(document: Document) -> bytes:
    """The whole file."""
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    parts: dict[str, bytes] = {
        "content.xml": _content(document).encode(),
        "styles.xml": _styles(document).encode(),
        "meta.xml": _meta(document).encode(),
        **{f"Pictures/{number}.png": picture.png for number, picture in enumerate(pictures)},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # First and not compressed, so that the kind of file can be told from its first bytes.
        archive.writestr(zipfile.ZipInfo("mimetype", _DAWN), MIME, zipfile.ZIP_STORED)
        archive.writestr(
            zipfile.ZipInfo("META-INF/manifest.xml", _DAWN), _manifest(parts), zipfile.ZIP_DEFLATED
        )
        for name, contents in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAWN), contents, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _content(document: Document) -> str:
    numbers = iter(range(len(document.blocks)))
    tables = iter(range(1, len(document.blocks) + 1))
    body = [_paragraph(document.title, "Title")]
    columns: list[str] = []
    for block, after in itertools.zip_longest(document.blocks, document.blocks[1:]):
        match block:
            case Text(text, is_quiet=False) if isinstance(after, Picture):
                body.append(_paragraph(text, "Lead"))
            case Picture():
                body.append(_picture(block, next(numbers)))
            case Grid():
                number = next(tables)
                columns += _columns(block, number)
                body.append(_table(block, number))
            case _:
                body.append(_block(block))
    styles = (
        '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #8a94a3" fo:padding="0.1cm"/></style:style>'
        f"{''.join(columns)}"
    )
    return (
        f'{_XML}<office:document-content {_SPACES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            outline = level - 1
            style = f'text:style-name="Heading_20_{outline}" text:outline-level="{outline}"'
            return f"<text:h {style}>{_escaped(text)}</text:h>"
        case Text(text, is_quiet):
            return _paragraph(text, "Quiet" if is_quiet else "Text")
        case Bullets(items):
            lines = "".join(f"<text:list-item>{_paragraph(item, 'Text')}</text:list-item>" for item in items)
            return f'<text:list text:style-name="Bullets">{lines}</text:list>'
    return ""


def _paragraph(text: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{_escaped(text)}</text:p>'


def _picture(picture: Picture, number: int) -> str:
    width, height = picture.size
    tall = _WIDTH_CM * height / width
    frame = f'draw:name="Chart {number + 1}" text:anchor-type="as-char"'
    size = f'svg:width="{_WIDTH_CM:.2f}cm" svg:height="{tall:.2f}cm"'
    image = (
        f'<draw:image xlink:href="Pictures/{number}.png" xlink:type="simple" xlink:show="embed" '
        'xlink:actuate="onLoad"/>'
    )
    words = f"<svg:desc>{_escaped(picture.alt)}</svg:desc>"
    return f'<text:p text:style-name="Lead"><draw:frame {frame} {size}>{image}{words}</draw:frame></text:p>'


def _columns(grid: Grid, number: int) -> list[str]:
    """A style for each column of a table whose columns are not equally wide."""
    return [
        f'<style:style style:name="Table{number}.{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{_WIDTH_CM * width / sum(grid.widths):.2f}cm"/>'
        "</style:style>"
        for place, width in enumerate(grid.widths)
    ]


def _table(grid: Grid, number: int) -> str:
    heads = "".join(_cell((name,), "Table_20_Heading") for name in grid.columns)
    rows = []
    for row in grid.rows:
        cells = [
            _cell(cell, "Table_20_Heading" if grid.has_row_headings and at == 0 else "Table_20_Contents")
            for at, cell in enumerate(row)
        ]
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    columns = "".join(
        f'<table:table-column table:style-name="Table{number}.{place}"/>' for place in range(len(grid.widths))
    )
    columns = columns or f'<table:table-column table:number-columns-repeated="{len(grid.columns)}"/>'
    head = f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>"
    name = f'table:name="Table {number}"'
    table = f"<table:table {name}>{columns}{head}{''.join(rows)}</table:table>"
    return f"{_paragraph(grid.caption, 'Caption')}{table}"


def _cell(lines: tuple[str, ...], style: str) -> str:
    inner = "".join(_paragraph(line, style) for line in lines)
    return f'<table:table-cell table:style-name="Cell" office:value-type="string">{inner}</table:table-cell>'


def _styles(document: Document) -> str:
    language, _sep, country = document.language.replace("_", "-").partition("-")
    speaks = f"fo:language={quoteattr(language)} fo:country={quoteattr(country or 'none')}"
    named = "".join(
        f'<style:style style:name="{name}" style:display-name="{shown}" style:family="paragraph"{extra}>'
        f'<style:paragraph-properties fo:margin-top="{above}cm" fo:margin-bottom="{below}cm" '
        f'fo:keep-with-next="{keep}"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="{weight}"/></style:style>'
        for name, shown, extra, above, below, keep, size, weight in (
            ("Text", "Text", "", 0, 0.2, "auto", 11, "normal"),
            ("Lead", "Text before a picture", "", 0, 0.2, "always", 11, "normal"),
            ("Title", "Title", "", 0, 0.4, "always", 22, "bold"),
            ("Heading_20_1", "Heading 1", _OUTLINE.format(1), 0.8, 0.25, "always", 16, "bold"),
            ("Heading_20_2", "Heading 2", _OUTLINE.format(2), 0.5, 0.15, "always", 13, "bold"),
            ("Quiet", "Quiet", "", 0, 0.2, "auto", 9, "normal"),
            ("Caption", "Caption", "", 0.2, 0.1, "always", 10, "bold"),
            ("Table_20_Heading", "Table Heading", "", 0, 0.05, "auto", 9, "bold"),
            ("Table_20_Contents", "Table Contents", "", 0, 0.05, "auto", 9, "normal"),
        )
    )
    bullets = (
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="•"><style:list-level-properties text:space-before="0.3cm" '
        'text:min-label-width="0.4cm"/></text:list-level-style-bullet></text:list-style>'
    )
    sheet = (
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" '
        'fo:margin-right="2cm"/></style:page-layout>'
    )
    return (
        f'{_XML}<office:document-styles {_SPACES} office:version="1.3">'
        f'<office:font-face-decls><style:font-face style:name="{_FACE}" svg:font-family="{_FACES}" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>'
        '<office:styles><style:default-style style:family="paragraph">'
        f'<style:text-properties style:font-name="{_FACE}" {speaks}/></style:default-style>'
        f"{named}{bullets}</office:styles><office:automatic-styles>{sheet}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/>'
        "</office:master-styles></office:document-styles>"
    )


def _meta(document: Document) -> str:
    return (
        f'{_XML}<office:document-meta {_SPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>Evenhand</meta:generator><dc:title>{_escaped(document.title)}</dc:title>"
        f"<dc:description>{_escaped(document.subject)}</dc:description>"
        f"<dc:language>{_escaped(document.language)}</dc:language>"
        f"<dc:date>{_escaped(document.made)}T00:00:00</dc:date></office:meta></office:document-meta>"
    )


def _manifest(parts: dict[str, bytes]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{"image/png" if name.endswith(".png") else "text/xml"}"/>'
        for name in parts
    )
    return (
        f'{_XML}<manifest:manifest {_SPACES} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME}"/>'
        f"{entries}</manifest:manifest>"
    )


def _escaped(text: str) -> str:
    return escape(clean(text))
