"""Takes tables out of plain text: raw Markdown as a page may show it, or cells parted by tabs as pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop_app.services.govuk.html_tables import MOST_CELLS, TextTable

_RULE: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_BAR: Final = re.compile(r"(?<!\\)\|")
_EMPHASIS: Final = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")


def text_tables(lines: Iterable[str]) -> list[TextTable]:
    """The tables in these lines. Lines without a bar or a tab end a table; a rule of dashes is no row."""
    tables: list[TextTable] = []
    rows: list[tuple[str, ...]] = []
    cells = 0
    for line in [*lines, ""]:
        row = _cells(line)
        if row is None:
            if len(rows) > 1:
                tables.append(TextTable(tuple(rows)))
            rows = []
            continue
        if row:
            rows.append(row)
            cells += len(row)
        if cells > MOST_CELLS:
            raise ValueError("too many cells")
    return tables


def _cells(line: str) -> tuple[str, ...] | None:
    """The cells of a line; empty for a rule, None where it is no row of a table."""
    words = line.strip("\r\n ")
    if "\t" in words:
        return tuple(" ".join(cell.split()) for cell in words.split("\t"))
    if "|" not in words:
        return None
    if _RULE.fullmatch(words):
        return ()
    words = words.strip()
    inner = words.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(_plain(cell) for cell in _BAR.split(inner))


def _plain(cell: str) -> str:
    return " ".join(_EMPHASIS.sub("", cell).replace("\\|", "|").split())
