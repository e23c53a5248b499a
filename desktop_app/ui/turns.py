"""Whoever works in idle moments takes turns: two slices of work in a row would be felt as one long one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

BETWEEN_S = 0.003
"""From the end of one slice to the beginning of the next: a frame that is due is painted in between."""


class Turns:
    """The slices of idle work in one window, of which at least a moment lies between any two."""

    def __init__(self) -> None:
        self._ended = float("-inf")

    @property
    def is_free(self) -> bool:
        """Whether a slice of work may begin now; whoever is told no asks again in a moment."""
        return time.perf_counter() - self._ended >= BETWEEN_S

    @contextmanager
    def taken(self) -> Iterator[None]:
        """A block that is such a slice."""
        try:
            yield
        finally:
            self._ended = time.perf_counter()


TURNS = Turns()
"""The one for all, as there is one thread that paints."""
