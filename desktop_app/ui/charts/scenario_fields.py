"""What a scenario supposes: a share of arrivals, by slider or typed, and the weeks whose pace it takes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSlider, QVBoxLayout, QWidget

from desktop_app.domain.scenario import ASSUMED, LEAST, MOST, WINDOWS, Assumption
from desktop_app.ui.charts.period_fields import StillCombo
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

STEPS = 10
"""Steps of the slider in one percent."""
_TARGET = 24


class _StillSlider(QSlider):
    """The wheel scrolls the panel around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the panel."""
        event.ignore()


class _StillNumber(QDoubleSpinBox):
    """The wheel scrolls the panel around it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the panel."""
        event.ignore()


class ScenarioFields(QWidget):
    """`changed` carries the Assumption when a person supposes something else."""

    changed = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("scenarioFields")
        self._assumed = ASSUMED
        self.slider = _StillSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("scenarioSlider")
        self.slider.setRange(int(LEAST * STEPS), int(MOST * STEPS))
        self.slider.setPageStep(STEPS)
        self.slider.setAccessibleName(_("Percent of arrivals returned, as a slider"))
        self.number = _StillNumber()
        self.number.setObjectName("scenarioPercent")
        self.number.setRange(float(LEAST), float(MOST))
        self.number.setDecimals(1)
        self.number.setSingleStep(1.0)
        self.number.setSuffix(_("%"))
        # What is half typed is not drawn.
        self.number.setKeyboardTracking(False)
        self.number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.number.setAccessibleName(_("Percent of arrivals returned"))
        self.weeks = StillCombo()
        self.weeks.setObjectName("scenarioWeeks")
        self.weeks.setAccessibleName(_("Pace of arrivals"))
        for count in WINDOWS:
            words = _n("The last {n} week recorded", "The last {n} weeks recorded", count)
            self.weeks.addItem(words.format(n=formats.number(count)), count)
        for part in (self.slider, self.number, self.weeks):
            part.setMinimumHeight(_TARGET)
        self._lay_out()
        self.show_assumed(ASSUMED)
        self.slider.valueChanged.connect(self._take_slid)
        self.number.valueChanged.connect(self._take_typed)
        self.weeks.activated.connect(self._take_weeks)

    def show_assumed(self, assumed: Assumption) -> None:
        """Show what is supposed."""
        self._assumed = assumed
        blocked = [QSignalBlocker(part) for part in (self.slider, self.number)]
        self.slider.setValue(int(assumed.percent * STEPS))
        self.number.setValue(float(assumed.percent))
        for blocker in blocked:
            blocker.unblock()
        self.weeks.setCurrentIndex(self.weeks.findData(assumed.weeks))

    def _take_slid(self, value: int) -> None:
        self._take(replace(self._assumed, percent=Decimal(value) / STEPS))

    def _take_typed(self, value: float) -> None:
        self._take(replace(self._assumed, percent=Decimal(str(round(value, 1)))))

    def _take_weeks(self, place: int) -> None:
        self._take(replace(self._assumed, weeks=int(self.weeks.itemData(place))))

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
            (_("Pace of &arrivals"), (self.weeks,)),
        ):
            label = TextLabel(words, "small")
            label.setBuddy(parts[0])
            column.addWidget(label)
            for part in parts:
                column.addWidget(part)
