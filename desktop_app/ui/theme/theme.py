"""The application's look: the system's light or dark, or the one chosen; tells whoever draws for itself."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import paths
from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens
from desktop_app.ui.theme.palette import palette_for
from desktop_app.ui.theme.stylesheet import stylesheet
from desktop_app.ui.theme.tokens import DRESS, scaled

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

# Not taken from `icons`, which loads the drawing of SVG: the first paint draws none.
FOLDER = paths.resources() / "icons"


class Mode(StrEnum):
    """Which theme the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application in the chosen theme; `changed` carries the new Tokens after each change."""

    changed = Signal(object)

    def __init__(self, mode: Mode = Mode.SYSTEM, zoom: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode = Mode(mode)
        self._zoom = zoom
        self._app: QApplication | None = None
        self._system_is_dark = False
        self._system_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)

    @property
    def mode(self) -> Mode:
        """What was chosen: to follow the system, or one theme always."""
        return self._mode

    @property
    def zoom(self) -> float:
        """How many times the system's text size is used; 1.0 is the system's own."""
        return self._zoom

    @property
    def tokens(self) -> Tokens:
        """The colours now in use."""
        if self._mode is Mode.SYSTEM:
            return DARK if self._system_is_dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    def apply(self, app: QApplication) -> None:
        """Dress this application now, and again whenever the system's scheme or the choice changes."""
        if self._app is None:
            self._app = app
            # Before it is dressed the application wears the system's palette. To ask for the scheme by its
            # name, or for the style, would load hundreds of Qt's enums before the first paint.
            self._system_is_dark = app.palette().window().color().lightness() < 128
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._dress_application()

    def set_mode(self, mode: Mode) -> None:
        """Choose a theme; the whole window changes at once."""
        if mode is not self._mode:
            self._mode = Mode(mode)
            self._dress_application()

    def set_zoom(self, zoom: float) -> None:
        """Choose how many times the system's text size is used, from 0.7 to 3."""
        zoom = min(3.0, max(0.7, zoom))
        if zoom != self._zoom:
            self._zoom = zoom
            self._dress_application()

    def dress(self, window: QWidget, tokens: Tokens) -> None:
        """Give one window its own theme, whatever the rest wears (the presenter's is dark)."""
        window.setProperty(DRESS, "dark" if tokens.dark else "light")
        window.setPalette(palette_for(tokens))
        window.setStyleSheet(stylesheet(tokens, window.font(), FOLDER))

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system_is_dark = scheme.name == "Dark"
        if self._mode is Mode.SYSTEM:
            self._dress_application()

    def _dress_application(self) -> None:
        if self._app is None:
            return
        font = scaled(self._system_font, self._zoom)
        self._app.setFont(font)
        self._app.setPalette(palette_for(self.tokens))
        self._app.setStyleSheet(stylesheet(self.tokens, font, FOLDER))
        self.changed.emit(self.tokens)
