"""The real window on a real file, for journeys through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application, Opening
from desktop_app.services.workspace import Workspace
from desktop_app.ui.settings import Settings

W = TypeVar("W", bound=QWidget)


@contextmanager
def running(qtbot: QtBot, folder: Path, file: Path | None) -> Iterator[Application]:
    """Evenhand opened on a file, closed at the end with everything it opened."""
    application = cast(QApplication, QApplication.instance())
    started = Application(application, Settings(folder / "settings.ini"), Opening(file))
    started.watch = False
    started.window.resize(1366, 768)
    loop = QEventLoop()
    started.ready = loop.quit
    started.show()
    loop.exec()
    try:
        yield started
    finally:
        started.window.close()
        started.window.deleteLater()
        started.deleteLater()
        application.processEvents()


def workspace_of(started: Application) -> Workspace:
    """The open workspace."""
    assert started.desk is not None
    workspace = started.desk.workspace
    assert workspace is not None
    return workspace


def part(started: Application, kind: type[W], name: str) -> W:
    """A widget of the window by its object name."""
    found = started.window.findChild(kind, name)
    assert found is not None, name
    return cast(W, found)


def page_key(started: Application, page: str) -> str:
    """The key that goes to a page."""
    return cast(str, started.window.commands[f"page_{page}"].shortcut().toString())


def drop(started: Application, path: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    started.window.dropEvent(QDropEvent(QPointF(400, 300), copy, data, left, none))
