"""Counts what the worksheets of a workbook would fill, by the cell that lies furthest out.

Runs in the process that reads: see `counting`.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from desktop_app.services.spreadsheets.counting import Bounds, Unfit, repeat_count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 1 << 18
_CELL_NAME = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})\Z")


def check_worksheets(
    texts: list[tuple[bytes, bool]], bounds: Bounds, told: Callable[[int, int], None]
) -> None:
    """Raise Unfit for the XML members of a workbook that are not sound, or fill more than the bounds allow.

    Each text comes with whether it holds cells. A cell far from the others makes the whole rectangle count,
    for it would be laid out.
    """
    if sum(holds_cells for _, holds_cells in texts) > bounds.sheets:
        raise Unfit(too_large=True)
    cells = 0
    for number, (text, holds_cells) in enumerate(texts):
        parser = expat.ParserCreate()
        corner = _Corner(bounds, cells)
        parser.StartDoctypeDeclHandler = corner.doctype
        if holds_cells:
            parser.StartElementHandler = corner.start
        try:
            for at in range(0, len(text), _CHUNK):
                parser.Parse(text[at : at + _CHUNK], False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Unfit(too_large=False) from error
        cells += corner.rows * corner.columns
        told(number + 1, len(texts))


class _Corner:
    """The last row and column of a worksheet that hold a cell."""

    def __init__(self, bounds: Bounds, before: int) -> None:
        self.bounds = bounds
        self.before = before
        self.row = self.column = self.rows = self.columns = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c" or name.endswith(":c"):
            place = attributes.get("r")
            if place is None:
                self.column += 1
            else:
                self.row, self.column = _place(place)
            if self.column > self.columns or self.row > self.rows:
                self._widen()
        elif name == "row" or name.endswith(":row"):
            place = attributes.get("r")
            self.row = self.row + 1 if place is None else repeat_count(place)
            self.column = 0

    def doctype(self, *_declared: object) -> None:
        raise Unfit(too_large=False)

    def _widen(self) -> None:
        self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)
        bounds = self.bounds
        if self.columns > bounds.columns or self.before + self.rows * self.columns > bounds.cells:
            raise Unfit(too_large=True)


def _place(name: str) -> tuple[int, int]:
    """Row and column of a cell's name, counted from one; the name is a stranger's."""
    found = _CELL_NAME.match(name)
    if found is None:
        raise Unfit(too_large=False)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
