"""One row of an article under review: its sentence, and the three fields that may be changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout

from desktop_app.domain import amount_words, date_words
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.measures import Measure
from desktop_app.services.articles.plan import Row, State
from desktop_app.ui import date_texts
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import amount_sentences, articles, date_sentences, labels, problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_NOTATION = re.compile(r"\d{4}-\d{2}")
"""A date as the file writes it, which nobody should have to read."""


class RowForm(QFrame):
    """`changed` carries the FigureDraft when somebody has changed a field and left it, or pressed Enter."""

    changed = Signal(object)
    heightChanged = Signal()
    """Another row is shown, which may take more lines."""

    def __init__(
        self, measures: Iterable[Measure], formats: Formats, today: date, order: date_words.Order
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._formats, self._today, self._order = formats, today, order
        self._row: Row | None = None
        self._when_shown = ""
        self.sentence = TextLabel("", wrap=True)
        self.sentence.setObjectName("sentenceLabel")
        self.value, self.when = Field(), Field()
        self.value.setObjectName("valueEdit")
        self.when.setObjectName("dateEdit")
        self.measure = QComboBox()
        self.measure.setObjectName("measureCombo")
        self.measure.addItem(_("Choose what is counted"), "")
        for each in measures:
            self.measure.addItem(labels.measure(each), each.id)
        self.measure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.measure.setMinimumContentsLength(16)
        self._fields = {
            "value": EchoField(_("&Value"), self.value),
            "measure": EchoField(_("&Counts"), self.measure),
            "date": EchoField(_("&Date"), self.when),
        }
        self.note = TextLabel("", "warn", wrap=True)
        self._lay_out()
        self.value.editingFinished.connect(self._take)
        self.when.editingFinished.connect(self._take)
        self.measure.activated.connect(self._take)
        self.value.textChanged.connect(self._echo)
        self.when.textChanged.connect(self._echo)
        self.show_row(None, "")

    def show_row(self, row: Row | None, sentence: str) -> None:
        """Show a row, or that none is chosen."""
        self._row = row
        draft = row.draft if row is not None else None
        self.sentence.setText(sentence or _("Choose a row to see its sentence."))
        blockers = [QSignalBlocker(each) for each in (self.value, self.when, self.measure)]
        self.value.setText(draft.value if draft is not None else "")
        self._when_shown = self._in_words(draft.date) if draft is not None else ""
        self.when.setText(self._when_shown)
        self.value.setCursorPosition(0)
        self.when.setCursorPosition(0)
        self.measure.setCurrentIndex(max(0, self.measure.findData(draft.measure if draft else "")))
        del blockers
        for field in (self.value, self.when, self.measure):
            field.setEnabled(draft is not None)
        self.note.setText(self._remark())
        self.note.setVisible(bool(self.note.text()))
        self._echo()

        self.heightChanged.emit()

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for name, share in (("value", 3), ("measure", 4), ("date", 4)):
            fields.addWidget(self._fields[name], share)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addLayout(fields)
        column.addWidget(self.note)

    def _remark(self) -> str:
        """What is to be known of this row beside its fields."""
        row = self._row
        if row is None:
            return ""
        said = []
        if row.candidate.part_of_range:
            words = _("The article joins two dated values: “{words}”.")
            said.append(words.format(words=row.candidate.words))
        if row.twin is not None and row.state in (State.SAME, State.LIKE):
            twin = _("{state}: {amount}, {date}.").format(
                state=articles.state(row.state.value),
                amount=amount_sentences.amount(row.twin.amount, self._formats),
                date=date_sentences.date(row.twin.period, self._formats),
            )
            said.append(twin)
        if row.state is State.SAME:
            said.append(_("Ticked, it becomes one more source there."))
        if row.state is State.STATEMENT:
            said.append(_("Kept in the article's words, as a statement."))
        # The field of the date says itself what it needs.
        told = ("needs article day",)
        said += [f"{problem_words.problem(each.code)}." for each in row.problems if each.code not in told]
        return " ".join(said)

    def _in_words(self, kept: str) -> str:
        """A date in the notation of the file as people write it; the article's own words as they are."""
        if not _NOTATION.search(kept):
            return kept
        when = date_words.read(kept, today=self._today, order=self._order).date
        return date_texts.to_edit(when, self._today, self._formats) if when.is_dated else kept

    def _echo(self) -> None:
        if self._row is None or self._row.draft is None:
            for field in self._fields.values():
                field.set_echo("")
            return
        amount = amount_words.read(self.value.text())
        self._fields["value"].set_echo(
            amount_sentences.amount_echo(amount, self._formats),
            Understood.PROBLEM if amount.problem else Understood.WELL,
        )
        when = date_words.read(self.when.text(), today=self._today, order=self._order)
        needs = self._row.candidate.timed.needs_day and self.when.text() == self._when_shown
        self._fields["date"].set_echo(
            problem_words.problem("needs article day")
            if needs
            else date_sentences.date_echo(when, self._formats),
            Understood.WARN if needs or when.problem or not when.date.is_dated else Understood.WELL,
        )

    def _take(self) -> None:
        if self._row is None or self._row.draft is None:
            return
        draft: FigureDraft = replace(
            self._row.draft,
            value=self.value.text(),
            date=self._row.draft.date if self.when.text() == self._when_shown else self.when.text(),
            measure=str(self.measure.currentData()),
        )
        if draft != self._row.draft:
            self.changed.emit(draft)


class FormArea(QScrollArea):
    """Holds a RowForm: as high as it needs to be, or scrolled where the window is too low for that."""

    def __init__(self, form: RowForm) -> None:
        super().__init__()
        self._form = form
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(form)
        form.heightChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the whole form."""
        height = max(self._form.heightForWidth(self.width()), self._form.sizeHint().height())
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
