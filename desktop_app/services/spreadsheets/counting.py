"""Counts what the sheets of a document would fill, before anything is laid out in memory.

Runs in the process that reads, which must start in milliseconds: only modules that cost nothing are imported.
"""

from __future__ import annotations

import re
from xml.parsers import expat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 1 << 18
_WORD_DIGITS = 19
_ROW, _TABLE, _PARAGRAPH = "table:table-row", "table:table", "text:p"
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_COLUMNS_REPEATED = "table:number-columns-repeated"
_ROWS_REPEATED = "table:number-rows-repeated"
_UTF_8_STARTS = (b"<", b"\xef\xbb\xbf<")

_ROW_STARTS, _ROW_END = b"<table:table-row", b"</table:table-row>"
_TABLE_STARTS, _TABLE_END = b"<table:table ", b"</table:table>"
_CELL_STARTS, _CELL_END, _COVERED = b"<table:table-cell", b"</table:table-cell>", b"covered-table-cell"
_STYLE, _REPEATS = (
    rb'(?: table:style-name="[^"<>&]*")?',
    rb'(?: table:number-columns-repeated="[0-9]{1,19}")?',
)
_EMPTY_ROWS = re.compile(
    rb"(?:<table:table-row[^<>]*>(?:<table:table-cell"
    + _STYLE
    + _REPEATS
    + _STYLE
    + rb"/>)*</table:table-row>)*"
)
_HARMLESS = re.compile(
    rb'<table:table-cell table:number-columns-repeated="[0-9]{1,19}"' + _STYLE + rb"/></table:table-row>"
    rb"|<table:table-column [^<>]*repeated[^<>]*/>"
)
"""Repeats that fill nothing, as the usual writers spell them: empty cells that end a row, and columns."""
_GAP = re.compile(rb'<table:table-cell table:number-columns-repeated="([0-9]{1,5})"' + _STYLE + rb"/>")
"""Empty cells between filled ones."""
_REPEATED = b"repeated"
_WIDE = 200
"""Columns; a row so long that it could have more has its cells counted."""


class Unfit(Exception):
    """A document that is not to be read: because it claims too much, or because it is not sound."""

    def __init__(self, too_large: bool) -> None:
        super().__init__("too large" if too_large else "damaged")
        self.too_large = too_large


class Bounds:
    """How much the sheets may fill, as in `limits.Limits`."""

    def __init__(self, sheets: int, columns: int, cells: int, repeated_bytes: int) -> None:
        self.sheets = sheets
        self.columns = columns
        self.cells = cells
        self.repeated_bytes = repeated_bytes


def check_content(content: bytes, bounds: Bounds, told: Callable[[int, int], None]) -> None:
    """Raise Unfit for a `content.xml` that is not sound XML, or that fills more than the bounds allow.

    Empty cells may be repeated as often as they like: only the last filled row and column count, and
    gaps before them. `told` hears how many of the bytes are done.
    """
    if is_plain(content, bounds):
        told(len(content), len(content))
        return
    # A byte order mark of UTF-16 would win over the encoding that is told to the parser.
    if not content.startswith(_UTF_8_STARTS):
        raise Unfit(too_large=False)
    parser = _parser(_Counter(bounds))
    try:
        for at in range(0, len(content), _CHUNK):
            parser.Parse(content[at : at + _CHUNK], False)
            told(min(at + _CHUNK, len(content)), len(content))
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unfit(too_large=False) from error


def is_plain(content: bytes, bounds: Bounds) -> bool:
    """Whether a quick look is enough to see that a `content.xml` keeps to the bounds.

    It looks at whole rows in the one spelling that the usual writers have, and counts every cell element,
    filled or not; sheets with repeats inside are counted with care, each alone. A comment, a declaration, a
    row within a row, anything unusual: then the answer is False, and all of the content is counted with care.
    """
    if not content.startswith(b"<?xml ") or b"\0" in content:
        return False
    # A sign alone is found many times faster than two together.
    if b"!" in content and b"<!" in content:
        return False
    begun = content.find(b"?>")
    if content.find(b"?", begun + 2) >= 0 and content.count(b"<?") > 1:
        return False
    if not content.rstrip().endswith(b"</office:document-content>"):
        return False
    head, *pieces = content.split(_TABLE_STARTS)
    if _REPEATED in head or _ROW_STARTS in head or len(pieces) > bounds.sheets:
        return False
    cells = 0
    for piece in pieces:
        table, end, rest = piece.partition(_TABLE_END)
        if not end or _REPEATED in rest or _CELL_STARTS in rest or _ROW_STARTS in rest:
            return False
        rectangle = _rectangle(table)
        if rectangle is None:
            cells += _carefully(b"<x>" + _TABLE_STARTS + table + _TABLE_END + b"</x>", bounds)
        elif rectangle[1] > bounds.columns:
            return False
        else:
            cells += rectangle[0] * rectangle[1]
    return cells <= bounds.cells


