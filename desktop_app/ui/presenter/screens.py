"""Which screen a room looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

S = TypeVar("S")


def for_audience(screens: Sequence[S], own: S) -> S:
    """The first screen that does not hold the window of the person presenting; theirs where it is alone."""
    return next((screen for screen in screens if screen is not own and screen != own), own)
