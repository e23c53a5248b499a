"""Lists the backups of a workspace: open one to look into it, or delete some."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.services import backups
from desktop_app.ui.privacy.copies_list import CopiesList
from desktop_app.ui.privacy.fitting import fit
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import refusals
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LETTERS = 76


class BackupsDialog(QDialog):
    """`openAsked` carries the path of a backup."""

    openAsked = Signal(object)

    def __init__(self, workspace: Path, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Backups"))
        self._workspace = workspace
        self.list = CopiesList(_("Backups"), formats)
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(self._open)
        self.folder = Field()
        self.folder.setText(str(backups.folder(workspace)))
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.refusal = TextLabel("", "warn", wrap=True)
        self.refusal.hide()
        self.open_button = Button(_("&Open"))
        self.open_button.setObjectName("openBackup")
        self.open_button.clicked.connect(self._open)
        self.delete = Button(_("&Delete"))
        self.delete.setObjectName("deleteBackups")
        self.delete.clicked.connect(self._delete)
        self.close_button = Button(_("Close"), look="primary")
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self._fill()
        fit(self, _LETTERS)
        (self.list if self.list.count() else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(
            TextLabel(
                _(
                    "Evenhand keeps a copy when a workspace was changed: after opening, before an import and "
                    "on closing. The newest ten stay, and one of each of the last eight weeks. A backup can "
                    "be looked at and copied, not changed."
                ),
                "muted",
                wrap=True,
            )
        )
        body.addWidget(self.list, 1)
        self.nothing = TextLabel(_("There is no backup yet."))
        body.addWidget(self.nothing)
        body.addWidget(EchoField(_("&Folder"), self.folder, lines=0))
        body.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        body.addLayout(buttons)

    def _fill(self) -> None:
        self.list.clear()
        for backup in backups.of(self._workspace):
            self.list.add(backup.path)
        some = self.list.count() > 0
        self.list.setVisible(some)
        self.nothing.setVisible(not some)
        if some:
            self.list.setCurrentRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = len(self.list.chosen())
        self.open_button.setEnabled(chosen == 1)
        self.delete.setEnabled(chosen > 0)

    def _open(self) -> None:
        (path,) = self.list.chosen()
        self.accept()
        self.openAsked.emit(path)

    def _delete(self) -> None:
        try:
            backups.delete(self.list.chosen())
        except Refusal as refusal:
            self.refusal.setText(refusals.sentence(refusal))
            self.refusal.show()
        self._fill()
        (self.list if self.list.count() else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
