"""The five fields under the line: measure, value, date, source and status, each saying how it understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis, Measure
from desktop_app.domain.problems import Problem
from desktop_app.domain.quick_line import QuickLine
from desktop_app.domain.sources import Source, SourceKind
from desktop_app.services.workspace import Workspace
from desktop_app.ui.figures import entry_words
from desktop_app.ui.figures.counting import Counting, CountingButton
from desktop_app.ui.figures.suggesting import MeasureNames, SourceNames
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.suggest import SuggestCombo, Suggestion
from desktop_app.words import labels, problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_WIDTHS: Mapping[str, int] = {"measure": 26, "value": 15, "date": 20, "source": 24, "status": 19}


class EntryCombo(SuggestCombo):
    """A field with suggestions that lets Ctrl+Enter through to the entry, also while they are open."""

    addWanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds the figure."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            popup = self.completer().popup()
            if popup is not None:
                popup.hide()
            self.addWanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class StatusCombo(QComboBox):
    """The statuses; the wheel changes it only while it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for status in entry_words.STATUSES:
            self.addItem(labels.status(status), status)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while something else has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class EntryFields(QWidget):
    """Holds the draft as texts. `changed` follows every change, by the line or by hand."""

    changed = Signal()

    def __init__(
        self, workspace: Workspace, formats: Formats, today: Callable[[], date], order: date_words.Order
    ) -> None:
        super().__init__()
        self._workspace, self._formats, self._today, self._order = workspace, formats, today, order
        self.names, self.sources = MeasureNames(workspace), SourceNames(workspace, formats)
        self._start = PartialDate()
        self._filling = False
        self._status_chosen = False
        self._code = ""
        self._source = ""
        self._cited = ""
        """Id of a source that is cited while the line names none."""
        self._used: tuple[str, int] = ("", 0)
        self.measure = EntryCombo("", self.names.suggest)
        self.value = Field(clears=True)
        self.date = Field(clears=True)
        self.source = EntryCombo("", self.sources.suggest)
        self.status = StatusCombo()
        self.counting = CountingButton(formats)
        for name in ("measureCombo", "valueEdit", "dateEdit", "sourceCombo", "statusCombo"):
            getattr(self, name.removesuffix("Combo").removesuffix("Edit")).setObjectName(name)
        self.echoes = {
            "measure": EchoField(_("&Measure"), self.measure, lines=0),
            "value": EchoField(_("Va&lue"), self.value, lines=2),
            "date": EchoField(_("&Date"), self.date, lines=2),
            "source": EchoField(_("S&ource"), self.source, lines=2),
            "status": EchoField(_("S&tatus"), self.status, lines=2),
        }
        self._lay_out()
        self.counting.hide()
        self.measure.textChanged.connect(self._measure_typed)
        self.measure.accepted.connect(self._measure_typed)
        for field in (self.value, self.date, self.source):
            field.textChanged.connect(self._typed)
        self.source.accepted.connect(self._source_accepted)
        self.source.textEdited.connect(self._source_edited)
        self.status.activated.connect(self._status_by_hand)
        self.counting.changed.connect(self._typed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, field in self.echoes.items():
            part: QWidget = field
            if name == "measure":
                part = QWidget()
                column = QVBoxLayout(part)
                column.setContentsMargins(0, 0, 0, 0)
                column.setSpacing(0)
                column.addWidget(field)
                column.addWidget(self.counting, 0, Qt.AlignmentFlag.AlignLeft)
                column.addStretch(1)
            part.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTHS[name] * 3 // 5)
            row.addWidget(part, _WIDTHS[name])

    def refresh(self, start: PartialDate) -> None:
        """Learn the measures anew; `start` is when the scheme began."""
        self._start = start
        self.names.refresh(start)
        self.counting.offer(start, self._today())
        self._used = ("", 0)

    @property
    def draft(self) -> FigureDraft:
        """What stands in the fields."""
        counting = self.counting.counting
        return FigureDraft(
            measure=self._code,
            value=self.value.text(),
            date=self.date.text(),
            basis=counting.basis,
            since=str(counting.since),
            source=self.source.text(),
            source_id=self._source_id(),
            status=Status(self.status.currentData()),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(field.text().strip() for field in (self.measure, self.value, self.date, self.source))

    @property
    def figure_measure(self) -> Measure | None:
        """The measure chosen, or None."""
        return self._workspace.get(Measure, self._code) if self._code else None

    def in_order(self) -> tuple[QWidget, ...]:
        """The fields as Enter goes through them."""
        return (self.measure, self.value, self.date, self.source, self.status)

    def problems(self) -> list[Problem]:
        """What is wrong with the draft."""
        return self.draft.check(self._today(), measure=self.figure_measure, order=self._order)

    def fill(self, line: QuickLine, before: QuickLine) -> None:
        """Take over what the line says now and did not say before; what it does not touch stays."""
        self._filling = True
        if line.measure != before.measure:
            self.measure.set_value(self.names.names.get(line.measure, ""), line.measure or None)
            self._take_measure(line.measure)
        if (line.basis, line.since, line.measure) != (
            before.basis,
            before.since,
            before.measure,
        ) and line.basis:
            self.counting.show_counting(Counting(line.basis, line.since))
        if line.value != before.value:
            self.value.setText(line.value)
        if line.date != before.date:
            self.date.setText(line.date)
        if line.source != before.source or (line.date != before.date and line.source):
            self._show_source(line.source)
        cited = self._workspace.get(Source, self._cited) if not line.source else None
        if cited is not None:
            self._take_source(cited)
        if line.status is not before.status:
            self._status_chosen = line.status is not None
            self._show_status(line.status or Status.UNVALIDATED)
        for field in (self.measure, self.value, self.date, self.source):
            field.setCursorPosition(0)
        self._filling = False
        self._typed()

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields of text, by their names."""
        return {name: getattr(self, name).text() for name in ("measure", "value", "date", "source")}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put such texts back where they are not there already."""
        for name, text in self.texts.items():
            if texts.get(name, text) != text:
                getattr(self, name).setText(texts[name])

    def cite(self, source_id: str) -> None:
        """Have this source cited, whatever its name may be read as."""
        source = self._workspace.get(Source, source_id)
        if source is not None:
            self._cited = source.id
            self._take_source(source)
            self._typed()

    def _take_source(self, source: Source) -> None:
        self._source = source.id
        self.source.set_value(source.short_name, source.id)
        self.source.setCursorPosition(0)

    def clear(self) -> None:
        """Begin anew."""
        self._filling = True
        self.measure.set_value("")
        self.source.set_value("")
        self._source = self._cited = ""
        self._take_measure("")
        self.counting.show_counting(Counting())
        for field in (self.value, self.date):
            field.setText("")
        self._status_chosen = False
        self._show_status(Status.UNVALIDATED)
        self._filling = False
        self._typed()

    def say_problem(self, problem: Problem) -> None:
        """Put the problem under its field and the keyboard into it."""
        echo = self.echoes.get(problem.field, self.echoes["measure"])
        echo.set_echo(problem_words.problem(problem.code), Understood.PROBLEM)
        echo.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_of(self, problem: Problem) -> QWidget:
        """The field that a problem is about."""
        return self.echoes.get(problem.field, self.echoes["measure"]).field

    def _show_source(self, typed: str) -> None:
        reading = date_words.read(self.date.text(), today=self._today(), order=self._order)
        self.sources.about = reading.date
        chosen = self.sources.find(typed).chosen
        self._source = chosen.id if chosen else ""
        self.source.set_value(chosen.short_name if chosen else typed, self._source or None)

    def _source_accepted(self, suggestion: Suggestion) -> None:
        self._source = str(suggestion.value)
        self._typed()

    def _source_edited(self, _text: str) -> None:
        """What is typed names a source by its words alone: several may be called the same."""
        self._source = self._cited = ""
        self._typed()

    def _source_id(self) -> str:
        if self._source:
            return self._source
        chosen = self.sources.find(self.source.text()).chosen
        return chosen.id if chosen else ""

    def _measure_typed(self, _text: object = "") -> None:
        if self._filling:
            return
        code = str(self.measure.value or "") or self.names.meant(self.measure.text())
        if code != self._code:
            self._take_measure(code)
        self._typed()

    def _take_measure(self, code: str) -> None:
        self._code = code
        measure = self.figure_measure
        if measure is not None:
            since = self._start if measure.basis is Basis.CUMULATIVE else PartialDate()
            self.counting.show_counting(Counting(measure.basis, since))

    def _status_by_hand(self, _place: int) -> None:
        self._status_chosen = True
        self._typed()

    def _show_status(self, status: Status) -> None:
        self.status.setCurrentIndex(self.status.findData(status))

    def _typed(self, _what: object = "") -> None:
        if self._filling:
            return
        reading = date_words.read(self.date.text(), today=self._today(), order=self._order)
        self.sources.about = reading.date
        source = self._workspace.get(Source, self._source_id())
        if not self._status_chosen:
            official = source is not None and source.kind is SourceKind.OFFICIAL_STATISTICS
            self._show_status(Status.NORMAL if official else Status.UNVALIDATED)
        self._echo(reading, source)
        self.changed.emit()

    def _echo(self, reading: date_words.DateReading, source: Source | None) -> None:
        quiet = self.is_empty
        said = {
            "measure": entry_words.measure(self.measure.text(), self._code, quiet),
            "value": entry_words.value(self.draft, self.figure_measure, quiet, self._formats),
            "date": entry_words.date(self.date.text(), reading, quiet, self._formats),
            "source": self._source_words(source, quiet),
            "status": entry_words.status(Status(self.status.currentData()), quiet),
        }
        for name, (words, state) in said.items():
            self.echoes[name].set_echo(words, state)
        self.counting.setVisible(bool(self._code))

    def _source_words(self, source: Source | None, quiet: bool) -> tuple[str, Understood]:
        text = self.source.text()
        if source is None:
            return entry_words.no_source(text, self.sources.find(text), quiet, self._formats)
        if self._used[0] != source.id:
            self._used = (source.id, self.sources.uses(source))
        return entry_words.source(source, text, self._used[1], self._formats)
