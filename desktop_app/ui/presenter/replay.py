"""A chart seen as it was known from day to day, one publication after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

STEP_MS = 1_200
"""How long each day stays."""


class Replay(QObject):
    """Goes through days on which a chart was another one. `moved` tells of each, `ended` that it is over.

    Where nothing may move by itself it waits for `step` after each day. While a day is shown the next one
    that shows something else is looked for, a day at a time, so that looking never stops the window.
    """

    moved = Signal(object)
    """Carries the day."""
    ended = Signal()

    def __init__(self, moves: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves = moves
        self.day: date | None = None
        """The day shown; None while nothing is replayed."""
        self._search = _Search((), _nothing)
        self._is_due = False
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._go_on)
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._look_ahead)

    @property
    def is_on(self) -> bool:
        """Whether a day of the past is shown."""
        return self.day is not None

    @property
    def waits(self) -> bool:
        """Whether it goes on only when it is told to."""
        return self.is_on and not self._timer.isActive()

    @property
    def is_looking(self) -> bool:
        """Whether the next day is still being looked for."""
        return self.is_on and not self._search.is_over

    def start(self, days: Sequence[date], shows: Callable[[date], object | None]) -> None:
        """Go through these days, without those that show the same as the day before, or nothing yet."""
        self._search = _Search(days, shows)
        if self._moves():
            self._timer.start()
        self.step()

    def step(self) -> None:
        """On to the next day, or back to now after the last."""
        while not self._search.is_over:
            self._search.look()
        day = self._search.take()
        self._is_due = False
        if day is None:
            self.stop()
            return
        self.day = day
        self._idle.start()
        self.moved.emit(day)

    def stop(self) -> None:
        """Back to now."""
        self._timer.stop()
        self._idle.stop()
        self._search = _Search((), _nothing)
        if self.day is not None:
            self.day = None
            self.ended.emit()

    def _go_on(self) -> None:
        """The day has been shown for long enough: on to the next, when it is found."""
        self._is_due = True
        if self._search.is_over:
            self.step()

    def _look_ahead(self) -> None:
        if not self._search.is_over:
            self._search.look()
            return
        self._idle.stop()
        if self._is_due:
            self.step()


class _Search:
    """Looks for the next day that shows something else, one day at each look."""

    def __init__(self, days: Iterable[date], shows: Callable[[date], object | None]) -> None:
        self._days, self._shows = iter(days), shows
        self._shown: object = None
        self._found: date | None = None
        self.is_over = False
        """Whether it is found, or there is none."""

    def look(self) -> None:
        """Look at one more day."""
        day = next(self._days, None)
        if day is None:
            self.is_over = True
            return
        shown = self._shows(day)
        if shown != self._shown:
            self._shown, self._found, self.is_over = shown, day, True

    def take(self) -> date | None:
        """The day that was found, to look for the one after it; None for none."""
        day, self._found = self._found, None
        self.is_over = day is None
        return day


def _nothing(_day: date) -> object:
    return None
