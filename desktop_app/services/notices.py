"""Tells everybody who shows a workspace of each step, in order and once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import partial

from desktop_app.domain.steps import Step

Observer = Callable[[Step], None]


class Notices:
    """The observers of one workspace, and the steps they have not been told of yet."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []
        self._waiting: deque[Step] = deque()
        self._telling = False

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Has `observer` told of every step from now on; the answer ends that."""
        self._observers.append(observer)
        return partial(self._unsubscribe, observer)

    def tell(self, steps: Iterable[Step]) -> None:
        """Tells all observers of one step after the other, and then raises what failed in one of them."""
        self._waiting.extend(steps)
        if self._telling:
            # An observer made this change: it is told of after all have heard of the one before.
            return
        self._telling = True
        try:
            while self._waiting:
                self._tell(self._waiting.popleft())
        finally:
            self._telling = False
            self._waiting.clear()

    def end(self) -> None:
        """Tells nobody any more."""
        self._observers.clear()

    def _tell(self, step: Step) -> None:
        # The stack calls every observer, also after one has failed, and then raises what failed.
        with ExitStack() as calls:
            for observer in reversed(self._observers):
                calls.callback(observer, step)

    def _unsubscribe(self, observer: Observer) -> None:
        if observer in self._observers:
            self._observers.remove(observer)
