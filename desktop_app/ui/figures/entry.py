"""The card in which a figure is typed: one line that fills five fields, and what it asks on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain import date_words, quick_line
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis, Measure
from desktop_app.domain.problems import blocking
from desktop_app.domain.quick_line import QuickLine
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import NOW, View
from desktop_app.services import figure_company, figures
from desktop_app.ui.context import Context
from desktop_app.ui.figures import figure_words
from desktop_app.ui.figures.counting import Counting
from desktop_app.ui.figures.entry_fields import EntryFields
from desktop_app.ui.figures.questions import RangeQuestion, SinceQuestion
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chip import ChipLabel
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.question import DuplicateNotice
from desktop_app.words import sentences
from desktop_app.words.translate import _

_NOTHING = QuickLine("")


class QuickEntry(QFrame):
    """Reads the line at every key. Nothing is kept before it is asked for.

    Ctrl+Enter adds from anywhere in it, Enter goes on to what is missing, Escape clears and then leaves.
    """

    addAsked = Signal(list)
    """FigureDrafts to keep, in one step."""
    linkAsked = Signal(object, object)
    """A Figure that says the same, and the Source to add to it."""
    left = Signal()

    def __init__(self, context: Context, order: date_words.Order) -> None:
        super().__init__()
        self.setProperty("look", "inset")
        self.setObjectName("quickEntry")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._context, self._order = context, order
        self._read = _NOTHING
        self._twin: Figure | None = None
        self.line = Field(
            placeholder=_("94 returned since start, early nov 2025, anadolu"), look="typing", clears=True
        )
        self.line.setObjectName("quickLine")
        self.add = Button(_("Add figure"), look="primary", key="Ctrl+Return", tall=True)
        self.add.setObjectName("addButton")
        self.fields = EntryFields(context.workspace, context.formats, context.today, order)
        self.pill = ChipLabel()
        self.range = RangeQuestion(context.formats, context.today(), order)
        self.since = SinceQuestion(context.formats, context.today(), order)
        self.twin = DuplicateNotice()
        self.twin.link.setObjectName("linkButton")
        self.twin.add.setObjectName("addAnywayButton")
        self._lay_out()
        self.line.textChanged.connect(self._line_changed)
        self.add.clicked.connect(self.submit)
        self.fields.changed.connect(self._look_around)
        self.fields.measure.addWanted.connect(self.submit)
        self.fields.source.addWanted.connect(self.submit)
        self.fields.counting.otherDayWanted.connect(self.since.open)
        self.since.answered.connect(self._count_since)
        self.range.answered.connect(self._look_around)
        self.twin.addAsked.connect(self.submit)
        self.twin.linkAsked.connect(self.link)

    def _lay_out(self) -> None:
        label = TextLabel(_("T&ype it as it was written"), "small")
        label.setBuddy(self.line)
        self.line.setAccessibleName(_("Figure in one line"))
        head, first = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.pill)
        first.setSpacing(8)
        first.addWidget(self.line, 1)
        first.addWidget(self.add)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 10, 14, 8)
        body.setSpacing(6)
        body.addLayout(head)
        body.addLayout(first)
        body.addWidget(self.fields)
        for question in (self.range, self.since, self.twin):
            body.addWidget(question)
        head.setContentsMargins(0, 0, 0, 0)
        self.pill.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # The chip comes and goes; the line below it stays where it is.
        label.setMinimumHeight(self.pill.sizeHint().height())

    @property
    def draft(self) -> FigureDraft:
        """What stands in the card."""
        return self.fields.draft

    @property
    def drafts(self) -> list[FigureDraft]:
        """What would be added: one draft, or two where a range is two dated values."""
        draft = self.draft
        if not self.range.wants_two:
            return [draft]
        return [replace(draft, value=value, date=when) for value, when in self.range.parts]

    def refresh(self) -> None:
        """Learn the measures and the scheme anew, and look again at what is typed."""
        scheme = next(iter(self._context.workspace.every(Scheme)), None)
        self.fields.refresh(scheme.start if scheme is not None else PartialDate())
        self._look_around()

    @property
    def texts(self) -> dict[str, str]:
        """What would be lost with the card: nothing while it is empty."""
        if self.fields.is_empty and not self.line.text():
            return {}
        return {"line": self.line.text(), **self.fields.texts}

    def go_on(self, texts: Mapping[str, str]) -> None:
        """Put an unfinished figure back as it was left."""
        self.line.setText(texts.get("line", ""))
        self.fields.restore(texts)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def cite(self, source_id: str) -> None:
        """Have what stands in the line cite this source, and go on to what is missing."""
        self.fields.cite(source_id)
        self._go_on()

    def clear(self) -> None:
        """Begin anew; Undo then belongs to what was added."""
        self._read = _NOTHING
        self.line.blockSignals(True)
        self.line.setText("")
        self.line.blockSignals(False)
        self.range.forget()
        self.since.withdraw()
        self.fields.clear()

    def submit(self) -> bool:
        """Ask for the figure to be added; False, with the keyboard at what is in the way, if it cannot be."""
        blocked = blocking(self.fields.problems())
        if blocked:
            self.fields.say_problem(blocked[0])
            return False
        if not self.range.is_answered:
            self.range.one.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.addAsked.emit(self.drafts)
        return True

    def link(self) -> None:
        """Ask for the source to be added to the figure that says the same."""
        source = figures.source_of(self._context.workspace, self.draft)
        if self._twin is not None and source is not None:
            self.linkAsked.emit(self._twin, source)

    def minimumSizeHint(self) -> QSize:
        """High enough for all it says at the width it has, so that large text scrolls and is not cut."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and self.width() > 0:
            hint.setHeight(max(hint.height(), layout.totalHeightForWidth(self.width())))
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the fields leave over."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.submit()
            else:
                self._go_on()
        elif event.key() == Qt.Key.Key_L and control and self._twin is not None:
            self.link()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _go_on(self) -> None:
        """From the line to the first field that is missing or not understood; from a field to the next."""
        focused = self.window().focusWidget()
        order = self.fields.in_order()
        if focused in order[:-1]:
            order[order.index(focused) + 1].setFocus(Qt.FocusReason.TabFocusReason)
            return
        target: QWidget = self.add
        if focused is self.line:
            problems = self.fields.problems()
            if problems:
                target = self.fields.field_of(problems[0])
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _step_back(self) -> None:
        """Escape where a field has nothing left to clear: clear all, then leave."""
        if self.fields.is_empty and not self.line.text():
            self.left.emit()
            return
        self.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line_changed(self, text: str) -> None:
        if not text.strip():
            self.clear()
            return
        lexicon = self.fields.names.lexicon
        line = quick_line.read(text, lexicon, today=self._context.today(), order=self._order)
        before, self._read = self._read, line
        self.fields.fill(line, before)

    def _count_since(self, since: str) -> None:
        self.fields.counting.show_counting(Counting(Basis.CUMULATIVE, PartialDate.parse(since)))
        self._look_around()

    def _look_around(self) -> None:
        """Compare what is typed with what is there."""
        draft = self.draft
        self.range.about(draft.value, draft.date)
        workspace = self._context.workspace
        made = [
            figure
            for each in self.drafts
            if (figure := figures.preview(workspace, each, self._context.today(), self._order)) is not None
        ]
        self._show_change(made)
        # A range that may still become two values is like nothing yet.
        self._show_twin(made if self.range.is_answered else [])

    @property
    def _newest(self) -> View:
        """What is there now: through the lens, which keeps account, unless that is turned to another day."""
        context = self._context
        return context.view if context.lens.seen == NOW else context.workspace

    def _show_change(self, made: list[Figure]) -> None:
        change = figure_company.before(self._newest, made[0]) if made else None
        self.pill.show_chip(figure_words.change(change, self._context.formats) if change else "")

    def _show_twin(self, made: list[Figure]) -> None:
        workspace = self._context.workspace
        found = [twin for figure in made for twin in figure_company.duplicates_of(self._newest, figure)]
        self._twin = found[0] if found else None
        if self._twin is None:
            self.twin.withdraw()
            return
        measure = workspace.get(Measure, self._twin.measure) or Measure(self._twin.measure)
        names = figure_words.publishers(workspace, self._twin)
        said = sentences.figure(self._twin, measure, names, self._context.formats)
        source = figures.source_of(workspace, self.draft)
        is_cited = source is not None and any(each.source == source.id for each in self._twin.citations)
        asked = _("There already, from this source: {figure}") if is_cited else _("Looks like: {figure}")
        self.twin.ask(asked.format(figure=said))
        self.twin.link.setVisible(not is_cited)
        self.twin.link.setEnabled(source is not None)
