"""The rules of the scheme: a list of them with their versions, and the form of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop_app.domain.problems import blocking
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Source
from desktop_app.services import rules
from desktop_app.services.workspace import Step
from desktop_app.ui.citations.menu_button import SourcesButton
from desktop_app.ui.context import Context
from desktop_app.ui.history.dialog import show_history
from desktop_app.ui.locales import date_order
from desktop_app.ui.rules import columns
from desktop_app.ui.rules.form import RuleForm
from desktop_app.ui.theme.tokens import em
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.ui.widgets.tall_scroll import TallScroll
from desktop_app.words import refusals
from desktop_app.words.translate import _, _n

_STATE = "rules/table"


class RulesDialog(QDialog):
    """What is typed is kept by Ctrl+Enter, and before another rule is shown; each deed is one step."""

    def __init__(self, context: Context, rule: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rulesDialog")
        self.setWindowTitle(_("Rules of the scheme"))
        self._context = context
        self._order = date_order(QLocale())
        self._is_warned = False
        self._is_keeping = False
        self.table = RecordTableView(
            columns.rule_columns(context.view, context.formats),
            name=_("Rules of the scheme"),
            empty=_("No rules yet. Type the first one beside: its title, and since when it holds."),
        )
        self.table.setObjectName("rulesTable")
        self.form = RuleForm(context.workspace, context.formats, context.today(), self._order)
        self.sources = SourcesButton(context)
        self.sources.setObjectName("ruleSources")
        self.new = Button(_("&New rule"))
        self.another = Button(_("New vers&ion of this"))
        self.remove = Button(_("&Remove"))
        self.history = Button(_("&History"))
        self.news = TextLabel("", wrap=True)
        self.undo = Button(_("&Undo"), look="link")
        self.leave = Button(_("Close"), key="Esc")
        self.keep = Button(_("Save"), look="primary", key="Ctrl+Return")
        self.keep.setObjectName("keepRule")
        self._lay_out()
        self._connect()
        self.table.restore_state(context.settings.store, _STATE)
        self._refresh()
        if not self.table.select(rule) and self.table.records.rowCount() > 0:
            self.table.select(self.table.records.id_at(0))
        self._tell("")
        self._judge()
        # Qt itself would take no more than two thirds of the screen.
        self.resize(self.sizeHint())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        listed, ways = QVBoxLayout(left), FlowLayout(spacing=8)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self.table, 1)
        for button in (self.new, self.another, self.history, self.remove):
            ways.addWidget(button)
        listed.addLayout(ways)
        typed, foot = QVBoxLayout(right), QHBoxLayout()
        typed.setContentsMargins(0, 0, 0, 0)
        typed.addWidget(TallScroll(self.form), 1)
        foot.addWidget(self.sources)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        typed.addLayout(foot)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setChildrenCollapsible(False)
        self._sides.setHandleWidth(14)
        self._sides.setProperty("look", "gap")
        for side in (left, right):
            self._sides.addWidget(side)
        self._sides.setStretchFactor(0, 3)
        self._sides.setStretchFactor(1, 2)
        below = QHBoxLayout()
        below.addWidget(self.news, 1)
        below.addWidget(self.undo)
        below.addWidget(self.leave)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(self._sides, 1)
        body.addLayout(below)

    def _connect(self) -> None:
        self.table.currentRecordChanged.connect(self._choose)
        self.table.recordActivated.connect(self._edit)
        self.table.deleteRequested.connect(self._remove)
        self.form.changed.connect(self._judge)
        self.form.submitted.connect(self.submit)
        self.keep.clicked.connect(self.submit)
        self.new.clicked.connect(self._begin)
        self.another.clicked.connect(self._begin_version)
        self.remove.clicked.connect(self._remove_chosen)
        self.history.clicked.connect(self._show_history)
        self.undo.clicked.connect(self._undo)
        self.leave.clicked.connect(self.reject)
        self.sources.refused.connect(self._refuse)
        self._context.bridge.changed.connect(self._heed)

    def sizeHint(self) -> QSize:
        """Room for list and form side by side, within a small screen."""
        wished = QSize(em(self.font(), 86), em(self.font(), 42))
        return wished.boundedTo(self.screen().availableSize() * 0.92)

    def done(self, result: int) -> None:
        """Keep the columns."""
        self.table.save_state(self._context.settings.store, _STATE)
        super().done(result)

    def reject(self) -> None:
        """Escape and Close: what is typed and not kept is asked about once, and left at the second time."""
        if self.form.is_changed and not self._is_warned:
            self._is_warned = True
            self._tell(_("Not saved yet. Ctrl+Enter saves; Escape again leaves it as it was."))
            return
        super().reject()

    # what is shown

    def _refresh(self) -> None:
        self.table.show_records(columns.in_order(self._context.view.every(Rule)))

    def _heed(self, step: Step) -> None:
        if step.kinds.isdisjoint((Rule, Source)):
            return
        self._refresh()
        shown = self.form.rule
        newest = self._context.workspace.get(Rule, shown.id) if shown is not None else None
        if shown is not None and newest is None:
            self.form.show_rule(None)
            self._choose(self.table.current_record())
        elif newest is not None and newest != shown and not self.form.is_changed:
            self.form.show_rule(newest)
        self._judge()

    def _choose(self, rule: Rule | None) -> None:
        shown = self.form.rule
        is_typed_over = (
            shown is not None and rule is not None and rule.id == shown.id and self.form.is_changed
        )
        if rule is None or is_typed_over or self._is_keeping:
            self._judge()
            return
        if self.form.is_changed and not self.submit():
            if shown is not None:
                self.table.select(shown.id)
            return
        self.form.show_rule(self._context.for_change(rule))
        self._judge()

    def _judge(self) -> None:
        """Offer what can be done."""
        blocked = blocking(self.form.problems())
        self.keep.setEnabled(self.form.is_changed and not blocked)
        self.keep.setText(_("Save") if self.form.rule is not None else _("Add rule"))
        self._is_warned = False
        rule = self.form.rule
        for button in (self.another, self.remove, self.history):
            button.setEnabled(rule is not None)
        self.sources.show_record(rule, "" if rule is None else rule.title)

    # what is done

    def submit(self) -> bool:
        """Keep what stands in the form; False, with the field in fault focused, while something blocks."""
        form = self.form
        if blocking(form.problems()):
            form.focus_fault()
            return False
        # The list is shown anew meanwhile, which is no wish to leave the form.
        self._is_keeping = True
        try:
            kept = self._kept()
        except Refusal as refusal:
            self._refuse(refusal)
            return False
        finally:
            self._is_keeping = False
        said = _("Added: {name}") if form.rule is None else _("Saved: {name}")
        form.show_rule(kept)
        self.table.select(kept.id)
        self._judge()
        self._tell(said.format(name=kept.title), undo=True)
        return True

    def _kept(self) -> Rule:
        form, context = self.form, self._context
        workspace, today = context.workspace, context.today()
        if form.rule is None:
            return rules.record(workspace, form.draft, today, self._order)
        return rules.revise(workspace, form.rule, form.draft, today, self._order)

    def _begin(self) -> None:
        if not self.form.is_changed or self.submit():
            self.form.show_rule(None)
            self._judge()
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_version(self) -> None:
        rule = self.form.rule
        if rule is None or (self.form.is_changed and not self.submit()):
            return
        self.form.show_rule(None, base=rules.version_of(self.form.rule or rule))
        self._judge()
        self.form.version.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, _rule: Rule) -> None:
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_chosen(self) -> None:
        self._remove(self.table.selected_records())

    def _remove(self, chosen: list[Rule]) -> None:
        if not chosen:
            return
        try:
            answers = rules.remove(self._context.workspace, chosen)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        number = self._context.formats.number
        said = _n("Deleted {n} rule", "Deleted {n} rules", len(chosen)).format(n=number(len(chosen)))
        if answers:
            with_them = _n("{rules} with {n} answer to it", "{rules} with {n} answers to it", answers)
            said = with_them.format(rules=said, n=number(answers))
        self._tell(said, undo=True)

    def _undo(self) -> None:
        try:
            self._context.workspace.undo()
        except Refusal as refusal:
            self._refuse(refusal)
            return
        self._tell(_("Undone"))

    def _show_history(self) -> None:
        rule = self.form.rule
        if rule is not None:
            show_history(self._context, Rule, rule.id, rule.title, self)

    def _refuse(self, refusal: Refusal) -> None:
        self._tell(refusals.sentence(refusal))

    def _tell(self, words: str, *, undo: bool = False) -> None:
        """Say what was done here: a notice on the window behind could not be reached."""
        self.news.setText(words)
        self.undo.setVisible(undo)
        if words:
            announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 goes to the form; Ctrl+Enter keeps from wherever the keyboard is."""
        if event.key() == Qt.Key.Key_F2:
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self.submit()
        else:
            super().keyPressEvent(event)
