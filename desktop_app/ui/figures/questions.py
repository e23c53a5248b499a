"""What the entry asks or warns of under its fields, where it stands and never as a dialog."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.figure_draft import range_ends
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.question import Question
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_JOINTS = re.compile(r"\s+(?:to|until|and|or|à|au|et|ou)\s+|\s*[–/]\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


class RangeQuestion(Question):
    """Asks what two numbers mean: one uncertain value, or two values with a date each."""

    answered = Signal()

    def __init__(self, formats: Formats, today: date, order: date_words.Order) -> None:
        super().__init__("notice")
        self._formats, self._today, self._order = formats, today, order
        self._value = ""
        self.one = Button(_("One uncertain value"))
        self.one.setObjectName("oneValueButton")
        self.two = Button(_("Two dated values"))
        self.two.setObjectName("twoValuesButton")
        for button in (self.one, self.two):
            button.setCheckable(True)
            self.row.addWidget(button)
        self.first, self.second = Field(), Field()
        self.first.setObjectName("firstDateEdit")
        self.second.setObjectName("secondDateEdit")
        self._fields = (EchoField(_("Date"), self.first), EchoField(_("Date"), self.second))
        self._dates = QWidget()
        dates = QHBoxLayout(self._dates)
        dates.setContentsMargins(0, 0, 0, 0)
        for field in self._fields:
            dates.addWidget(field, 1)
        dates.addStretch(1)
        self._dates.hide()
        self.body.addWidget(self._dates)
        self.one.clicked.connect(self._say_one)
        self.two.clicked.connect(self._say_two)
        self.first.textChanged.connect(self._echo)
        self.second.textChanged.connect(self._echo)

    @property
    def is_answered(self) -> bool:
        """Whether it is known what the range means."""
        return self.isHidden() or self.one.isChecked() or self.two.isChecked()

    @property
    def wants_two(self) -> bool:
        """Whether the range is two dated values."""
        return not self.isHidden() and self.two.isChecked()

    @property
    def parts(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """The two values, each with its date, as texts."""
        low, high = range_ends(self._value)
        return (low, self.first.text()), (high, self.second.text())

    def about(self, value: str, when: str) -> None:
        """Ask about the value typed, if it is a range; `when` is the date typed beside it."""
        low, high = range_ends(value)
        if not low:
            self.forget()
            return
        if value != self._value:
            self.forget()
            self._value = value
            for field, number in zip(self._fields, (low, high), strict=True):
                name = _("Date of {value}").format(value=number)
                field.label.setText(name)
                field.field.setAccessibleName(name)
        if not self._dates.isVisible():
            self._offer_dates(when)
        asked = _("{low} and {high}: one uncertain value, or two values with a date each?")
        self.ask(asked.format(low=low, high=high))

    def forget(self) -> None:
        """Take the question and its answer away."""
        self._value = ""
        for button in (self.one, self.two):
            button.setChecked(False)
        self._dates.hide()
        if not self.isHidden():
            self.withdraw()

    def _offer_dates(self, when: str) -> None:
        parts = _JOINTS.split(when.strip(), maxsplit=1)
        first, second = (parts[0], parts[1]) if len(parts) == 2 else ("", when.strip())
        self.first.setText(self._with_year(first, second))
        self.second.setText(second)

    def _with_year(self, first: str, second: str) -> str:
        """The first date with the second's year where it has none: "late oct to early nov 2025"."""
        year = _YEAR.search(second)
        if not first or year is None or _YEAR.search(first):
            return first
        last = date_words.read(second, today=self._today, order=self._order).date.latest
        for candidate in (f"{first} {year.group()}", f"{first} {int(year.group()) - 1}"):
            begins = date_words.read(candidate, today=self._today, order=self._order).date.earliest
            if begins is not None and last is not None and begins <= last:
                return candidate
        return first

    def _say_one(self) -> None:
        self.one.setChecked(True)
        self.two.setChecked(False)
        self._dates.hide()
        self.answered.emit()

    def _say_two(self) -> None:
        self.two.setChecked(True)
        self.one.setChecked(False)
        self._dates.show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def _echo(self) -> None:
        for field, edit in zip(self._fields, (self.first, self.second), strict=True):
            reading = date_words.read(edit.text(), today=self._today, order=self._order)
            state = Understood.WARN if reading.problem or not reading.date.is_dated else Understood.WELL
            field.set_echo(date_sentences.date_echo(reading, self._formats), state)


class SinceQuestion(Question):
    """Asks from which day a running total counts."""

    answered = Signal(str)

    def __init__(self, formats: Formats, today: date, order: date_words.Order) -> None:
        super().__init__("notice")
        self._formats, self._today, self._order = formats, today, order
        self.words.hide()
        self.field = Field(placeholder=_("1 July 2025"))
        self.field.setObjectName("sinceEdit")
        self._echo = EchoField(_("Counted since"), self.field)
        self.row.addWidget(self._echo, 1)
        self.row.addStretch(2)
        self.field.textChanged.connect(self._changed)

    def open(self) -> None:
        """Ask."""
        self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, text: str) -> None:
        reading = date_words.read(text, today=self._today, order=self._order)
        known = reading.date.is_dated and reading.problem is None
        self._echo.set_echo(
            date_sentences.date_echo(reading, self._formats) if text.strip() else "",
            Understood.WELL if known else Understood.PROBLEM,
        )
        if known:
            self.answered.emit(str(reading.date))
