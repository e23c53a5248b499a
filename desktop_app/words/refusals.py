"""What could not be done, said in full: what happened, what is safe, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words.translate import _

Words = Callable[[], str]


def sentence(refusal: Refusal) -> str:
    """The sentence for people, with the facts that it names filled in."""
    facts = {name: printable(value) for name, value in refusal.values.items() if value != ""}
    special = (_WITH_FACT.get((refusal.code, name)) for name in facts)
    words = next((found for found in special if found), REFUSALS[refusal.code])
    return words().format_map(_Facts(facts))


def printable(fact: str | int) -> str | int:
    """A fact as one harmless line: a file's name may hold line breaks and codes that act on a terminal."""
    if isinstance(fact, int):
        return fact
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in fact
    )


class _Facts(dict[str, str | int]):
    """Facts for a sentence: one that is missing must not hide the sentence itself."""

    def __missing__(self, name: str) -> str:
        return _("The file") if name == "path" else "?"


_FILES: Mapping[RefusalCode, Words] = {
    RefusalCode.NOT_FOUND: lambda: _("{path} is not there. Check its name and folder."),
    RefusalCode.IS_A_FOLDER: lambda: _("{path} is a folder. Choose a file in it."),
    RefusalCode.NO_PERMISSION: lambda: _(
        "This account may not read or write {path}. Nothing was changed. "
        "Ask whoever owns it, or choose another file."
    ),
    RefusalCode.READ_ONLY: lambda: _(
        "{path} can be read but not changed. Nothing was changed. Save a copy elsewhere and work in that."
    ),
    RefusalCode.NOT_A_WORKSPACE: lambda: _(
        "{path} is not an Evenhand workspace. It was left as it is. Choose another file."
    ),
    RefusalCode.EMPTY_FILE: lambda: _(
        "{path} is empty: it holds no workspace any more. It was left as it is. Open a backup or a copy "
        "instead."
    ),
    RefusalCode.TOO_NEW: lambda: _(
        "{path} was written by a newer Evenhand. It was left as it is. "
        "Open it with that version, or update this one."
    ),
    RefusalCode.DAMAGED: lambda: _(
        "{path} is damaged. It was left as it is. Open a backup or a copy instead, and keep this file for "
        "repair."
    ),
    RefusalCode.LOCKED: lambda: _(
        "{path} is in use by another Evenhand that needs it alone. Nothing was changed. "
        "Try again when that one has finished."
    ),
    RefusalCode.BUSY: lambda: _(
        "{path} is being written by another program. Nothing was changed. Try again in a moment."
    ),
    RefusalCode.DISK_FULL: lambda: _(
        "The disk is full. What was being written was not kept; everything before it is saved. "
        "Free some space and try again."
    ),
    RefusalCode.DISK_ERROR: lambda: _(
        "The disk did not answer as it should at {path}. What was being done was not kept; everything "
        "before it is saved. Check the disk, then try again or save a copy elsewhere."
    ),
    RefusalCode.ALREADY_EXISTS: lambda: _(
        "{path} is there already. It was left as it is. Choose another name, or open that file."
    ),
}

_SECRETS: Mapping[RefusalCode, Words] = {
    RefusalCode.PASSPHRASE_NEEDED: lambda: _(
        "{path} is protected by a passphrase. It was left as it is. Open it in the window; in a terminal, "
        "the passphrase is asked for, or read from a file that --passphrase-file names."
    ),
    RefusalCode.WRONG_PASSPHRASE: lambda: _(
        "This is not the passphrase of {path}. It was left as it is. "
        "Check Caps Lock and the language of the keyboard, then try again."
    ),
    RefusalCode.OPEN_ELSEWHERE: lambda: _(
        "{path} is open in another window or program too. Nothing was changed. "
        "Close it there, then try again."
    ),
}

