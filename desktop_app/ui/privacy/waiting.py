"""Shows that the window is busy for a moment and cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


@contextmanager
def waiting(widget: QWidget) -> Iterator[None]:
    """A block during which the pointer says so; what was asked for last is painted before it begins."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    widget.repaint()
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
