"""What a scenario supposes: a share of arrivals, and the weeks whose pace it takes; each typed or slid."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.scenario import ASSUMED, LEAST, MOST, MOST_WEEKS, Assumption
from desktop_app.ui.charts.number_field import NumberField, StillSlider
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats, percent
from desktop_app.words.translate import _, _n

STEPS = 10
"""Steps of the slider in one percent."""
QUARTER = 13
"""Weeks that a page key moves the slider."""
_TARGET = 24


class ScenarioFields(QWidget):
    """`changed` carries the Assumption when a person supposes something else."""

    changed = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("scenarioFields")
        self._assumed, self._formats = ASSUMED, formats
        self.slider = StillSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("scenarioSlider")
        self.slider.setRange(int(LEAST * STEPS), int(MOST * STEPS))
        self.slider.setPageStep(STEPS)
        self.slider.setAccessibleName(_("Percent of arrivals returned, as a slider"))
        self.number = NumberField(
            _("Percent of arrivals returned"), ASSUMED.percent, (LEAST, MOST), self._percent_words, 1
        )
        self.number.setObjectName("scenarioPercent")
        self.weeks = NumberField(
            _("Weeks whose pace is taken"),
            Decimal(ASSUMED.weeks),
            (Decimal(1), Decimal(MOST_WEEKS)),
            self._weeks_words,
        )
        self.weeks.setObjectName("scenarioWeeks")
        self.weeks_slider = StillSlider(Qt.Orientation.Horizontal)
        self.weeks_slider.setObjectName("scenarioWeeksSlider")
        self.weeks_slider.setRange(1, MOST_WEEKS)
        self.weeks_slider.setPageStep(QUARTER)
        self.weeks_slider.setAccessibleName(_("Weeks whose pace is taken, as a slider"))
        for part in (self.slider, self.number, self.weeks, self.weeks_slider):
            part.setMinimumHeight(_TARGET)
        self._lay_out()
        self.show_assumed(ASSUMED)
        self.slider.valueChanged.connect(self._take_slid)
        self.number.changed.connect(self._take_typed)
        self.weeks.changed.connect(self._take_weeks)
        self.weeks_slider.valueChanged.connect(self._take_weeks)

    def show_assumed(self, assumed: Assumption) -> None:
        """Show what is supposed."""
        self._assumed = assumed
        for slider, place in (
            (self.slider, int(assumed.percent * STEPS)),
            (self.weeks_slider, assumed.weeks),
        ):
            blocker = QSignalBlocker(slider)
            slider.setValue(place)
            blocker.unblock()
        for field, value in ((self.number, assumed.percent), (self.weeks, Decimal(assumed.weeks))):
            if not (field.hasFocus() and field.isModified()):
                field.show_value(value)

    def _percent_words(self, value: Decimal) -> str:
        return percent(int(value) if value == int(value) else value, self._formats)

    def _weeks_words(self, value: Decimal) -> str:
        words = _n("{n} week", "{n} weeks", int(value))
        return words.format(n=self._formats.number(int(value)))

    def _take_slid(self, value: int) -> None:
        self._take(replace(self._assumed, percent=Decimal(value) / STEPS))

    def _take_typed(self, percent: Decimal) -> None:
        self._take(replace(self._assumed, percent=percent))

    def _take_weeks(self, weeks: Decimal | int) -> None:
        self._take(replace(self._assumed, weeks=int(weeks)))

    def _take(self, assumed: Assumption) -> None:
        if assumed != self._assumed:
            self.show_assumed(assumed)
            self.changed.emit(assumed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(_("Scenario"), "heading"))
        for words, parts in (
            (_("&Percent of arrivals returned"), (self.number, self.slider)),
            (_("&Weeks whose pace is taken"), (self.weeks, self.weeks_slider)),
        ):
            label = TextLabel(words, "small")
            label.setBuddy(parts[0])
            column.addWidget(label)
            for part in parts:
                column.addWidget(part)