_RECORDS: Mapping[RefusalCode, Words] = {
    RefusalCode.CHANGED_MEANWHILE: lambda: _(
        "This record was changed in another window meanwhile. That change is kept. "
        "Look at it, then make this one again."
    ),
    RefusalCode.IN_USE: lambda: _("{path} is in use. Nothing was written. Choose another name."),
    RefusalCode.FILE_TOO_LARGE: lambda: _(
        "A kept copy may have {megabytes} MB at most. Nothing was kept. Keep the part that is the evidence."
    ),
    RefusalCode.NEEDS_DELETED: lambda: _(
        "This version refers to another record that has been deleted since. Nothing was changed. "
        "Bring that record back first, with Undo."
    ),
    RefusalCode.NO_SUCH_SOURCE: lambda: _(
        "There is no source with the id {id}. Nothing was kept. Copy the id from the table of sources."
    ),
    RefusalCode.COPY_DAMAGED: lambda: _(
        "The kept copy {name} is no longer what was kept: its SHA-256 differs, or its contents are gone. "
        "Nothing was opened or written. Take it from a backup."
    ),
    RefusalCode.CANNOT_OPEN: lambda: _(
        "This computer has no program for {name}. Save a copy and open it from there."
    ),
    RefusalCode.NEEDS_PASSPHRASE: lambda: _(
        "A file without a passphrase keeps only what anybody may see. Nothing was changed. "
        "Set a passphrase in the File menu, or set the sharing level to clear."
    ),
    RefusalCode.NOTHING_TO_UNDO: lambda: _("There is nothing to undo."),
    RefusalCode.NOTHING_TO_REDO: lambda: _("There is nothing to redo."),
    RefusalCode.CANCELLED: lambda: _("Cancelled. Nothing was changed."),
}

_IMPORTS: Mapping[RefusalCode, Words] = {
    RefusalCode.NOT_A_SPREADSHEET: lambda: _(
        "{path} is not a spreadsheet that can be read. Nothing was added. "
        "Choose the file as it was downloaded, or save the table as CSV."
    ),
    RefusalCode.SPREADSHEET_PROTECTED: lambda: _(
        "{path} is protected by a password. Nothing was added. Save it without one, or download it again."
    ),
    RefusalCode.SPREADSHEET_DAMAGED: lambda: _(
        "{path} is damaged or cut short. Nothing was added. Download it again."
    ),
    RefusalCode.SPREADSHEET_TOO_LARGE: lambda: _(
        "{path} is larger than a table for this ledger can be. Nothing was added. Check where it comes from."
    ),
    RefusalCode.NOT_A_TABLE: lambda: _(
        "{path} holds no table that can be read. Nothing was added. Choose a spreadsheet or a CSV file."
    ),
    RefusalCode.EMPTY_TABLE: lambda: _("{path} holds no rows. Nothing was added. Choose another file."),
    RefusalCode.UNDECIDED: lambda: _(
        "{path} does not say which column holds the numbers. Nothing was added. "
        "Name it; in a terminal, with --map Total=value."
    ),
    RefusalCode.SPREADSHEET_UNKNOWN_LAYOUT: lambda: _(
        "{path} is a spreadsheet, but not laid out as the Home Office's small boats time series. "
        "Nothing was added. Check that it is that file; a layout of a later year needs a newer Evenhand."
    ),
    RefusalCode.NOT_TEXT: lambda: _(
        "{path} is not plain text, or longer than an article can be. Nothing was added. "
        "Save it as text, or copy its words and paste them."
    ),
    RefusalCode.PAGE_UNKNOWN_LAYOUT: lambda: _(
        "{path} holds no table of small boat arrivals as GOV.UK prints it. Nothing was added. "
        "Save the page with its table, or copy the table and paste it."
    ),
    RefusalCode.EDITION_UNKNOWN: lambda: _(
        "{path} does not say on which day it was published. Nothing was added. "
        "Give the date of the edition; in a terminal, with --edition."
    ),
    RefusalCode.TOO_MANY_ROWS: lambda: _(
        "An Excel sheet holds at most {most} rows, and {name} has more. Nothing was written. "
        "Choose CSV or the data package."
    ),
    RefusalCode.EXPORT_DAMAGED: lambda: _(
        "{path} was exported from Evenhand, but is damaged or was changed since. Nothing was added. "
        "Export it again, or choose another file."
    ),
    RefusalCode.EXPORT_TOO_NEW: lambda: _(
        "{path} was exported from a newer Evenhand. Nothing was added. Update this one."
    ),
    RefusalCode.UNREADABLE_CELL: lambda: _(
        "{path} holds something that is neither a count nor a day: sheet {sheet}, cell {cell}. "
        "Nothing was added. Look at that cell, or download the file again."
    ),
}

