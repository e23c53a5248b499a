"""Opens the real window unseen, goes to a page and keeps a picture of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QBuffer,
    QEventLoop,
    QIODevice,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from desktop_app.app import Application, Opening, make_application
from desktop_app.commands import writing
from desktop_app.domain.views import NOW, Seen
from desktop_app.services.workspace import KeyedPath
from desktop_app.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Shot:
    """What to draw: a page of a workspace, seen from a day, into a PNG file, so many pixels large."""

    file: KeyedPath
    page: str
    out: Path
    theme: str
    size: tuple[int, int]
    seen: Seen = NOW


def take(shot: Shot, settings_file: Path) -> int:
    """Draw it; answers with the exit code. A fault of the window's own is raised here, not waited for."""
    application = make_application(["evenhand"])
    settings = Settings(settings_file)
    settings.set_text("window/theme", shot.theme)
    settings.set_text("window/page", shot.page)
    running = Application(application, settings, Opening(shot.file))
    running.window.resize(*shot.size)
    loop = QEventLoop()
    faults: list[BaseException] = []

    def fail(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        faults.append(error)
        loop.quit()

    running.watch = False
    qInstallMessageHandler(_pass_on)
    hook, sys.excepthook = sys.excepthook, fail
    try:
        running.ready = loop.quit
        running.show()
        loop.exec()
        if running.desk is not None and running.desk.context is not None:
            running.desk.context.lens.turn(shot.seen)
            running.desk.context.checking.finish()
            running.desk.frame.tell_facts()
        # Pages lay themselves out, and charts draw, when the events of their first showing are done.
        QTimer.singleShot(0, loop.quit)
        loop.exec()
        application.processEvents()
        # Once more: a timer that fired meanwhile may have changed words, and they want their room.
        application.processEvents()
        picture = running.window.grab()
        running.window.close()
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(None)
    if faults:
        raise faults[0]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    writing.keep(shot.out, bytes(buffer.data().data()))
    return 0


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """What Qt says goes to standard error, but for a remark about windows that nobody sees."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")
