"""Locks a protected workspace: it is closed with all its windows, and its passphrase is asked for again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.domain.views import NOW, Seen
from desktop_app.services.workspace import Workspace
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.banner import Way
from desktop_app.ui.window.idleness import Idleness
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.ui.window.desk import Desk
    from desktop_app.ui.window.lock_page import LockPage

AFTER = "window/lock_after"
USUAL = 5
"""Minutes."""
CHOICES = (0, 1, 5, 15, 30)
"""Minutes without a touch after which it locks; 0 for never."""


class Locking(QObject):
    """Locks when asked, when nobody has touched the computer for a while, and when it has slept.

    During a talk it does so only when asked: a room that watches is no sign of an abandoned computer.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: LockPage | None = None
        self._idleness = Idleness(self)
        self._idleness.passed.connect(self._lock_idle)
        desk.window.menus.show_lock_after(self.after)
        desk.window.menus.lockAfterChosen.connect(self._choose)

    @property
    def after(self) -> int:
        """Minutes without a touch after which it locks; 0 for never."""
        kept = self._desk.settings.text(AFTER, str(USUAL))
        return int(kept) if kept.isdecimal() and int(kept) in CHOICES else USUAL

    @property
    def page(self) -> LockPage | None:
        """What stands in the window while something is locked."""
        return self._page

    def heed(self) -> None:
        """Another workspace is open now, none, or one that has its passphrase since."""
        workspace = self._desk.workspace
        watches = workspace is not None and workspace.path is not None and workspace.is_protected
        self._idleness.watch(self.after * 60 if watches else 0)
        if workspace is not None:
            self._drop_page()

    def lock(self) -> None:
        """Close the workspace and ask for its passphrase; without one there is nothing to lock."""
        desk = self._desk
        context = desk.context
        if context is None or context.workspace.path is None:
            return
        if not context.workspace.is_protected:
            said = _("Only a workspace with a passphrase can be locked: this one opens for anybody.")
            desk.notices.report(said, [Way(_("Set passphrase…"), desk.privacy.set_passphrase)])
            return
        path, seen = context.workspace.path, context.lens.seen
        place = desk.navigator.current
        self._close_windows()
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        desk.close()
        self._show(path, place, seen)

    def _show(self, path: Path, place: Place | None, seen: Seen) -> None:
        # Few workspaces have a passphrase.
        from desktop_app.ui.window.lock_page import LockPage

        self._drop_page()
        self._page = page = LockPage(path)
        page.form.unlocked.connect(partial(self._unlocked, place, seen))
        page.form.refused.connect(self._desk.notices.refuse)
        page.left.connect(self._leave)
        stack = self._desk.window.stack
        stack.addWidget(page)
        stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlocked(self, place: Place | None, seen: Seen, workspace: Workspace) -> None:
        """Show the workspace as it was left."""
        self._desk.take(workspace)
        if place is not None:
            self._desk.navigator.go(place)
        if seen != NOW and self._desk.context is not None:
            self._desk.context.lens.turn(seen)

    def _leave(self) -> None:
        self._desk.show_start()
        self._drop_page()

    def _drop_page(self) -> None:
        if self._page is not None:
            self._desk.window.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def _lock_idle(self) -> None:
        workspace = self._desk.workspace
        if workspace is not None and workspace.is_protected and not _is_presenting():
            self.lock()

    def _choose(self, minutes: int) -> None:
        self._desk.settings.set_text(AFTER, str(minutes))
        self._desk.window.menus.show_lock_after(self.after)
        self.heed()

    def _close_windows(self) -> None:
        """Everything beside the window itself: dialogs, the help, a talk."""
        for widget in QApplication.topLevelWidgets():
            if widget is self._desk.window or not widget.isVisible():
                continue
            if isinstance(widget, QDialog):
                widget.reject()
            else:
                widget.close()


def _is_presenting() -> bool:
    return any(_is_audience(widget) for widget in QApplication.topLevelWidgets())


def _is_audience(widget: QWidget) -> bool:
    return widget.objectName() == "presenterWindow" and widget.isVisible()
