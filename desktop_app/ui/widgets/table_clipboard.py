"""Chosen rows on the clipboard: tabs for spreadsheets, a table for documents, titles in both."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop_app.ui.widgets.columns import Column

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def copy(columns: Sequence[Column[Any]], records: Sequence[Any]) -> None:
    """Put these columns of these records on the clipboard; nothing is put there for no records."""
    if records:
        QGuiApplication.clipboard().setMimeData(mime_data(columns, records))


def mime_data(columns: Sequence[Column[Any]], records: Sequence[Any]) -> QMimeData:
    """The rows as tab-separated text and as an HTML table."""
    titles = [column.title for column in columns]
    rows = [titles, *([column.plain(record) for column in columns] for record in records)]
    data = QMimeData()
    data.setText("\n".join("\t".join(harmless(cell) for cell in row) for row in rows) + "\n")
    data.setHtml(_table(rows))
    return data


def harmless(cell: str) -> str:
    """The cell on one line, with a leading quote where a spreadsheet would run it as a formula."""
    line = " ".join(cell.split())
    if line.startswith(STARTS_A_FORMULA) and not _is_number(line):
        return f"'{line}"
    return line


def _is_number(text: str) -> bool:
    return text[0] in "+-" and text[1:].replace(",", "").replace("\u202f", "").replace(".", "", 1).isdigit()


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = ["<table>", _row(head, "th"), *(_row(row, "td") for row in body), "</table>"]
    return "\n".join(lines)


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"
