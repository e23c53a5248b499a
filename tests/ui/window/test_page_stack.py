from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.services import sample
from desktop_app.ui import actions
from desktop_app.ui.window.action_button import ActionButton
from tests.journeys.running import part, running

SMALL_SCREEN = (1366, 768)


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    path = tmp_path / "example.evenhand"
    sample.create(path)
    with running(qtbot, tmp_path, path) as application:
        yield application
        application.theme.set_zoom(1.0)


@pytest.mark.parametrize(
    ("width", "zoom"), [(875, 1.0), (SMALL_SCREEN[0], 1.6), (SMALL_SCREEN[0], 2.0), (SMALL_SCREEN[0], 3.0)]
)
@pytest.mark.parametrize("turned", [False, True])
def test_no_page_makes_the_window_wider_than_the_screen(
    qtbot: QtBot, started: Application, width: int, zoom: float, turned: bool
) -> None:
    window, desk = started.window, started.desk
    assert desk is not None
    started.theme.set_zoom(zoom)
    if turned:
        window.commands["known_earlier"].trigger()
    for name, _words, _icon in actions.pages():
        desk.go_to_page(name)
        window.resize(width, SMALL_SCREEN[1])
        for _round in range(4):  # a layout asks the one around it
            QApplication.processEvents()
        assert window.width() == width, name
        assert window.height() == SMALL_SCREEN[1], name
        add = part(started, ActionButton, "addFigureButton")
        assert add.mapTo(window, QPoint(add.width(), 0)).x() <= width
        assert add.width() >= add.minimumSizeHint().width()
        room = part(started, QScrollArea, "pageRoom")
        page = desk.page
        assert page is not None
        assert page.width() >= page.minimumSizeHint().width()
        beyond = page.width() - room.viewport().width()
        assert room.horizontalScrollBar().maximum() == max(0, beyond)


def test_a_wide_page_does_not_make_the_next_one_scroll(started: Application) -> None:
    desk = started.desk
    assert desk is not None
    started.theme.set_zoom(3.0)
    bar = part(started, QScrollArea, "pageRoom").horizontalScrollBar()
    desk.go_to_page("sources")
    for _round in range(4):
        QApplication.processEvents()
    assert bar.maximum() > 0
    desk.go_to_page("overview")
    for _round in range(4):
        QApplication.processEvents()
    assert bar.maximum() == 0
