"""Tells when nobody has touched keyboard or mouse for a while, or the computer has slept."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOKS_EVERY_S = 5.0
SLEPT_S = 30.0
"""A look that comes so much later than it should means that the computer slept in between."""
_INPUT = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    )
)


class Idleness(QObject):
    """Watches the windows of this program while it is asked to.

    The windows' own events alone are looked at: a filter on the application would see every event there is.
    """

    passed = Signal()
    """The time without a touch has passed, or the computer slept."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self._touched = self._looked = time.time()
        self._looks = QTimer(self)
        self._looks.setInterval(round(LOOKS_EVERY_S * 1000))
        self._looks.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def watch(self, limit: float) -> None:
        """Tell after so many seconds without a touch; 0 stops watching."""
        self._limit = limit
        self.touch()
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)
            self._watch(window)
        if limit > 0:
            self._looks.start()
        else:
            self._looks.stop()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._looked = time.time()

    def look(self) -> None:
        """Whether the time has passed. By the wall clock, which goes on while the computer sleeps."""
        now = time.time()
        slept = now - self._looked > LOOKS_EVERY_S + SLEPT_S
        self._looked = now
        if slept or now - self._touched >= self._limit:
            self.touch()
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Heed input; everything goes on its way."""
        if event.type() in _INPUT:
            self._touched = time.time()
        return False

    def _watch(self, window: QWindow | None) -> None:
        # Asked again for the same window, Qt keeps one filter.
        if window is not None and self._limit > 0:
            window.installEventFilter(self)
