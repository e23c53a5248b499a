"""Finds the row that holds the titles of a table, past whatever stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.services.spreadsheets.sheets import cell_name
from desktop_app.services.tabular.books import Row
from desktop_app.services.tabular.targets import MeasureNames, is_tag, target_of_title
from desktop_app.services.tabular.values import amount, text_of

NO_TITLES = -1
"""In place of the number of a row: none holds titles."""

_WITHIN = 40
_KNOWN_COUNTS = 3
_DIRECTLY_COUNTS = 9
"""A row right above values is the lower of two rows of titles, which says more."""


def find(rows: Sequence[Row], names: MeasureNames) -> tuple[int | None, int | None, int]:
    """The row of titles, the row of hashtags, and the first row of the body; None where there is none."""
    tags = next((number for number, row in enumerate(rows[:_WITHIN]) if _is_tagged(row)), None)
    if tags is not None:
        above = tags - 1 if tags and _filled(rows[tags - 1]) else None
        return above, tags, tags + 1
    best, best_score = None, 0.0
    for number, row in enumerate(rows[:_WITHIN]):
        score = _score(row, rows[number + 1 : number + 4], names)
        if score > best_score:
            best, best_score = number, score
    if best is None:
        return None, None, next((number for number, row in enumerate(rows) if len(_filled(row)) > 1), 0)
    return best, None, best + 1


def chosen(row: int) -> tuple[int | None, int | None, int]:
    """As `find`, where somebody has said which row holds the titles (NO_TITLES: none)."""
    return (None, None, 0) if row == NO_TITLES else (row, None, row + 1)


def width(rows: Sequence[Row], header: int | None, first: int) -> int:
    """How many columns a table has: as many as have titles, and what lies beyond that most rows fill."""
    titled = 0
    if header is not None:
        titled = max((place for place, cell in enumerate(rows[header], 1) if text_of(cell)), default=0)
    body = [row for row in rows[first:] if _filled(row)]
    widest = max((len(row) for row in body), default=0)
    while widest > titled:
        filled = sum(len(row) >= widest and bool(text_of(row[widest - 1])) for row in body)
        if filled * 2 > len(body) or (header is None and filled):
            break
        widest -= 1
    return max(titled, widest)


def titles(rows: Sequence[Row], header: int | None, width: int) -> list[str]:
    """The title of each column; with the words above it where the header has two rows."""
    if header is None:
        return [""] * width
    lower = ([text_of(cell) for cell in rows[header]] + [""] * (width - len(rows[header])))[:width]
    upper = _upper(rows, header, width)
    own = [" ".join(f"{above} {below}".split()) for above, below in zip(upper, lower, strict=True)]
    return own[:width]


def letter(index: int) -> str:
    """What a column without a title is called: A, B ... AA."""
    return cell_name(0, index)[:-1]


def _upper(rows: Sequence[Row], header: int, width: int) -> list[str]:
    """The words of the row above the header, each carried on over the empty cells beside it."""
    none = [""] * width
    if header == 0:
        return none
    above = [text_of(cell) for cell in rows[header - 1]] + [""] * (width - len(rows[header - 1]))
    filled = [text for text in above if text]
    if len(filled) < 2 or any(_is_number(cell) for cell in rows[header - 1]):
        return none
    carried, last = [], ""
    for text in above[:width]:
        last = text or last
        carried.append(last)
    return carried


def _score(row: Row, below: Sequence[Row], names: MeasureNames) -> float:
    """How much a row looks like titles: words, known ones, no numbers, and rows as wide beneath it."""
    filled = [cell for cell in row if text_of(cell)]
    words = [text_of(cell) for cell in filled if isinstance(cell, str) and not _is_number(cell)]
    if not words or len(words) < len(filled) - _years_among(filled):
        return 0.0
    known = sum(
        target_of_title(word) is not None or names.in_title(word) is not None
        for word in words
        if len(word) < 80
    )
    beneath = [each for each in below if len(_filled(each)) >= 2]
    if not beneath or not any(_is_value(cell) for each in beneath for cell in each):
        return 0.0
    if len(filled) == 1 and len(_filled(beneath[0])) > 1:
        return 0.0
    directly = bool(below) and any(_is_value(cell) for cell in below[0])
    return known * _KNOWN_COUNTS + len(filled) / 10 + len(set(words)) / 20 + directly * _DIRECTLY_COUNTS


def _years_among(cells: Sequence[object]) -> int:
    """Years can be titles too: a table with a column for each."""
    return sum(isinstance(cell, date) or _is_year(text_of(cell)) for cell in cells)  # type: ignore[arg-type]


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _is_tagged(row: Row) -> bool:
    texts = [text_of(cell) for cell in row if text_of(cell)]
    return len(texts) > 0 and sum(map(is_tag, texts)) * 2 > len(texts)


def _filled(row: Row) -> list[str]:
    return [text for cell in row if (text := text_of(cell))]


def _is_number(cell: object) -> bool:
    if isinstance(cell, str):
        text = text_of(cell)
        return any(map(str.isdigit, text)) and amount(text).amount is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _is_value(cell: object) -> bool:
    return (
        isinstance(cell, date) or _is_number(cell) or (isinstance(cell, str) and any(map(str.isdigit, cell)))
    )
