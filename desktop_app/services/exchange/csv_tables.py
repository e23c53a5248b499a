"""Writes one table as CSV (RFC 4180), and reads rows back as they were written."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from desktop_app.domain.cells import cell_text, restored
from desktop_app.domain.views import View
from desktop_app.services.exchange.columns import Table
from desktop_app.services.exchange.wishes import Watch

_LONGEST_CELL = 1 << 28
"""Notes may be long; the standard library refuses cells of more than 128 KB."""


def write(stream: TextIO, table: Table, view: View, watch: Watch, *, hxl: bool = False) -> int:
    """Write the table row by row and answer how many; the stream must not translate line ends."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.header)
    if hxl:
        writer.writerow([column.tag for column in table.columns])
    count = 0
    for row in watch.over(table.rows(view)):
        writer.writerow([cell_text(value) for value in row])
        count += 1
    return count


def read(stream: TextIO, separator: str = ",") -> Iterator[list[str]]:
    """The rows of a CSV file that `write` wrote, its texts as they were; csv.Error for a broken one."""
    with _long_cells():
        for row in csv.reader(stream, strict=True, delimiter=separator):
            yield [restored(cell) for cell in row]


def is_tags(row: Sequence[str]) -> bool:
    """Whether this is a row of HXL hashtags."""
    return bool(row) and all(cell.startswith("#") or not cell for cell in row) and any(row)


@contextmanager
def _long_cells() -> Iterator[None]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)
