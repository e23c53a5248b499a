"""The form of a new case, or of one that is changed: a strip above the page's content."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout

from desktop_app.domain.case_draft import CaseDraft, next_code
from desktop_app.domain.cases import Case
from desktop_app.domain.problems import blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.services import cases, workspace_settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.button_place import beside_fields
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import labels, problem_words
from desktop_app.words.translate import _

_WIDTHS = {"code": 2, "name": 4, "description": 6, "nationality": 3, "sharing": 5, "note": 4}
"""The fields from left to right, with their shares of the width."""


class CaseForm(QFrame):
    """Holds a draft. Enter goes on to the next field, Ctrl+Enter keeps, Escape leaves it."""

    submitted = Signal(object, object)
    """The Case as it was (None for a new one), and the CaseDraft."""
    left = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("caseForm")
        self.setProperty("look", "card")
        self._workspace = workspace
        self._case: Case | None = None
        self.heading = TextLabel(_("New case"), "heading")
        self.code, self.description, self.nationality, self.note = (Field(clears=True) for _each in range(4))
        self.name = Field(clears=True)
        self.name.setObjectName("caseName")
        self.description.setPlaceholderText(_("Use a code, not a name"))
        self.sharing = QComboBox()
        for level in Sharing:
            self.sharing.addItem(labels.sharing(level), level)
        self.keep = Button(_("Add case"), look="primary", key="Ctrl+Return")
        self.keep.setObjectName("keepCase")
        self.cancel = Button(_("Cancel"), key="Esc")
        self.echoes = {
            "code": EchoField(_("Code"), self.code),
            "name": EchoField(_("N&ame"), self.name),
            "description": EchoField(_("De&scription"), self.description),
            "nationality": EchoField(_("Nationa&lity"), self.nationality),
            "sharing": EchoField(_("Sharin&g"), self.sharing, lines=2),
            "note": EchoField(_("Note"), self.note),
        }
        self._lay_out()
        for field in (self.code, self.description):
            field.textChanged.connect(self._echo)
        self.sharing.currentIndexChanged.connect(self._echo)
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        for column, (name, width) in enumerate(_WIDTHS.items()):
            grid.addWidget(self.echoes[name], 0, column)
            grid.setColumnStretch(column, width)
        for column, button in enumerate((self.keep, self.cancel), start=len(_WIDTHS)):
            grid.addWidget(beside_fields(button, self.echoes["code"]), 0, column)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 10, 14, 8)
        body.setSpacing(4)
        body.addWidget(self.heading)
        body.addLayout(grid)

    @property
    def case_changed(self) -> Case | None:
        """The case being changed, or None while a new one is typed."""
        return self._case

    @property
    def draft(self) -> CaseDraft:
        """What stands in the form."""
        return CaseDraft(
            code=self.code.text(),
            description=self.description.text(),
            nationality=self.nationality.text(),
            note=self.note.text(),
            sharing=Sharing(self.sharing.currentData()),
            name=self.name.text(),
        )

    def begin(self) -> None:
        """Show the form for a new case, with the next code filled in."""
        self._show(None, CaseDraft(next_code(self._workspace.every(Case)), sharing=Sharing.AMBER))

    def change(self, case: Case) -> None:
        """Show the form of a case, to change it."""
        self._show(case, CaseDraft.of(case))

    def submit(self) -> bool:
        """Hand the draft on. False, with the field in fault focused, while something blocks."""
        blocked = blocking(self.draft.check(self._others()))
        if blocked:
            self.echoes[blocked[0].field].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.submitted.emit(self._case, self.draft)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the fields leave over."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
            else:
                self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _show(self, case: Case | None, draft: CaseDraft) -> None:
        self._case = case
        self.heading.setText(_("Change {code}").format(code=case.code) if case else _("New case"))
        self.keep.setText(_("Save") if case else _("Add case"))
        self.code.setText(draft.code)
        self.description.setText(draft.description)
        self.nationality.setText(draft.nationality)
        self.note.setText(draft.note)
        self.name.setText(draft.name)
        has_names = workspace_settings.names_allowed(self._workspace)
        self.echoes["name"].setVisible(has_names)
        # A column keeps its share of the width even where nothing in it is seen.
        self._grid.setColumnStretch([*_WIDTHS].index("name"), _WIDTHS["name"] if has_names else 0)
        self.sharing.setCurrentIndex(self.sharing.findData(draft.sharing))
        self._echo()
        self.show()
        first = self.description if draft.code and case is None else self.code
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _others(self) -> list[Case]:
        if self._case is None:
            return list(self._workspace.every(Case))
        return cases.others(self._workspace, self._case)

    def _echo(self) -> None:
        problems = self.draft.check(self._others())
        found = problem_words.problem(problems[0].code) if problems else ""
        self.echoes["code"].set_echo(found, Understood.PROBLEM)
        level, protected = self.draft.sharing, self._workspace.is_protected
        state = Understood.WELL if level is Sharing.CLEAR or protected else Understood.WARN
        self.echoes["sharing"].set_echo(labels.sharing_echo(level, protected=protected), state)
