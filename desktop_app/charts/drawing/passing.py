"""The clock of a passage from one picture to the next: a third of a second, quick at first, then calm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

LASTS = 350
"""Milliseconds."""


class Passing(QObject):
    """One for each picture, used again for every passage; a new one ends the one before."""

    def __init__(self, parent: QObject, at: Callable[[float | None], None]) -> None:
        super().__init__(parent)
        self._at = at
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(LASTS)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._move)
        self._clock.finished.connect(self._end)

    @property
    def is_on(self) -> bool:
        """Whether something is on its way."""
        return self._clock.state() is QVariantAnimation.State.Running

    def start(self) -> None:
        """From the old picture on."""
        self._clock.stop()
        self._clock.start()

    def stop(self) -> None:
        """Be there at once."""
        if self.is_on:
            self._clock.stop()
            self._end()

    def _move(self, share: object) -> None:
        if self.is_on and isinstance(share, float):
            self._at(share)

    def _end(self) -> None:
        self._at(None)
