"""Keeps Python's collector of cyclic garbage from searching a million sound records while they are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """A block without searches for garbage: records hold no cycles, and searching doubles the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def spare() -> None:
    """Has what is alive never searched again: each search would stop the window while it walks the records.

    What nobody refers to any more goes all the same; only cycles that become garbage later stay.
    """
    gc.freeze()
