"""The panel beside the chart: what can be chosen of it, and the sources of the chosen point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts import registry
from desktop_app.charts.bodies import CaseLanes
from desktop_app.charts.choice import ChartChoice, Per, Scale, Subject
from desktop_app.charts.kinds.comparison import Show, default_scheme
from desktop_app.charts.periods import Period
from desktop_app.charts.registry import Chart, Option
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.sheets import Flow, Panels, Sheet
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain import named
from desktop_app.domain.date_words import Order
from desktop_app.domain.scenario import Assumption
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import View
from desktop_app.ui.charts.mode_fields import per_field, scale_field
from desktop_app.ui.charts.period_fields import PeriodFields
from desktop_app.ui.charts.point_panel import PointPanel
from desktop_app.ui.charts.scenario_fields import ScenarioFields
from desktop_app.ui.charts.subject_fields import ChangedField, Reader, SaidField
from desktop_app.ui.charts.switches import Switches
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.words import measure_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

ALONG_DAYS = frozenset({"milestones", "field_notes"})
"""What can be left out of every chart over days."""
OF_ONE_NUMBER = frozenset({"withdrawn"})
"""What can be added to all that is said of one number."""
ON_ONE_AXIS = ALONG_DAYS | {"ranges", "withdrawn"}
"""The marks that totals in one panel have too."""


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
        self.scale, self.per = scale_field(), per_field()
        reader = Reader(formats, today, order)
        self.changed_number, self.said_number = ChangedField(reader), SaidField(reader)
        self._lay_out()
        self.scenario.changed.connect(self._take_assumed)
        self.scale.changed.connect(self._take_scale)
        self.per.changed.connect(self._take_per)
        self.changed_number.changed.connect(self._take_subject)
        self.said_number.changed.connect(self._take_subject)
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

    def show_choice(self, choice: ChartChoice, chart: Chart, name: str, view: View) -> None:
        """Show what can be chosen of the chart of a name and what is, and the days that it means."""
        self._choice = choice
        kind = registry.named(name) or registry.kinds()[0]
        for option, parts in self._parts.items():
            for part in parts:
                part.setVisible(option in kind.options)
        self.no_period.setText(kind.days())
        self.no_period.setVisible(bool(kind.days()))
        in_panels = isinstance(chart, ComparisonChart)
        self.series.setVisible(Option.SCALE in kind.options)
        offered = {
            Option.SCALE: None if in_panels else ON_ONE_AXIS,
            Option.PERIOD: ALONG_DAYS,
            Option.MEASURE: OF_ONE_NUMBER,
        }
        marked = next((each for each in offered if each in kind.options), None)
        self.marks.setVisible(marked is not None)
        if marked is not None:
            self.marks.offer(offered[marked])
        self._line.setVisible(bool(kind.options))
        of_cases = (Flow, Panels, CaseLanes)
        self.point.is_of_cases = isinstance(chart, Sheet) and isinstance(chart.body, of_cases)
        self.scenario.show_assumed(choice.assumed)
        self.scale.show_way(choice.scale.value)
        self.per.show_way(choice.per.value)
        self.series.show_shown(choice.show)
        self._name_series(view)
        self.marks.show_shown(choice.show)
        if Option.FIGURE in kind.options:
            self.changed_number.show_subject(choice.subject, view)
        if Option.MEASURE in kind.options:
            self.said_number.show_subject(choice.subject, view)
        days = chart.body if isinstance(chart, Sheet) else chart
        if isinstance(days, (ComparisonChart, TimePlot)):
            first, last = date.fromordinal(days.first), date.fromordinal(days.last)
            self.period.show_period(choice.period, first, last)

    def _name_series(self, view: View) -> None:
        """Call the switches of series what the scheme's measures are called."""
        scheme = default_scheme(view)
        codes = {"arrivals": scheme.pressure, "returned": scheme.outbound, "admitted": scheme.inbound}
        names = {field: measure_words.measure(named.measure(view, code)) for field, code in codes.items()}
        self.series.rename(names)

    def _take_chart(self, _place: int) -> None:
        self.chartChosen.emit(self.charts.currentData())

    def _take_period(self, period: Period) -> None:
        self._take(replace(self._choice, period=period))

    def _take_show(self, show: Show) -> None:
        self._take(replace(self._choice, show=show))

    def _take_assumed(self, assumed: Assumption) -> None:
        self._take(replace(self._choice, assumed=assumed))

    def _take_scale(self, key: str) -> None:
        self._take(replace(self._choice, scale=Scale(key)))

    def _take_per(self, key: str) -> None:
        self._take(replace(self._choice, per=Per(key)))

    def _take_subject(self, subject: Subject) -> None:
        self._take(replace(self._choice, subject=subject))

    def _take(self, choice: ChartChoice) -> None:
        self._choice = choice
        self.changed.emit(choice)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 18, 16, 18)
        column.setSpacing(6)
        heading, self._line = TextLabel(_("Period"), "heading"), rule()
        self.no_period = TextLabel("", "muted", wrap=True)
        self.no_period.setObjectName("noPeriod")
        self._parts: dict[Option, tuple[QWidget, ...]] = {
            Option.PERIOD: (heading, self.period),
            Option.SCALE: (self.scale,),
            Option.PER: (self.per,),
            Option.FIGURE: (self.changed_number,),
            Option.MEASURE: (self.said_number,),
            Option.PERCENT: (self.scenario,),
        }
        column.addWidget(self._picking)
        column.addWidget(self.charts)
        for part in (self.scenario, self.changed_number, self.said_number, self.scale, self.per):
            column.addWidget(part)
        column.addWidget(heading)
        column.addWidget(self.period)
        column.addWidget(self.no_period)
        column.addSpacing(10)
        column.addWidget(self.series)
        column.addSpacing(10)
        column.addWidget(self.marks)
        column.addSpacing(8)
        column.addWidget(self._line)
        column.addSpacing(8)
        column.addWidget(self.point)
        column.addStretch(1)
        self.setWidget(inner)
