"""The checklist for the legal route of the chosen case: each criterion answered by a key, and the count."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop_app.domain import eligibility
from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.cases import Case
from desktop_app.domain.eligibility import Question
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Source
from desktop_app.domain.timeline import Timeline
from desktop_app.services import eligibility as deeds
from desktop_app.ui.cases.beside import Beside
from desktop_app.ui.citations.menu_button import SourcesButton
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.columns import Column, Tone, fold
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.ui.widgets.tall_scroll import TallScroll
from desktop_app.words import eligibility_words, rule_labels
from desktop_app.words.translate import _

_STATE = "cases/eligibility"
_SHAPES = {Reply.YES: "■", Reply.NO: "□", Reply.NOT_KNOWN: "◇"}
_NONE = "none"
_LINES = 5
"""How high the table is at least, in lines of text."""


class CriteriaTable(RecordTableView):
    """The first letter of an answer gives it, ? gives not known, Delete takes it back."""

    replied = Signal(str)
    """The key of an answer, or "none"."""

    def sizeHint(self) -> QSize:
        """A few rows: it takes what room there is, and scrolls."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() * _LINES)

    def minimumSizeHint(self) -> QSize:
        """No fewer than that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the current criterion by a key."""
        key = _reply_for(event)
        if key and self.current_record() is not None:
            self.replied.emit(key)
            event.accept()
        else:
            super().keyPressEvent(event)


def _reply_for(event: QKeyEvent) -> str:
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return ""
    if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return _NONE
    typed = fold(event.text())
    if typed == "?":
        return Reply.NOT_KNOWN.value
    replies = (Reply.YES, Reply.NO)
    found = [reply.value for reply in replies if typed and fold(rule_labels.reply(reply))[:1] == typed]
    return found[0] if found else ""


