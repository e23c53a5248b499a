"""Writes tables as an Excel workbook: a sheet that explains every column, then a sheet for each table."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.domain.cells import looks_active
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import View
from desktop_app.services.exchange import documents, package_schema
from desktop_app.services.exchange.columns import Column, ColumnType, Table, Value
from desktop_app.services.exchange.wishes import Facts, Watch
from desktop_app.words import column_words
from desktop_app.words.translate import _

EXPLAINING, LONG = "Columns", "Long texts"
"""Names of the sheets beside the tables: like the column names, the same in every language."""
MARK = "json:"
"""Before a text written as a JSON string, because a workbook cannot hold it otherwise."""
LONGEST = 16_000
"""Letters of one cell: Excel takes 32,767 and counts some twice. Longer texts are on a sheet of their own."""
LONG_HEADER = ("table", "id", "column", "part", "text")
_ROWS = 1_048_575
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\r]|_x[0-9A-Fa-f]{4}_")
_WIDTHS = {ColumnType.DAY: 12, ColumnType.NUMBER: 12, ColumnType.INTEGER: 10, ColumnType.LIST: 24}
_WIDE = {"note", "words", "original_words", "text", "summary", "title", "cited_names", "amount_words"}


def write(
    draft: Path, wanted: tuple[Table, ...], view: View, facts: Facts, watch: Watch, *, hxl: bool = False
) -> dict[str, int]:
    """Write the workbook; answers how many records of each table.

    Rows go to the disk as they come. A table with more rows than a sheet can hold is refused (TOO_MANY_ROWS).
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory() as folder:
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "tmpdir": folder,
        }
        book = xlsxwriter.Workbook(str(draft), options)
        try:
            writer = _Writer(book, hxl=hxl)
            writer.explain(wanted, facts)
            counts = {table.name: writer.table(table, view, watch) for table in wanted if _holds(view, table)}
            writer.long_texts()
            book.close()
        except FileCreateError as error:
            # It wraps what the system said, which is what decides the refusal.
            raise error.args[0] from error
        finally:
            # Of an abandoned workbook nothing is written, but its sheets are open files.
            for sheet in book.worksheets():
                sheet._opt_close()
    return counts


def text_cell(text: str) -> str:
    """A text as a cell of a workbook; XML has no way to say some letters, and Excel reads _x0041_ as one."""
    if _UNSAFE.search(text) is None and not text.startswith(MARK):
        return text
    return MARK + json.dumps(text).replace("_", "\\u005f")


def restored(cell: str) -> str:
    """The text that `text_cell` was given; ValueError where nobody wrote this."""
    return str(json.loads(cell.removeprefix(MARK))) if cell.startswith(MARK) else cell


def shortened(cell: str) -> str:
    """What stands in the table for a cell that is too long."""
    return cell[: LONGEST - 1] + "…"


class _Writer:
    """A workbook under way."""

    def __init__(self, book: Any, *, hxl: bool) -> None:
        self._book, self._hxl = book, hxl
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._grey = book.add_format({"font_color": "#5A5A5A", "bold": True, "bottom": 1})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        # With it, Excel keeps such a text a text also when somebody edits its cell.
        self._quoted = book.add_format({"quote_prefix": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._long: list[tuple[str, str, str, str]] = []

    def explain(self, wanted: Iterable[Table], facts: Facts) -> None:
        """The first sheet: what this file is, and what every column means."""
        sheet = self._book.add_worksheet(EXPLAINING)
        sheet.set_column(0, 1, 22)
        sheet.set_column(2, 2, 12)
        sheet.set_column(3, 3, 90)
        sheet.write_string(0, 0, facts.scheme or "Evenhand", self._bold)
        sheet.merge_range(1, 0, 1, 3, "", self._wrapped)
        sheet.write_string(1, 0, package_schema.description(facts), self._wrapped)
        sheet.set_row(1, 48)
        sheet.write_string(2, 0, json.dumps({"evenhand": documents.head(facts)}), self._quoted)
        heads = (_("Sheet"), _("Column"), _("Type"), _("What it holds"))
        for place, words in enumerate(heads):
            sheet.write_string(4, place, words, self._bold)
        line = 5
        for table in wanted:
            sheet.write_string(line, 0, table.name, self._bold)
            sheet.write_string(line, 3, column_words.table(table.name), self._bold)
            line += 1
            for column in table.columns:
                sheet.write_string(line, 0, table.name)
                sheet.write_string(line, 1, column.name)
                sheet.write_string(line, 2, column.type.value)
                sheet.write_string(line, 3, column_words.column(table.name, column.name), self._wrapped)
                line += 1

    def table(self, table: Table, view: View, watch: Watch) -> int:
        """One table on its sheet, the header and the ids always in sight."""
        sheet = self._book.add_worksheet(table.name)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _width(column))
            sheet.write_string(0, place, column.name, self._grey if column.is_derived else self._bold)
        line = 1
        if self._hxl:
            for place, column in enumerate(table.columns):
                sheet.write_string(1, place, column.tag)
            line = 2
        sheet.freeze_panes(line, 1)
        start = line
        for row in watch.over(table.rows(view)):
            if line > _ROWS:
                raise Refusal(RefusalCode.TOO_MANY_ROWS, name=table.name, most=_ROWS)
            self._row(sheet, line, table, row)
            line += 1
        return line - start

    def long_texts(self) -> None:
        """What did not fit into its cell, in parts that do."""
        if not self._long:
            return
        sheet = self._book.add_worksheet(LONG)
        for place, name in enumerate(LONG_HEADER):
            sheet.write_string(0, place, name, self._bold)
        line = 1
        for table, id, column, text in self._long:
            for part, start in enumerate(range(0, len(text), LONGEST)):
                cells = (table, text_cell(id), column, None, text[start : start + LONGEST])
                for place, cell in enumerate(cells):
                    if cell is None:
                        sheet.write_number(line, place, part)
                    else:
                        self._text(sheet, line, place, cell)
                line += 1

    def _row(self, sheet: Any, line: int, table: Table, row: tuple[Value, ...]) -> None:
        for place, value in enumerate(row):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                cell = text_cell(value)
                if len(cell) > LONGEST:
                    if not table.columns[place].is_derived:
                        self._long.append((table.name, str(row[0]), table.columns[place].name, cell))
                    cell = shortened(cell)
                self._text(sheet, line, place, cell)
            elif isinstance(value, date):
                self._write_day(sheet, line, place, value)
            else:
                sheet.write_number(line, place, value)

    def _text(self, sheet: Any, line: int, place: int, cell: str) -> None:
        look = self._quoted if looks_active(cell) else None
        sheet.write_string(line, place, cell, look)

    def _write_day(self, sheet: Any, line: int, place: int, day: date) -> None:
        # Before that day Excel's calendar is wrong, or has no days at all.
        if day >= _FIRST_DAY:
            sheet.write_datetime(line, place, day, self._day)
        else:
            sheet.write_string(line, place, day.isoformat())


_FIRST_DAY = date(1900, 3, 1)


def _holds(view: View, table: Table) -> bool:
    return next(iter(view.every(table.kind)), None) is not None


def _width(column: Column) -> int:
    if column.name in _WIDE:
        return 40
    return max(_WIDTHS.get(column.type, 14), min(len(column.name) + 2, 24))
