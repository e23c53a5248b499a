"""The field that takes a workspace's passphrase, and says when it does not fit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import passphrases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.privacy.secret_field import SecretField, show_box
from desktop_app.ui.privacy.waiting import waiting
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.words.translate import _


class UnlockForm(QWidget):
    """Tries what is typed; whoever shows it gives `keep`, the button that tries, a place."""

    unlocked = Signal(object)
    """Carries the open `Workspace`."""
    refused = Signal(object)
    """Carries the `Refusal` where it cannot be opened for another reason."""

    def __init__(self, path: Path, words: str) -> None:
        super().__init__()
        self._path = path
        self.field = SecretField("passphrase")
        self.echo = EchoField(_("&Passphrase"), self.field, lines=2)
        self.keep = Button(words, look="primary")
        self.keep.setObjectName("unlock")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.try_it)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        body.addWidget(self.echo)
        body.addWidget(show_box(self.field))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._typed)
        self._typed("")

    def _typed(self, text: str) -> None:
        self.keep.setEnabled(bool(text))
        if text:
            self.echo.set_echo("")

    def try_it(self) -> None:
        """Open the workspace with what is typed, or say that it does not fit."""
        if not self.field.text():
            return
        self.echo.set_echo(_("Trying it…"))
        try:
            with waiting(self):
                workspace = Workspace.open(passphrases.unlocked_file(self._path, self.field.text()))
        except Refusal as refusal:
            if refusal.code is RefusalCode.WRONG_PASSPHRASE:
                self._say_wrong()
            else:
                self.refused.emit(refusal)
            return
        self.unlocked.emit(workspace)

    def _say_wrong(self) -> None:
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.echo.set_echo(
            _("This is not its passphrase. Check Caps Lock and the keyboard's language, then try again."),
            Understood.PROBLEM,
        )
