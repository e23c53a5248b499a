"""Guesses how a table is laid out, so that people have only to look: its header, and what its columns are."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any

from desktop_app.domain.date_words import Order
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis
from desktop_app.services.tabular import evidence, headers, values
from desktop_app.services.tabular.books import Row, Sheet
from desktop_app.services.tabular.evidence import DateOrder, NumberStyle, Why
from desktop_app.services.tabular.targets import (
    MeasureNames,
    Target,
    plain_title,
    target_of_tag,
    target_of_title,
)
from desktop_app.services.tabular.values import Decimals, text_of

DATE_TARGETS = (Target.DATE, Target.DATE_END, Target.SINCE, Target.PUBLISHED)
NUMBER_TARGETS = (Target.VALUE, Target.LOW, Target.HIGH)

_NO_ORDER = DateOrder(None, Why.NOTHING_OPEN)
_NO_STYLE = NumberStyle(None, Why.NOTHING_OPEN)

_SAMPLE = 2_000
_WHOLE = 200_000
_EXAMPLES = 3
_MOSTLY = 0.7


class Week(StrEnum):
    """Which end of a week a date stands for."""

    ENDING = "ending"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, what it fills, and how its cells are written."""

    index: int
    title: str
    target: Target | None = None
    measure: str = ""
    """Where the column's own title says what it counts: the measure of its values."""
    period: str = ""
    """Where the column's own title is a date: the period of its values."""
    week: Week | None = None
    """Where each date stands for the whole week that it ends or begins."""
    date_order: DateOrder = _NO_ORDER
    number_style: NumberStyle = _NO_STYLE
    examples: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody must say how its dates or numbers are written."""
        if self.target in DATE_TARGETS:
            return self.date_order.is_open
        return self.target in NUMBER_TARGETS and self.number_style.is_open


@dataclass(frozen=True, slots=True)
class Constants:
    """What holds for every row whose own cells do not say otherwise; texts as they would be typed."""

    measure: str = ""
    basis: Basis | None = None
    since: str = ""
    source: str = ""
    """Names a source; where it is empty and no column does, the file itself is the source."""
    speaker: str = ""
    published: str = ""
    status: Status = Status.UNVALIDATED


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is read. Rows are counted from zero."""

    header_row: int | None
    hxl_row: int | None
    first_row: int
    columns: tuple[Column, ...]
    constants: Constants = field(default_factory=Constants)
    named: tuple[tuple[str, str], ...] = ()
    """Measures by names of this file that are nobody else's: the name and the code of each."""
    signature: str = ""
    """The same for files with the same titles: what a remembered choice is found by."""

    def of(self, target: Target) -> tuple[Column, ...]:
        """The columns that fill a field."""
        return tuple(column for column in self.columns if column.target is target)

    @property
    def open_columns(self) -> tuple[Column, ...]:
        """The columns of which somebody must say how they are written."""
        return tuple(column for column in self.columns if column.is_open)

    @property
    def lacks_value(self) -> bool:
        """Whether no column holds numbers."""
        return not any(self.of(target) for target in NUMBER_TARGETS)

    @property
    def lacks_measure(self) -> bool:
        """Whether nothing says what the numbers count."""
        return not (
            self.constants.measure
            or self.of(Target.MEASURE)
            or all(column.measure for column in self.of(Target.VALUE))
        )

    def with_target(self, index: int, target: Target | None) -> Layout:
        """The layout with one column filling another field; a field other than the value has one column."""
        columns = []
        for column in self.columns:
            if column.index == index:
                column = replace(column, target=target)
            elif target is not None and column.target is target and target is not Target.VALUE:
                column = replace(column, target=None)
            columns.append(column)
        return replace(self, columns=tuple(columns))

    def with_date_order(self, order: Order, index: int | None = None) -> Layout:
        """The layout with the order of day and month chosen, for one column or for all."""
        chosen = DateOrder(order, Why.CHOSEN)
        return replace(
            self,
            columns=tuple(
                replace(column, date_order=chosen)
                if (index is None and column.date_order.order is None) or column.index == index
                else column
                for column in self.columns
            ),
        )

    def with_decimals(self, decimals: Decimals, index: int | None = None) -> Layout:
        """The layout with the sign before decimals chosen, for one column or for all."""
        chosen = NumberStyle(decimals, Why.CHOSEN)
        return replace(
            self,
            columns=tuple(
                replace(column, number_style=chosen)
                if (index is None and column.number_style.decimals is None) or column.index == index
                else column
                for column in self.columns
            ),
        )