def _rectangle(table: bytes) -> tuple[int, int] | None:
    """At most how many rows and columns of a table are filled; None where a quick look does not tell."""
    last = table.find(_ROW_END, table.rfind(_CELL_END))
    filled = last + len(_ROW_END) if last >= 0 else 0
    if _EMPTY_ROWS.fullmatch(table, filled) is None:
        return None
    table = table[:filled]
    head, *rows = table.split(_ROW_STARTS)
    if _CELL_STARTS in head or not _one_after_another(rows):
        return None
    # As if the widest row were cells from end to end, and held all the gaps of the sheet: more than enough.
    gaps = 0
    if (repeated := table.count(_REPEATED)) != len(_HARMLESS.findall(table)):
        rest, harmless = _HARMLESS.subn(b"", table)
        found = _GAP.findall(rest)
        if repeated != harmless + len(found):
            return None
        gaps = sum(map(int, found))
    widest = max(map(len, rows), default=0) // len(_CELL_STARTS)
    if widest > _WIDE:
        widest = max(row.count(_CELL_STARTS) + row.count(_COVERED) for row in rows)
    return len(rows), widest + gaps


def _one_after_another(rows: list[bytes]) -> bool:
    """Whether each of the pieces that begin with a row ends that row: none lies within another."""
    return all(row.endswith(_ROW_END) for row in rows) or all(row.count(_ROW_END) == 1 for row in rows)


def _carefully(fragment: bytes, bounds: Bounds) -> int:
    """How many cells one sheet would fill; raises Unfit as `check_content` does."""
    counter = _Counter(bounds)
    parser = _parser(counter)
    try:
        parser.Parse(fragment, True)
    except expat.ExpatError as error:
        raise Unfit(too_large=False) from error
    return counter.cells


def _parser(counter: _Counter) -> expat.XMLParserType:
    # Told outright, so that a document that declares another encoding is read as the next reader reads it.
    parser = expat.ParserCreate("UTF-8")
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.StartDoctypeDeclHandler = counter.doctype
    counter.place = lambda: parser.CurrentByteIndex
    return parser


class _Counter:
    """Where the reading stands: a table, its row, its cell, and what they have filled so far."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.place: Callable[[], int] = int
        self.sheets = self.cells = self.repeated_bytes = 0
        self.in_table = self.in_row = self.in_cell = False
        self.rows = self.filled_rows = self.filled_columns = 0
        self.row_repeats = self.row_place = 0
        self.columns = self.cell_repeats = self.cell_place = 0
        self.row_filled = self.cell_filled = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _PARAGRAPH:
            self.cell_filled = True
        elif name in _CELLS:
            self._refuse_inside(self.in_cell)
            self.in_cell = True
            self.cell_filled = "office:value-type" in attributes or "table:formula" in attributes
            repeats = attributes.get(_COLUMNS_REPEATED)
            if repeats is None:
                self.cell_repeats = 1
                self.columns += 1
            else:
                self.cell_repeats = repeat_count(repeats)
                self.columns += self.cell_repeats
                self.cell_place = self.place()
        elif self.in_cell:
            self._refuse_inside(name in (_TABLE, _ROW))
            self.cell_filled = True
        elif name == _ROW:
            self._refuse_inside(self.in_row)
            self.in_row, self.row_filled, self.columns = True, False, 0
            self.row_repeats = repeat_count(attributes.get(_ROWS_REPEATED, "1"))
            self.rows += self.row_repeats
            self.row_place = self.place()
        elif name == _TABLE:
            self._refuse_inside(self.in_table)
            self.in_table = True
            self.sheets += 1
            self.rows = self.filled_rows = self.filled_columns = 0

    def end(self, name: str) -> None:
        if name == _PARAGRAPH:
            return
        if name in _CELLS:
            self.in_cell = False
            if self.cell_filled:
                self.row_filled = True
                if self.columns > self.filled_columns or self.cell_repeats > 1:
                    self._widen()
        elif name == _ROW:
            self.in_row = False
            if self.row_filled:
                self._lengthen()
        elif name == _TABLE:
            self.in_table = False
            self.cells += self.filled_rows * self.filled_columns
            self.rows = self.filled_rows = self.filled_columns = 0
            self._check()

    def doctype(self, *_declared: object) -> None:
        raise Unfit(too_large=False)

    def _widen(self) -> None:
        self.filled_columns = max(self.columns, self.filled_columns)
        if self.cell_repeats > 1:
            self.repeated_bytes += self.cell_repeats * (self.place() - self.cell_place)
        self._check()

    def _lengthen(self) -> None:
        self.filled_rows = self.rows
        if self.row_repeats > 1:
            self.repeated_bytes += self.row_repeats * (self.place() - self.row_place)
        self._check()

    def _check(self) -> None:
        bounds = self.bounds
        if (
            self.sheets > bounds.sheets
            or self.filled_columns > bounds.columns
            or self.cells + self.filled_rows * self.filled_columns > bounds.cells
            or self.repeated_bytes > bounds.repeated_bytes
        ):
            raise Unfit(too_large=True)

    def _refuse_inside(self, nested: bool) -> None:
        # Sheets are flat. What a reader would make of a row within a cell is anybody's guess.
        if nested:
            raise Unfit(too_large=False)


def repeat_count(text: str) -> int:
    """A repeat attribute; more digits than a machine word has is a claim, not a number."""
    if not (text.isascii() and text.isdigit()):
        raise Unfit(too_large=False)
    if len(text) > _WORD_DIGITS:
        raise Unfit(too_large=True)
    return int(text)
