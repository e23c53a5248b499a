"""The overview shows what is known, says what it rests on, and leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET, Basis
from desktop_app.services.workspace import Workspace
from desktop_app.ui.overview.look_line import LookLine
from desktop_app.ui.overview.page import OverviewPage
from desktop_app.ui.places import Place
from tests.ui.pages import context_for, example_workspace


def shown(qtbot: QtBot, workspace: Workspace, folder: Path) -> OverviewPage:
    page = OverviewPage(context_for(workspace, folder))
    qtbot.addWidget(page)
    page.resize(1200, 660)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[OverviewPage]:
    with example_workspace() as workspace:
        made = shown(qtbot, workspace, tmp_path)
        yield made
        made.hide()
        made.context.bridge.close()


def test_each_number_says_its_day_its_standing_and_its_publisher(page: OverviewPage) -> None:
    card = page.cards[0]
    assert card.accessibleName().startswith("> 900 people returned to France")
    assert card.accessibleDescription() == "10 Jun 2026 · reported · CBR Times"
    assert "official · provisional · Home Office" in page.cards[2].accessibleDescription()


def test_a_new_figure_changes_the_headline_and_undo_takes_it_back(page: OverviewPage) -> None:
    before = page.headline.text(), page.cards[0].accessibleName()
    later = Figure(
        measure=RET,
        amount=Amount.exactly(1_234),
        basis=Basis.CUMULATIVE,
        period=PartialDate.parse("2026-08-01"),
        published=PartialDate.parse("2026-08-01"),
    )
    workspace = page.context.workspace
    with workspace.change("record figure") as work:
        work.put(later)
    assert page.cards[0].accessibleName().startswith("1,234 ")
    workspace.undo()
    assert (page.headline.text(), page.cards[0].accessibleName()) == before


def test_enter_on_a_card_opens_its_figure(qtbot: QtBot, page: OverviewPage) -> None:
    went: list[Place] = []
    page.context.navigator.went.connect(went.append)
    qtbot.keyClick(page.cards[1], Qt.Key.Key_Return)
    figure = page.context.workspace.get(Figure, went[-1].record)
    assert figure is not None
    assert (went[-1].page, figure.measure) == ("figures", "ADM")


def lines_shown(page: OverviewPage) -> int:
    return sum(line.isVisible() for line in page.findChildren(LookLine))


def test_what_needs_a_look_fills_the_room_and_the_rest_is_a_key_away(
    qtbot: QtBot, page: OverviewPage
) -> None:
    page.resize(1_200, 640)
    qtbot.waitUntil(lambda: 6 <= lines_shown(page) < 12)
    few = lines_shown(page)
    went: list[Place] = []
    page.context.navigator.went.connect(went.append)
    rest = page.findChild(QPushButton, "overviewRest")
    qtbot.keyClick(rest, Qt.Key.Key_Return)
    assert went == [Place("check")]
    page.resize(1_800, 2_000)
    qtbot.waitUntil(lambda: lines_shown(page) > few)
    assert not rest.isVisible()
    page.resize(1_200, 640)
    qtbot.waitUntil(lambda: lines_shown(page) <= few)


def test_an_empty_workspace_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with Workspace.in_memory() as workspace:
        page = shown(qtbot, workspace, tmp_path)
        assert page._nothing.isVisible()
        assert not page._scroll.isVisible()
        page.hide()
        page.context.bridge.close()


def test_a_hidden_page_catches_up_when_shown(page: OverviewPage) -> None:
    page.hide()
    workspace = page.context.workspace
    newest = max(workspace.every(Figure), key=lambda figure: figure.as_at.latest is not None)
    with workspace.change("edit figure") as work:
        work.put(replace(newest, note="seen"))
    page.show()
    assert page.headline.text()
