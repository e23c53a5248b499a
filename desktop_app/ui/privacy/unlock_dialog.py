"""Asks for the passphrase of a workspace that is to be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import passphrases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.privacy.fitting import fit
from desktop_app.ui.privacy.secret_field import SecretField, show_box
from desktop_app.ui.privacy.waiting import waiting
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
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
        self._path = path
        self.field = SecretField("passphrase")
        self.echo = EchoField(_("&Passphrase"), self.field, lines=2)
        self.keep = Button(_("Open"), look="primary")
        self.keep.setObjectName("unlock")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._open)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(TextLabel(_("{name} is protected by a passphrase.").format(name=path.name), wrap=True))
        body.addWidget(self.echo)
        body.addWidget(show_box(self.field))
        body.addLayout(buttons)
        fit(self, _LETTERS)
        self.field.textChanged.connect(self._typed)
        self._typed("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self.keep.setEnabled(bool(text))
        if text:
            self.echo.set_echo("")

    def _open(self) -> None:
        self.echo.set_echo(_("Trying it…"))
        try:
            with waiting(self):
                workspace = Workspace.open(passphrases.unlocked_file(self._path, self.field.text()))
        except Refusal as refusal:
            if refusal.code is RefusalCode.WRONG_PASSPHRASE:
                self._say_wrong()
            else:
                self.reject()
                self.refused.emit(refusal)
            return
        self.accept()
        self.unlocked.emit(workspace)

    def _say_wrong(self) -> None:
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.echo.set_echo(
            _("This is not its passphrase. Check Caps Lock and the keyboard's language, then try again."),
            Understood.PROBLEM,
        )