def guess(sheet: Sheet, names: MeasureNames, today: date) -> Layout:
    """How a sheet is most likely laid out; what cannot be told is left open, never guessed at."""
    sample = list(islice(iter(sheet.rows), _SAMPLE))
    header, tags, first = headers.find(sample, names)
    width = max((len(row) for row in sample), default=0)
    titles = headers.titles(sample, header, width)
    tagged = [text_of(cell) for cell in sample[tags]] if tags is not None else []
    columns = []
    for index in range(width):
        target = target_of_tag(tagged[index]) if index < len(tagged) and tagged[index] else None
        target = target or target_of_title(titles[index])
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
    texts: dict[int, dict[str, None]] = {column.index: {} for column in wanted}
    for row in islice(iter(sheet.rows), layout.first_row, layout.first_row + _WHOLE):
        for index, found in texts.items():
            cell = row[index] if index < len(row) else None
            if isinstance(cell, str) and cell and not (cell.isdigit() and cell.isascii()):
                found[cell] = None
    columns = list(layout.columns)
    for column in wanted:
        cells = [text_of(text) for text in texts[column.index]]
        place = layout.columns.index(column)
        if column.target in DATE_TARGETS and column.date_order.why is not Why.CHOSEN:
            columns[place] = replace(column, date_order=evidence.date_order(cells))
        elif column.target in NUMBER_TARGETS and column.number_style.why is not Why.CHOSEN:
            columns[place] = replace(column, number_style=evidence.number_style(cells))
    return replace(layout, columns=tuple(columns))


def remembered(layout: Layout) -> str:
    """The choices of a layout as a line of JSON, to be kept under its `signature`."""
    constants = layout.constants
    plain: dict[str, Any] = {
        "columns": {str(column.index): column.target or "" for column in layout.columns},
        "measures": {str(column.index): column.measure for column in layout.columns if column.measure},
        "orders": {
            str(column.index): column.date_order.order
            for column in layout.columns
            if column.date_order.why is Why.CHOSEN
        },
        "decimals": {
            str(column.index): column.number_style.decimals
            for column in layout.columns
            if column.number_style.why is Why.CHOSEN
        },
        "named": [list(pair) for pair in layout.named],
        "measure": constants.measure,
        "basis": constants.basis or "",
        "since": constants.since,
        "source": constants.source,
        "speaker": constants.speaker,
        "status": constants.status.value,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def recalled(layout: Layout, text: str) -> Layout:
    """The layout with the choices that `remembered` wrote; as it is where they cannot be read."""
    try:
        plain = json.loads(text)
        columns = tuple(_recalled_column(column, plain) for column in layout.columns)
        named = tuple((str(name), str(code)) for name, code in plain["named"])
        constants = Constants(
            measure=str(plain["measure"]),
            basis=Basis(plain["basis"]) if plain["basis"] else None,
            since=str(plain["since"]),
            source=str(plain["source"]),
            speaker=str(plain["speaker"]),
            status=Status(plain["status"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return layout
    return replace(layout, columns=columns, constants=constants, named=named)


def _recalled_column(column: Column, plain: dict[str, Any]) -> Column:
    key = str(column.index)
    target = plain["columns"].get(key)
    if target is None:
        return column
    column = replace(
        column, target=Target(target) if target else None, measure=str(plain["measures"].get(key, ""))
    )
    order, decimals = plain["orders"].get(key), plain["decimals"].get(key)
    if order in ("dmy", "mdy"):
        column = replace(column, date_order=DateOrder(order, Why.CHOSEN))
    if decimals in (".", ","):
        column = replace(column, number_style=NumberStyle(decimals, Why.CHOSEN))
    return column


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
        if not text:
            continue
        filled += 1
        if isinstance(cell, date):
            dates += 1
            continue
        read = values.amount(cell)
        numbers += read.problem in ("", "ambiguous separator", "negative") or text in values.BLANKS
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
