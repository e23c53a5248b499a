"""Makes backups at the moments when nobody waits: some time after opening, and on closing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import backups
from desktop_app.services.workspace import KeyedPath, Workspace
from desktop_app.ui import background
from desktop_app.ui.privacy.waiting import waiting
from desktop_app.ui.window.notices import WindowNotices
from desktop_app.words import refusals
from desktop_app.words.translate import _

AFTER_MS = 8_000
"""How long after opening: by then the first page stands and what is loaded later is loaded."""


class BackingUp(QObject):
    """Never stands in the way: a backup that fails is told of, and everything goes on."""

    def __init__(self, notices: WindowNotices, window: QWidget) -> None:
        super().__init__(window)
        self._notices = notices
        self._window = window
        self._workspace: Workspace | None = None
        self._work: background.Work | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._begin)

    def after_opening(self, workspace: Workspace) -> None:
        """Back it up in the background in a while, where it has changed since the newest backup."""
        self._workspace = workspace
        self._timer.start()

    def before_closing(self, workspace: Workspace) -> None:
        """Back it up now, where it has changed; a large one says so while it takes its time."""
        self._timer.stop()
        self._workspace = None
        try:
            if not backups.is_needed(workspace):
                return
            label = self._say_waiting() if backups.takes_long(workspace) else None
            try:
                with waiting(self._window):
                    backups.make(workspace)
            finally:
                if label is not None:
                    label.deleteLater()
        except Refusal as refusal:
            self._refused(refusal)

    def _begin(self) -> None:
        workspace = self._workspace
        if workspace is None or self._work is not None:
            return
        try:
            if workspace.file is None or not backups.is_needed(workspace):
                return
        except Refusal as refusal:
            self._refused(refusal)
            return
        work = background.Work(_make, workspace.file)
        work.done.connect(self._done)
        work.refused.connect(self._refused)
        work.broke.connect(self._broke)
        self._work = work
        background.start(work)

    def _done(self, _backup: object) -> None:
        self._work = None

    def _broke(self, error: Exception) -> None:
        self._work = None
        raise error

    def _refused(self, refusal: Refusal) -> None:
        self._work = None
        if refusal.code not in _PASSING:
            said = _("No backup could be made. {why}").format(why=refusals.sentence(refusal))
            self._notices.report(said)

    def _say_waiting(self) -> QLabel:
        label = QLabel(_("Making a backup…"), self._window, Qt.WindowType.ToolTip)
        label.setMargin(14)
        label.move(self._window.geometry().center() - label.rect().center())
        label.show()
        label.repaint()
        return label


_PASSING = (RefusalCode.LOCKED, RefusalCode.BUSY, RefusalCode.WRONG_PASSPHRASE)
"""What comes of somebody else's doing at that moment: the next occasion is soon enough."""


def _make(
    file: KeyedPath, *, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> backups.Backup | None:
    return None if cancelled() else backups.make_of(file)
