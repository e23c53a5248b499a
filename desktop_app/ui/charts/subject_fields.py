"""Which number a chart is about: searched as it is typed, among those that can be asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.choice import NOTHING_NAMED, Subject
from desktop_app.charts.kinds import subjects, vintages_chart, who_says
from desktop_app.domain import named
from desktop_app.domain.changed import Changed, changed
from desktop_app.domain.contested import Contest, contests
from desktop_app.domain.date_words import Order
from desktop_app.domain.figures import Figure
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.views import View
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.suggest import SuggestCombo, Suggestion
from desktop_app.words import measure_words
from desktop_app.words.amount_sentences import amount_short
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

OFFERED = 50
"""So many numbers are offered at once; typing finds the others."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What the fields read by: how numbers are written, and what days without a year mean."""

    formats: Formats
    today: date
    order: Order


class SubjectField(QWidget):
    """A field with the numbers that can be asked for, and below it how a phrase is understood.

    `changed` carries the Subject when another is chosen; an emptied field asks for what the chart would take.
    """

    changed = Signal(object)

    def __init__(self, heading: str, name: str, placeholder: str, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.view: View | None = None
        self._subject = NOTHING_NAMED
        self._entries: list[Suggestion] | None = None
        self.field = SuggestCombo(name, self._offer, placeholder=placeholder)
        self.echo = TextLabel("", "echo", wrap=True)
        self.echo.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(heading, "heading"))
        column.addWidget(self.field)
        column.addWidget(self.echo)
        self.field.accepted.connect(self._accept)
        self.field.editingFinished.connect(self._finish)
        self.field.textEdited.connect(self._say)

    def show_subject(self, subject: Subject, view: View) -> None:
        """Show what is asked for, in a view; the numbers of it are looked up when the field is opened."""
        self.view, self._subject, self._entries = view, subject, None
        self.forget()
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.set_value(self.words(subject, view), subject)
            self.field.setModified(False)
            self.field.setCursorPosition(0)
            self._say("")

    def forget(self) -> None:
        """The view is another, or there are other records in it."""

    def words(self, subject: Subject, view: View) -> str:
        """The number in the field's words; empty where none is asked for."""
        raise NotImplementedError

    def entries(self, view: View) -> list[Suggestion]:
        """All numbers that can be chosen, each with its Subject."""
        raise NotImplementedError

    def understood(self, text: str, view: View) -> Subject | None:
        """The number that a phrase means; None where it means none."""
        raise NotImplementedError

    def _offer(self, typed: str) -> Sequence[Suggestion]:
        """Those that hold every word typed, and what the whole of it is understood as."""
        if self.view is None:
            return []
        if self._entries is None:
            self._entries = self.entries(self.view)
        wanted = folded(typed).split()
        found = [
            entry
            for entry in self._entries
            if all(word in folded(f"{entry.text} {entry.detail}") for word in wanted)
        ]
        meant = self.understood(typed, self.view) if typed.strip() else None
        if meant is not None and all(entry.value != meant for entry in found):
            found.append(Suggestion(self.words(meant, self.view), _("as typed"), meant))
        return found[:OFFERED]

    def _accept(self, suggestion: Suggestion) -> None:
        self._take(suggestion.value)

    def _finish(self) -> None:
        """Take what was typed, where it can be understood; else put back what was there."""
        if not self.field.isModified() or self.view is None:
            return
        text = self.field.text().strip()
        meant = NOTHING_NAMED if not text else self.field.value or self.understood(text, self.view)
        if meant is None:
            self.field.setModified(False)
            self.field.set_value(self.words(self._subject, self.view), self._subject)
            self._say("")
            return
        self._take(meant)

    def _take(self, subject: Subject) -> None:
        self.field.setModified(False)
        self._say("")
        if subject != self._subject:
            self._subject = subject
            self.changed.emit(subject)

    def _say(self, typed: str) -> None:
        """What is understood while a phrase is typed."""
        echo = ""
        if typed.strip() and self.view is not None:
            meant = self.understood(typed, self.view)
            echo = self.words(meant, self.view) if meant is not None else ""
        self.echo.setText(echo)
        self.echo.setVisible(bool(echo))
        self.field.setAccessibleDescription(echo)


class ChangedField(SubjectField):
    """The numbers that were published more than once, those that changed last coming first."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(_("Number"), _("Number whose changes are drawn"), _("The most changed one"), reader)
        self.field.setObjectName("changedNumber")
        self._found: tuple[Changed, ...] = ()
        self._of: View | None = None

    def forget(self) -> None:
        """Look the numbers up again."""
        self._of = None

    def words(self, subject: Subject, view: View) -> str:
        """Its measure and period."""
        figure = view.get(Figure, subject.figure) if subject.figure else None
        return "" if figure is None else vintages_chart.number_words(view, figure, self.reader.formats)

    def entries(self, view: View) -> list[Suggestion]:
        """Each with its first and last value."""
        self._found, self._of = changed(view), view
        return [self._entry(each, view) for each in self._found]

    def understood(self, text: str, view: View) -> Subject | None:
        """A phrase means a number only where it means one of them alone."""
        if self._of is not view:
            self.entries(view)
        found = subjects.numbers_meant(text, self._found, view, self.reader.today, self.reader.order)
        return Subject(figure=found[0].first.id) if len(found) == 1 else None

    def _entry(self, each: Changed, view: View) -> Suggestion:
        formats = self.reader.formats
        detail = _("{first}, then {last}").format(
            first=amount_short(each.first.amount, formats), last=amount_short(each.last.amount, formats)
        )
        words = vintages_chart.number_words(view, each.first, formats)
        return Suggestion(words, detail, Subject(figure=each.first.id))


class SaidField(SubjectField):
    """The numbers that sources give differently, the most contested first; any other measure and days too."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(
            _("Number"), _("Number of which it is asked who says what"), _("The most contested one"), reader
        )
        self.field.setObjectName("saidNumber")

    def words(self, subject: Subject, view: View) -> str:
        """Its measure and days."""
        if not subject.measure:
            return ""
        if subject.days is None:
            return measure_words.measure(named.measure(view, subject.measure))
        return who_says.number_words(view, subject.measure, *subject.days, self.reader.formats)

    def entries(self, view: View) -> list[Suggestion]:
        """Each with how many rival numbers there are."""
        return [self._entry(each, view) for each in contests(view)]

    def understood(self, text: str, view: View) -> Subject | None:
        """A measure, with days where any are named: "returned early Nov 2025"."""
        return subjects.said(text, view, self.reader.today, self.reader.order)

    def _entry(self, each: Contest, view: View) -> Suggestion:
        formats = self.reader.formats
        detail = _n("{n} number", "{n} numbers", each.rivals)
        words = who_says.number_words(view, each.measure, each.first, each.last, formats)
        subject = Subject(measure=each.measure, days=(each.first, each.last))
        return Suggestion(words, detail.format(n=formats.number(each.rivals)), subject)
