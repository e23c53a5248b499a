"""Makes sure there is a screen to open a window on, and says so in a sentence where there is none."""

from __future__ import annotations

import os
import sys

from desktop_app.domain.refusals import Refusal, RefusalCode


def require() -> None:
    """Refuse where Qt would abort: on Linux without X, Wayland or a platform named on purpose."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Refusal(RefusalCode.NO_DISPLAY)


def do_without() -> None:
    """Draw in memory: the commands that write pictures need no screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
