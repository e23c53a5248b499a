"""A chart that is a sheet, as the page shows it: the picture, and a table with the chart's own columns."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Column as SheetColumn
from desktop_app.charts.sheets import Line, Sheet
from desktop_app.ui.widgets import table_clipboard
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _


class SheetTable(RecordTableView):
    """What is copied comes from `public`, so that nothing private leaves by the clipboard."""

    def __init__(self, sheet: Sheet, public: Callable[[], Chart]) -> None:
        super().__init__(
            columns(sheet), name=_("Plotted values"), empty=_("Nothing is drawn."), identity=_key
        )
        self.setObjectName("sheetData")
        self._public = public

    def copy(self) -> None:
        """Put the chosen lines, or without a choice all, on the clipboard as far as they are public."""
        chosen = {line.key for line in self.selected_records()}
        chart = self._public()
        lines = chart.table.lines if isinstance(chart, Sheet) else ()
        table_clipboard.copy(
            self.records.columns, [line for line in lines if not chosen or line.key in chosen]
        )


class SheetTables(QStackedWidget):
    """One table for each set of columns; the one in front shows the values of the sheet."""

    recordActivated = Signal(object)

    def __init__(self, public: Callable[[], Chart]) -> None:
        super().__init__()
        self._public = public
        self._tables: dict[tuple[str, ...], SheetTable] = {}

    @property
    def front(self) -> SheetTable | None:
        """The table that is shown."""
        widget = self.currentWidget()
        return widget if isinstance(widget, SheetTable) else None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the values of a sheet."""
        key = (sheet.name, *(column.name for column in sheet.table.columns))
        table = self._tables.get(key)
        if table is None:
            table = self._tables[key] = SheetTable(sheet, self._public)
            table.recordActivated.connect(self.recordActivated)
            self.addWidget(table)
        self.setCurrentWidget(table)
        self.setFocusProxy(table)
        table.show_records(list(sheet.table.lines))


def columns(sheet: Sheet) -> list[Column[Line]]:
    """The columns of a sheet's table as a table of the window has them."""
    return [_column(column) for column in sheet.table.columns]


def _column(column: SheetColumn) -> Column[Line]:
    return Column(
        column.name,
        column.words,
        partial(_text, column.name),
        sort=partial(_value, column.name) if column.is_number else None,
        at_end=column.is_number,
        tone=Tone.STRONG if column.is_number else Tone.NORMAL,
        width=column.width,
    )


def _text(name: str, line: Line) -> str:
    return line.texts.get(name, "")


def _value(name: str, line: Line) -> float | None:
    value = line.values.get(name)
    return float(value) if isinstance(value, (int, float)) else None


def _key(line: Line) -> str:
    return line.key
