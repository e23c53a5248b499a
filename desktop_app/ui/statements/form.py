"""The form of one statement: texts only, each with its "understood as"; nothing is kept unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain import date_words
from desktop_app.domain.dates import DateSyntaxError, PartialDate
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Quotation
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Position, Statement
from desktop_app.ui import date_texts
from desktop_app.ui.citations.source_names import SourceNames
from desktop_app.ui.context import Context
from desktop_app.ui.statements.links_box import LinksBox
from desktop_app.ui.statements.record_names import RecordNames
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import fold
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.suggest import SuggestCombo, Suggestion
from desktop_app.words import date_sentences, labels, problem_words, statement_words
from desktop_app.words.translate import _

_ROWS = (
    ("words",),
    ("speaker", "role"),
    ("organisation", "venue"),
    ("date", "quotation"),
    ("original_words",),
    ("topic",),
    ("position", "language"),
    ("links",),
    ("same_utterance",),
    ("source",),
    ("note",),
    ("sharing",),
)


class StatementForm(QWidget):
    """Holds a draft. `submitted` carries it when Add or Save is pressed and nothing blocks."""

    submitted = Signal(object)
    """A StatementDraft."""
    changed = Signal()
    """Something is typed, or gone."""

    def __init__(self, context: Context, order: date_words.Order) -> None:
        super().__init__()
        self.setObjectName("statementForm")
        self._context, self._order = context, order
        self._statement: Statement | None = None
        self._shown = StatementDraft()
        self._date = ("", "")
        """What the field of the date showed, and what the record had."""
        self._topics: list[str] = []
        self.records = RecordNames(context.view, context.formats)
        self._utterances = RecordNames(context.view, context.formats, (Statement,))
        self._sources = SourceNames(context.workspace, context.formats)
        self.heading = TextLabel(_("New statement"), "heading", wrap=True)
        self._make_fields()
        self._lay_out()
        self._connect()
        self.show_statement(None)

    def _make_fields(self) -> None:
        self.words, self.original = TextBox(_("Words"), lines=4), TextBox(_("Original words"), lines=2)
        self.speaker, self.role, self.organisation = Field(), Field(), Field()
        self.date, self.venue, self.language = Field(placeholder=_("early nov 2025")), Field(), Field()
        self.topic = SuggestCombo(
            _("Topic"), self._suggest_topics, placeholder=_("a sentence one can be for")
        )
        self.position, self.quotation, self.sharing = QComboBox(), QComboBox(), QComboBox()
        self.links = LinksBox(self.records)
        self.same = SuggestCombo(
            _("Same utterance as"), self._utterances.suggest, placeholder=_("another quotation of it")
        )
        self.source = SuggestCombo(_("Source"), self._sources.suggest, placeholder=_("where it was read"))
        self.note = TextBox(_("Note"), lines=2)
        for position in Position:
            self.position.addItem(labels.position(position), position)
        for quotation in Quotation:
            self.quotation.addItem(labels.quotation(quotation), quotation)
        for level in Sharing:
            self.sharing.addItem(labels.sharing(level), level)
        for combo in (self.position, self.quotation, self.sharing):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.save = Button(_("Add statement"), look="primary", key="Ctrl+Return")
        self.save.setObjectName("saveStatement")
        self._echoes = {
            "words": EchoField(_("Wor&ds"), self.words, lines=0),
            "original_words": EchoField(_("Ori&ginal words"), self.original, lines=0),
            "speaker": EchoField(_("&Speaker"), self.speaker, lines=0),
            "role": EchoField(_("R&ole"), self.role, lines=0),
            "organisation": EchoField(_("Organis&ation"), self.organisation, lines=0),
            "venue": EchoField(_("Where it was sa&id"), self.venue, lines=0),
            "date": EchoField(_("Da&te"), self.date),
            "position": EchoField(_("Positio&n"), self.position, lines=0),
            "quotation": EchoField(_("&Quotation"), self.quotation, lines=0),
            "language": EchoField(_("&Language"), self.language, lines=0),
            "topic": EchoField(_("To&pic"), self.topic, lines=0),
            "same_utterance": EchoField(_("Same &utterance as"), self.same, lines=0),
            "source": EchoField(_("Source"), self.source, lines=0),
            "note": EchoField(_("Note"), self.note, lines=0),
            "sharing": EchoField(_("Sharing"), self.sharing, lines=0),
        }

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        parts: dict[str, QWidget] = {**self._echoes, "links": self.links}
        for row, names in enumerate(_ROWS):
            for column, name in enumerate(names):
                grid.addWidget(parts[name], row, column, 1, 3 - len(names))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addWidget(self.heading)
        column_of_all.addLayout(grid)
        column_of_all.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        for field in self._fields():
            field.textChanged.connect(self._echo)
        for box in (self.words, self.original, self.note):
            box.textChanged.connect(self._echo)
        for combo in (self.position, self.quotation, self.sharing):
            combo.currentIndexChanged.connect(self._echo)
        for suggesting in (self.topic, self.same, self.source):
            suggesting.valueChanged.connect(self._echo)
            suggesting.submitted.connect(self.submit)
        self.links.changed.connect(self._echo)
        self.links.submitted.connect(self.submit)
        self.save.clicked.connect(self.submit)

    def _fields(self) -> Sequence[QLineEdit]:
        said = (self.speaker, self.role, self.organisation, self.date, self.venue, self.language)
        return (*said, self.topic, self.same, self.source)

    @property
    def statement(self) -> Statement | None:
        """The statement being changed, or None while a new one is typed."""
        return self._statement

    @property
    def draft(self) -> StatementDraft:
        """What stands in the form."""
        answers, disputes = self.links.links
        date_shown, date_kept = self._date
        return StatementDraft(
            words=self.words.toPlainText(),
            quotation=Quotation(self.quotation.currentData()),
            original_words=self.original.toPlainText(),
            language=self.language.text(),
            speaker=self.speaker.text(),
            role=self.role.text(),
            organisation=self.organisation.text(),
            date=date_kept if self.date.text() == date_shown else self.date.text(),
            venue=self.venue.text(),
            topic=self.topic.text(),
            position=Position(self.position.currentData()),
            answers=answers,
            disputes=disputes,
            same_utterance=self._same(),
            source=self.source.text(),
            source_id=str(self.source.value or ""),
            note=self.note.toPlainText(),
            sharing=Sharing(self.sharing.currentData()),
        )

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from what it was filled with."""
        return self.draft != self._shown

    def show_statement(self, statement: Statement | None, draft: StatementDraft | None = None) -> None:
        """Fill the form with a statement, or for a new one empty it or fill in a draft."""
        self._statement = statement
        self._shown = StatementDraft.of(statement) if statement else StatementDraft()
        self.records.but_not = self._utterances.but_not = statement.id if statement else ""
        self._fill(draft or self._shown)
        self.heading.setText(statement_words.speaker(statement) if statement else _("New statement"))
        self._echoes["source"].setVisible(statement is None)
        self.save.setText(_("Save changes") if statement else _("Add statement"))
        self._echo()

    def rest_on(self, statement: Statement) -> None:
        """Go on with what is typed, where only the sources of the statement have changed meanwhile."""
        before = self._statement
        if before is not None and replace(before, citations=statement.citations) == statement:
            self._statement = statement

    def look_again(self, topics: Sequence[str]) -> None:
        """Offer what is there now."""
        self._topics = list(topics)
        self.records.look_again()
        self._utterances.look_again()

    def submit(self) -> bool:
        """Hand the draft over; where something blocks, go to the first field that does and answer False."""
        problems = blocking(self._problems(self.draft))
        if not problems:
            self.submitted.emit(self.draft)
            return not self.is_changed
        fields = {"links": self.links.target, **{name: each.field for name, each in self._echoes.items()}}
        self._say_problems(problems)
        fields[problems[0].field].setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps; Enter alone goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
            else:
                self.focusNextChild()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fill(self, draft: StatementDraft) -> None:
        self.words.setPlainText(draft.words)
        self.original.setPlainText(draft.original_words)
        self.note.setPlainText(draft.note)
        self.speaker.setText(draft.speaker)
        self.role.setText(draft.role)
        self.organisation.setText(draft.organisation)
        self.venue.setText(draft.venue)
        self.language.setText(draft.language)
        self._date = (self._date_text(draft.date), draft.date)
        self.date.setText(self._date[0])
        self.topic.set_value(draft.topic)
        self.position.setCurrentIndex(self.position.findData(draft.position))
        self.quotation.setCurrentIndex(self.quotation.findData(draft.quotation))
        self.sharing.setCurrentIndex(self.sharing.findData(draft.sharing))
        self.links.show_links(draft.answers, draft.disputes)
        same = draft.same_utterance
        self.same.set_value(self._utterances.name(same) if same else "", same or None)
        self.source.set_value(
            self._sources.name(draft.source_id) if draft.source_id else draft.source, draft.source_id or None
        )
        for field in self._fields():
            field.setCursorPosition(0)

    def _date_text(self, kept: str) -> str:
        """A date of the draft as the form shows it: EDTF in words, and words as they were written."""
        try:
            return date_texts.to_edit(PartialDate.parse(kept), self._context.today(), self._context.formats)
        except DateSyntaxError:
            return kept

    def _same(self) -> str:
        """Id of the other quotation chosen; the one the record has where nobody has typed."""
        kept = self._shown.same_utterance
        untouched = bool(kept) and self.same.text() == self._utterances.name(kept)
        return str(self.same.value or (kept if untouched else ""))

    def _suggest_topics(self, typed: str) -> list[Suggestion]:
        words = fold(typed).split()
        return [Suggestion(topic) for topic in self._topics if all(word in fold(topic) for word in words)]

    def _problems(self, draft: StatementDraft) -> list[Problem]:
        found = draft.check(self._context.today(), based_on=self._statement, order=self._order)
        if self.same.text().strip() and not draft.same_utterance:
            found.append(Problem("same_utterance", "unknown statement"))
        return found

    def _echo(self) -> None:
        draft = self.draft
        for echo in self._echoes.values():
            echo.set_echo("")
        self.links.say("")
        self._echoes["original_words"].setVisible(
            draft.quotation is Quotation.TRANSLATED or bool(draft.original_words)
        )
        if draft.date.strip():
            reading = draft.reading(self._context.today(), based_on=self._statement, order=self._order)
            self._echoes["date"].set_echo(date_sentences.date_echo(reading, self._context.formats))
        if draft.sharing is not Sharing.CLEAR:
            protected = self._context.workspace.is_protected
            self._echoes["sharing"].set_echo(labels.sharing_echo(draft.sharing, protected=protected))
        problems = self._problems(draft)
        # An empty form is not yet in fault; it only has nothing to add.
        if self.is_changed or self._statement is not None:
            self._say_problems(problems)
        self.save.setEnabled(self.is_changed and not blocking(problems))
        self.changed.emit()

    def _say_problems(self, problems: list[Problem]) -> None:
        for problem in problems:
            words = problem_words.problem(problem.code)
            if problem.field == "links":
                self.links.say(words)
            else:
                state = Understood.PROBLEM if problem.blocks else Understood.WARN
                self._echoes[problem.field].set_echo(words, state)
