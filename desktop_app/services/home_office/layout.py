"""Finds the Home Office's time series in a spreadsheet: which sheet is which, which cell is which figure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from desktop_app.domain import measures
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets.sheets import Cell, Sheet, Workbook, cell_name

WEEK = timedelta(days=6)
"""From a week's Monday to its Sunday."""

_SUNDAY = 6
_HEADER_WITHIN = 20
_LARGEST = 10**9
_NOT_RECORDED = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}"})
_FOOTNOTE = re.compile(r"\s*\[note \d+\]|\s*\(\d+\)|[¹²³]", re.IGNORECASE)

DAILY: dict[str, str] = {
    "migrants arrived": measures.ARR,
    "boats arrived": measures.ARR_BOATS,
    "boats arrived - involved in uncontrolled landings": measures.ARR_UNCTRL,
}
"""Measures by their column's header, in lower case."""

WEEKLY: dict[str, str] = {
    **DAILY,
    "migrants prevented": measures.PREV,
    "events prevented": measures.PREV_EV,
}

_DAY, _WEEK_ENDING, _NOTES = "date", "week ending", "notes"


class Entry(NamedTuple):
    """One value of one edition: a count of people, boats or events in a day or a week.

    A tuple, for there are ten thousand to an edition.
    """

    measure: str
    first: date
    last: date
    value: int | None
    """None where the source says that nothing was recorded; zero is zero."""
    sheet: str
    row: int
    """Counted from zero, as `column` is."""
    column: int
    note: str = ""
    """The source's own word on this row; "Revised" so far, never when or from what."""

    @property
    def place(self) -> str:
        """Sheet and cell, such as "SB_01 B2869"."""
        return f"{self.sheet} {cell_name(self.row, self.column)}"

    @property
    def notation(self) -> str:
        """The period's notation; making the period of it takes longer, and most are known already."""
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def period(self) -> PartialDate:
        """The day, or the whole of the week."""
        return PartialDate.parse(self.notation)


_entry = partial(tuple.__new__, Entry)
"""Past the class's own constructor, which takes twice as long."""


