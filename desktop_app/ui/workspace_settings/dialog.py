"""What is decided for the whole workspace: whether its cases may carry a name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.services import workspace_settings
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words import refusals
from desktop_app.words.translate import _, _n


class WorkspaceSettingsDialog(QDialog):
    """Nothing is decided before Save. Where names would be hidden, it offers to clear them."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("workspaceSettings")
        self.setWindowTitle(_("Workspace settings"))
        self._context = context
        self._named = workspace_settings.named_cases(context.workspace)
        self.names = QCheckBox(_("Cases may carry a &name"))
        self.names.setObjectName("caseNames")
        self.names.setChecked(workspace_settings.names_allowed(context.workspace))
        explained = TextLabel(
            _(
                "A case is known by its code; a name is asked for in its form and shown at its head only, "
                "and leaves the file only where everything is exported."
            ),
            "small",
            wrap=True,
        )
        self.names.setAccessibleDescription(explained.text())
        self.kept = TextLabel("", "warn", wrap=True)
        self.clear = QCheckBox("")
        self.clear.setObjectName("clearNames")
        self.history = TextLabel(
            _(
                "Cleared names stay in the history of their cases, in backups and in copies, until the case "
                "is forgotten."
            ),
            "small",
            wrap=True,
        )
        self.news = TextLabel("", "warn", wrap=True)
        self.news.hide()
        cancel = Button(_("Cancel"), key="Esc")
        self.keep = Button(_("Save"), look="primary")
        self.keep.setObjectName("keepSettings")
        self.keep.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        for part in (self.names, explained, self.kept, self.clear, self.history, self.news):
            body.addWidget(part)
        body.addLayout(foot)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.names.toggled.connect(self._judge)
        self.keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.reject)
        self._judge(self.names.isChecked())
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self, allowed: bool) -> None:
        """Say what becomes of the names there are, once they are to be hidden."""
        n = len(self._named)
        number = self._context.formats.number(n)
        says = _n(
            "{n} case has a name. It stays in the file, unseen, until cleared or the case is forgotten.",
            "{n} cases have names. They stay in the file, unseen, until cleared or the cases are forgotten.",
            n,
        )
        self.kept.setText(says.format(n=number))
        clear = _n("&Clear the name of {n} case now", "&Clear the names of {n} cases now", n)
        self.clear.setText(clear.format(n=number))
        for part in (self.kept, self.clear, self.history):
            part.setVisible(bool(n) and not allowed)
        self.adjustSize()

    def _keep(self) -> None:
        allowed = self.names.isChecked()
        clear = self._named if not allowed and self.clear.isChecked() else ()
        was = workspace_settings.names_allowed(self._context.workspace)
        try:
            workspace_settings.allow_names(self._context.workspace, allowed, clear)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        if allowed != was or clear:
            said = _("Cases may carry a name") if allowed else _("Cases carry no names")
            self._context.notices.tell(said, undo=True)
        self.accept()

    def _refuse(self, refusal: Refusal) -> None:
        """Say why, and look anew at which cases have a name."""
        self._named = workspace_settings.named_cases(self._context.workspace)
        self._judge(self.names.isChecked())
        words = refusals.sentence(refusal)
        self.news.setText(words)
        self.news.show()
        announce(self, words)
