"""The panel beside the chart: which days, which series, which marks, and the sources of the chosen point."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts.comparison import Show
from desktop_app.charts.periods import Period
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.domain.date_words import Order
from desktop_app.ui.charts.choice import ChartChoice
from desktop_app.ui.charts.period_fields import PeriodFields
from desktop_app.ui.charts.point_panel import PointPanel
from desktop_app.ui.charts.switches import Switches
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class ChartPanel(QScrollArea):
    """`changed` carries the ChartChoice after the person changed something."""

    changed = Signal(object)

    def __init__(self, formats: Formats, today: date, order: Order) -> None:
        super().__init__()
        self.setObjectName("chartPanel")
        self.setProperty("region", "inspector")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choice = ChartChoice()
        self.period = PeriodFields(formats, today, order)
        self.series = Switches(_("Series"), {"arrivals": "", "returned": "", "admitted": ""})
        self.series.setObjectName("seriesList")
        self.marks = Switches(
            _("Show"),
            {
                "ranges": _("Range where sources differ"),
                "milestones": _("Milestones"),
                "balance": _("Where the lines cross"),
                "lighter_provisional": _("Provisional figures lighter"),
                "each_day": _("Arrivals of each day"),
                "field_notes": _("Field notes"),
            },
        )
        self.marks.setObjectName("markList")
        self.point = PointPanel(formats, list(self.marks.boxes.values())[-1])
        self._lay_out()
        self.period.changed.connect(self._take_period)
        self.series.changed.connect(self._take_show)
        self.marks.changed.connect(self._take_show)

    def show_choice(self, choice: ChartChoice, chart: ComparisonChart) -> None:
        """Show what is chosen, and the days that it means."""
        self._choice = choice
        first, last = date.fromordinal(chart.first), date.fromordinal(chart.last)
        self.period.show_period(choice.period, first, last)
        self.series.show_shown(choice.show)
        self.marks.show_shown(choice.show)

    def _take_period(self, period: Period) -> None:
        self._take(replace(self._choice, period=period))

    def _take_show(self, show: Show) -> None:
        self._take(replace(self._choice, show=show))

    def _take(self, choice: ChartChoice) -> None:
        self._choice = choice
        self.changed.emit(choice)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 18, 16, 18)
        column.setSpacing(6)
        column.addWidget(TextLabel(_("Period"), "heading"))
        column.addWidget(self.period)
        column.addSpacing(10)
        column.addWidget(self.series)
        column.addSpacing(10)
        column.addWidget(self.marks)
        column.addSpacing(8)
        column.addWidget(rule())
        column.addSpacing(8)
        column.addWidget(self.point)
        column.addStretch(1)
        self.setWidget(inner)
