"""Reads a file of any kind that holds rows: separated text, spreadsheets, data packages, and pasted cells."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Final

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming
from desktop_app.services.spreadsheets import reader
from desktop_app.services.spreadsheets.limits import TABLE, Limits
from desktop_app.services.spreadsheets.reader import Cancelled, Progress, Spare
from desktop_app.services.spreadsheets.sheets import Workbook
from desktop_app.services.tabular import packages, texts
from desktop_app.services.tabular.books import Book, BookNote, Sheet

_PROSE: Final = (".txt", ".md", ".text")
_LOOKED_AT: Final = 200
_PHRASE_WORDS: Final = 3
PASTED: Final = 20_000_000
"""Characters; more than this is no pasted table."""

_FIRST_BYTES: Final = 4096
_MOST_BYTES: Final = 1_000_000_000
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_EMPTY_ZIP = b"PK\x05\x06"


def read(
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    limits: Limits = TABLE,
    spare: Spare | None = None,
    separator: str = "",
    encoding: str = "",
) -> Book:
    """The sheets of a file; may be called on any thread. The file is only ever read.

    What it is, its first bytes tell, not its name. `separator` and `encoding` are those of a text file
    where they are known better than can be found out. Raises Refusal: NOT_FOUND, IS_A_FOLDER, NO_PERMISSION,
    DISK_ERROR, CANCELLED, EMPTY_TABLE, NOT_A_TABLE, and the SPREADSHEET ones.
    """
    try:
        first = _first_bytes(path)
        if first.startswith((_ZIP, _EMPTY_ZIP)) and packages.is_package(path):
            return packages.read_archive(path, limits)
        if first.startswith((_ZIP, _OLE, _EMPTY_ZIP)):
            return book_of(path, reader.read(path, progress, cancelled, limits, spare))
        if path.name.lower() == packages.DESCRIPTOR or first.lstrip().startswith(b"{"):
            return packages.read_folder(path, limits)
        return texts.book_of(path.name, _whole(path), separator, encoding)
    except Refusal as refusal:
        raise Refusal(refusal.code, **{**refusal.values, "path": str(path)}) from refusal


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is a spreadsheet of a make that is read, by its first bytes; the refusals of `read`."""
    first = _first_bytes(path)
    return first.startswith((_ZIP, _OLE)) and not (first.startswith(_ZIP) and packages.is_package(path))


def is_prose(path: Path, book: Book) -> bool:
    """Whether a text is no table at all, but sentences."""
    if path.suffix.lower() not in _PROSE or not book.separator:
        return False
    cells = [str(cell).split() for row in islice(book.sheets[0].rows, _LOOKED_AT) for cell in row if cell]
    return sum(len(words) >= _PHRASE_WORDS for words in cells) * 2 > len(cells)


def read_text(pasted: str, separator: str = "") -> Book:
    """Rows that were pasted: parted by tabs where there are any, as spreadsheets and browsers copy them.

    `separator` parts them otherwise. Raises the refusals of a text file.
    """
    if len(pasted) > PASTED:
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    separator = separator or ("\t" if "\t" in pasted else "")
    return texts.book_of("", pasted.encode("utf-8", "replace"), separator)


def book_of(path: Path, workbook: Workbook) -> Book:
    """A spreadsheet as a book, once it is read."""
    sheets = tuple(Sheet(each.name, each.rows, each.hidden) for each in workbook.sheets)
    if not any(len(sheet.rows) for sheet in sheets):
        raise Refusal(RefusalCode.EMPTY_TABLE, path=str(path))
    notes = (BookNote.MERGED_FILLED,) if any(each.merged for each in workbook.sheets) else ()
    return Book(path.name, sheets, notes=notes)


def _first_bytes(path: Path) -> bytes:
    """The beginning of a file that holds something."""
    first = incoming.start(path, _FIRST_BYTES, RefusalCode.NOT_A_TABLE)
    if not first:
        raise Refusal(RefusalCode.EMPTY_TABLE, path=str(path))
    return first


def _whole(path: Path) -> bytes:
    return incoming.whole(path, _MOST_BYTES, RefusalCode.NOT_A_TABLE, RefusalCode.SPREADSHEET_TOO_LARGE)
