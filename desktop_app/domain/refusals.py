"""Operations that cannot be done: typed errors that reach people as one sentence."""

from __future__ import annotations

from enum import StrEnum


class RefusalCode(StrEnum):
    """Why an operation was refused; each has one sentence in `words.refusals`."""

    NOT_FOUND = "not found"
    IS_A_FOLDER = "is a folder"
    NO_PERMISSION = "no permission"
    READ_ONLY = "read only"
    NOT_A_WORKSPACE = "not a workspace"
    EMPTY_FILE = "empty file"
    TOO_NEW = "too new"
    DAMAGED = "damaged"
    LOCKED = "locked"
    BUSY = "busy"
    DISK_FULL = "disk full"
    DISK_ERROR = "disk error"
    ALREADY_EXISTS = "already exists"
    CHANGED_MEANWHILE = "changed meanwhile"
    NEEDS_PASSPHRASE = "needs passphrase"
    PASSPHRASE_NEEDED = "passphrase needed"
    WRONG_PASSPHRASE = "wrong passphrase"
    OPEN_ELSEWHERE = "open elsewhere"
    IN_USE = "in use"
    FILE_TOO_LARGE = "file too large"
    NEEDS_DELETED = "needs deleted"
    NO_SUCH_SOURCE = "no such source"
    COPY_DAMAGED = "copy damaged"
    CANNOT_OPEN = "cannot open"
    NOTHING_TO_UNDO = "nothing to undo"
    NOTHING_TO_REDO = "nothing to redo"
    NOT_A_SPREADSHEET = "not a spreadsheet"
    SPREADSHEET_DAMAGED = "spreadsheet damaged"
    SPREADSHEET_TOO_LARGE = "spreadsheet too large"
    SPREADSHEET_PROTECTED = "spreadsheet protected"
    SPREADSHEET_UNKNOWN_LAYOUT = "spreadsheet unknown layout"
    NOT_A_TABLE = "not a table"
    EMPTY_TABLE = "empty table"
    UNDECIDED = "undecided"
    EDITION_UNKNOWN = "edition unknown"
    UNREADABLE_CELL = "unreadable cell"
    TOO_MANY_ROWS = "too many rows"
    EXPORT_DAMAGED = "export damaged"
    EXPORT_TOO_NEW = "export too new"
    NOT_TEXT = "not text"
    PAGE_UNKNOWN_LAYOUT = "page unknown layout"
    CANCELLED = "cancelled"
    UNKNOWN_MEASURE = "unknown measure"
    UNKNOWN_CASE = "unknown case"
    UNKNOWN_CHART = "unknown chart"
    NO_SUCH_OPTION = "no such option"
    NOT_A_PERIOD = "not a period"
    NOT_DAYS = "not days"
    NEEDS_MEASURE = "needs measure"
    NO_SUCH_NUMBER = "no such number"
    SEVERAL_NUMBERS = "several numbers"
    UNKNOWN_TITLE = "unknown title"
    UNKNOWN_PAGE = "unknown page"
    UNKNOWN_FORMAT = "unknown format"
    UNKNOWN_KIND = "unknown kind"
    BAD_ARGUMENT = "bad argument"
    NO_DISPLAY = "no display"
    NO_OUTPUT = "no output"
    NO_SLIDES = "no slides"


class Refusal(Exception):
    """An operation that was not done, and left everything as it was.

    `values` are plain facts for the sentence (a path, a name, a number), never record contents.
    """

    def __init__(self, code: RefusalCode, **values: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.values = values
