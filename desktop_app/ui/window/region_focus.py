"""Moves the keyboard between the regions of the window: sidebar, page, inspector, top bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def regions(window: QWidget) -> list[QWidget]:
    """The regions in reading order: those parts of the window that say so by a property "region"."""
    marked = [widget for widget in window.findChildren(QWidget) if widget.property("region")]
    return sorted((w for w in marked if w.isVisible()), key=_reading_order(window))


def _reading_order(window: QWidget) -> Callable[[QWidget], tuple[int, int]]:
    def key(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(window, widget.rect().topLeft())
        return corner.x(), corner.y()

    return key


def move(window: QWidget, by: int) -> None:
    """Give the keyboard to the next (+1) or previous (-1) region."""
    stations = regions(window)
    if not stations:
        return
    focused = QApplication.focusWidget()
    here = next((i for i, station in enumerate(stations) if _holds(station, focused)), -1)
    for offset in range(1, len(stations) + 1):
        target = first_focusable(stations[(here + by * offset) % len(stations)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _holds(region: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (region is focused or region.isAncestorOf(focused))


def first_focusable(region: QWidget) -> QWidget | None:
    """The widget of a region that should have the keyboard first, or None."""
    for widget in (region, *region.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
    return None
