"""Hides the mouse pointer of the audience's window while it rests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

POINTER_STAYS = 2_000
"""Milliseconds without a movement after which the pointer is hidden."""


class Pointer(QObject):
    """Over a window and those of its parts that have a pointer of their own."""

    def __init__(self, window: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._all = (window, *parts)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(POINTER_STAYS)
        self._timer.timeout.connect(self._hide)

    def start(self) -> None:
        """Hide it when it has rested from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Leave it as it is."""
        self._timer.stop()

    def show(self) -> None:
        """It is moved: show it, and wait again."""
        if self._window.cursor().shape() is Qt.CursorShape.BlankCursor:
            for widget in self._all:
                widget.unsetCursor()
        if self._window.isVisible():
            self._timer.start()

    def _hide(self) -> None:
        for widget in self._all:
            widget.setCursor(Qt.CursorShape.BlankCursor)
