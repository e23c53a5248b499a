"""Which screen a room looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtGui import QGuiApplication, QScreen

S = TypeVar("S")


def for_audience(screens: Sequence[S], own: S) -> S:
    """The first screen that does not hold the window of the person presenting; theirs where it is alone."""
    return next((screen for screen in screens if screen is not own and screen != own), own)


def named(name: str, own: QScreen) -> QScreen:
    """The screen of a name that was chosen; where it is not plugged in, one without the own window."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen.name() == name), for_audience(screens, own))


def numbered(number: int | None) -> QScreen | None:
    """The screen of a number, counted from 1; None where none was named or there is none of that number."""
    screens = QGuiApplication.screens()
    return screens[number - 1] if number is not None and 1 <= number <= len(screens) else None
