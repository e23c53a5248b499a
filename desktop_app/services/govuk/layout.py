"""Finds the tables of arrivals in a page: which column is which measure, which cell is which figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain import measures
from desktop_app.services.govuk import row_dates
from desktop_app.services.govuk.documents import Document
from desktop_app.services.govuk.html_tables import TextTable
from desktop_app.services.govuk.row_dates import RowDays
from desktop_app.services.home_office.layout import Entry, TimeSeries

_SPANS: Final = {False: timedelta(days=45), True: timedelta(days=500)}
_EVER: Final = timedelta(days=3_640_000)
_NO_YEAR: Final = 2200
_HEADER_WITHIN: Final = 5
_FOOTNOTE: Final = re.compile(r"\s*\[(?:note )?\w{1,3}\]|\s*\((?:note )?\d{1,2}\)|[¹²³*†‡]", re.IGNORECASE)
_REVISED: Final = re.compile(r"\brevised\b|(?<![\w])\(?r\)?$", re.IGNORECASE)
_COUNT: Final = re.compile(r"[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+|[0-9]{1,9}")
_NOT_RECORDED: Final = frozenset({"", "-", "–", "—", "n/a", "na", "not available", "..", "x", "z"})
_TELLING: Final = frozenset({measures.ARR, measures.PREV, measures.PREV_EV})
"""A table is one of arrivals where it has at least one of these."""

_DAY_HEADS: Final = ("date", "day", "date of arrival")
_WEEK_HEADS: Final = ("week ending", "week", "week ended", "date range", "week commencing to week ending")


class PageKind(StrEnum):
    """Which page of GOV.UK a file is."""

    LAST_DAYS = "last 7 days"
    WEEKLY = "weekly summary"


class PageProblem(StrEnum):
    """Why a row or a cell of a page was left out."""

    DAY = "day"
    """Its day cannot be read, or contradicts its weekday; see `RowProblem.days`."""
    TWICE = "twice"
    """Its day stands in the table more than once."""
    COUNT = "count"
    """A cell is no whole count."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row, or one cell of it, that was left out."""

    problem: PageProblem
    days: RowDays
    words: str = ""
    """What stands in the cell."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row as it was understood."""

    days: RowDays
    values: tuple[tuple[str, int | None], ...]
    """Measures and counts; None where nothing was recorded."""
    note: str = ""
    revised: bool = False


@dataclass(frozen=True, slots=True)
class PageTables:
    """What a page tells, and what in it was left out."""

    rows: tuple[PageRow, ...]
    problems: tuple[RowProblem, ...]
    series: TimeSeries


@dataclass(frozen=True, slots=True)
class _Columns:
    table: TextTable
    number: int
    header: int
    days: int
    measures: dict[int, str]
    note: int | None
    weekly: bool


def kind_of(document: Document) -> PageKind | None:
    """Which page this is, by its tables; None where it has no table of arrivals."""
    found = list(_tables(document))
    if not found:
        return None
    return PageKind.LAST_DAYS if any(not columns.weekly for columns in found) else PageKind.WEEKLY


def last_day(document: Document) -> date | None:
    """The last day that a page tells of, as it is written; a wrong year may make it wrong."""
    days = []
    for columns in _tables(document):
        for row in columns.table.rows[columns.header + 1 :]:
            words = row[columns.days] if columns.days < len(row) else ""
            days.append(row_dates.read(words, date.max, span=_EVER, weekly=columns.weekly).last)
    return max((day for day in days if day is not None and day.year < _NO_YEAR), default=None)


