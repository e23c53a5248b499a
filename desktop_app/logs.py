"""Keeps a small local log without record contents: where something failed, never what was in it."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler

from desktop_app import paths

_SIZE = 256 * 1024
_KEPT = 2


def start_logging() -> None:
    """Write warnings and errors to a rotating file in the person's own log folder."""
    folder = paths.log_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            folder / "evenhand.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        # A machine without a writable home still gets its window.
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("desktop_app")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    faulthandler.enable()
