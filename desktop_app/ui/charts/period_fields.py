"""Which days a chart shows: a choice that follows the data, or two days typed as people write them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.periods import Period, Preset
from desktop_app.domain import date_words
from desktop_app.domain.date_words import DateProblem, DateReading
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words import problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class StillCombo(QComboBox):
    """A combo box that the wheel does not change while the panel around it is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the panel."""
        event.ignore()


class PeriodFields(QWidget):
    """A list of presets over two fields that show the days drawn; typing into them makes it a custom period.

    `changed` carries the Period when another is chosen, or a typed day is finished with Enter or Tab.
    """

    changed = Signal(object)

    def __init__(self, formats: Formats, today: date, order: date_words.Order) -> None:
        super().__init__()
        self._formats, self._today, self._order = formats, today, order
        self._period = Period()
        self._shown = ("", "")
        self.presets = StillCombo()
        self.presets.setObjectName("periodCombo")
        self.presets.setAccessibleName(_("Period"))
        for preset, words in _presets():
            self.presets.addItem(words, preset)
        self.first, self.last = Field(clears=True), Field(clears=True)
        self.first.setObjectName("periodFrom")
        self.last.setObjectName("periodTo")
        self.echo = TextLabel("", "echo", wrap=True)
        self.echo.setObjectName("periodEcho")
        self.echo.hide()
        ends = QHBoxLayout()
        ends.setSpacing(8)
        for label, field in ((_("Fro&m"), self.first), (_("&To"), self.last)):
            ends.addLayout(_labelled(label, field))
            field.textEdited.connect(self._say)
            field.editingFinished.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.presets)
        column.addLayout(ends)
        column.addWidget(self.echo)
        self.presets.activated.connect(self._choose)

    def show_period(self, period: Period, first: date, last: date) -> None:
        """Show a period and the days that it means for the chart drawn now."""
        self._period = period
        self.presets.setCurrentIndex(self.presets.findData(period.preset))
        self._shown = (self._formats.day(first), self._formats.day(last))
        for field, text in zip((self.first, self.last), self._shown, strict=True):
            # What is being typed stays: a change of the figures must not take it away.
            if not (field.hasFocus() and field.isModified()):
                field.setText(text)

    def _choose(self, place: int) -> None:
        # Qt hands an enum of texts back as a plain text.
        preset = Preset(self.presets.itemData(place))
        if preset is Preset.CUSTOM:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.first.selectAll()
        elif preset is not self._period.preset:
            self.changed.emit(Period(preset))

    def _take(self) -> None:
        """Draw the days typed, once they are days."""
        if not (self.first.isModified() or self.last.isModified()):
            return
        readings = [self._read(field) for field in (self.first, self.last)]
        if any(reading.problem is not None for reading in readings):
            announce(self.first, self.echo.text())
            return
        for field in (self.first, self.last):
            field.setModified(False)
        self._say()
        self.changed.emit(Period.custom(readings[0].date.earliest, readings[1].date.latest))

    def _read(self, field: Field) -> DateReading:
        return date_words.read(field.text(), today=self._today, order=self._order)

    def _say(self) -> None:
        """What is understood while a day is being typed, and nothing once it is drawn."""
        echo, problem = "", False
        for field in (self.first, self.last):
            reading = self._read(field)
            words = self._words(field, reading) if field.isModified() else ""
            field.setAccessibleDescription(words)
            # What cannot be read is said first, and stays until it is put right.
            if words and not problem and (reading.problem is not None or field.hasFocus()):
                echo, problem = words, reading.problem is not None
        self.echo.setText(echo)
        self.echo.set_look("warn" if problem else "echo")
        self.echo.setVisible(bool(echo))

    def _words(self, field: Field, reading: DateReading) -> str:
        end = reading.date.earliest if field is self.first else reading.date.latest
        if reading.problem is not None:
            return _problem(reading.problem)
        if end is None:
            return _("As far as the figures reach")
        words = _("From {day}") if field is self.first else _("To {day}")
        return words.format(day=self._formats.day(end))


def _labelled(words: str, field: Field) -> QVBoxLayout:
    label = TextLabel(words, "small")
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(label)
    column.addWidget(field)
    return column


def _presets() -> tuple[tuple[Preset, str], ...]:
    return (
        (Preset.SINCE_START, _("Since in force")),
        (Preset.THIS_YEAR, _("This year")),
        (Preset.LAST_12_WEEKS, _("Last 12 weeks")),
        (Preset.ALL, _("All")),
        (Preset.CUSTOM, _("Chosen days")),
    )


def _problem(problem: DateProblem) -> str:
    if problem is DateProblem.UNREADABLE:
        return _("No date found; write it as 9 Nov 2025")
    return problem_words.date_problem(problem)
