"""Asks for passphrases where the window needs one: to open a workspace, or to keep what is private."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.refusals import Refusal
from desktop_app.services import backups
from desktop_app.ui.widgets.banner import Way
from desktop_app.words import privacy_words
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.ui.context import Context
    from desktop_app.ui.window.desk import Desk


class Privacy(QObject):
    """The window's dialogs about passphrases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def ask_to_open(self, path: Path) -> None:
        """Open a protected workspace once its passphrase is given; until then everything stays as it is."""
        # Most workspaces and most starts need none of these.
        from desktop_app.ui.privacy.unlock_dialog import UnlockDialog

        dialog = UnlockDialog(path, self._desk.window)
        dialog.unlocked.connect(self._desk.take)
        dialog.refused.connect(self._desk.notices.refuse)
        dialog.open()

    def show_backups(self) -> None:
        """List the backups of the workspace."""
        from desktop_app.ui.privacy.backups_dialog import BackupsDialog

        context = self._desk.context
        if context is None or context.workspace.path is None:
            return
        dialog = BackupsDialog(context.workspace.path, context.formats, self._desk.window)
        dialog.openAsked.connect(self._desk.open)
        dialog.open()

    def set_passphrase(self) -> None:
        """Give the workspace a passphrase, or another one."""
        self._protect("")

    def ask_to_protect(self) -> bool:
        """Ask for a passphrase because something is to be kept that needs one; False where none was given."""
        return self._protect(
            _(
                "This record is not for everybody to see. A workspace without a passphrase keeps only what "
                "anybody may see, so it needs one first."
            )
        )

    def _protect(self, reason: str) -> bool:
        from desktop_app.ui.privacy.passphrase_dialog import PassphraseDialog

        context = self._desk.context
        if context is None or context.workspace.path is None:
            return False
        dialog = PassphraseDialog(context.workspace, context.formats, self._desk.window, reason)
        done = bool(dialog.exec())
        dialog.deleteLater()
        if done:
            context.drafts.seal()
            self._desk.locking.heed()
            self._report(context, context.workspace.path)
        return done

    def _report(self, context: Context, path: Path) -> None:
        """Say what is protected now, and what is not."""
        said = _(
            "{name} is encrypted now and opens with the passphrase only. Copies that were saved or handed on "
            "before are not."
        ).format(name=path.name)
        readable = backups.unprotected(path)
        ways = []
        if readable:
            said = f"{said} {privacy_words.unprotected(len(readable), context.formats)}"
            ways.append(Way(_("Delete those backups"), partial(self._delete, readable)))
        self._desk.notices.report(said, ways)

    def _delete(self, copies: list[Path]) -> None:
        try:
            backups.delete(copies)
        except Refusal as refusal:
            self._desk.notices.refuse(refusal)
            return
        self._desk.notices.tell(_("The backups are deleted."))
