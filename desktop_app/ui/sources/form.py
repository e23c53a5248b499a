"""The form of one source: texts only, each with its "understood as"; nothing is kept before it is asked."""

from __future__ import annotations

from datetime import date

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
from desktop_app.domain.source_draft import SourceDraft
from desktop_app.domain.sources import Reliability, Source, SourceKind
from desktop_app.services.workspace import Workspace
from desktop_app.ui import date_texts
from desktop_app.ui.sources.origin_names import OriginNames
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.suggest import SuggestCombo
from desktop_app.words import date_sentences, labels, problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class SourceForm(QWidget):
    """Holds a draft. `submitted` carries it when Add or Save is pressed and nothing blocks."""

    submitted = Signal(object)
    """A SourceDraft."""

    def __init__(
        self,
        workspace: Workspace,
        formats: Formats,
        today: date,
        order: date_words.Order,
        origins: OriginNames,
    ) -> None:
        super().__init__()
        self.setObjectName("sourceForm")
        self._workspace, self._formats, self._today, self._order = workspace, formats, today, order
        self._origins = origins
        self._source: Source | None = None
        self._shown = SourceDraft()
        self._dates = {"published": ("", ""), "accessed": ("", "")}
        """Of each date what the form showed, and what the record had."""
        self.heading = TextLabel(_("New source"), "heading", wrap=True)
        self.publisher, self.title = Field(), Field()
        self.author, self.language = Field(), Field()
        self.published, self.accessed, self.address = Field(), Field(), Field()
        self.kind, self.reliability, self.sharing = QComboBox(), QComboBox(), QComboBox()
        self.origin = SuggestCombo(_("Repeats"), origins.suggest, placeholder=_("Nothing: its own words"))
        self.note = TextBox(_("Note"), lines=3)
        for kind in SourceKind:
            self.kind.addItem(labels.source_kind(kind), kind)
        for grade in Reliability:
            self.reliability.addItem(labels.reliability(grade), grade)
        for level in Sharing:
            self.sharing.addItem(labels.sharing(level), level)
        self.save = Button(_("Add source"), look="primary", key="Ctrl+Return")
        self.save.setObjectName("saveSource")
        self._echoes = {
            "publisher": EchoField(_("&Publisher"), self.publisher, lines=0),
            "title": EchoField(_("&Title"), self.title, lines=0),
            "kind": EchoField(_("&Kind"), self.kind, lines=0),
            "reliability": EchoField(_("Reliabilit&y"), self.reliability, lines=0),
            "published": EchoField(_("P&ublished"), self.published),
            "accessed": EchoField(_("Rea&d on"), self.accessed),
            "author": EchoField(_("&By"), self.author, lines=0),
            "language": EchoField(_("&Language"), self.language, lines=0),
            "address": EchoField(_("Addre&ss"), self.address, lines=0),
            "origin": EchoField(_("Repe&ats"), self.origin, lines=0),
            "sharing": EchoField(_("Sharin&g"), self.sharing, lines=0),
            "note": EchoField(_("&Note"), self.note, lines=0),
        }
        self._lay_out()
        for field in self._texts():
            field.textChanged.connect(self._echo)
        self.note.textChanged.connect(self._echo)
        self.kind.currentIndexChanged.connect(self._echo)
        self.reliability.currentIndexChanged.connect(self._echo)
        self.sharing.currentIndexChanged.connect(self._echo)
        self.origin.valueChanged.connect(self._echo)
        self.origin.submitted.connect(self.submit)
        self.save.clicked.connect(self.submit)
        self.show_source(None)

    def _texts(self) -> tuple[QLineEdit, ...]:
        said = (self.publisher, self.title, self.author, self.language)
        return (*said, self.published, self.accessed, self.address, self.origin)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        wide = ("publisher", "title")
        for row, name in enumerate(wide):
            grid.addWidget(self._echoes[name], row, 0, 1, 2)
        pairs = (("kind", "reliability"), ("published", "accessed"), ("author", "language"))
        for row, (left, right) in enumerate(pairs, start=len(wide)):
            grid.addWidget(self._echoes[left], row, 0)
            grid.addWidget(self._echoes[right], row, 1)
        below = ("origin", "address", "note", "sharing")
        for row, name in enumerate(below, start=len(wide) + len(pairs)):
            grid.addWidget(self._echoes[name], row, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for combo in (self.kind, self.reliability, self.sharing):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        foot = QHBoxLayout()
        foot.addWidget(self.save)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def source(self) -> Source | None:
        """The source being changed, or None while a new one is typed."""
        return self._source

    @property
    def draft(self) -> SourceDraft:
        """What stands in the form."""
        return SourceDraft(
            publisher=self.publisher.text(),
            title=self.title.text(),
            kind=SourceKind(self.kind.currentData()),
            author=self.author.text(),
            language=self.language.text(),
            published=self._typed_date("published", self.published),
            accessed=self._typed_date("accessed", self.accessed),
            address=self.address.text(),
            reliability=Reliability(self.reliability.currentData()),
            origin="" if self._origin_id() else self.origin.text().strip(),
            derives_from=self._origin_id(),
            note=self.note.toPlainText(),
            sharing=Sharing(self.sharing.currentData()),
        )

    def _origin_id(self) -> str:
        """Id of the source chosen as the origin; the one the record has where nobody has typed."""
        kept = self._shown.derives_from
        untouched = bool(kept) and self.origin.text() == self._origins.name(kept)
        return str(self.origin.value or (kept if untouched else ""))

    def _date_text(self, kept: str) -> str:
        """A date of the draft as the form shows it: EDTF in words, and words as they were written."""
        try:
            return date_texts.to_edit(PartialDate.parse(kept), self._today, self._formats)
        except DateSyntaxError:
            return kept

    def _typed_date(self, name: str, field: QLineEdit) -> str:
        """What stands in a date's field; as the record has it where nobody has typed."""
        shown, kept = self._dates[name]
        return kept if field.text() == shown else field.text()

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from what it was filled with."""
        return self.draft != self._shown

    def show_source(self, source: Source | None) -> None:
        """Fill the form with a source, or empty it for a new one."""
        self._source = source
        draft = SourceDraft.of(source) if source else SourceDraft()
        self._shown = draft
        self._origins.of = source.id if source else ""
        self.origin.set_value(self._origins.name(draft.derives_from), draft.derives_from or None)
        self.sharing.setCurrentIndex(self.sharing.findData(draft.sharing))
        self.publisher.setText(draft.publisher)
        self.title.setText(draft.title)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.reliability.setCurrentIndex(self.reliability.findData(draft.reliability))
        self.author.setText(draft.author)
        self.language.setText(draft.language)
        self._dates = {
            "published": (self._date_text(draft.published), draft.published),
            "accessed": (self._date_text(draft.accessed), draft.accessed),
        }
        self.published.setText(self._dates["published"][0])
        self.accessed.setText(self._dates["accessed"][0])
        self.address.setText(draft.address)
        self.note.setPlainText(draft.note)
        for field in self._texts():
            # A long title is read from its beginning.
            field.setCursorPosition(0)
        self.heading.setText(source.short_name if source else _("New source"))
        self.save.setText(_("Save changes") if source else _("Add source"))
        self._echo()

    def submit(self) -> bool:
        """Hand the draft on. False, with the field in fault focused, while something blocks."""
        draft = self.draft
        blocked = blocking(self._problems(draft))
        if blocked:
            self._say_problems(blocked)
            self._echoes[blocked[0].field].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.submitted.emit(draft)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps the source from any field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.save.isEnabled():
                self.submit()
            return
        super().keyPressEvent(event)

    def _echo(self) -> None:
        draft = self.draft
        problems = self._problems(draft)
        for name in ("published", "accessed"):
            text = getattr(draft, name)
            reading = date_words.read(text, today=self._today, order=self._order)
            self._echoes[name].set_echo(
                date_sentences.date_echo(reading, self._formats) if text.strip() else ""
            )
        for name in ("publisher", "title", "address", "origin", "sharing"):
            self._echoes[name].set_echo("")
        if draft.sharing is not Sharing.CLEAR:
            said = labels.sharing_echo(draft.sharing, protected=self._workspace.is_protected)
            self._echoes["sharing"].set_echo(said, Understood.WELL)
        # An empty form is not yet in fault; it only has nothing to add.
        self._say_problems([p for p in problems if p.field != "publisher" or self.is_changed])
        self.save.setEnabled(self.is_changed and not blocking(problems))

    def _problems(self, draft: SourceDraft) -> list[Problem]:
        problems = draft.check(self._today, order=self._order)
        if draft.derives_from and not self._origins.may_be(draft.derives_from):
            problems.append(Problem("origin", "origin in a circle"))
        return problems

    def _say_problems(self, problems: list[Problem]) -> None:
        for problem in problems:
            state = Understood.PROBLEM if problem.blocks else Understood.WARN
            self._echoes[problem.field].set_echo(problem_words.problem(problem.code), state)
