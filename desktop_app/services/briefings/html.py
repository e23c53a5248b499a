"""Writes a document as one HTML file that needs nothing beside it: pictures and styles are within.

Every text is escaped. The page also tells the browser to load nothing and to run nothing.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Callable

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

Address = Callable[[Picture], str]
"""Where a picture is to be found."""

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b2430; background: #ffffff; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; }
img { max-width: 100%; height: auto; border: 1px solid #8a94a3; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid #8a94a3; padding: .4rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
td p, th p { margin: 0 0 .4rem; }
.quiet { font-size: .875rem; color: #4a5564; }
@media (prefers-color-scheme: dark) {
  body { color: #e6eaf0; background: #14191f; }
  .quiet { color: #b3bdca; }
}
@media print { h2, h3 { break-after: avoid; } tr, img { break-inside: avoid; } }
"""


def page(document: Document) -> bytes:
    """The whole file, in UTF-8."""
    head = [
        "<!DOCTYPE html>",
        f'<html lang="{_escaped(document.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_escaped(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_escaped(document.title)}</title>",
        f'<meta name="description" content="{_escaped(document.subject)}">',
        f'<meta name="date" content="{_escaped(document.made)}">',
        '<meta name="generator" content="Evenhand">',
        f"<style>{_STYLE}</style>",
        "</head>",
    ]
    body = ["<body>", "<main>", fragment(document, _within), "</main>", "</body>", "</html>", ""]
    return "\n".join((*head, *body)).encode()


def fragment(document: Document, address: Address) -> str:
    """What stands between the tags of the body."""
    title = f"<h1>{_escaped(document.title)}</h1>"
    return "\n".join((title, *(_block(block, address) for block in document.blocks)))


def _block(block: Block, address: Address) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{_escaped(text)}</h{level}>"
        case Text(text, is_quiet):
            look = ' class="quiet"' if is_quiet else ""
            return f"<p{look}>{_escaped(text)}</p>"
        case Bullets(items):
            return "<ul>\n" + "\n".join(f"<li>{_escaped(item)}</li>" for item in items) + "\n</ul>"
        case Picture(_png, (width, height), alt):
            size = f'width="{width}" height="{height}"'
            return f'<p><img src="{_escaped(address(block))}" {size} alt="{_escaped(alt)}"></p>'
        case Grid():
            return _table(block)


def _table(grid: Grid) -> str:
    widths = [f' width="{width}%"' for width in grid.widths] or [""] * len(grid.columns)
    heads = "".join(map(_head, grid.columns, widths))
    rows = [_row(row, grid.has_row_headings) for row in grid.rows]
    caption = f"<caption>{_escaped(grid.caption)}</caption>"
    parts = ("<table>", caption, f"<thead><tr>{heads}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>")
    return "\n".join(parts)


def _head(name: str, width: str) -> str:
    """The corner above headings of rows heads nothing."""
    return f'<th scope="col"{width}>{_escaped(name)}</th>' if name else f"<td{width}></td>"


def _row(cells: tuple[tuple[str, ...], ...], has_heading: bool) -> str:
    parts = []
    for number, cell in enumerate(cells):
        inner = _escaped(cell[0]) if len(cell) == 1 else "".join(f"<p>{_escaped(line)}</p>" for line in cell)
        is_heading = has_heading and number == 0
        parts.append(f'<th scope="row">{inner}</th>' if is_heading else f"<td>{inner}</td>")
    return f"<tr>{''.join(parts)}</tr>"


def _within(picture: Picture) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture.png).decode()}"


def _escaped(text: str) -> str:
    return html.escape(clean(text))
