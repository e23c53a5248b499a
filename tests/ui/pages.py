"""What a test of one page needs: a workspace in memory and the context around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.refusals import Refusal
from desktop_app.services import sample
from desktop_app.services.drafts import FileDrafts
from desktop_app.services.workspace import Workspace, first_records
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.checking import Checking
from desktop_app.ui.context import Context
from desktop_app.ui.formats import QtFormats
from desktop_app.ui.lens import Lens
from desktop_app.ui.places import Navigator
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Mode, Theme

TODAY = date(2026, 11, 23)


@dataclass
class HeardNotices:
    """Notices that are only kept, to be asked about."""

    told: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def tell(self, text: str, *, undo: bool = False) -> None:
        self.told.append(text)

    def refuse(self, refusal: Refusal) -> None:
        self.refused.append(refusal)


def example_workspace() -> Workspace:
    """The example, in memory."""
    return Workspace.in_memory(first=[*first_records(), *sample.records()])


def context_for(workspace: Workspace, folder: Path) -> Context:
    """The context a page is given; close its bridge when done."""
    bridge, lens = Bridge(workspace), Lens(workspace)
    bridge.changed.connect(lens.heed)
    checking = Checking(workspace, lens, lambda: TODAY, bridge)
    bridge.changed.connect(checking.heed)
    return Context(
        workspace=workspace,
        bridge=bridge,
        lens=lens,
        checking=checking,
        navigator=Navigator(),
        notices=HeardNotices(),
        settings=Settings(folder / "settings.ini"),
        theme=Theme(Mode.LIGHT),
        formats=QtFormats(QLocale("en_GB")),
        today=lambda: TODAY,
    )


P = TypeVar("P", bound=QWidget)


@contextmanager
def unfinished_in(
    qtbot: QtBot, workspace: Workspace, folder: Path, make: Callable[[Context], P]
) -> Iterator[P]:
    """A page whose half-typed forms are kept in the folder; put away, it leaves them as if it had died."""
    drafts = FileDrafts(folder / "drafts", folder / "a.evenhand")
    context = replace(context_for(workspace, folder), drafts=drafts)
    page = make(context)
    qtbot.addWidget(page)
    page.resize(1180, 660)
    try:
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        yield page
    finally:
        page.hide()
        drafts.close()
        context.bridge.close()
