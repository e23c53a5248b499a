"""Tells what a file is that is to be imported: a layout that needs no questions, or any table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming
from desktop_app.services.exchange import reading as exchange
from desktop_app.services.govuk import bringing as govuk
from desktop_app.services.home_office import layout
from desktop_app.services.spreadsheets import reader
from desktop_app.services.spreadsheets.limits import TABLE
from desktop_app.services.spreadsheets.reader import Cancelled, Progress, Spare
from desktop_app.services.spreadsheets.sheets import Workbook
from desktop_app.services.tabular import reading as tables
from desktop_app.services.tabular.books import Book
from desktop_app.store.looking import FIRST_PAGE, MAGIC, begins_protected

_WORKSPACE_SUFFIX = ".evenhand"


class Known(StrEnum):
    """What a file of rows is known to be."""

    EXPORT = "export"
    """A file that Evenhand exported (`services.exchange`)."""
    HOME_OFFICE = "home office"
    """An edition of the time series (`services.importing`)."""
    PAGE = "page"
    """A saved page of GOV.UK (`services.govuk`)."""
    ARTICLE = "article"
    """Prose (`services.articles`)."""
    TABLE = "table"
    """Any other table (`services.tabular`): how it is laid out must be looked at."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file as far as it was read to find out what it is, so that it need not be read again."""

    path: Path
    known: Known
    workbook: Workbook | None = None
    """Of an edition of the time series."""
    book: Book | None = None
    """Of a table."""


def is_workspace(path: Path) -> bool:
    """Whether a file is opened rather than imported: by its ending, else by its first bytes.

    The ending goes first, so that a damaged workspace still meets the sentence that fits it.
    """
    if path.suffix.lower() == _WORKSPACE_SUFFIX:
        return True
    try:
        first = incoming.start(path, FIRST_PAGE, RefusalCode.NOT_A_TABLE)
    except Refusal:
        return False
    return first.startswith(MAGIC) or begins_protected(first)


def recognise(
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    spare: Spare | None = None,
) -> Recognised:
    """What a file is; safe on any thread. The layouts that need no questions come first.

    Raises the refusals of `tabular.reading.read` for what is none of these, and UNREADABLE_CELL for an
    edition of the time series with a cell that cannot be read.
    """
    if exchange.recognise(path) is not None:
        return Recognised(path, Known.EXPORT)
    if govuk.recognise(path) is not None:
        return Recognised(path, Known.PAGE)
    if tables.is_spreadsheet(path):
        workbook = reader.read(path, progress, cancelled, TABLE, spare)
        if is_time_series(workbook):
            return Recognised(path, Known.HOME_OFFICE, workbook=workbook)
        return Recognised(path, Known.TABLE, book=tables.book_of(path, workbook))
    book = tables.read(path, progress, cancelled, spare=spare)
    return Recognised(path, Known.ARTICLE if tables.is_prose(path, book) else Known.TABLE, book=book)


def is_time_series(workbook: Workbook) -> bool:
    """Whether a workbook is laid out as the time series is, whatever its cells hold."""
    try:
        layout.time_series(workbook)
    except Refusal as refusal:
        return refusal.code is RefusalCode.UNREADABLE_CELL
    return True
