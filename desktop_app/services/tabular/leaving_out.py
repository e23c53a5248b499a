"""Knows the rows of a table that state nothing: blanks, remarks, totals of others, the titles again."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from desktop_app.domain.date_lexicon import fold
from desktop_app.services.tabular.books import Row
from desktop_app.services.tabular.values import text_of

_TOTALS: Final = frozenset(
    {"total", "totals", "grand total", "sum", "subtotal", "sub-total", "overall", "ensemble", "total general"}
)


class LeftOut(StrEnum):
    """Why a row, or a value in it, states no figure."""

    BLANK = "blank"
    NO_VALUE = "no value"
    TOTAL = "total row"
    REMARK = "remark"
    TITLES = "repeated titles"


def left_out(row: Row, titles: Sequence[str]) -> LeftOut | None:
    """Why a whole row states nothing, where it does not; `titles` are folded, one for each column."""
    texts = [text for cell in row if (text := text_of(cell))]
    if not texts:
        return LeftOut.BLANK
    if is_total(row):
        return LeftOut.TOTAL
    if len(texts) == 1 and not texts[0].isdigit() and len(titles) > 1:
        return LeftOut.REMARK
    if tuple(fold(text_of(cell)) for cell in row) == tuple(titles):
        return LeftOut.TITLES
    return None


def is_total(row: Row) -> bool:
    """Whether a row sums others up, as its first filled cell says."""
    text = next((text for cell in row if (text := text_of(cell))), "")
    return fold(text).strip(" :") in _TOTALS
