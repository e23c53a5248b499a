"""An unfinished figure is offered to the next window and goes on as it was left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.services.drafts import FileDrafts
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.figures.page import FiguresPage
from tests.ui.pages import context_for


@pytest.fixture
def context(workspace: Workspace, tmp_path: Path) -> Iterator[Context]:
    made = context_for(workspace, tmp_path)
    yield made
    made.bridge.close()


def page_in(qtbot: QtBot, context: Context, folder: Path) -> FiguresPage:
    drafts = FileDrafts(folder / "drafts", folder / "a.evenhand")
    page = FiguresPage(replace(context, drafts=drafts))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_line_and_fields_come_back(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    page = page_in(qtbot, context, tmp_path)
    page.entry.line.setText("94 returned since start, early nov 2025, anadolu")
    page.entry.fields.date.setText("5 nov 2025")
    draft = page.entry.draft
    page.hide()
    page.context.drafts.close()
    again = page_in(qtbot, context, tmp_path)
    assert again.drafts.banner.words == "An unfinished figure was kept."
    again.drafts.go_on()
    assert again.entry.draft == draft
    before = context.workspace.count(Figure)
    assert again.entry.submit()
    assert context.workspace.count(Figure) == before + 1
    again.hide()
    again.context.drafts.close()
    assert not list((tmp_path / "drafts").iterdir())


def test_a_cited_source_stays_while_the_line_names_none(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    page = page_in(qtbot, context, tmp_path)
    page.entry.line.setText("41, 2025-11-09")
    page.entry.cite("itv")
    page.entry.line.setText("41 arrived, 2025-11-09")
    assert page.entry.draft.source_id == "itv"
    page.entry.line.setText("41 arrived, 2025-11-09, anadolu")
    assert page.entry.draft.source_id == "anadolu"
    page.entry.clear()
    page.entry.line.setText("41 arrived")
    assert page.entry.draft.source_id == ""
    page.hide()
    page.context.drafts.close()
