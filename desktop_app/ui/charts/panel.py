"""The panel beside the chart: which days, which series, which marks, and the sources of the chosen point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts import registry
from desktop_app.charts.bodies import CaseLanes, Supposed
from desktop_app.charts.choice import ChartChoice
from desktop_app.charts.comparison import Show
from desktop_app.charts.periods import Period
from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.sheets import Flow, Panels, Sheet
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.date_words import Order
from desktop_app.domain.scenario import Assumption
from desktop_app.domain.scenes import Scene
from desktop_app.ui.charts.period_fields import PeriodFields
from desktop_app.ui.charts.point_panel import PointPanel
from desktop_app.ui.charts.scenario_fields import ScenarioFields
from desktop_app.ui.charts.switches import Switches
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class ChartPanel(QScrollArea):
    """`changed` carries the ChartChoice after the person changed something."""

    changed = Signal(object)
    chartChosen = Signal(str)
    """The name of another chart, or the id of a saved one."""

    def __init__(self, formats: Formats, today: date, order: Order) -> None:
        super().__init__()
        self.setObjectName("chartPanel")
        self.setProperty("region", "inspector")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choice = ChartChoice()
        self.charts = QComboBox()
        self.charts.setObjectName("chartPicker")
        self.charts.setAccessibleName(_("Chart"))
        self.charts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.charts.activated.connect(self._take_chart)
        self._picking = TextLabel(_("Chart"), "heading")
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
                "withdrawn": _("Withdrawn figures"),
            },
        )
        self.marks.setObjectName("markList")
        self.point = PointPanel(formats, list(self.marks.boxes.values())[-1])
        self.scenario = ScenarioFields(formats)
        self._lay_out()
        self.scenario.changed.connect(self._take_assumed)
        self.period.changed.connect(self._take_period)
        self.series.changed.connect(self._take_show)
        self.marks.changed.connect(self._take_show)

    def offer_charts(self, key: str, saved: Sequence[Scene], *, offered: bool) -> None:
        """Let another chart be chosen here, built-in or saved, where the list has no room."""
        entries = [(kind.title(), kind.name) for kind in registry.kinds()]
        entries += [(scene.title, scene.id) for scene in saved]
        there = [(self.charts.itemText(at), self.charts.itemData(at)) for at in range(self.charts.count())]
        if entries != there:
            self.charts.clear()
            for words, data in entries:
                self.charts.addItem(words, data)
        self.charts.setCurrentIndex(self.charts.findData(key))
        for part in (self._picking, self.charts):
            part.setVisible(offered)

    def show_choice(self, choice: ChartChoice, chart: Chart) -> None:
        """Show what is chosen, and the days that it means."""
        self._choice = choice
        is_plot = isinstance(chart, Sheet) and isinstance(chart.body, TimePlot)
        has_days = isinstance(chart, ComparisonChart) or (is_plot and _has_choices(chart))
        for part in self._choosing:
            part.setVisible(has_days)
        for part in (self.series, self.marks):
            part.setVisible(isinstance(chart, ComparisonChart))
        supposes = isinstance(chart, Sheet) and isinstance(chart.body, Supposed)
        self.scenario.setVisible(supposes)
        self.scenario.show_assumed(choice.assumed)
        self.point.is_of_cases = isinstance(chart, Sheet) and isinstance(
            chart.body, (Flow, Panels, CaseLanes)
        )
        if not has_days:
            return
        days = chart.body if isinstance(chart, Sheet) and isinstance(chart.body, TimePlot) else chart
        if isinstance(days, (ComparisonChart, TimePlot)):
            first, last = date.fromordinal(days.first), date.fromordinal(days.last)
            self.period.show_period(choice.period, first, last)
        if not isinstance(chart, ComparisonChart):
            return
        self.series.show_shown(choice.show)
        self.marks.show_shown(choice.show)

    def _take_chart(self, _place: int) -> None:
        self.chartChosen.emit(self.charts.currentData())

    def _take_period(self, period: Period) -> None:
        self._take(replace(self._choice, period=period))

    def _take_show(self, show: Show) -> None:
        self._take(replace(self._choice, show=show))

    def _take_assumed(self, assumed: Assumption) -> None:
        self._take(replace(self._choice, assumed=assumed))

    def _take(self, choice: ChartChoice) -> None:
        self._choice = choice
        self.changed.emit(choice)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 18, 16, 18)
        column.setSpacing(6)
        heading, line = TextLabel(_("Period"), "heading"), rule()
        self._choosing: tuple[QWidget, ...] = (heading, self.period, self.series, self.marks, line)
        column.addWidget(self._picking)
        column.addWidget(self.charts)
        column.addWidget(self.scenario)
        column.addWidget(heading)
        column.addWidget(self.period)
        column.addSpacing(10)
        column.addWidget(self.series)
        column.addSpacing(10)
        column.addWidget(self.marks)
        column.addSpacing(8)
        column.addWidget(line)
        column.addSpacing(8)
        column.addWidget(self.point)
        column.addStretch(1)
        self.setWidget(inner)


def _has_choices(chart: Chart) -> bool:
    """Whether the days of a sheet can be chosen."""
    kind = registry.named(chart.name) if isinstance(chart, Sheet) else None
    return kind is not None and kind.has_choices
