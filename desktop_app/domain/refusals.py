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
    IN_USE = "in use"
    NOTHING_TO_UNDO = "nothing to undo"
    NOTHING_TO_REDO = "nothing to redo"
    NOT_A_SPREADSHEET = "not a spreadsheet"
    SPREADSHEET_DAMAGED = "spreadsheet damaged"
    SPREADSHEET_TOO_LARGE = "spreadsheet too large"
    SPREADSHEET_PROTECTED = "spreadsheet protected"
    SPREADSHEET_UNKNOWN_LAYOUT = "spreadsheet unknown layout"
    EDITION_UNKNOWN = "edition unknown"
    UNREADABLE_CELL = "unreadable cell"
    CANCELLED = "cancelled"
    UNKNOWN_MEASURE = "unknown measure"
    UNKNOWN_CHART = "unknown chart"
    UNKNOWN_PAGE = "unknown page"
    UNKNOWN_FORMAT = "unknown format"
    BAD_ARGUMENT = "bad argument"
    NO_DISPLAY = "no display"
    NO_OUTPUT = "no output"


class Refusal(Exception):
    """An operation that was not done, and left everything as it was.

    `values` are plain facts for the sentence (a path, a name, a number), never record contents.
    """

    def __init__(self, code: RefusalCode, **values: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.values = values
