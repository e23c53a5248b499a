"""The values on the chart as a table: exactly those, in the order of the chart."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart, Mark, Row
from desktop_app.charts.texts import grammar
from desktop_app.ui.widgets import table_clipboard
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def key(row: Row) -> str:
    """What a plotted value is known by: its series and its days."""
    return f"{row.series} {row.first} {row.last}"


class PlottedTable(RecordTableView):
    """What is copied comes from `public`, so that nothing private leaves by the clipboard."""

    def __init__(self, formats: Formats, public: Callable[[], Chart]) -> None:
        super().__init__(
            columns(formats),
            name=_("Plotted values"),
            empty=_("Nothing is drawn in these days."),
            identity=key,
        )
        self.setObjectName("chartData")
        self._public = public

    def copy(self) -> None:
        """Put the chosen rows, or without a choice all, on the clipboard as far as they are public.

        All columns go with them, also those not shown: a spreadsheet wants plain numbers.
        """
        chosen = {key(row) for row in self.selected_records()}
        chart = self._public()
        public = chart.rows if isinstance(chart, ComparisonChart) else ()
        rows = [row for row in public if not chosen or key(row) in chosen]
        table_clipboard.copy(self.records.columns, rows)


def columns(formats: Formats) -> list[Column[Row]]:
    """Series, days, value, bounds, mark and sources."""

    def when(row: Row) -> str:
        return date_sentences.period(row.first, row.last, formats) if row.first.year > 1 else _until(row)

    def _until(row: Row) -> str:
        return _("by {date}").format(date=formats.day(row.last))

    def bound(digits: str) -> str:
        return formats.number(int(digits)) if digits.isdigit() else digits

    return [
        Column("series", _("Series"), lambda row: row.series, width=22),
        Column("when", _("Days"), when, sort=lambda row: (row.last, row.first), width=21),
        Column(
            "value", _("Value"), lambda row: row.value, sort=_size, tone=Tone.STRONG, at_end=True, width=18
        ),
        Column("mark", _("Mark"), mark, tone=Tone.MUTED, width=18),
        Column("low", _("Least"), lambda row: bound(row.low), sort=_low, at_end=True, width=8, hidden=True),
        Column("high", _("Most"), lambda row: bound(row.high), sort=_high, at_end=True, width=8, hidden=True),
        Column("source", _("Source"), lambda row: row.source, tone=Tone.MUTED, stretch=True, width=60),
    ]


def _low(row: Row) -> float | None:
    return _count(row.low)


def _high(row: Row) -> float | None:
    return _count(row.high)


def _count(digits: str) -> float | None:
    return float(digits) if digits else None


def _size(row: Row) -> float | None:
    return _count(row.low or row.high)


def mark(row: Row) -> str:
    """How a value is marked, in words."""
    words = grammar.mark_words().get(Mark(row.mark), row.mark)
    return _("{mark}, provisional").format(mark=words) if row.provisional else words
