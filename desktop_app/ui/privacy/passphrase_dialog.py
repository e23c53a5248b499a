"""Asks for a new passphrase twice, says how good it is, and writes the workspace anew under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.passphrases import Strength, strength
from desktop_app.domain.refusals import Refusal
from desktop_app.services.workspace import Workspace
from desktop_app.ui.privacy.fitting import fit
from desktop_app.ui.privacy.secret_field import SecretField, show_box
from desktop_app.ui.privacy.waiting import waiting
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import passphrase_words, refusals
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LETTERS = 64


class PassphraseDialog(QDialog):
    """For the first passphrase of a workspace, or another one; `reason` says why it is asked for now.

    It is accepted when the file has been written anew. Nothing typed is kept anywhere.
    """

    def __init__(self, workspace: Workspace, formats: Formats, parent: QWidget, reason: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("passphraseDialog")
        self._workspace, self._formats = workspace, formats
        changing = workspace.is_protected
        self.setWindowTitle(_("Change passphrase") if changing else _("Set passphrase"))
        self.present, self.first, self.again = (
            SecretField(name) for name in ("presentPassphrase", "newPassphrase", "newPassphraseAgain")
        )
        self.echoes = {
            "present": EchoField(_("P&resent passphrase"), self.present),
            "first": EchoField(_("&New passphrase"), self.first),
            "again": EchoField(_("The same &again"), self.again),
        }
        self.echoes["present"].setVisible(changing)
        self.refusal = TextLabel("", "warn", wrap=True)
        self.refusal.setObjectName("passphraseRefusal")
        self.refusal.hide()
        self.keep = Button(_("Change passphrase") if changing else _("Set passphrase"), look="primary")
        self.keep.setObjectName("keepPassphrase")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._keep)
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out(reason)
        for field in (self.present, self.first, self.again):
            field.textChanged.connect(self._check)
        self._check()
        fit(self, _LETTERS)
        (self.present if changing else self.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, reason: str) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        if reason:
            body.addWidget(TextLabel(reason, wrap=True))
        body.addWidget(
            TextLabel(
                _(
                    "The file is written anew, encrypted, and asks for the passphrase whenever it is opened. "
                    "Without it the data cannot be recovered: nobody can reset it. Write it down and keep it "
                    "apart from this computer."
                ),
                "muted",
                wrap=True,
            )
        )
        for echo in self.echoes.values():
            body.addWidget(echo)
        body.addWidget(show_box(self.present, self.first, self.again))
        body.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.keep)
        body.addLayout(buttons)

    def _check(self) -> None:
        first, again = self.first.text(), self.again.text()
        found = strength(first)
        state = Understood.WELL if found in (Strength.FAIR, Strength.STRONG) else Understood.WARN
        self.echoes["first"].set_echo(passphrase_words.strength(found, self._formats) if first else "", state)
        differs = bool(again) and not first.startswith(again)
        self.echoes["again"].set_echo(
            _("This is not the same as above") if differs else "", Understood.PROBLEM
        )
        there = bool(self.present.text()) or not self._workspace.is_protected
        self.keep.setEnabled(there and first == again and found is not Strength.TOO_SHORT)

    def _keep(self) -> None:
        try:
            with waiting(self):
                if self._workspace.is_protected and not self._workspace.opens_with(self.present.text()):
                    self.echoes["present"].set_echo(
                        _("This is not the present passphrase"), Understood.PROBLEM
                    )
                    self.present.selectAll()
                    self.present.setFocus(Qt.FocusReason.OtherFocusReason)
                    return
                self._workspace.protect(self.first.text())
        except Refusal as refusal:
            self.refusal.setText(refusals.sentence(refusal))
            self.refusal.show()
            return
        self.accept()
