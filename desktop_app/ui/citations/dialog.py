"""The form of one citation: which source, in which words, who says so there, and how credible."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.citation_draft import CitationDraft
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.origins import Cited
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sources import CREDIBILITY_UNJUDGED, Quotation, Stance
from desktop_app.domain.statements import Statement
from desktop_app.services import citations
from desktop_app.ui.citations.source_names import SourceNames
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.ui.widgets.suggest import SuggestCombo
from desktop_app.ui.widgets.tall_scroll import TallScroll
from desktop_app.words import problem_words, refusals, source_labels
from desktop_app.words.translate import _


class CitationDialog(QDialog):
    """Holds a draft; Ctrl+Enter keeps it as one step. What is refused leaves the draft as it was typed."""

    def __init__(
        self, context: Context, record: Cited, place: int | None, title: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("citationDialog")
        self.setWindowTitle(_("Add source") if place is None else _("Change source"))
        self._context, self._record, self._place = context, record, place
        self._meaning = ("", "")
        self._names = SourceNames(context.workspace, context.formats)
        self._names.about = _date_of(record) or self._names.about
        self._shown = CitationDraft() if place is None else CitationDraft.of(record.citations[place])
        self._make_fields()
        self.keep = Button(_("Add") if place is None else _("Save"), look="primary", key="Ctrl+Return")
        self.keep.setObjectName("keepCitation")
        self.news = TextLabel("", "warn", wrap=True)
        self.news.hide()
        self._lay_out(title)
        self._fill(self._shown)
        self._connect()
        self._echo()
        # Qt itself would take no more than two thirds of the screen.
        self.resize(self.sizeHint())
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        self.source = SuggestCombo(_("Source"), self._names.suggest)
        self.speaker, self.locator = Field(), Field()
        self.excerpt, self.note = TextBox(_("Words"), lines=3), TextBox(_("Note"), lines=2)
        if isinstance(self._record, Figure | Statement):
            self.speaker.setPlaceholderText(_("As the record has it"))
        self.locator.setPlaceholderText(_("Page, paragraph, minute"))
        self.stance, self.quotation, self.credibility = QComboBox(), QComboBox(), QComboBox()
        for stance in Stance:
            self.stance.addItem(source_labels.stance(stance), stance)
        for quotation in Quotation:
            self.quotation.addItem(source_labels.quotation(quotation), quotation)
        for grade in range(1, CREDIBILITY_UNJUDGED + 1):
            self.credibility.addItem(source_labels.credibility(grade), grade)
        for combo in (self.stance, self.quotation, self.credibility):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
        self.echoes = {
            "source": EchoField(_("&Source"), self.source),
            "stance": EchoField(_("Wha&t it does"), self.stance, lines=0),
            "speaker": EchoField(_("Said &by"), self.speaker, lines=0),
            "excerpt": EchoField(_("&Words"), self.excerpt, lines=0),
            "quotation": EchoField(_("&Quotation"), self.quotation, lines=0),
            "locator": EchoField(_("W&here in it"), self.locator, lines=0),
            "credibility": EchoField(_("&Credibility"), self.credibility),
            "note": EchoField(_("&Note"), self.note, lines=0),
        }

    def _lay_out(self, title: str) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        rows = (
            ("source",),
            ("stance", "speaker"),
            ("excerpt",),
            ("quotation", "locator"),
            ("credibility",),
            ("note",),
        )
        for row, names in enumerate(rows):
            for column, name in enumerate(names):
                grid.addWidget(self.echoes[name], row, column, 1, 3 - len(names))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.cancel = Button(_("Cancel"), key="Esc")
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 6, 0)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(TextLabel(title, "heading", wrap=True))
        body.addWidget(TallScroll(fields), 1)
        body.addWidget(self.news)
        body.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _connect(self) -> None:
        fields: tuple[QLineEdit, ...] = (self.source, self.speaker, self.locator)
        for field in fields:
            field.textChanged.connect(self._echo)
        for box in (self.excerpt, self.note):
            box.textChanged.connect(self._echo)
        for combo in (self.stance, self.quotation, self.credibility):
            combo.currentIndexChanged.connect(self._echo)
        self.source.valueChanged.connect(self._echo)
        self.source.submitted.connect(self.submit)
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)

    def sizeHint(self) -> QSize:
        """As high as the fields, within a small screen: with large text they scroll."""
        return super().sizeHint().boundedTo(self.screen().availableSize() * 0.9)

    @property
    def draft(self) -> CitationDraft:
        """What stands in the form; words that surely mean one source stand for it."""
        typed = self.source.text().strip()
        chosen = str(self.source.value or "")
        if not chosen and typed:
            chosen = self._meant(typed)
        return CitationDraft(
            source="" if chosen else typed,
            source_id=chosen,
            excerpt=self.excerpt.toPlainText(),
            locator=self.locator.text(),
            quotation=Quotation(self.quotation.currentData()),
            stance=Stance(self.stance.currentData()),
            credibility=int(self.credibility.currentData()),
            speaker=self.speaker.text(),
            note=self.note.toPlainText(),
        )

    def submit(self) -> None:
        """Keep the citation and close; with the field in fault focused, while something blocks."""
        draft = self.draft
        blocked = blocking(self._problems(draft))
        if blocked:
            self._say_problems(blocked)
            self.echoes[blocked[0].field].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            citations.keep(self._context.workspace, self._record, draft, self._place)
        except Refusal as refusal:
            self._tell_refused(refusal)
            return
        self._context.notices.tell(_("Source added") if self._place is None else _("Source saved"), undo=True)
        self.accept()

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

    def _fill(self, draft: CitationDraft) -> None:
        self.source.set_value(self._names.name(draft.source_id), draft.source_id or None)
        self.source.setCursorPosition(0)
        self.speaker.setText(draft.speaker)
        self.locator.setText(draft.locator)
        self.excerpt.setPlainText(draft.excerpt)
        self.note.setPlainText(draft.note)
        self.stance.setCurrentIndex(self.stance.findData(draft.stance))
        self.quotation.setCurrentIndex(self.quotation.findData(draft.quotation))
        self.credibility.setCurrentIndex(self.credibility.findData(draft.credibility))

    def _meant(self, typed: str) -> str:
        """Id of the source that the words surely mean; looked for once, however many fields change after."""
        if self._meaning[0] != typed:
            meant = self._names.meant(typed)
            self._meaning = (typed, meant.id if meant is not None else "")
        return self._meaning[1]

    def _problems(self, draft: CitationDraft) -> list[Problem]:
        return draft.check(self._context.workspace, self._record, self._place)

    def _echo(self) -> None:
        draft = self.draft
        for echo in self.echoes.values():
            echo.set_echo("")
        self.echoes["source"].set_echo(self._understood(draft))
        problems = self._problems(draft)
        # An empty form is not yet in fault; it only has nothing to keep.
        self._say_problems([one for one in problems if one.code != "citation without source"])
        self.keep.setEnabled(not blocking(problems) and (self._place is None or draft != self._shown))

    def _understood(self, draft: CitationDraft) -> str:
        if draft.source:
            return _("A new source: {name}").format(name=draft.source)
        return self._names.in_full(draft.source_id)

    def _say_problems(self, problems: list[Problem]) -> None:
        for problem in problems:
            state = Understood.PROBLEM if problem.blocks else Understood.WARN
            self.echoes[problem.field].set_echo(problem_words.problem(problem.code), state)

    def _tell_refused(self, refusal: Refusal) -> None:
        """Say why, and be ready to try again on the record as it is by now."""
        words = refusals.sentence(refusal)
        self.news.setText(words)
        self.news.show()
        announce(self, words)
        newest = self._context.workspace.get(type(self._record), self._record.id)
        if newest is None:
            self.keep.setEnabled(False)
        elif self._place is None:
            self._record = newest
        else:
            cited = self._record.citations[self._place]
            if cited in newest.citations:
                self._place, self._record = newest.citations.index(cited), newest


def _date_of(record: Cited) -> PartialDate | None:
    """When what the record tells of was, for those that say."""
    if isinstance(record, Figure):
        return record.period
    return record.date if isinstance(record, Event | Statement) else None
