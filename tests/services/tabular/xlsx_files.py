"""Writes small workbooks of the XLSX make, sound, damaged and hostile ones."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Value = float | str | None


def cell(place: str, value: Value, style: int = 0, formula: str = "") -> str:
    """One cell; numbers typed, texts inline, an error where the text begins with #."""
    said = f"<f>{escape(formula)}</f>" if formula else ""
    if value is None:
        return f'<c r="{place}" s="{style}">{said}</c>'
    if isinstance(value, str) and value.startswith("#"):
        return f'<c r="{place}" t="e">{said}<v>{value}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}" s="{style}">{said}<v>{value!r}</v></c>'


def sheet(rows: Sequence[Sequence[Value | str]], more: str = "") -> str:
    """The text of one worksheet; a cell may be given as XML."""
    written = []
    for number, row in enumerate(rows, 1):
        cells = [
            each
            if isinstance(each, str) and each.startswith("<c ")
            else cell(f"{chr(65 + at)}{number}", each)
            for at, each in enumerate(row)
        ]
        written.append(f'<row r="{number}">{"".join(cells)}</row>')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}">'
        f"<sheetData>{''.join(written)}</sheetData>{more}</worksheet>"
    )


def write(
    path: Path,
    sheets: Mapping[str, str | bytes],
    *,
    states: Mapping[str, str] | None = None,
    date1904: bool = False,
    members: Mapping[str, str | bytes] | None = None,
) -> Path:
    """A workbook of sheets by name; style 1 is a date. `states` says which sheets are hidden, and how."""
    names = list(sheets)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KIND}.worksheet+xml"/>'
            for n in range(1, len(names) + 1)
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{int(date1904)}"/><sheets>'
        + "".join(
            f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="s{n}"'
            + (f' state="{(states or {})[name]}"' if name in (states or {}) else "")
            + "/>"
            for n, name in enumerate(names, 1)
        )
        + "</sheets></workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="s{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(names) + 1)
        )
        + f'<Relationship Id="st" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": sheets[name] for n, name in enumerate(names, 1)},
        **(members or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
