"""Half-typed events are offered to the next window and go on as they were left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from tests.ui.pages import example_workspace, unfinished_in


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as opened:
        yield opened


def window(qtbot: QtBot, workspace: Workspace, folder: Path) -> AbstractContextManager[CasesPage]:
    """A window on the workspace; what is half typed when it is put away stays as if it had died."""
    return unfinished_in(qtbot, workspace, folder, CasesPage)


def case_of(workspace: Workspace, code: str) -> Case:
    return next(case for case in workspace.every(Case) if case.code == code)


def press(page: CasesPage, words: str) -> None:
    """Press a button of the banner."""
    buttons = page.unfinished.banner.findChildren(QPushButton)
    next(button for button in buttons if button.text() == words).click()


def test_events_half_typed_of_two_cases_stand_in_their_lines_again(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    first, second = case_of(workspace, "C-001"), case_of(workspace, "C-002")
    with window(qtbot, workspace, tmp_path) as page:
        page.list.select(first.id)
        page.bar.line.setText("left detention 7 nov 2025, bbc")
        page.list.select(second.id)
        page.bar.line.setText("detained 9 nov 2025")
    with window(qtbot, workspace, tmp_path) as again:
        assert again.unfinished.banner.words == "An unfinished event was kept."
        press(again, "Continue")
        assert not again.unfinished.banner.isVisible()
        again.list.select(first.id)
        assert again.bar.line.text() == "left detention 7 nov 2025, bbc"
        assert again.bar.draft.date == "7 nov 2025"
        again.list.select(second.id)
        assert again.bar.line.text() == "detained 9 nov 2025"
        again.bar.line.setText("detained 10 nov 2025")
        assert again.bar.draft.date == "10 nov 2025", "the line still leads its fields"


def test_a_change_half_made_goes_on_as_a_change(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    event = next(event for event in workspace.every(Event) if event.case)
    with window(qtbot, workspace, tmp_path) as page:
        page.list.select(event.case)
        page.bar.change(event)
        page.bar.fields.place.setText("Dover")
    with window(qtbot, workspace, tmp_path) as again:
        press(again, "Continue")
        assert again.bar.event_changed == event
        assert again.bar.fields.place.text() == "Dover"
        assert again.bar.is_changed
        again.bar.submit()
        kept = workspace.get(Event, event.id)
        assert kept is not None
        assert kept.place == "Dover"
    with window(qtbot, workspace, tmp_path) as third:
        assert not third.unfinished.banner.isVisible()


def test_yesterday_stays_the_day_it_was(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    with window(qtbot, workspace, tmp_path) as page:
        day = page.context.today()
        page.bar.line.setText("detained yesterday")
        (half,) = page.bar.unfinished.new.values()
        assert half.draft.date == str(day - timedelta(days=1))


def test_an_event_of_a_case_deleted_since_is_not_offered(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    case = case_of(workspace, "C-001")
    with window(qtbot, workspace, tmp_path) as page:
        page.list.select(case.id)
        page.bar.line.setText("detained 9 nov 2025")
    cases.remove_cases(workspace, [case])
    with window(qtbot, workspace, tmp_path) as again:
        press(again, "Continue")
        assert not again.bar.is_changed


def test_what_is_discarded_does_not_come_back(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    with window(qtbot, workspace, tmp_path) as page:
        page.bar.line.setText("detained 9 nov 2025")
    with window(qtbot, workspace, tmp_path) as again:
        press(again, "Discard")
    with window(qtbot, workspace, tmp_path) as third:
        assert not third.unfinished.banner.isVisible()
