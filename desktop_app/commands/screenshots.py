"""Opens the real window unseen, goes to a page and keeps a picture of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap

from desktop_app.app import Application, Opening, make_application
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.ui.settings import Settings


def take(file: Path, page: str, out: Path, theme: str, size: tuple[int, int], settings_file: Path) -> int:
    """Draw one page of a workspace into a PNG file."""
    application = make_application(["evenhand"])
    settings = Settings(settings_file)
    settings.set_text("window/theme", theme)
    settings.set_text("window/page", page)
    running = Application(application, settings, Opening(file))
    running.window.resize(*size)
    loop = QEventLoop()
    running.ready = loop.quit
    running.show()
    loop.exec()
    # Pages lay themselves out, and charts draw, when the events of their first showing are done.
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    application.processEvents()
    picture: QPixmap = running.window.grab()
    running.window.close()
    if not picture.save(str(out), "PNG"):
        raise Refusal(RefusalCode.NO_PERMISSION, path=str(out))
    return 0
