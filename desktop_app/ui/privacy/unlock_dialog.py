"""Asks for the passphrase of a workspace that is to be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.services.workspace import Workspace
from desktop_app.ui.privacy.fitting import fit
from desktop_app.ui.privacy.unlock_form import UnlockForm
from desktop_app.ui.widgets.buttons import last_row
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

_LETTERS = 60


class UnlockDialog(QDialog):
    """Stays until the passphrase fits or somebody gives up."""

    unlocked = Signal(object)
    """Carries the open `Workspace`."""
    refused = Signal(object)
    """Carries the `Refusal` where it cannot be opened for another reason."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unlockDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Passphrase"))
        form = UnlockForm(path, _("Open"))
        self.field, self.echo, self.keep = form.field, form.echo, form.keep
        form.unlocked.connect(self._opened)
        form.refused.connect(self._give_up)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(TextLabel(_("{name} is protected by a passphrase.").format(name=path.name), wrap=True))
        body.addWidget(form)
        body.addLayout(last_row(self, self.keep))
        fit(self, _LETTERS)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self, workspace: Workspace) -> None:
        self.accept()
        self.unlocked.emit(workspace)

    def _give_up(self, refusal: Refusal) -> None:
        self.reject()
        self.refused.emit(refusal)
