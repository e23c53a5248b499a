"""The frame: commands by key, files by drop, refusals as sentences, and the way between pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Source
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace
from desktop_app.ui import actions
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.ui.window.command_palette import CommandPalette
from tests.journeys.running import drop, part, running, workspace_of
from tests.services.ods_files import edition

MONDAY = date(2026, 3, 16)
DAYS = [(5, 1, 0), (0, 0, 0), (7, 1, "-"), (0, 0, 0), (0, 0, 0), (0, 0, 0), (2, 1, 1)]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.evenhand"
    sample.create(path)
    return path


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path, example: Path) -> Iterator[Application]:
    with running(qtbot, tmp_path, example) as application:
        yield application


def press(started: Application, key: str) -> None:
    combination = QKeySequence(key)[0]
    QTest.keyClick(
        started.window.focusWidget() or started.window, combination.key(), combination.keyboardModifiers()
    )


def page_in_front(started: Application) -> str:
    return started.window.stack.currentWidget().objectName()


def banner(started: Application) -> str:
    assert started.desk is not None
    return started.desk.notices.banner.words


class TestCommands:
    def test_every_one_has_words_and_is_reached_without_a_mouse(self, started: Application) -> None:
        in_menus = [
            action
            for menu in started.window.menuBar().actions()
            for action in menu.menu().actions()
            if action.objectName()
        ]
        assert {action.objectName() for action in in_menus} == set(started.window.commands)
        assert all(action.text() for action in in_menus)

    def test_no_two_share_a_key(self, started: Application) -> None:
        keys = Counter(
            key.toString() for action in started.window.commands.values() for key in action.shortcuts()
        )
        assert [key for key, count in keys.items() if count > 1] == []

    def test_no_two_of_a_menu_share_a_letter(self, started: Application) -> None:
        for entry in started.window.menuBar().actions():
            letters = Counter(
                QKeySequence.mnemonic(action.text()).toString()
                for action in cast(QMenu, entry.menu()).actions()
                if "&" in action.text()
            )
            assert [letter for letter, count in letters.items() if count > 1] == [], entry.text()

    def test_none_is_a_bare_letter(self, started: Application) -> None:
        keys = [key.toString() for action in started.window.commands.values() for key in action.shortcuts()]
        assert [key for key in keys if len(key) == 1] == []

    @pytest.mark.parametrize(
        ("number", "name"), list(enumerate([name for name, *_ in actions.pages()], start=1))
    )
    def test_a_number_key_shows_a_page(self, started: Application, number: int, name: str) -> None:
        press(started, f"Ctrl+{number}")
        assert page_in_front(started) == f"{name}Page"
        assert part(started, QListWidget, "pageList").currentRow() == number - 1

    def test_back_and_forward_follow_the_way(self, started: Application) -> None:
        press(started, "Ctrl+2")
        press(started, "Ctrl+5")
        press(started, "Alt+Left")
        assert page_in_front(started) == "figuresPage"
        press(started, "Alt+Right")
        assert page_in_front(started) == "sourcesPage"

    def test_regions_take_the_keyboard_in_turn_and_come_round(self, started: Application) -> None:
        press(started, "Ctrl+5")
        seen = []
        for _ in range(8):
            press(started, "F6")
            focused = started.window.focusWidget()
            region: QWidget | None = focused
            while region is not None and not region.property("region"):
                region = region.parentWidget()
            assert region is not None
            seen.append(region.property("region"))
        assert {"sidebar", "page", "inspector", "commands"} == set(seen)

    def test_text_grows_and_is_normal_again(self, started: Application) -> None:
        before = started.window.font().pointSizeF()
        press(started, "Ctrl++")
        assert started.window.font().pointSizeF() > before
        press(started, "Ctrl+0")
        assert started.window.font().pointSizeF() == pytest.approx(before)

    def test_what_a_page_cannot_do_is_grey(self, started: Application) -> None:
        press(started, "Ctrl+1")
        assert not started.window.commands["delete_selected"].isEnabled()
        press(started, "Ctrl+2")
        assert started.window.commands["delete_selected"].isEnabled()

    def test_a_few_letters_find_a_command(self, qtbot: QtBot, started: Application) -> None:
        palette = CommandPalette(started.window.menus.to_be_found, started.window)
        qtbot.addWidget(palette)
        palette.show()
        qtbot.keyClicks(palette._field, "new sour")
        qtbot.keyClick(palette._field, Qt.Key.Key_Return)
        assert page_in_front(started) == "sourcesPage"


class TestUndo:
    def test_names_what_it_would_take_back_and_goes_there(self, started: Application) -> None:
        workspace = workspace_of(started)
        source = next(iter(workspace.every(Source)))
        with workspace.change("edit source") as work:
            work.put(Source(id=source.id, publisher="Renamed", title=source.title))
        assert started.window.commands["undo"].text() == "&Undo edit source"
        press(started, "Ctrl+2")
        press(started, "Ctrl+Z")
        assert workspace.get(Source, source.id) == source
        assert page_in_front(started) == "sourcesPage"
        assert started.window.commands["redo"].text() == "&Redo edit source"

    def test_the_status_says_that_all_is_saved(self, started: Application) -> None:
        assert started.window.status.saved_text == "All changes saved"
        workspace = workspace_of(started)
        with workspace.change("record source") as work:
            work.put(Source(publisher="New"))
        assert started.window.status.saved_text.startswith("Saved ")


class TestFiles:
    def test_a_dropped_spreadsheet_is_imported_and_undone_at_once(
        self, qtbot: QtBot, started: Application, tmp_path: Path
    ) -> None:
        workspace = workspace_of(started)
        before = workspace.count(Figure)
        path = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        drop(started, path)
        qtbot.waitUntil(lambda: "Edition of 3 Apr 2026" in banner(started), timeout=20_000)
        assert workspace.count(Figure) > before
        # Without a window manager nobody gives the keyboard back once the progress of a slow import is gone.
        started.window.activateWindow()
        with qtbot.waitActive(started.window):
            pass
        press(started, "Ctrl+Z")
        assert workspace.count(Figure) == before
        assert banner(started) == "", "its Undo would now take back something else"

    def test_a_dropped_workspace_is_opened(self, started: Application, tmp_path: Path) -> None:
        other = tmp_path / "other.evenhand"
        Workspace.create(other).close()
        drop(started, other)
        assert workspace_of(started).path == other
        assert started.window.windowTitle().startswith("other.evenhand")

    def test_what_is_no_workspace_is_refused_in_words_and_the_open_one_stays(
        self, started: Application, tmp_path: Path, example: Path
    ) -> None:
        text = tmp_path / "letter.evenhand"
        text.write_text("dear diary", encoding="utf-8")
        drop(started, text)
        assert "is not an Evenhand workspace" in banner(started)
        assert workspace_of(started).path == example
        assert text.read_text(encoding="utf-8") == "dear diary"

    def test_a_spoilt_spreadsheet_is_refused_in_words(
        self, qtbot: QtBot, started: Application, tmp_path: Path
    ) -> None:
        spoilt = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
        spoilt.write_bytes(spoilt.read_bytes()[:900])
        revision = workspace_of(started).revision
        drop(started, spoilt)
        qtbot.waitUntil(lambda: banner(started) != "", timeout=20_000)
        assert workspace_of(started).revision == revision

    def test_a_refusal_goes_when_something_has_been_done(self, started: Application, tmp_path: Path) -> None:
        drop(started, tmp_path / "not there.evenhand")
        assert banner(started) != ""
        assert started.desk is not None
        started.desk.notices.tell("Added: a source", undo=True)
        assert banner(started) == ""

    def test_closing_leads_to_the_start_page_and_the_list_leads_back(
        self, started: Application, example: Path
    ) -> None:
        press(started, "Ctrl+W")
        assert page_in_front(started) == "startPage"
        assert not started.window.commands["add_figure"].isEnabled()
        started.window.menus.recentChosen.emit(str(example))
        assert workspace_of(started).path == example


def test_a_spreadsheet_dropped_on_the_start_page_is_told_where_it_belongs(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = edition(tmp_path / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])
    with running(qtbot, tmp_path, None) as started:
        drop(started, path)
        assert "2026-04-03.ods is imported into a workspace" in banner(started)


def test_nothing_open_is_a_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, None) as started:
        assert page_in_front(started) == "startPage"
        assert started.desk is not None
        assert started.desk.workspace is None
        assert not started.window.sidebar.isEnabled()
        focused = started.window.focusWidget()
        assert isinstance(focused, Button)
        assert focused.text() == "Open the example"


class TestShowOnChart:
    def test_goes_to_the_point_of_a_figure_that_is_drawn(self, started: Application) -> None:
        choose_figure(started, "RET")
        press(started, "Ctrl+J")
        assert page_in_front(started) == "chartsPage"

    def test_stays_where_the_figure_is_on_no_chart_and_says_so(self, started: Application) -> None:
        chosen = choose_figure(started, "COST_FLIGHT")
        press(started, "Ctrl+J")
        assert page_in_front(started) == "figuresPage"
        table = part(started, RecordTableView, "figuresTable")
        assert table.current_record().id == chosen
        assert started.window.focusWidget() is table
        assert started.desk is not None
        assert started.desk.notices.toast.words == "That figure is not on this chart."
        assert not started.window.commands["forward"].isEnabled()


def choose_figure(started: Application, measure: str) -> str:
    press(started, "Ctrl+2")
    table = part(started, RecordTableView, "figuresTable")
    figure = next(each for each in workspace_of(started).every(Figure) if each.measure == measure)
    assert table.select(figure.id)
    table.setFocus()
    return figure.id
