"""Puts the parts together: frame first, then the heavy imports, then the workspace and its pages.

The only module that sees every floor.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import __version__, paths
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Mode, Theme
from desktop_app.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.workspace import KeyedPath
    from desktop_app.ui.context import Context
    from desktop_app.ui.page import Page
    from desktop_app.ui.window.commands import WindowCommands
    from desktop_app.ui.window.desk import Desk


_SETTLED = 1500
"""Milliseconds after the first page is shown, by when everything that was begun with it is done."""
_LATER = 4000
"""Milliseconds after which what may never be needed is made ready."""


WHOLE_SEARCH = 1_000
"""So many partial searches for garbage come before a whole one."""


class Talk(NamedTuple):
    """A talk to give at once: from which scene (by its id; empty for the first), on which screen."""

    start: str = ""
    screen: int | None = None
    """Counted from 1; None for the one that does not hold the window."""


class Opening(NamedTuple):
    """What to open at the start: a file, the sample, or what was open last; and whether to present it."""

    file: Path | KeyedPath | None = None
    sample: bool = False
    talk: Talk | None = None


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, named, so that settings and window managers know it."""
    # The style by argument: `setStyle` hands out the style, and with it all that QStyle names.
    application = QApplication([*arguments, "-style", "fusion"])
    application.setApplicationName("evenhand")
    application.setApplicationDisplayName("Evenhand")
    application.setApplicationVersion(__version__)
    application.setOrganizationName("evenhand")
    QGuiApplication.setDesktopFileName("org.evenhand.Evenhand")
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "evenhand-256.png")))
    return application


def make_page(name: str, context: Context) -> Page:
    """A page by its name, made when it is first gone to: what it needs is imported then."""
    if name == "figures":
        from desktop_app.ui.figures.page import FiguresPage

        return FiguresPage(context)
    if name == "cases":
        from desktop_app.ui.cases.page import CasesPage

        return CasesPage(context)
    if name == "notes":
        from desktop_app.ui.notes.page import NotesPage

        return NotesPage(context)
    if name == "sources":
        from desktop_app.ui.sources.page import SourcesPage

        return SourcesPage(context)
    if name == "statements":
        from desktop_app.ui.statements.page import StatementsPage

        return StatementsPage(context)
    if name == "charts":
        from desktop_app.ui.charts.page import ChartsPage

        return ChartsPage(context)
    if name == "check":
        from desktop_app.ui.checks.page import CheckPage

        return CheckPage(context)
    from desktop_app.ui.overview.page import OverviewPage

    return OverviewPage(context)


class Application(QObject):
    """The running window: frame at once, the rest when the frame is on screen."""

    def __init__(self, application: QApplication, settings: Settings, opening: Opening) -> None:
        super().__init__(application)
        self._application = application
        self._opening = opening
        self.settings = settings
        mode = settings.text("window/theme", Mode.SYSTEM)
        zoom = settings.text("window/zoom", "1.0")
        self.theme = Theme(Mode(mode) if mode in list(Mode) else Mode.SYSTEM, float(zoom), self)
        self.theme.apply(application)
        self.window = MainWindow(settings, self.theme)
        self.desk: Desk | None = None
        self.commands: WindowCommands | None = None
        self.watch = True
        """Whether faults are logged and shown; off where the caller takes them itself."""
        self.ready: Callable[[], None] | None = None
        """Called once when the first page is shown."""
        self.window.painted.connect(self.furnish)

    def show(self) -> None:
        """Show the frame."""
        self.window.show()

    def furnish(self) -> None:
        """Import what the pages need and open what is to be opened."""
        # Collecting garbage while thousands of modules' objects are being made only costs time.
        gc.disable()
        if self.watch:
            self._watch()
        self.window.furnish()
        from desktop_app.ui.window.commands import WindowCommands
        from desktop_app.ui.window.desk import Desk

        self.desk = Desk(self.window, self.settings, self.theme, make_page)
        self.commands = WindowCommands(self.desk)
        self._open(self.commands)
        gc.enable()
        gc.freeze()
        # A whole search walks all that a large workspace has come to: a third of a second at 100,000 figures.
        gc.set_threshold(*gc.get_threshold()[:2], WHOLE_SEARCH)
        if self.ready is not None:
            self.ready()

    def warm_up_later(self) -> None:
        """Have what the first change needs loaded once the first page stands still."""
        from desktop_app.services.workspace import warm_up

        QTimer.singleShot(_SETTLED, self, warm_up)
        if self.commands is not None:
            QTimer.singleShot(_LATER, self, self.commands.get_ready)

    def _watch(self) -> None:
        from desktop_app.logs import start_logging
        from desktop_app.ui.crash import CrashReporter

        start_logging()
        CrashReporter(self.window).install()

    def _open(self, commands: WindowCommands) -> None:
        if self._opening.sample:
            commands.open_sample()
        elif self._opening.file is not None:
            commands.open_path(self._opening.file)
        else:
            commands.open_last()
        if self._opening.talk is not None:
            self._present(*self._opening.talk)

    def _present(self, start: str, screen: int | None) -> None:
        """Give the talk of the workspace just opened."""
        if self.desk is None or self.desk.context is None:
            return
        from desktop_app.ui.charts.page import ChartsPage

        self.desk.go_to_page("charts")
        page = self.desk.page
        if isinstance(page, ChartsPage):
            page.present_from(start, screen)


def run(opening: Opening) -> int:
    """Show the window until it is closed; answers with the exit code."""
    application = make_application(sys.argv[:1])
    running = Application(application, Settings(), opening)
    running.ready = running.warm_up_later
    running.show()
    return application.exec()
