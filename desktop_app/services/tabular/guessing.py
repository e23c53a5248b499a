"""Guesses how a table is laid out, so that people have only to look: its header, and what its columns are."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from operator import itemgetter

from desktop_app.services.spreadsheets.sheets import Cell
from desktop_app.services.tabular import evidence, headers, values
from desktop_app.services.tabular.books import Row, Sheet
from desktop_app.services.tabular.evidence import Why
from desktop_app.services.tabular.layouts import DATE_TARGETS, NUMBER_TARGETS, Column, Layout, Week
from desktop_app.services.tabular.targets import (
    MeasureNames,
    Target,
    plain_title,
    target_of_tag,
    target_of_title,
)
from desktop_app.services.tabular.values import text_of

NO_TITLES = headers.NO_TITLES

_SAMPLE = 2_000
_WHOLE = 200_000
_EXAMPLES = 3
_MOSTLY = 0.7


def guess(sheet: Sheet, names: MeasureNames, today: date, titles_in: int | None = None) -> Layout:
    """How a sheet is most likely laid out; what cannot be told is left open, never guessed at.

    `titles_in` is the row of titles where somebody has said which it is, NO_TITLES where there is none.
    """
    sample = list(islice(iter(sheet.rows), _SAMPLE))
    header, tags, first = headers.find(sample, names) if titles_in is None else headers.chosen(titles_in)
    width = headers.width(sample, header, first)
    titles = headers.titles(sample, header, width)
    lower = headers.titles(sample[header:] if header else sample, 0 if header else header, width)
    tagged = [text_of(cell) for cell in sample[tags]] if tags is not None else []
    columns = []
    for index in range(width):
        target = target_of_tag(tagged[index]) if index < len(tagged) and tagged[index] else None
        target = target or target_of_title(titles[index]) or target_of_title(lower[index])
        title = titles[index] or headers.letter(index)
        columns.append(Column(index, title, target, week=_week(title)))
    body = sample[first:]
    columns = _only_one_of_each(_by_contents(columns, body, names, today))
    columns = [_with_examples(column, body) for column in columns]
    layout = Layout(header, tags, first, tuple(columns), signature=_signature(titles, tagged))
    return decided(sheet, layout)


def decided(sheet: Sheet, layout: Layout) -> Layout:
    """The layout, its columns of dates and numbers looked through for what single cells leave open."""
    wanted = [column for column in layout.columns if column.target in (*DATE_TARGETS, *NUMBER_TARGETS)]
    met: dict[int, dict[Cell, None]] = {column.index: {} for column in wanted}
    rows = islice(iter(sheet.rows), layout.first_row, layout.first_row + _WHOLE)
    while many := list(islice(rows, _SAMPLE)):
        narrowest = min(map(len, many))
        for index, found in met.items():
            long = many if index < narrowest else [row for row in many if index < len(row)]
            found.update(dict.fromkeys(map(itemgetter(index), long)))
    columns = list(layout.columns)
    for column in wanted:
        cells = [text_of(cell) for cell in met[column.index] if _is_open(cell)]
        place = layout.columns.index(column)
        if column.target in DATE_TARGETS and column.date_order.why is not Why.CHOSEN:
            columns[place] = replace(column, date_order=evidence.date_order(cells))
        elif column.target in NUMBER_TARGETS and column.number_style.why is not Why.CHOSEN:
            columns[place] = replace(column, number_style=evidence.number_style(cells))
    return replace(layout, columns=tuple(columns))


def _is_open(cell: Cell) -> bool:
    """Whether what a cell says may depend on how the column is written."""
    return isinstance(cell, str) and cell != "" and not (cell.isdigit() and cell.isascii())


def _by_contents(
    columns: list[Column], body: Sequence[Row], names: MeasureNames, today: date
) -> list[Column]:
    """What the titles do not say and the cells do; and the columns that are a measure or a period each."""
    shares = {column.index: _shares(column.index, body, today) for column in columns}
    has_measure = any(column.target is Target.MEASURE for column in columns)
    numeric = [column for column in columns if shares[column.index][0] >= _MOSTLY]
    named = {
        column.index: found.id
        for column in numeric
        if column.target in (None, Target.VALUE) and (found := names.in_title(column.title)) is not None
    }
    periods = [column for column in numeric if column.target is None and _is_period(column.title, today)]
    if (
        named
        and not has_measure
        and not any(column.target is Target.VALUE and column.index not in named for column in columns)
    ):
        columns = [
            replace(column, target=Target.VALUE, measure=named[column.index])
            if column.index in named
            else column
            for column in columns
        ]
    elif len(periods) > 1 and not any(column.target is Target.DATE for column in columns):
        columns = [
            replace(column, target=Target.VALUE, period=column.title) if column in periods else column
            for column in columns
        ]
    return _filled_up(columns, shares)


def _filled_up(columns: list[Column], shares: dict[int, tuple[float, float]]) -> list[Column]:
    """Columns of dates and of numbers take the fields that no title claims, where just one can."""
    taken = {column.target for column in columns}
    by_period = any(column.period for column in columns)
    for target, share, blocked in (
        (Target.DATE, 1, by_period),
        (Target.VALUE, 0, bool({Target.LOW, Target.HIGH} & taken)),
    ):
        if target in taken or blocked:
            continue
        able = [
            column for column in columns if column.target is None and shares[column.index][share] >= _MOSTLY
        ]
        if len(able) == 1 or (able and target is Target.DATE):
            place = columns.index(able[0])
            columns[place] = replace(able[0], target=target)
    return columns


def _only_one_of_each(columns: list[Column]) -> list[Column]:
    seen: set[Target] = set()
    kept = []
    for column in columns:
        many = column.target is Target.VALUE and (column.measure or column.period)
        if column.target in seen and not many:
            column = replace(column, target=None)
        elif column.target is not None:
            seen.add(column.target)
        kept.append(column)
    return kept


def _shares(index: int, body: Sequence[Row], today: date) -> tuple[float, float]:
    """How many of a column's filled cells are numbers, and how many are dates (years alone are not)."""
    numbers = dates = filled = 0
    for row in body[:200]:
        cell = row[index] if index < len(row) else None
        text = text_of(cell)
        if not text or text.casefold() in values.BLANKS:
            continue
        filled += 1
        if isinstance(cell, date):
            dates += 1
            continue
        read = values.amount(cell)
        numbers += read.problem in ("", "ambiguous separator", "negative")
        if not (read.amount is not None and text.isdigit()):
            said = values.when(cell, today)
            dates += said.date.is_dated or said.problem in ("ambiguous order", "wrong weekday")
    return (numbers / filled, dates / filled) if filled else (0.0, 0.0)


def _week(title: str) -> Week | None:
    plain = plain_title(title)
    if re.fullmatch(r"(?:week|7 days|seven days) (?:ending|ended|to)(?: .*)?|w e", plain):
        return Week.ENDING
    if re.fullmatch(r"(?:week|7 days|seven days) (?:beginning|commencing|starting|from)(?: .*)?|w c", plain):
        return Week.BEGINNING
    return None


def _is_period(title: str, today: date) -> bool:
    reading = values.when(title, today, "dmy")
    return reading.date.is_dated


def _with_examples(column: Column, body: Sequence[Row]) -> Column:
    texts = (text_of(row[column.index]) for row in body if column.index < len(row))
    return replace(column, examples=tuple(islice(dict.fromkeys(text for text in texts if text), _EXAMPLES)))


def _signature(titles: Sequence[str], tags: Sequence[str]) -> str:
    said = json.dumps([[title.casefold() for title in titles], [tag.casefold() for tag in tags]])
    return hashlib.sha256(said.encode()).hexdigest()[:32]
