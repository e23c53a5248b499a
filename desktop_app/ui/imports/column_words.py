"""How the columns of a table are spoken of: their titles, their cells, and what is asked of them."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.domain.date_words import Order
from desktop_app.services.tabular import values
from desktop_app.services.tabular.books import Sheet
from desktop_app.services.tabular.evidence import Why
from desktop_app.services.tabular.guessing import NO_TITLES
from desktop_app.services.tabular.layouts import Column, Week
from desktop_app.services.tabular.targets import Target
from desktop_app.services.tabular.values import Decimals, text_of
from desktop_app.words import amount_sentences, date_sentences, table_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_HEADERS_WITHIN = 30
_LETTERS = 90
_CELL_LETTERS = 28

ORDERS: Final[tuple[Order, Order]] = ("dmy", "mdy")
POINTS: Final[tuple[Decimals, Decimals]] = (",", ".")


def targets(*, basis: bool) -> list[tuple[str, str]]:
    """What a column may fill, nothing first; how it is counted only where a title says so."""
    offered = [target for target in Target if basis or target is not Target.BASIS]
    return [("", _("Leave out")), *((each.value, table_words.target(each.value)) for each in offered)]


def header_rows(sheet: Sheet) -> list[tuple[str, str]]:
    """The rows that may hold the titles, each with its words, and that none does."""
    rows = []
    for number in range(min(len(sheet.rows), _HEADERS_WITHIN)):
        cells = [text for cell in sheet.rows[number] if (text := text_of(cell))]
        if cells:
            words = shortened(" · ".join(cells), _LETTERS)
            rows.append((str(number), _("Row {n}: {cells}").format(n=number + sheet.first_line, cells=words)))
    return [*rows, (str(NO_TITLES), _("No row holds titles"))]


def title(columns: list[Column]) -> str:
    """The name of a column, or of several that are read alike."""
    first, last = columns[0].title, columns[-1].title
    if len(columns) == 1:
        return shortened(first, _LETTERS)
    words = _n("{n} column, {first}", "{n} columns, {first} to {last}", len(columns))
    return words.format(n=len(columns), first=first, last=last)


def examples(column: Column) -> str:
    """The column's own cells, and how they are read where that is not plain."""
    cells = " · ".join(shortened(cell, _CELL_LETTERS) for cell in column.examples)
    said = [cells or _("No cell is filled")]
    if column.week is not None and column.target is Target.DATE:
        ending = column.week is Week.ENDING
        said.append(_("the week that ends then") if ending else _("the week that begins then"))
    return "; ".join(said)


def order_entries(column: Column, today: date, formats: Formats) -> list[tuple[str, str]]:
    """Day first or month first, each with what its first example then is."""
    example = next(iter((*column.date_order.examples, *column.examples)), "")
    entries = []
    for order in ORDERS:
        read = values.when(example, today, order)
        day = date_sentences.date(read.date, formats) if read.date.is_dated else _("no such day")
        words = _("Day first: {day}") if order == "dmy" else _("Month first: {day}")
        plain = _("Day first") if order == "dmy" else _("Month first")
        entries.append((str(order), words.format(day=day) if example else plain))
    return entries


def decimals_entries(column: Column, formats: Formats) -> list[tuple[str, str]]:
    """Comma or point before decimals, each with what the first example then is."""
    example = next(iter((*column.number_style.examples, *column.examples)), "")
    entries = []
    for sign in POINTS:
        read = values.amount(example, sign)
        number = amount_sentences.amount(read.amount, formats) if read.amount is not None else "–"
        words = (
            _("Decimals after a comma: {number}") if sign == "," else _("Decimals after a point: {number}")
        )
        plain = _("Decimals after a comma") if sign == "," else _("Decimals after a point")
        entries.append((str(sign), words.format(number=number) if example else plain))
    return entries


def evidence(why: Why, cells: tuple[str, ...]) -> str:
    """How it was found out, with the cells that show it."""
    said = table_words.why(why.value)
    if not cells:
        return said
    return _("{cells}: {why}").format(cells=" · ".join(cells), why=said)


def lack(code: str) -> str:
    """What must be said yet."""
    words = {
        "no value column": _("Choose the column that holds the numbers"),
        "no measure": _("Choose what is counted"),
        "unreadable": _("Not understood as a date"),
    }
    return words.get(code, code)


def choose(why: Why, cells: tuple[str, ...]) -> str:
    """That somebody must say how a column is written, with its own cells."""
    return _("Choose. {evidence}").format(evidence=evidence(why, cells))


def shortened(text: str, letters: int) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= letters else f"{line[: letters - 1]}…"
