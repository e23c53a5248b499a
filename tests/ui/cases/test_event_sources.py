"""The panel of the chosen event: who asserts it, who denies it, and changing that by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Stance
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.places import Place
from tests.ui.cases.opening import opened
from tests.ui.pages import TODAY

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
RETURNED = EventDraft(
    kind=EventKind.RETURNED,
    date="early nov 2025",
    source="Anadolu",
    verification=Verification.LIKELY,
    sharing=Sharing.CLEAR,
)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as made:
        case = cases.record_case(made, CaseDraft("C-001", sharing=Sharing.CLEAR))
        kept = cases.record_event(made, case, RETURNED, TODAY)
        denied = EventDraft(date="5 nov 2025", source="A ministry", stance=Stance.DENIES, note="in a letter")
        cases.link_event(made, kept, denied)
        yield made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[CasesPage]:
    with opened(qtbot, workspace, tmp_path) as made:
        made.go(Place("cases", record=event_of(workspace).id))
        yield made


def event_of(workspace: Workspace) -> Event:
    (event,) = workspace.every(Event)
    return event


def said(page: CasesPage) -> list[str]:
    shown = page.sources.panel.widget()
    assert isinstance(shown, QWidget)
    return [label.text() for label in shown.findChildren(QLabel) if label.text()]


def open_panel(qtbot: QtBot, page: CasesPage) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Key.Key_Space)


def choose(page: CasesPage, name: str, words: str) -> None:
    button = page.sources.panel.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    menu = button.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_space_shows_the_panel_and_hides_it(qtbot: QtBot, page: CasesPage) -> None:
    assert not page.sources.is_shown, "a narrow page shows timeline and table first"
    open_panel(qtbot, page)
    assert page.sources.panel.isVisible()
    open_panel(qtbot, page)
    assert not page.sources.panel.isVisible()


def test_a_wide_page_shows_it_at_once_unless_it_was_hidden(qtbot: QtBot, page: CasesPage) -> None:
    page.resize(1900, 900)
    assert page.sources.is_shown
    page.sources.toggle()
    page.resize(1850, 900)
    assert not page.sources.is_shown


def test_it_says_who_asserts_and_who_denies_and_that_it_is_contested(qtbot: QtBot, page: CasesPage) -> None:
    open_panel(qtbot, page)
    words = said(page)
    assert "Asserted by Anadolu" in words
    assert "Denied by A ministry" in words
    assert "● Asserts it" in words
    assert "✕ Denies it" in words
    assert "“5 nov 2025”" in words, "how the ministry dates it"
    assert "in a letter" in words
    assert "Contested: A ministry denies it. The timeline marks it with a question mark." in words
    assert "Verification: Likely" in words


def test_the_table_marks_the_stances_by_shape_and_says_them(page: CasesPage) -> None:
    row = page.table.current_record()
    assert row.sources == "● Anadolu, ✕ A ministry"
    column = next(each for each in page.table.records.columns if each.key == "source")
    assert column.aloud(row) == "Asserted by Anadolu. Denied by A ministry"


def test_a_source_is_added_by_keys(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    open_panel(qtbot, page)
    adding = page.sources.panel.findChild(QPushButton, "addCitation")
    assert isinstance(adding, QPushButton)
    adding.setFocus()
    qtbot.keyClick(adding, Key.Key_Return)
    dialog = page.window().findChild(CitationDialog)
    assert isinstance(dialog, CitationDialog)
    qtbot.keyClicks(dialog.source, "A witness")
    dialog.stance.setFocus()
    qtbot.keyClick(dialog.stance, Key.Key_End)
    qtbot.keyClick(dialog.stance, Key.Key_Return, CONTROL)
    assert [citation.stance for citation in event_of(workspace).citations] == [
        Stance.ASSERTS,
        Stance.DENIES,
        Stance.MENTIONS,
    ]
    assert "Mentioned by A witness" in said(page)
    workspace.undo()
    assert "Mentioned by A witness" not in said(page)


def test_a_source_is_removed_and_the_mark_goes(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    open_panel(qtbot, page)
    choose(page, "changeCitation1", "&Remove from this event")
    assert len(event_of(workspace).citations) == 1
    assert not any(words.startswith("Contested") for words in said(page))
    assert page.table.current_record().sources == "Anadolu"
    workspace.undo()
    assert "Denied by A ministry" in said(page)


def test_sources_change_places(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    open_panel(qtbot, page)
    before = event_of(workspace).citations
    choose(page, "changeCitation1", "Move &up")
    assert event_of(workspace).citations == before[::-1]


def test_no_chosen_event_is_said(qtbot: QtBot, page: CasesPage, workspace: Workspace) -> None:
    open_panel(qtbot, page)
    cases.remove_events(workspace, [event_of(workspace)])
    assert said(page) == ["Choose an event to see who asserts it and who denies it."]
