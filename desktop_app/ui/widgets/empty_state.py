"""What a page says while there is nothing on it: what belongs here, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.ui.widgets.labels import TextLabel


class EmptyState(QWidget):
    """An icon, a heading, a sentence or two, and the buttons to begin with."""

    def __init__(
        self, heading: str, words: str, *actions: QWidget, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.heading = TextLabel(heading, "heading")
        self.words = TextLabel(words, "muted", wrap=True)
        for label in (self.heading, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setMaximumWidth(self.fontMetrics().averageCharWidth() * 64)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.words, 20)
        middle.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for action in actions:
            buttons.addWidget(action)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(self.heading)
        layout.addLayout(middle)
        layout.addLayout(buttons)
        layout.addStretch(3)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_icon"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            side = em(self.font(), 2.4)
            self._icon.setPixmap(icon(self._icon_name, tokens_for(self)).pixmap(side, side))
