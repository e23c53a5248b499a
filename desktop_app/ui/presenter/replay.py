"""A chart seen as it was known from day to day, one publication after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

STEP_MS = 1_200
"""How long each day stays."""


class Replay(QObject):
    """Goes through days on which a chart was another one. `moved` tells of each, `ended` that it is over.

    Where nothing may move by itself it waits for `step` after each day.
    """

    moved = Signal(object)
    """Carries the day."""
    ended = Signal()

    def __init__(self, moves: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves = moves
        self.day: date | None = None
        """The day shown; None while nothing is replayed."""
        self._days: Iterator[date] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self.step)

    @property
    def is_on(self) -> bool:
        """Whether a day of the past is shown."""
        return self.day is not None

    @property
    def waits(self) -> bool:
        """Whether it goes on only when it is told to."""
        return self.is_on and not self._timer.isActive()

    def start(self, days: Sequence[date], shows: Callable[[date], object | None]) -> None:
        """Go through these days, without those that show the same as the day before, or nothing yet."""
        self._days = _changing(days, shows)
        if self._moves():
            self._timer.start()
        self.step()

    def step(self) -> None:
        """On to the next day, or back to now after the last."""
        day = next(self._days, None)
        if day is None:
            self.stop()
            return
        self.day = day
        self.moved.emit(day)

    def stop(self) -> None:
        """Back to now."""
        self._timer.stop()
        self._days = iter(())
        if self.day is not None:
            self.day = None
            self.ended.emit()


def _changing(days: Sequence[date], shows: Callable[[date], object | None]) -> Iterator[date]:
    before: object = None
    for day in days:
        shown = shows(day)
        if shown != before:
            before = shown
            yield day
