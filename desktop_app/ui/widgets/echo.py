"""A labelled field that says underneath how it understood what was typed."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.ui.widgets.labels import TextLabel, announce

SPOKEN_AFTER = 600
"""Milliseconds without a change before the echo is announced, so that it does not chatter."""


class Understood(Enum):
    """How well a field's text was understood; shown by an icon and by the words, never by colour alone."""

    NOTHING = "nothing"
    WELL = "well"
    WARN = "warn"
    PROBLEM = "problem"


class EchoField(QWidget):
    """A label above, any field in the middle, and the line "understood as" below.

    The label is the field's name for a screen reader and, by its &letter, its key.
    """

    def __init__(self, label: str, field: QWidget, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._lines = lines
        self._state = Understood.NOTHING
        self.label = TextLabel(label, "small")
        self.label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self._icon = QLabel()
        self._icon.setVisible(False)
        self._echo = TextLabel("", "echo", wrap=True)
        self._echo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._echo.setVisible(lines > 0)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._echo.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        below = QHBoxLayout()
        below.setContentsMargins(1, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._icon, 0)
        below.addWidget(self._echo, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.label)
        layout.addWidget(field)
        layout.addLayout(below)
        layout.addStretch(1)
        self.setFocusProxy(field)
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(SPOKEN_AFTER)
        self._speak.timeout.connect(self._say)
        self._fit_lines()

    @property
    def echo(self) -> str:
        """What the line underneath says now."""
        return self._echo.text()

    @property
    def state(self) -> Understood:
        """How well the text was understood, as last told."""
        return self._state

    def set_echo(self, text: str, state: Understood = Understood.WELL) -> None:
        """Say how the text was understood; an empty sentence takes the echo away."""
        if (text, state) == (self._echo.text(), self._state):
            return
        self._state = state if text else Understood.NOTHING
        self._echo.setText(text)
        self._echo.setVisible(bool(text) or self._lines > 0)
        self._echo.set_look("warn" if self._state in (Understood.WARN, Understood.PROBLEM) else "echo")
        self.field.setAccessibleDescription(text)
        self._draw_icon()
        if text and self.field.hasFocus():
            self._speak.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icon()
            self._fit_lines()

    def _draw_icon(self) -> None:
        name = {Understood.WARN: "info", Understood.PROBLEM: "warning"}.get(self._state)
        self._icon.setVisible(name is not None)
        if name is not None:
            tokens = tokens_for(self)
            side = max(12, self._echo.fontMetrics().height())
            self._icon.setPixmap(icon(name, tokens, tokens.amber_ink).pixmap(side, side))

    def _fit_lines(self) -> None:
        self._echo.ensurePolished()
        self._echo.setMinimumHeight(self._echo.fontMetrics().lineSpacing() * self._lines)

    def _say(self) -> None:
        announce(self.field, self._echo.text())
