"""A figures page on a workspace in memory, with what a window would give it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, ARR, RET, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Reliability, Source
from desktop_app.services.workspace import Workspace
from desktop_app.ui.figures.page import FiguresPage
from desktop_app.ui.places import Place
from tests.domain.ledgers import figure
from tests.ui.pages import HeardNotices, context_for

ANADOLU = Source(id="anadolu", publisher="Anadolu Ajansı", reliability=Reliability.B)
ITV = Source(id="itv", publisher="ITV News", reliability=Reliability.B)


@dataclass
class Desk:
    """The page with what stands around it."""

    page: FiguresPage
    workspace: Workspace
    told: HeardNotices
    went: list[Place]

    def figures(self) -> list[Figure]:
        return list(self.workspace.every(Figure))

    def shown(self) -> list[str]:
        model = self.page.table.records
        return [model.id_at(row) for row in range(model.rowCount())]


def figures_at_first() -> list[Record]:
    return [
        ANADOLU,
        ITV,
        figure(RET, "75", "2025-10-31", ITV, id="ret-75"),
        figure(ADM, "57", "2025-11-05", ITV, id="adm-57"),
        figure(ARR, "38726", "2025-11-09", ITV, id="arr", basis=Basis.CUMULATIVE, counted_since="2025-01-01"),
        figure(ARR, "503", "2025-11-08", ITV, id="arr-day"),
    ]


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(who="mk") as workspace:
        with workspace.change("add sample") as work:
            work.put_all(figures_at_first())
        yield workspace


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[Desk]:
    context = context_for(workspace, tmp_path)
    page = FiguresPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    went: list[Place] = []
    context.navigator.went.connect(went.append)
    context.navigator.went.connect(page.go)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.focus_first()
    yield Desk(page, workspace, cast(HeardNotices, context.notices), went)
    context.bridge.close()
