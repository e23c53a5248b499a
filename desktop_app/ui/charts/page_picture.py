"""The chart as the page shows it: a click chooses a point, and only Enter or a double click leaves for it."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent

from desktop_app.charts.screens.picture import ComparisonPicture


class PagePicture(ComparisonPicture):
    """`pointActivated` is for opening the figure; what the panel shows follows `cursorMoved`."""

    _clicking = False

    def activate(self) -> None:
        """Ask for the figure under the cursor, unless it was only clicked."""
        if not self._clicking:
            super().activate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a point."""
        self._clicking = True
        try:
            super().mousePressEvent(event)
        finally:
            self._clicking = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        if self._hit(event.position()) is not None:
            self.activate()
        event.accept()
