"""The values of a chart as a table, whatever chart it is, and as text for files: exactly what is plotted."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from desktop_app.charts.kinds.time_table import file_columns
from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.cells import cell_text

FIELDS = ("measure", "first", "last", "low", "high", "mark", "provisional", "source", "figures")
"""The columns of returns against arrivals; other charts bring their own."""
WORDS = ("headline", "subtitle", "footer", "alt")
"""What is said around every chart."""


def columns(chart: Chart) -> tuple[str, ...]:
    """The names of the columns."""
    if isinstance(chart, ComparisonChart):
        return FIELDS
    if isinstance(chart.body, TimePlot):
        return file_columns()
    return tuple(column.name for column in chart.table.columns)


def values(chart: Chart) -> list[dict[str, Any]]:
    """The lines of the table, each by the names of its columns; None where there is no value."""
    if isinstance(chart, ComparisonChart):
        return [
            {
                "measure": row.measure,
                "first": row.first,
                "last": row.last,
                "low": _number(row.low),
                "high": _number(row.high),
                "mark": row.mark,
                "provisional": row.provisional,
                "source": row.source,
                "figures": list(row.figures),
            }
            for row in chart.rows
        ]
    names = columns(chart)
    return [{name: line.values.get(name) for name in names} for line in chart.table.lines]


def as_plain(name: str, chart: Chart) -> dict[str, Any]:
    """A chart as JSON has it: its words, what a reader should know, and its values."""
    lines = [
        {key: value.isoformat() if isinstance(value, date) else value for key, value in line.items()}
        for line in values(chart)
    ]
    return {
        "chart": name,
        **said(chart),
        "notes": [note.text for note in chart.notes],
        "values": lines,
    }


def as_csv(chart: Chart) -> str:
    """The values under their heading, days in ISO 8601; the last columns of the first line hold the words.

    So any program reads it as a plain table, and the words are still in the file. A chart of nothing has its
    words in a line of their own.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = columns(chart)
    around = said(chart)
    writer.writerow((*names, *around))
    words = [cell_text(word) for word in around.values()]
    for line in values(chart) or [dict.fromkeys(names)]:
        writer.writerow([*(cell_text(flat(line[name])) for name in names), *words])
        words = [""] * len(around)
    return text.getvalue()


def said(chart: Chart) -> dict[str, str]:
    """What is said around a chart, by `WORDS`; of what a person wrote, also what was generated."""
    return {**{word: getattr(chart, word) for word in WORDS}, **_generated(chart)}


def _generated(chart: Chart) -> dict[str, str]:
    """Of texts that a person wrote, those that were made from the figures: "generated_footer" and so on."""
    made = chart.generated
    if made is None:
        return {}
    edited = (word for word in WORDS if getattr(made, word) != getattr(chart, word))
    return {f"generated_{word}": getattr(made, word) for word in edited}


def flat(value: Any) -> Any:
    """A value as one cell: ids one after the other, yes and no as words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(value) if isinstance(value, list) else value


def _number(digits: str) -> int | float | None:
    if not digits:
        return None
    return int(digits) if digits.lstrip("-").isdigit() else float(digits)
