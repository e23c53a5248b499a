"""The form of one rule: texts, each with its "understood as"; nothing is kept before it is asked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.date_words import Order
from desktop_app.domain.events import EventKind, Route
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.rule_draft import RuleDraft
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.services import rules
from desktop_app.services.workspace import Workspace
from desktop_app.ui import date_texts
from desktop_app.ui.widgets.columns import fold
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.suggest import SuggestCombo, Suggestion
from desktop_app.words import date_sentences, event_labels, problem_words, rule_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_OF_CASES = (Route.RETURN, Route.ADMISSION)
_OF_CLOCKS = ("starts_with", "ends_with", "days", "extended_days", "months")


class RuleForm(QWidget):
    """Holds a draft; `changed` tells that another stands in it. Enter goes on to the next field."""

    changed = Signal()
    submitted = Signal()
    """Ctrl+Enter was pressed."""

    def __init__(self, workspace: Workspace, formats: Formats, today: date, order: Order) -> None:
        super().__init__()
        self.setObjectName("ruleForm")
        self._workspace, self._formats, self._today, self._order = workspace, formats, today, order
        self._rule: Rule | None = None
        self._base = Rule()
        self._days_shown = ""
        self._shown = RuleDraft()
        self.heading = TextLabel(_("New rule"), "heading", wrap=True)
        self.kind = QComboBox()
        for kind in RuleKind:
            self.kind.addItem(rule_labels.rule_kind(kind), kind)
        self.clause = SuggestCombo(_("Clause"), self._clauses, placeholder=_("what its versions share"))
        self.version, self.title = Field(), Field()
        self.version.setPlaceholderText(_("treaty, press…"))
        self.text, self.note = TextBox(_("Text"), lines=3), TextBox(_("Note"), lines=2)
        self.starts_with = SuggestCombo(_("Starts with"), _kinds, placeholder=_("an event"))
        self.ends_with = SuggestCombo(_("Ends with"), _kinds, placeholder=_("an event"))
        self.days, self.extended_days, self.months = Field(), Field(), Field()
        self.in_force = Field(placeholder=_("since 6 Aug 2025"))
        self.echoes = {
            "kind": EchoField(_("&Kind"), self.kind, lines=0),
            "title": EchoField(_("&Title"), self.title, lines=0),
            "clause": EchoField(_("C&lause"), self.clause, lines=0),
            "version": EchoField(_("&Version"), self.version, lines=0),
            "text": EchoField(_("Te&xt"), self.text, lines=0),
            "starts_with": EchoField(_("Starts &with"), self.starts_with, lines=0),
            "ends_with": EchoField(_("&Ends with"), self.ends_with, lines=0),
            "days": EchoField(_("&Days"), self.days, lines=0),
            "extended_days": EchoField(_("Exce&ptionally"), self.extended_days, lines=0),
            "months": EchoField(_("&Months"), self.months, lines=0),
            "in_force": EchoField(_("In &force"), self.in_force),
            "note": EchoField(_("N&ote"), self.note, lines=0),
        }
        self._lay_out()
        self._connect()
        self.show_rule(None)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, ...], ...] = (
            ("title",),
            ("kind", "clause"),
            ("version", "in_force"),
            ("text",),
            ("starts_with", "ends_with"),
            ("days", "extended_days", "months"),
            ("note",),
        )
        for row, names in enumerate(rows):
            width = 6 // len(names)
            for place, name in enumerate(names):
                grid.addWidget(self.echoes[name], row, place * width, 1, width)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(8)
        body.addWidget(self.heading)
        body.addLayout(grid)
        body.addStretch(1)

    def _connect(self) -> None:
        for field in self._lines():
            field.textChanged.connect(self._echo)
        for suggesting in (self.clause, self.starts_with, self.ends_with):
            suggesting.valueChanged.connect(self._echo)
            suggesting.submitted.connect(self.submitted)
        for box in (self.text, self.note):
            box.textChanged.connect(self._echo)
        self.kind.currentIndexChanged.connect(self._echo)

    def _lines(self) -> tuple[QLineEdit, ...]:
        texts = (self.title, self.clause, self.version, self.in_force)
        return (*texts, self.starts_with, self.ends_with, self.days, self.extended_days, self.months)

    @property
    def rule(self) -> Rule | None:
        """The rule being changed, or None while a new one is typed."""
        return self._rule

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from what it was filled with."""
        return self.draft != self._shown

    @property
    def draft(self) -> RuleDraft:
        """What stands in the form; days that nobody typed over are kept as the record has them."""
        days = self.in_force.text()
        return RuleDraft(
            kind=RuleKind(self.kind.currentData()),
            clause=self.clause.text(),
            version=self.version.text(),
            title=self.title.text(),
            text=self.text.toPlainText(),
            starts_with=_kind_in(self.starts_with),
            ends_with=_kind_in(self.ends_with),
            days=self.days.text(),
            extended_days=self.extended_days.text(),
            months=self.months.text(),
            in_force=str(self._base.in_force) if days == self._days_shown else days,
            note=self.note.toPlainText(),
        )

    def show_rule(self, rule: Rule | None, base: Rule | None = None) -> None:
        """Fill the form with a rule to change, or with `base` as a new one to begin with."""
        self._rule, self._base = rule, rule or base or Rule()
        draft = RuleDraft.of(self._base)
        self._days_shown = date_texts.to_edit(self._base.in_force, self._today, self._formats)
        self.heading.setText(rule.title if rule else _("New version") if base else _("New rule"))
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.clause.set_value(draft.clause)
        self.starts_with.set_value(_named(draft.starts_with), draft.starts_with)
        self.ends_with.set_value(_named(draft.ends_with), draft.ends_with)
        for field, text in (
            (self.title, draft.title),
            (self.version, draft.version),
            (self.days, draft.days),
            (self.extended_days, draft.extended_days),
            (self.months, draft.months),
            (self.in_force, self._days_shown),
        ):
            field.setText(text)
        self.text.setPlainText(draft.text)
        self.note.setPlainText(draft.note)
        for line in self._lines():
            line.setCursorPosition(0)
        self._shown = self.draft
        self._echo()

    def problems(self) -> list[Problem]:
        """What is wrong with the draft."""
        every = list(self._workspace.every(Rule))
        others = every if self._rule is None else rules.others(self._workspace, self._rule)
        problems = self.draft.check(others, self._today, self._order)
        for name, field in (("starts_with", self.starts_with), ("ends_with", self.ends_with)):
            if field.text().strip() and _kind_in(field) is None:
                problems.append(Problem(name, "event without type"))
        return problems

    def focus_fault(self) -> None:
        """Put the keyboard into the first field that blocks."""
        blocked = blocking(self.problems())
        if blocked:
            self.echoes[blocked[0].field].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps; Enter alone goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submitted.emit()
            else:
                self.focusNextChild()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _echo(self) -> None:
        draft = self.draft
        is_term = draft.kind is RuleKind.TERM
        for name, echo in self.echoes.items():
            echo.set_echo("")
            if name in _OF_CLOCKS:
                echo.setVisible(is_term)
        reading = draft.reading(self._today, self._order)
        if reading.date.is_dated:
            self.echoes["in_force"].set_echo(date_sentences.date_full(reading.date, self._formats))
        for problem in self.problems():
            # An empty form is not yet in fault; it only has nothing to keep.
            if problem.code == "rule without title" and not self.is_changed:
                continue
            state = Understood.PROBLEM if problem.blocks else Understood.WARN
            self.echoes[problem.field].set_echo(problem_words.problem(problem.code), state)
        self.changed.emit()

    def _clauses(self, typed: str) -> list[Suggestion]:
        names = dict.fromkeys(rule.clause for rule in self._workspace.every(Rule) if rule.clause)
        return [Suggestion(name) for name in names if fold(typed) in fold(name)]


def _named(kind: EventKind | None) -> str:
    return "" if kind is None else event_labels.event_kind(kind)


def _kind_in(field: SuggestCombo) -> EventKind | None:
    """The type of event that was chosen, or whose name stands in the field."""
    if isinstance(field.value, EventKind):
        return field.value
    typed = fold(field.text().strip())
    return next((kind for kind in _offered() if fold(event_labels.event_kind(kind)) == typed), None)


def _kinds(typed: str) -> list[Suggestion]:
    words = fold(typed).split()
    return [
        Suggestion(event_labels.event_kind(kind), event_labels.route(kind.route), kind)
        for kind in _offered()
        if all(word in fold(event_labels.event_kind(kind)) for word in words)
    ]


def _offered() -> list[EventKind]:
    return [kind for kind in EventKind if kind.route in _OF_CASES]
