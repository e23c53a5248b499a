"""What the tests of the charts page share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services.workspace import Workspace
from desktop_app.ui.charts.page import ChartsPage
from tests.ui.charts.opening import Opened, first


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """A workspace in memory with the scheme's figures."""
    opened = Opened(Workspace.in_memory(first=first()), tmp_path / "settings.ini")
    yield opened
    opened.close()


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> ChartsPage:
    """The page, shown, with the keyboard on the chart."""
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.focus_first()
    return page