@dataclass(frozen=True, slots=True)
class TimeSeries:
    """One edition's values."""

    daily: tuple[Entry, ...]
    """People, boats, and boats in uncontrolled landings, by day."""
    weekly: tuple[Entry, ...]
    """People and events prevented, by week from Monday to Sunday."""
    compared: tuple[Entry, ...]
    """The weekly sheet's own arrivals: not figures of their own, but to be held against the days."""
    stated_edition: date | None
    """The day of the edition, where the cover says it."""

    @property
    def last_day(self) -> date:
        """The last day the edition speaks of: it cannot have been published before."""
        days: Iterator[date] = map(attrgetter("last"), chain(self.daily, self.weekly, self.compared))
        return max(days)


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet whose header row was found."""

    sheet: Sheet
    header: int
    dates: int
    columns: dict[int, str]
    notes: int | None


def time_series(workbook: Workbook) -> TimeSeries:
    """The time series in `workbook`.

    Raises Refusal: SPREADSHEET_UNKNOWN_LAYOUT where its two sheets or a column of theirs are missing,
    UNREADABLE_CELL (with `sheet`, `cell` and `row`) where a value is not a whole count or a date not a date.
    """
    days = _table(workbook, _DAY, DAILY)
    weeks = _table(workbook, _WEEK_ENDING, WEEKLY)
    daily = tuple(_entries(days, lambda day: day))
    weekly = tuple(_entries(weeks, _monday))
    if not daily:
        raise Refusal(RefusalCode.SPREADSHEET_UNKNOWN_LAYOUT)
    prevented = (measures.PREV, measures.PREV_EV)
    return TimeSeries(
        daily,
        tuple(entry for entry in weekly if entry.measure in prevented),
        tuple(entry for entry in weekly if entry.measure not in prevented),
        _stated_edition(workbook, {days.sheet.name, weeks.sheet.name}),
    )


def _table(workbook: Workbook, first: str, wanted: dict[str, str]) -> _Table:
    """The one sheet that has every wanted header in one row, beside the column of dates."""
    found = [table for sheet in workbook.sheets if (table := _recognised(sheet, first, wanted)) is not None]
    if len(found) != 1:
        raise Refusal(RefusalCode.SPREADSHEET_UNKNOWN_LAYOUT)
    return found[0]


def _recognised(sheet: Sheet, first: str, wanted: dict[str, str]) -> _Table | None:
    for index, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
        heads = [_head(cell) for cell in row]
        if all(heads.count(head) == 1 for head in (first, *wanted)):
            columns = {heads.index(head): measure for head, measure in wanted.items()}
            notes = heads.index(_NOTES) if _NOTES in heads else None
            return _Table(sheet, index, heads.index(first), columns, notes)
    return None


def _head(cell: Cell) -> str:
    """A header without its footnote mark, in lower case, with single spaces and plain hyphens."""
    if not isinstance(cell, str):
        return ""
    return " ".join(_FOOTNOTE.sub("", cell).replace("\N{EN DASH}", "-").casefold().split())


def _monday(day: date) -> date | None:
    return day - WEEK if day.weekday() == _SUNDAY else None


def _entries(table: _Table, start: Callable[[date], date | None]) -> list[Entry]:
    """The values of a sheet row by row, made column by column: an edition has twelve thousand."""
    name = table.sheet.name
    periods = list(_periods(table, start))
    width = len(table.columns)
    entries: list[Any] = [None] * (len(periods) * width)
    for place, (column, measure) in enumerate(table.columns.items()):
        entries[place::width] = [
            _entry(
                (
                    measure,
                    first,
                    last,
                    int(cell)
                    if type(cell := row[column]) is float and 0 <= cell <= _LARGEST and cell.is_integer()
                    else _count(cell, name, index, column),
                    name,
                    index,
                    column,
                    note,
                )
            )
            for index, row, first, last, note in periods
        ]
    return entries


def _periods(
    table: _Table, start: Callable[[date], date | None]
) -> Iterator[tuple[int, tuple[Cell, ...], date, date, str]]:
    """Each row that holds values, with its number, first and last day, and note."""
    name = table.sheet.name
    seen: set[date] = set()
    for index, row in enumerate(table.sheet.rows[table.header + 1 :], table.header + 1):
        cell = row[table.dates]
        if cell is None or _is_remark(table, row):
            if any(row[column] is not None for column in table.columns):
                raise _unreadable(name, index, table.dates)
            continue
        last = _day(cell)
        first = start(last) if last is not None else None
        if last is None or first is None or last in seen:
            raise _unreadable(name, index, table.dates)
        seen.add(last)
        noted = row[table.notes] if table.notes is not None else None
        note = noted.strip() if isinstance(noted, str) else ""
        yield index, row, first, last, note


def _is_remark(table: _Table, row: tuple[Cell, ...]) -> bool:
    """Whether a row holds words in place of a date and no value: a remark under the table."""
    words = row[table.dates]
    return isinstance(words, str) and all(row[column] is None for column in table.columns)


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == cell.second == cell.microsecond == 0
        return cell.date() if midnight else None
    return cell if isinstance(cell, date) else None


def _count(cell: Cell, sheet: str, row: int, column: int) -> int | None:
    """A whole count, or None where the source says or shows that it has none; a Refusal for all else."""
    if cell is None or (isinstance(cell, str) and cell.strip() in _NOT_RECORDED):
        return None
    if isinstance(cell, bool | date | str) or not (math.isfinite(cell) and cell == int(cell)):
        raise _unreadable(sheet, row, column)
    if not 0 <= cell <= _LARGEST:
        raise _unreadable(sheet, row, column)
    return int(cell)


def _unreadable(sheet: str, row: int, column: int) -> Refusal:
    return Refusal(RefusalCode.UNREADABLE_CELL, sheet=sheet, cell=cell_name(row, column), row=row + 1)


_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WRITTEN_DAY = re.compile(rf"\b(\d{{1,2}})[ _-]({'|'.join(_MONTHS)})[ _-](\d{{4}})\b", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})([-_]?)(\d{2})\2(\d{2})(?!\d)")


def days_in(text: str) -> set[date]:
    """The days that `text` names as "21 August 2026", 2026-08-21 or 20260821."""
    numbers = [(found[1], found[3], found[4]) for found in _ISO_DAY.finditer(text)]
    numbers += [
        (found[3], str(_MONTHS.index(found[2].lower()) + 1), found[1])
        for found in _WRITTEN_DAY.finditer(text)
    ]
    days = set()
    for year, month, day in numbers:
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return days


def _stated_edition(workbook: Workbook, tables: set[str]) -> date | None:
    """The only day that the cover names, if it names just one."""
    days: set[date] = set()
    for sheet in workbook.sheets:
        if sheet.name in tables or "cover" not in sheet.name.casefold():
            continue
        for cell in (cell for row in sheet.rows for cell in row):
            if isinstance(cell, str):
                days |= days_in(cell)
            elif (day := _day(cell)) is not None:
                days.add(day)
    return days.pop() if len(days) == 1 else None
