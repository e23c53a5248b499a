"""The page of cases over a workspace, shown as a person has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from tests.ui.pages import context_for


@contextmanager
def opened(qtbot: QtBot, workspace: Workspace, folder: Path) -> Iterator[CasesPage]:
    """The page, until the test is over."""
    context = context_for(workspace, folder)
    made = CasesPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.hide()
    context.bridge.close()
