"""Turns the workspace's steps into one Qt signal, and listens for those of other processes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.refusals import Refusal
from desktop_app.services.workspace import Step, Workspace

FOLLOW_EVERY_MS = 150
"""How often another process's changes are looked for: a room should see them within 300 ms."""

FOLLOW_FOR_S = 0.006
"""How long the window may stand still at a time while a large change of another process is read."""


class Bridge(QObject):
    """One signal for every change of the open workspace, wherever it was made."""

    changed = Signal(object)
    """Carries the `Step`."""
    failed = Signal(object)
    """Carries a `Refusal` met while following another process."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._unsubscribe = workspace.subscribe(self._tell)
        self._timer = QTimer(self)
        self._timer.setInterval(FOLLOW_EVERY_MS)
        self._timer.timeout.connect(self._follow)
        self._timer.start()

    def close(self) -> None:
        """Stop listening."""
        self._timer.stop()
        self._unsubscribe()

    def _tell(self, step: Step) -> None:
        self.changed.emit(step)

    def _follow(self) -> None:
        try:
            more = self._workspace.follow_for(FOLLOW_FOR_S)
        except Refusal as refusal:
            self._timer.stop()
            self.failed.emit(refusal)
            return
        self._timer.setInterval(0 if more else FOLLOW_EVERY_MS)
