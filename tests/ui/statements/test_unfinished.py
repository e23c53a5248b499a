"""A half-typed statement is offered to the next window and goes on as it was left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Position, Statement
from desktop_app.services.workspace import Workspace
from desktop_app.ui.statements.page import StatementsPage
from tests.ui.pages import example_workspace, unfinished_in


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as opened:
        yield opened


def window(qtbot: QtBot, workspace: Workspace, folder: Path) -> AbstractContextManager[StatementsPage]:
    """A window on the workspace; what is half typed when it is put away stays as if it had died."""
    return unfinished_in(qtbot, workspace, folder, StatementsPage)


def go_on(page: StatementsPage) -> None:
    buttons = page.unfinished.banner.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Continue").click()


def test_a_new_statement_comes_back_with_all_its_fields(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    answered = next(iter(workspace.every(Statement)))
    draft = StatementDraft(
        words="The scheme is\nunder review",
        speaker="A spokesperson",
        date="early nov 2025",
        topic="The scheme works",
        position=Position.AGAINST,
        answers=(answered.id,),
    )
    with window(qtbot, workspace, tmp_path) as page:
        page.add()
        page.form.show_statement(None, draft)
        assert page.form.draft == draft
    before = workspace.count(Statement)
    with window(qtbot, workspace, tmp_path) as again:
        assert again.unfinished.banner.words == "An unfinished statement was kept."
        go_on(again)
        assert again.form.statement is None
        assert again.form.draft == draft
        assert again.form.submit()
    assert workspace.count(Statement) == before + 1
    with window(qtbot, workspace, tmp_path) as third:
        assert not third.unfinished.banner.isVisible()


def test_a_change_half_made_goes_on_as_a_change(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    statement = next(iter(workspace.every(Statement)))
    with window(qtbot, workspace, tmp_path) as page:
        page.table.select(statement.id)
        page.form.venue.setText("House of Commons")
    with window(qtbot, workspace, tmp_path) as again:
        go_on(again)
        assert again.form.statement == statement
        assert again.form.venue.text() == "House of Commons"
        assert again.form.submit()
    kept = workspace.get(Statement, statement.id)
    assert kept is not None
    assert kept.venue == "House of Commons"