def tables(document: Document, edition: date) -> PageTables:
    """The values of a page of an edition. What cannot be read is left out and named, never guessed."""
    rows: list[PageRow] = []
    problems: list[RowProblem] = []
    daily: list[Entry] = []
    weekly: list[Entry] = []
    seen: set[tuple[bool, date]] = set()
    for columns in _tables(document):
        for index in range(columns.header + 1, len(columns.table.rows)):
            cells = columns.table.rows[index]
            words = cells[columns.days].strip() if columns.days < len(cells) else ""
            if not words or _is_total(words) or not any(_cell(cells, at) for at in columns.measures):
                continue
            days = row_dates.read(words, edition, span=_SPANS[columns.weekly], weekly=columns.weekly)
            if days.first is None or days.last is None:
                problems.append(RowProblem(PageProblem.DAY, days))
                continue
            if (columns.weekly, days.last) in seen:
                problems.append(RowProblem(PageProblem.TWICE, days))
                continue
            seen.add((columns.weekly, days.last))
            row, wrong = _row(columns, cells, days)
            rows.append(row)
            problems += wrong
            (weekly if columns.weekly else daily).extend(_entries(columns, row, index))
    prevented = (measures.PREV, measures.PREV_EV)
    series = TimeSeries(
        tuple(daily),
        tuple(entry for entry in weekly if entry.measure in prevented),
        tuple(entry for entry in weekly if entry.measure not in prevented),
        edition,
    )
    return PageTables(tuple(rows), tuple(problems), series)


def _tables(document: Document) -> Iterator[_Columns]:
    for number, table in enumerate(document.tables, start=1):
        columns = _recognised(table, number)
        if columns is not None:
            yield columns


def _recognised(table: TextTable, number: int) -> _Columns | None:
    for index, row in enumerate(table.rows[:_HEADER_WITHIN]):
        heads = [_head(cell) for cell in row]
        found = {at: code for at, head in enumerate(heads) if (code := _measure(head))}
        counted = set(found.values())
        if len(counted) < len(found) or not counted & _TELLING:
            continue
        days = next((at for at, head in enumerate(heads) if head in (*_DAY_HEADS, *_WEEK_HEADS)), None)
        if days is None:
            continue
        note = next((at for at, head in enumerate(heads) if head in ("notes", "note")), None)
        return _Columns(table, number, index, days, found, note, heads[days] in _WEEK_HEADS)
    return None


def _head(cell: str) -> str:
    return " ".join(_FOOTNOTE.sub("", cell).replace("–", "-").casefold().split())


def _measure(head: str) -> str:
    """The measure that a column's head names; its wording has changed over the years."""
    if "uncontrolled" in head:
        return measures.ARR_UNCTRL
    if "prevented" in head:
        return measures.PREV_EV if "events" in head else measures.PREV
    if head.startswith(("boats arrived", "number of boats", "boats")):
        return measures.ARR_BOATS
    if head.startswith(("migrants arrived", "people arrived", "number of migrants", "arrivals", "migrants")):
        return measures.ARR
    return ""


def _is_total(words: str) -> bool:
    return words.casefold().startswith(("total", "all ", "sum"))


def _cell(cells: tuple[str, ...], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""


def _row(columns: _Columns, cells: tuple[str, ...], days: RowDays) -> tuple[PageRow, list[RowProblem]]:
    values: list[tuple[str, int | None]] = []
    problems = []
    note = _cell(cells, columns.note) if columns.note is not None else ""
    revised = bool(_REVISED.search(note))
    for at, code in columns.measures.items():
        words = _cell(cells, at)
        revised = revised or bool(_REVISED.search(words))
        plain = _REVISED.sub("", _FOOTNOTE.sub("", words)).strip(" ()")
        if plain.casefold() in _NOT_RECORDED:
            values.append((code, None))
        elif _COUNT.fullmatch(plain):
            values.append((code, int(re.sub(r"[^0-9]", "", plain))))
        else:
            problems.append(RowProblem(PageProblem.COUNT, days, words))
    return PageRow(days, tuple(values), note, revised), problems


def _entries(columns: _Columns, row: PageRow, index: int) -> Iterator[Entry]:
    first, last = row.days.first, row.days.last
    if first is None or last is None:
        return
    places = {code: at for at, code in columns.measures.items()}
    for code, value in row.values:
        note = (row.note or "Revised") if row.revised else ""
        yield Entry(code, first, last, value, f"table {columns.number}", index, places[code], note)
