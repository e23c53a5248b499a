"""Whether things may move by themselves: not where the system or this person asks for less motion."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from desktop_app.ui.settings import Settings

REDUCED = "view/reduced motion"
UNSEEN = ("offscreen", "minimal")
"""Platforms that draw on no screen."""


def is_off(settings: Settings) -> bool:
    """Whether this person switched motion off here."""
    return settings.text(REDUCED) == "yes"


def is_reduced(settings: Settings) -> bool:
    """Whether nothing may move: it is switched off here, or the desktop has animations off."""
    return is_off(settings) or not _system_moves()


def reduce(settings: Settings, reduced: bool) -> None:
    """Keep the choice for this and the next time."""
    settings.set_text(REDUCED, "yes" if reduced else "")


def may_glide(settings: Settings) -> bool:
    """Whether a change may be drawn as a short passage: only where somebody can see it."""
    return QGuiApplication.platformName() not in UNSEEN and not is_reduced(settings)


def _system_moves() -> bool:
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
