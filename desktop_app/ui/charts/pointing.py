"""What a point of the chart says in the panel, and where it leads: to its figure, or to its case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.charts.shapes import Row
from desktop_app.charts.sheets import Line
from desktop_app.charts.targets import Target
from desktop_app.domain.cases import Case
from desktop_app.domain.figures import Figure
from desktop_app.domain.views import NOW
from desktop_app.ui.charts.chart_area import ChartArea
from desktop_app.ui.charts.point import point_words
from desktop_app.ui.charts.point_panel import PointPanel
from desktop_app.ui.charts.sheet_point import sheet_words
from desktop_app.ui.context import Context
from desktop_app.ui.places import Place
from desktop_app.ui.presenter import drawing
from desktop_app.ui.presenter.drawing import Angle


class Pointing(QObject):
    """Follows the cursor of the chart; `angle` gives from where the chart is drawn."""

    def __init__(
        self, context: Context, area: ChartArea, point: PointPanel, angle: Callable[[], Angle]
    ) -> None:
        super().__init__(area)
        self._context, self._area, self._point, self._angle = context, area, point, angle
        self._rows: dict[Target, Row] | None = None
        area.picture.cursorMoved.connect(self.follow)
        area.picture.pointActivated.connect(self.open_first)
        area.table.recordActivated.connect(self._open_row)
        area.sheet.cursorMoved.connect(self.follow)
        area.sheet.pointActivated.connect(self.open_first)
        area.values.recordActivated.connect(self._open_line)
        area.notes.figureAsked.connect(self.open)
        point.figureAsked.connect(self.open)

    def follow(self, _spoken: str = "") -> None:
        """Say in the panel what the cursor is on."""
        view, formats = self._angle().view, self._context.formats
        if self._area.is_sheet:
            line = self._area.sheet.current
            self._point.show_point(sheet_words(view, line, formats) if line is not None else None)
            return
        target = self._area.picture.current
        row = self._row_of(target) if target is not None else None
        if target is None or row is None:
            self._point.show_point(None)
            return
        self._point.show_point(point_words(view, target, row, formats))
        self._context.navigator.note(Place("charts", record=target.figures[0] if target.figures else ""))

    def forget(self) -> None:
        """Another chart is drawn: its rows are found when the first is asked for."""
        self._rows = None

    def open(self, record: str) -> None:
        """Go to a figure, or to a case."""
        if self._angle().view.get(Case, record) is not None:
            self._context.navigator.go(Place("cases", record=record))
            return
        if self._context.view.get(Figure, record) is None:
            # A frozen chart may show what the lens hides.
            self._context.lens.turn(NOW)
        self._context.navigator.go(Place("figures", record=record))

    def _row_of(self, target: Target) -> Row | None:
        """The line of the table for a point."""
        if self._rows is None:
            self._rows = drawing.rows_by_target(self._area.picture.chart)
        return self._rows.get(target)

    def open_first(self, figures: tuple[str, ...]) -> None:
        """Go to the first of several."""
        if figures:
            self.open(figures[0])

    def _open_row(self, row: Row) -> None:
        self.open_first(row.figures)

    def _open_line(self, line: Line) -> None:
        self.open_first(line.records)
