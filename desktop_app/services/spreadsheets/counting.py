"""Counts what the sheets of a document would fill, before anything is laid out in memory."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets.limits import Limits

_CHUNK = 1 << 18
_WHOLE = re.compile(r"[0-9]{1,19}")
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_COLUMNS_REPEATED = "table:number-columns-repeated"
_ROWS_REPEATED = "table:number-rows-repeated"


def check_content(content: bytes, limits: Limits, told: Callable[[int, int], None]) -> None:
    """Refuse a `content.xml` that is not sound XML, or that fills more cells than the limits allow.

    Empty cells may be repeated as often as they like: only the last filled row and column count, and
    gaps before them. `told` hears how many of the bytes are done.
    """
    # A byte order mark of UTF-16 would win over the encoding that is told below.
    if not content.startswith((b"<", b"\xef\xbb\xbf<")):
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED)
    counter = _Counter(limits)
    # Told outright, so that a document that declares another encoding is read as the next reader reads it.
    parser = expat.ParserCreate("UTF-8")
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.StartDoctypeDeclHandler = counter.doctype
    counter.place = lambda: parser.CurrentByteIndex
    try:
        for at in range(0, len(content), _CHUNK):
            parser.Parse(content[at : at + _CHUNK], False)
            told(min(at + _CHUNK, len(content)), len(content))
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED) from error
    counter.end_table()


class _Counter:
    """Where the reading stands: a table, its row, its cell, and what they have filled so far."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.place: Callable[[], int] = int
        self.sheets = self.cells = self.repeated_bytes = 0
        self.in_table = self.in_row = self.in_cell = False
        self.rows = self.filled_rows = self.filled_columns = 0
        self.row_repeats = self.row_place = 0
        self.columns = self.cell_repeats = self.cell_place = 0
        self.row_filled = self.cell_filled = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._refuse_inside(self.in_cell)
            self.in_cell = True
            repeats = attributes.get(_COLUMNS_REPEATED)
            self.cell_repeats = 1 if repeats is None else _number(repeats)
            self.columns += self.cell_repeats
            self.cell_filled = "office:value-type" in attributes or "table:formula" in attributes
            if self.cell_repeats > 1:
                self.cell_place = self.place()
        elif self.in_cell:
            self._refuse_inside(name in ("table:table", "table:table-row"))
            self.cell_filled = True
        elif name == "table:table-row":
            self._refuse_inside(self.in_row)
            self.in_row, self.row_filled, self.columns = True, False, 0
            self.row_repeats = _number(attributes.get(_ROWS_REPEATED, "1"))
            self.rows += self.row_repeats
            if self.row_repeats > 1:
                self.row_place = self.place()
        elif name == "table:table":
            self._refuse_inside(self.in_table)
            self.in_table = True
            self.sheets += 1
            self.rows = self.filled_rows = self.filled_columns = 0

    def end(self, name: str) -> None:
        if name in _CELLS:
            if self.cell_filled:
                self._fill_cell()
            self.in_cell = False
        elif name == "table:table-row":
            if self.row_filled:
                self._fill_row()
            self.in_row = False
        elif name == "table:table":
            self.end_table()

    def doctype(self, *_declared: object) -> None:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED)

    def end_table(self) -> None:
        self.cells += self.filled_rows * self.filled_columns
        self.rows = self.filled_rows = self.filled_columns = 0
        self.in_table = False
        self._check()

    def _fill_cell(self) -> None:
        self.row_filled = True
        if self.columns > self.filled_columns:
            self.filled_columns = self.columns
            self._check()
        if self.cell_repeats > 1:
            self.repeated_bytes += self.cell_repeats * (self.place() - self.cell_place)
            self._check()

    def _fill_row(self) -> None:
        self.filled_rows = self.rows
        if self.row_repeats > 1:
            self.repeated_bytes += self.row_repeats * (self.place() - self.row_place)
        self._check()

    def _check(self) -> None:
        limits = self.limits
        cells = self.cells + self.filled_rows * self.filled_columns
        if (
            self.sheets > limits.sheets
            or self.filled_columns > limits.columns
            or cells > limits.cells
            or self.repeated_bytes > limits.repeated_bytes
        ):
            raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)

    def _refuse_inside(self, nested: bool) -> None:
        # Sheets are flat. What a reader would make of a row within a cell is anybody's guess.
        if nested:
            raise Refusal(RefusalCode.SPREADSHEET_DAMAGED)


def _number(text: str) -> int:
    """A repeat attribute; more digits than a machine word has is a claim, not a number."""
    if _WHOLE.fullmatch(text) is None:
        whole = text.isascii() and text.isdigit()
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE if whole else RefusalCode.SPREADSHEET_DAMAGED)
    return int(text)
