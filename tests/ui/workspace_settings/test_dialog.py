"""The settings of a workspace: nothing is decided before Save, and hidden names are owned up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.cases import Case
from desktop_app.domain.sharing import Sharing
from desktop_app.services import cases, workspace_settings
from desktop_app.services.workspace import Workspace
from desktop_app.ui.workspace_settings.dialog import WorkspaceSettingsDialog
from tests.ui.pages import context_for

Open = Callable[[], WorkspaceSettingsDialog]


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[Open]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    context = context_for(workspace, tmp_path)

    def opened() -> WorkspaceSettingsDialog:
        dialog = WorkspaceSettingsDialog(context, window)
        dialog.open()
        return dialog

    yield opened
    context.bridge.close()


def test_names_are_turned_on_with_save_only(show: Open, workspace: Workspace) -> None:
    dialog = show()
    assert not dialog.names.isChecked()
    dialog.names.click()
    assert not workspace_settings.names_allowed(workspace)
    dialog.keep.click()
    assert workspace_settings.names_allowed(workspace)


def test_leaving_decides_nothing(show: Open, workspace: Workspace) -> None:
    dialog = show()
    dialog.names.click()
    dialog.reject()
    assert not workspace_settings.names_allowed(workspace)


@pytest.mark.parametrize("clear", [False, True])
def test_turning_names_off_says_what_stays(show: Open, workspace: Workspace, clear: bool) -> None:
    workspace_settings.allow_names(workspace, True)
    case = cases.record_case(workspace, CaseDraft("C-001", sharing=Sharing.CLEAR, name="Somebody"))
    dialog = show()
    assert not dialog.kept.isVisible()
    dialog.names.click()
    assert dialog.kept.text().startswith("1 case has a name. It stays in the file")
    assert "history" in dialog.history.text()
    if clear:
        dialog.clear.click()
    dialog.keep.click()
    kept = workspace.get(Case, case.id)
    assert kept is not None
    assert kept.name == ("" if clear else "Somebody")
    assert not workspace_settings.names_allowed(workspace)


def test_names_that_are_hidden_already_can_still_be_cleared(show: Open, workspace: Workspace) -> None:
    case = cases.record_case(workspace, CaseDraft("C-001", sharing=Sharing.CLEAR, name="Somebody"))
    dialog = show()
    assert dialog.clear.isVisible()
    dialog.clear.click()
    dialog.keep.click()
    kept = workspace.get(Case, case.id)
    assert kept is not None
    assert kept.name == ""
