"""What a scenario supposes: a share of arrivals, by slider or typed, and the weeks whose pace it takes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from desktop_app.domain.scenario import ASSUMED, LEAST, MOST, WINDOWS, Assumption
from desktop_app.ui.charts.period_fields import StillCombo
from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats, percent
from desktop_app.words.translate import _, _n

STEPS = 10
"""Steps of the slider in one percent."""
FRAME = 2.0
_TARGET = 24


class _StillSlider(QSlider):
    """The wheel scrolls the panel around it, and a frame says when the keys go here."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, and around it where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(tokens_for(self).focus), FRAME))
            inset = FRAME / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the panel."""
        event.ignore()


class PercentField(Field):
    """A share in percent, typed as people write it; Up and Down change it by one percent.

    `changed` carries the Decimal when another is finished with Enter or Tab, or reached by an arrow key.
    What is no share between the least and the most is put back.
    """

    changed = Signal(object)

    def __init__(self, formats: Formats) -> None:
        super().__init__(_("Percent of arrivals returned"))
        self._formats = formats
        self._value = ASSUMED.percent
        self.editingFinished.connect(self._finish)

    @property
    def value(self) -> Decimal:
        """The share shown last."""
        return self._value

    def show_value(self, value: Decimal) -> None:
        """Show a share."""
        self._value = value
        shown = int(value) if value == int(value) else value
        self.setText(percent(shown, self._formats))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change it."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        self._offer(min(max(self._value + by, LEAST), MOST))
        event.accept()

    def _finish(self) -> None:
        if self.isModified():
            typed = self.text().replace("%", "").replace(",", ".").strip()
            try:
                self._offer(round(Decimal(typed), 1))
            except InvalidOperation:
                self.show_value(self._value)

    def _offer(self, value: Decimal) -> None:
        before = self._value
        self.show_value(value if LEAST <= value <= MOST else before)
        if self._value != before:
            self.changed.emit(self._value)


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
        self.number = PercentField(formats)
        self.number.setObjectName("scenarioPercent")
        self.weeks = StillCombo()
        self.weeks.setObjectName("scenarioWeeks")
        self.weeks.setAccessibleName(_("Pace of arrivals"))
        self.weeks.setSizeAdjustPolicy(StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for count in WINDOWS:
            words = _n("The last {n} week recorded", "The last {n} weeks recorded", count)
            self.weeks.addItem(words.format(n=formats.number(count)), count)
        for part in (self.slider, self.number, self.weeks):
            part.setMinimumHeight(_TARGET)
        self._lay_out()
        self.show_assumed(ASSUMED)
        self.slider.valueChanged.connect(self._take_slid)
        self.number.changed.connect(self._take_typed)
        self.weeks.activated.connect(self._take_weeks)

    def show_assumed(self, assumed: Assumption) -> None:
        """Show what is supposed."""
        self._assumed = assumed
        blocker = QSignalBlocker(self.slider)
        self.slider.setValue(int(assumed.percent * STEPS))
        blocker.unblock()
        if not (self.number.hasFocus() and self.number.isModified()):
            self.number.show_value(assumed.percent)
        self.weeks.setCurrentIndex(self.weeks.findData(assumed.weeks))

    def _take_slid(self, value: int) -> None:
        self._take(replace(self._assumed, percent=Decimal(value) / STEPS))

    def _take_typed(self, percent: Decimal) -> None:
        self._take(replace(self._assumed, percent=percent))

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
