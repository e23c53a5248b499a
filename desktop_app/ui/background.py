"""Runs slow reading off the window's thread; it takes and returns plain values and never sees a workspace."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from desktop_app.domain.refusals import Refusal


class _Ended(QObject):
    done = Signal(object)
    refused = Signal(object)
    broke = Signal(object)
    progressed = Signal(int, int)


class Work(QRunnable):
    """One piece of reading under way. Its signals arrive on the thread that started it."""

    def __init__(self, function: Callable[..., Any], *values: Any) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._function, self._values = function, values
        self._cancelled = threading.Event()
        self._ended = _Ended()
        self.done = self._ended.done
        self.refused = self._ended.refused
        self.broke = self._ended.broke
        self.progressed = self._ended.progressed

    def cancel(self) -> None:
        """Ask it to stop; it then ends with a refusal "cancelled"."""
        self._cancelled.set()

    @Slot()
    def run(self) -> None:
        """Called by the pool."""
        try:
            result = self._function(
                *self._values, progress=self._ended.progressed.emit, cancelled=self._cancelled.is_set
            )
        except Refusal as refusal:
            self._ended.refused.emit(refusal)
        except Exception as error:  # noqa: BLE001 - carried to the window's thread and raised there
            self._ended.broke.emit(error)
        else:
            self._ended.done.emit(result)


def start(work: Work) -> None:
    """Start it on Qt's pool."""
    QThreadPool.globalInstance().start(work)
