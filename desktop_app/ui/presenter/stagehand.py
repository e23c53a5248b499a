"""Keeps the audience's window and the speaker's console on their screens, whatever is plugged in or out."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import Context
from desktop_app.ui.presenter.advice import advice
from desktop_app.ui.presenter.awake import Awake
from desktop_app.ui.presenter.console import PresenterConsole
from desktop_app.ui.presenter.steering import Deed
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.ui.settings import AUDIENCE_SCREEN


class Stagehand(QObject):
    """One for each window of an audience, gone with it. A console is there only in a talk on two screens."""

    def __init__(self, context: Context, window: PresenterWindow, beside: QWidget) -> None:
        super().__init__(window)
        self._context, self._window, self._beside = context, window, beside
        self.console: PresenterConsole | None = None
        self._awake = Awake()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._lose)
        application.screenAdded.connect(self._find)
        window.swapAsked.connect(self.swap)
        window.ended.connect(self._end)

    def set_up(self) -> None:
        """Show the console on the screen that the audience does not look at, if there is one."""
        other = self._other()
        if other is None or self._window.running is None:
            self._hide_console()
            return
        if self.console is None:
            platform = QGuiApplication.platformName()
            told = advice(stays_awake=self._awake.is_sure, platform=platform)
            self.console = PresenterConsole(self._context, self._window, self._window.running, told)
        _fill(self.console, other)
        self.console.activateWindow()

    def swap(self) -> None:
        """Let the audience's window and the console change screens; the next talk begins there."""
        other = self._other()
        if other is not None:
            self._context.settings.set_text(AUDIENCE_SCREEN, other.name())
            self._window.fill(other)
            self.set_up()

    def _other(self, gone: QScreen | None = None) -> QScreen | None:
        """A screen that the audience's window is not on."""
        here = self._window.screen()
        return next((s for s in QGuiApplication.screens() if s is not here and s is not gone), None)

    def _lose(self, gone: QScreen) -> None:
        """A screen was pulled out: where it was the audience's, its window comes back black."""
        there = [screen for screen in QGuiApplication.screens() if screen is not gone]
        if self._window.screen() is gone or len(there) < 2:
            self._window.do(Deed.BLACK)
            self._window.fill(there[0] if there else self._beside.screen())
            self._hide_console()
            self._window.raise_()
            self._window.activateWindow()

    def _find(self, screen: QScreen) -> None:
        """A screen was plugged in: the audience's window goes there, as black as it is."""
        is_alone = self.console is None or not self.console.isVisible()
        if is_alone and self._window.running is not None:
            self._window.fill(screen)
            self.set_up()

    def _hide_console(self) -> None:
        """Its clock goes on, for when a second screen is there again."""
        if self.console is not None:
            self.console.hide()

    def _put_away(self) -> None:
        if self.console is not None:
            self.console.close()
            self.console.deleteLater()
            self.console = None

    def _end(self) -> None:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.disconnect(self._lose)
        application.screenAdded.disconnect(self._find)
        self._awake.end()
        self._put_away()


def _fill(window: QWidget, screen: QScreen) -> None:
    """Show a window over a whole screen, with its frame."""
    window.winId()
    window.windowHandle().setScreen(screen)
    window.setGeometry(screen.availableGeometry().adjusted(0, 0, 0, -40))
    window.showMaximized()
