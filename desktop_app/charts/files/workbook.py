"""The values of a chart as an Excel workbook: a sheet of what is plotted, and one of what is said of it."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop_app.charts.files import tables
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.charts.registry import Chart

_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""XML has no way to say these."""
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
"""Charts over days have them as texts in ISO 8601."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDEST = 60


def as_workbook(chart: Chart) -> bytes:
    """The workbook. Days are days and numbers are numbers; a text stays a text, whatever it begins with."""
    # It takes a moment to load, and few charts leave this way.
    import xlsxwriter

    contents = io.BytesIO()
    with xlsxwriter.Workbook(contents, _OPTIONS) as book:
        formats = _Formats(book)
        _values(book.add_worksheet(_("Values")), chart, formats)
        _words(book.add_worksheet(_("Words")), chart, formats)
        book.set_properties({"title": _safe(chart.headline), "comments": _safe(chart.footer)})
    return contents.getvalue()


class _Formats:
    def __init__(self, book: Any) -> None:
        self.heading = book.add_format({"bold": True, "bottom": 1})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})


def _values(sheet: Any, chart: Chart, formats: _Formats) -> None:
    names = tables.columns(chart)
    lines = tables.values(chart)
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, formats.heading)
        longest = max((len(str(line[name])) for line in lines if line[name] is not None), default=0)
        sheet.set_column(column, column, min(max(longest, len(name)) + 2, _WIDEST))
    for row, line in enumerate(lines, 1):
        for column, name in enumerate(names):
            _put(sheet, row, column, line[name], formats)


def _put(sheet: Any, row: int, column: int, value: Any, formats: _Formats) -> None:
    if isinstance(value, str) and _DAY.fullmatch(value):
        value = date.fromisoformat(value)
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, formats.day)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value is not None:
        sheet.write_string(row, column, _safe(str(tables.flat(value))))


def _words(sheet: Any, chart: Chart, formats: _Formats) -> None:
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    said = [*tables.said(chart).items(), *(("note", note.text) for note in chart.notes)]
    for row, (name, text) in enumerate(said):
        sheet.write_string(row, 0, name, formats.heading)
        sheet.write_string(row, 1, _safe(text), formats.wrapped)


def _safe(text: str) -> str:
    return _UNSAFE.sub("�", text)