_ARGUMENTS: Mapping[RefusalCode, Words] = {
    RefusalCode.UNKNOWN_MEASURE: lambda: _(
        "There is no measure {measure}. Its code is a short one such as ARR, RET or ADM."
    ),
    RefusalCode.UNKNOWN_CASE: lambda: _("No case here has the code {name}. Without a code, all are listed."),
    RefusalCode.UNKNOWN_CHART: lambda: _("There is no chart {name}. Those there are: {known}."),
    RefusalCode.NO_SUCH_OPTION: lambda: _("The chart {chart} takes no {option}: it is drawn as it is."),
    RefusalCode.NOT_A_PERIOD: lambda: _(
        "{value} is no period. It can be one of {known}, or days as 2025-09-01..2025-12-31."
    ),
    RefusalCode.NOT_DAYS: lambda: _(
        "{value} is no day and no days. Write them as 2025-11-07, as early Nov 2025, or as "
        "2025-11-01..2025-11-10."
    ),
    RefusalCode.NEEDS_MEASURE: lambda: _(
        "{option} alone does not say what was counted. Add --measure, such as --measure RET."
    ),
    RefusalCode.NO_SUCH_NUMBER: lambda: _(
        "No number that was published more than once, and may be shown, is {value}. "
        "Give a figure's id, or what was counted and when, such as: arrivals 6 Sep 2025."
    ),
    RefusalCode.SEVERAL_NUMBERS: lambda: _(
        "{n} numbers that were published more than once are {value}, such as {known}. Say of which days."
    ),
    RefusalCode.UNKNOWN_TITLE: lambda: _(
        "There is no chart {name}, and none is saved under that title. Similar: {near}. "
        "`charts FILE` lists all."
    ),
    RefusalCode.UNKNOWN_PAGE: lambda: _("There is no page {name}. Those there are: {known}."),
    RefusalCode.UNKNOWN_KIND: lambda: _("There is no table {name}. Those there are: {known}."),
    RefusalCode.UNKNOWN_FORMAT: lambda: _("{name} is no known format. Those there are: {known}."),
    RefusalCode.BAD_ARGUMENT: lambda: _("{value} is not a valid {name}."),
    RefusalCode.NO_DISPLAY: lambda: _(
        "There is no screen to open a window on. Start it in a desktop session; "
        "new, import, export, series, chart, screenshot and check work without one."
    ),
    RefusalCode.NO_OUTPUT: lambda: _(
        "The answer could not be written to standard output. What was done is done and saved. "
        "Make room where the output goes, then ask again."
    ),
    RefusalCode.NO_SLIDES: lambda: _(
        "PowerPoint files need python-pptx, which is not installed: install evenhand[slides], "
        "or export PNG, SVG or PDF."
    ),
}

REFUSALS: Mapping[RefusalCode, Words] = {**_FILES, **_SECRETS, **_RECORDS, **_IMPORTS, **_ARGUMENTS}

_WITH_FACT: Mapping[tuple[RefusalCode, str], Words] = {
    (RefusalCode.IN_USE, "name"): lambda: _(
        "{name} is still used by {n} other records. Nothing was deleted. Unlink it there first."
    ),
    (RefusalCode.CHANGED_MEANWHILE, "path"): lambda: _(
        "{path} was moved or replaced while it was open. The last change was not kept. Open the file again."
    ),
    (RefusalCode.NOT_A_TABLE, "line"): lambda: _(
        "{path} opens a quotation mark on line {line} that is never closed. Nothing was added. "
        "Mend that line, or save the table again."
    ),
    (RefusalCode.UNDECIDED, "measure_of"): lambda: _(
        "{path} does not say what its numbers count. Nothing was added. "
        "Choose the measure; in a terminal, with --measure ARR."
    ),
    (RefusalCode.UNDECIDED, "day"): lambda: _(
        "{path} does not tell whether the day or the month comes first in {day}, in the column {column}. "
        "Nothing was added. Choose one; in a terminal, with --date-order dmy or --date-order mdy."
    ),
    (RefusalCode.UNDECIDED, "number"): lambda: _(
        "{path} does not tell thousands from decimals in {number}, in the column {column}. "
        "Nothing was added. Choose one; in a terminal, with --decimal point or --decimal comma."
    ),
    (RefusalCode.NO_SUCH_OPTION, "known"): lambda: _(
        "The chart {chart} takes no {option}. What it takes: {known}."
    ),
    (RefusalCode.BAD_ARGUMENT, "most"): lambda: _(
        "{value} is not a valid {name}: it runs from {least} to {most}."
    ),
    (RefusalCode.BAD_ARGUMENT, "scenes"): lambda: _(
        "{value} is not a valid {name}: no scene has that title or number. There are {scenes}; give a title "
        "as it is written, or a number counted from 1."
    ),
    (RefusalCode.BAD_ARGUMENT, "last"): lambda: _(
        "{path} speaks of days up to {last}, so it cannot have been published on {value}. "
        "Nothing was added. Check the date of the edition."
    ),
}
"""Codes that mean something else for a record than for a file: the fact that is given tells which."""
