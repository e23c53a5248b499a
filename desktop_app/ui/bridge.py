"""Turns the workspace's steps into one Qt signal, and listens for those of other processes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.refusals import Refusal
from desktop_app.services.workspace import Step, Workspace

FOLLOW_EVERY_MS = 150
"""How often another process's changes are looked for: a room should see them within 300 ms."""

FOLLOW_FOR_S = 0.002
"""How long the window may stand still at a time while a large change of another process is read: a frame
that falls into it is late by no more."""


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
        self._afterwards: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(FOLLOW_EVERY_MS)
        self._timer.timeout.connect(self._follow)
        self._timer.start()

    def follow_then(self, then: Callable[[], None]) -> None:
        """Take in at once, a little at a time, what another process has kept, and then go on.

        Where that is refused nothing goes on; where the bridge is closed meanwhile neither.
        """
        self._afterwards.append(then)
        self._timer.start(0)

    def close(self) -> None:
        """Stop listening."""
        self._afterwards.clear()
        self._timer.stop()
        self._unsubscribe()

    def _tell(self, step: Step) -> None:
        self.changed.emit(step)

    def _follow(self) -> None:
        try:
            more = self._workspace.follow_for(FOLLOW_FOR_S)
        except Refusal as refusal:
            self._timer.stop()
            self._afterwards.clear()
            self.failed.emit(refusal)
            return
        self._timer.setInterval(0 if more else FOLLOW_EVERY_MS)
        while self._afterwards and not more:
            self._afterwards.pop(0)()
