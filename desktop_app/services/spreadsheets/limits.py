"""How much a spreadsheet may ask of this machine before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one spreadsheet; the defaults leave the Home Office's file room for ten times its size.

    Filled cells are counted, never declared ones: every real sheet declares 1,048,576 rows by 16,384
    columns through repeat attributes.
    """

    file_bytes: int = 32 * _MB
    members: int = 500
    """Members of the zip archive."""
    content_bytes: int = 32 * _MB
    """The unpacked size of the sheets."""
    side_bytes: int = 1 * _MB
    """The unpacked size of each small member that is looked at."""
    ratio: int = 250
    """Unpacked to packed; the real file is 34."""
    sheets: int = 64
    columns: int = 1_000
    """Up to the last filled one."""
    cells: int = 1_000_000
    """The rectangles from A1 to the last filled row and column, all sheets together."""
    repeated_bytes: int = 64 * _MB
    """What the repeats of filled cells and rows would be if they were written out."""
    memory_bytes: int = 512 * _MB
    """Address space of the process that reads, where the system can limit it."""
    seconds: float = 10.0
    """Until the process that reads is killed."""


DEFAULT = Limits()

TABLE = Limits(
    file_bytes=64 * _MB,
    content_bytes=192 * _MB,
    cells=4_000_000,
    memory_bytes=1_536 * _MB,
    seconds=30.0,
)
"""For tables of any kind: room for a hundred thousand rows of thirty columns."""