class EligibilityTab(QWidget):
    """Asks and counts; it decides nothing, and says so."""

    ruleAsked = Signal(str)
    """The id of a criterion."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._case: Case | None = None
        self._filling = False
        self.version = QComboBox()
        self.version.setObjectName("criteriaVersion")
        self.version.setAccessibleName(_("Version of the criteria"))
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.result = TextLabel("", wrap=True)
        self.result.setObjectName("criteriaResult")
        self.table = CriteriaTable(
            self._columns(),
            name=_("Criteria of the legal route"),
            empty=_("No criteria are recorded. They are kept under Record ▸ Rules of the scheme."),
        )
        self.table.setObjectName("criteriaTable")
        choices = [(reply.value, rule_labels.reply(reply)) for reply in Reply]
        self.reply = Segmented(_("Answer"), [*choices, (_NONE, _("Not answered"))])
        self.reply.setObjectName("criteriaReply")
        self.sources = SourcesButton(context)
        self.sources.setObjectName("answerSources")
        self.note = Field(_("Note to the answer"), placeholder=_("Note to the answer"))
        self.note.setObjectName("answerNote")
        self.rule = Button(_("Go to criterion"), look="link")
        self._lay_out()
        self.table.restore_state(context.settings.store, _STATE)
        self.table.setSortingEnabled(False)
        self.version.currentIndexChanged.connect(self._take_version)
        self.table.currentRecordChanged.connect(self._show_question)
        self.table.replied.connect(self._answer)
        self.table.recordActivated.connect(self._go)
        self.reply.chosen.connect(self._answer)
        self.note.editingFinished.connect(self._annotate)
        self.sources.refused.connect(context.notices.refuse)
        self.rule.clicked.connect(self._go_to_current)

    def _columns(self) -> list[Column[Question]]:
        def answered(question: Question) -> str:
            if question.reply is None:
                return _("not answered")
            return f"{_SHAPES[question.reply]} {rule_labels.reply(question.reply)}"

        def spoken(question: Question) -> str:
            return _("not answered") if question.reply is None else rule_labels.reply(question.reply)

        def note(question: Question) -> str:
            return "" if question.answer is None else question.answer.note

        return [
            Column("criterion", _("Criterion"), lambda one: one.rule.title, tone=Tone.STRONG, width=32),
            Column("answer", _("Answer"), answered, spoken=spoken, width=16),
            Column(
                "question",
                _("Question"),
                lambda one: one.rule.text,
                tooltip=lambda one: "\n".join(part for part in (one.rule.text, one.rule.note) if part),
                stretch=True,
                width=50,
            ),
            Column(
                "source",
                _("Source"),
                self._sources_of,
                tooltip=self._sources_of,
                tone=Tone.MUTED,
                width=18,
            ),
            Column("note", _("Note"), note, tooltip=note, tone=Tone.MUTED, width=14),
        ]

    def _lay_out(self) -> None:
        self._head = Beside(self.result, 50)
        self._head.setSpacing(10)
        self._head.take(self.version, first=True)
        foot = FlowLayout(spacing=8)
        for part in (self.reply, self.sources, self.note, self.rule):
            foot.addWidget(part)
        self.note.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        inside, around = QWidget(), QVBoxLayout(self)
        body = QVBoxLayout(inside)
        body.setContentsMargins(14, 6, 8, 6)
        body.setSpacing(6)
        body.addLayout(self._head)
        body.addWidget(self.table, 1)
        body.addLayout(foot)
        # Words that wrap need more height with large text than the page would know of.
        scroll = TallScroll(inside)
        scroll.setMinimumHeight(self.fontMetrics().height() * 10)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    # what is shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place the version stands above the count."""
        super().resizeEvent(event)
        self._head.fit(self.width())

    def show_case(self, case: Case, timeline: Timeline) -> None:
        """Show what is answered for a case."""
        if self._case is None or self._case.id != case.id:
            self._annotate()
        self._case = case
        self._offer_versions()
        self._fill()

    def keep(self) -> None:
        """Remember the columns, and keep the note being typed."""
        self._annotate()
        self.table.save_state(self._context.settings.store, _STATE)

    def _offer_versions(self) -> None:
        names = eligibility.versions(self._context.view.every(Rule), self._context.as_of)
        if [self.version.itemData(place) for place in range(self.version.count())] == list(names):
            return
        chosen = self.version.currentData()
        self._filling = True
        self.version.clear()
        for name in names:
            self.version.addItem(eligibility_words.version(name), name)
        self.version.setCurrentIndex(max(0, self.version.findData(chosen)))
        self.version.setVisible(bool(names))
        self._filling = False

    def _fill(self) -> None:
        case, context = self._case, self._context
        if case is None:
            return
        answers = deeds.answers_of(context.view, case.id)
        asked = eligibility.checklist(
            context.view.every(Rule), answers, str(self.version.currentData() or ""), context.as_of
        )
        said = eligibility_words.result(asked, context.formats)
        self.result.setText(
            _("{result} {caution}").format(result=said, caution=eligibility_words.not_a_decision())
        )
        self.table.show_records(asked.questions)
        if self.table.current_record() is None and asked.questions:
            self.table.select(asked.questions[0].id)
        self._show_question(self.table.current_record())

    def _show_question(self, question: Question | None) -> None:
        self._filling = True
        answer = None if question is None else question.answer
        self.reply.setEnabled(question is not None)
        self.rule.setEnabled(question is not None)
        self.reply.choose(_NONE if answer is None else answer.reply.value)
        title = "" if question is None else question.rule.title
        self.sources.show_record(answer, title)
        self.note.setEnabled(answer is not None)
        if not self.note.hasFocus() or not self.note.isModified():
            self.note.setText("" if answer is None else answer.note)
        self._filling = False

    def _sources_of(self, question: Question) -> str:
        if question.answer is None:
            return ""
        found = (self._context.view.get(Source, one.source) for one in question.answer.citations)
        return ", ".join(source.short_name for source in found if source is not None)

    # what is done

    def _answer(self, key: str) -> None:
        question = self.table.current_record()
        if self._filling or self._case is None or question is None:
            return
        before: Answer | None = question.answer
        try:
            if key != _NONE:
                case = self._context.for_change(self._case)
                deeds.answer(self._context.workspace, case, question.rule, Reply(key))
            elif before is not None:
                deeds.withdraw(self._context.workspace, self._context.for_change(before))
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            self._fill()
            return
        said = _("not answered") if key == _NONE else rule_labels.reply(Reply(key))
        announce(self, _("{criterion}: {answer}").format(criterion=question.rule.title, answer=said))

    def _annotate(self) -> None:
        question = self.table.current_record()
        if not self.note.isModified() or question is None or question.answer is None:
            return
        self.note.setModified(False)
        try:
            answer = self._context.for_change(question.answer)
            deeds.annotate(self._context.workspace, answer, self.note.text())
        except Refusal as refusal:
            self._context.notices.refuse(refusal)

    def _take_version(self, _index: int) -> None:
        if not self._filling:
            self._annotate()
            row = self.table.currentIndex().row()
            self._fill()
            # The same criterion in the other version, which is another record.
            if 0 <= row < self.table.records.rowCount():
                self.table.select(self.table.records.id_at(row))

    def _go(self, question: Question) -> None:
        self.ruleAsked.emit(question.rule.id)

    def _go_to_current(self) -> None:
        question = self.table.current_record()
        if question is not None:
            self._go(question)
