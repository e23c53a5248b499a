"""Writes small spreadsheet files of the same make as the real ones, and damaged or hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ODS = "application/vnd.oasis.opendocument.spreadsheet"
COLUMNS, ROWS = 16_384, 1_048_576

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
)
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>'
)

Value = date | float | str | None


def cell(value: Value, repeats: int = 1, formula: str = "") -> str:
    """One cell; numbers and dates are typed, as the real file has them."""
    more = f' table:number-columns-repeated="{repeats}"' if repeats != 1 else ""
    if formula:
        more += f" table:formula={quoteattr(formula)}"
    if value is None:
        return f'<table:table-cell{more} table:style-name="ce1"/>'
    if isinstance(value, date):
        kind, shown = f'"date" office:date-value="{value.isoformat()}T00:00:00"', f"{value:%d/%m/%Y}"
    elif isinstance(value, str):
        kind, shown = '"string"', escape(value)
    else:
        kind, shown = f'"float" office:value="{value:g}"', f"{value:g}"
    return f"<table:table-cell office:value-type={kind}{more}><text:p>{shown}</text:p></table:table-cell>"


def row(cells: Iterable[Value | str], repeats: int = 1, width: int = COLUMNS) -> str:
    """One row, filled up to the sheet's declared width by one empty cell, repeated."""
    written = [text if _is_xml(text) else cell(text) for text in cells]
    more = f' table:number-rows-repeated="{repeats}"' if repeats != 1 else ""
    rest = cell(None, width - len(written)) if width > len(written) else ""
    return f"<table:table-row{more}>{''.join(written)}{rest}</table:table-row>"


def table(name: str, rows: Sequence[str], height: int = ROWS) -> str:
    """One sheet, declared to its full height by one empty row, repeated."""
    rest = row((), height - len(rows)) if height > len(rows) else ""
    return f"<table:table table:name={quoteattr(name)}>{''.join(rows)}{rest}</table:table>"


def content(*tables: str, ranges: str = "") -> str:
    """The text of `content.xml`."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} office:version="1.3">'
        f"<office:body><office:spreadsheet>{''.join(tables)}{ranges}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def meta(made: date) -> str:
    """The text of `meta.xml`."""
    return (
        '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta>'
        f"<meta:creation-date>{made.isoformat()}T12:15:13Z</meta:creation-date></office:meta></office:document-meta>"
    )


def write_ods(
    path: Path,
    text: str | bytes,
    *,
    mimetype: str = ODS,
    manifest: str = _MANIFEST,
    members: Mapping[str, str | bytes] | None = None,
) -> Path:
    """An OpenDocument archive around a `content.xml`."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", text)
        for name, data in (members or {}).items():
            archive.writestr(name, data)
    path.write_bytes(packed.getvalue())
    return path


def write_xlsx(path: Path) -> Path:
    """A sound workbook of the other format, with one cell."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="SB_01" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">'
        '<c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


Daily = tuple[float | str, float | str, float | str]
Weekly = tuple[float | str, float | str]

DAILY_HEADS = (
    "Date",
    "Migrants arrived",
    "Boats arrived",
    "Boats arrived - involved in uncontrolled landings",
    "Notes",
)
WEEKLY_HEADS = ("Week ending", *DAILY_HEADS[1:4], "Migrants prevented", "Events prevented", "Notes")


def edition(
    path: Path,
    *,
    start: date,
    days: Sequence[Daily],
    prevented: Sequence[Weekly] = (),
    revised: Iterable[date] = (),
    weekly: Mapping[date, Daily] | None = None,
    cover: Sequence[Value] = ("Frequency: published weekly", "Crown copyright"),
    made: date | None = None,
) -> Path:
    """A small edition of the time series: days from `start` (a Monday), and the weeks that they complete.

    `revised` are days, or Sundays for weeks, that carry the mark; `weekly` gives a week's own arrivals
    where they are not the sum of its days.
    """
    marked = set(revised)
    daily = [row(DAILY_HEADS)]
    for n, values in enumerate(days):
        day = start + timedelta(days=n)
        daily.append(row((day, *values, "Revised" if day in marked else None)))
    weeks = [row(WEEKLY_HEADS)]
    for n, stopped in enumerate(prevented):
        sunday = start + timedelta(days=7 * n + 6)
        own = (weekly or {}).get(sunday) or tuple(
            _sum(values[column] for values in days[7 * n : 7 * n + 7]) for column in range(3)
        )
        weeks.append(row((sunday, *own, *stopped, "Revised" if sunday in marked else None)))
    tables = (
        table("Cover_sheet", [row((None,)), *(row((line,)) for line in cover)]),
        table("Notes", [row(("Notes",)), row(("1. These statistics are provisional.",))]),
        table("SB_01", daily),
        table("SB_02", weeks),
    )
    stale = (
        '<table:database-ranges><table:database-range table:target-range-address="SB_01.A1:SB_01.E3"/>'
        "</table:database-ranges>"
    )
    return write_ods(path, content(*tables, ranges=stale), members={"meta.xml": meta(made)} if made else None)


def _sum(values: Iterable[float | str]) -> float | str:
    counts = [value for value in values if not isinstance(value, str)]
    return sum(counts) if counts else "-"


def _is_xml(value: Value | str) -> bool:
    return isinstance(value, str) and value.startswith("<table:table-cell")
