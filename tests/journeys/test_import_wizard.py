"""From any table to figures in the ledger by keys alone, through the real window and the real file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.figures import Figure
from desktop_app.services.exchange import exporting
from desktop_app.services.exchange.wishes import Format, Wish
from desktop_app.services.workspace import Workspace
from desktop_app.ui.figures.page import FiguresPage
from desktop_app.ui.imports.return_dialog import ReturnDialog
from desktop_app.ui.imports.wizard import COLUMNS, ROWS, SHEET, ImportWizard
from tests.journeys.running import drop, part, running, workspace_of

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PASTED = "Date\tReturned to France\tSource\n8 Nov 2025\t94\tBBC News\n9 Nov 2025\t95\tBBC News\n"


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    path = tmp_path / "new.evenhand"
    Workspace.create(path).close()
    with running(qtbot, tmp_path, path) as application:
        yield application


def wizard_at(qtbot: QtBot, started: Application, step: int) -> ImportWizard:
    qtbot.waitUntil(lambda: started.window.findChild(ImportWizard) is not None, timeout=20_000)
    wizard: ImportWizard = part(started, ImportWizard, "importWizard")
    qtbot.waitUntil(lambda: wizard.step == step and wizard.is_at_rest, timeout=20_000)
    return wizard


def press(wizard: ImportWizard, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is."""
    here = wizard.focusWidget()
    assert here is not None
    QTest.keyClick(here, key, modifier or Qt.KeyboardModifier.NoModifier)


def figures(started: Application) -> list[str]:
    return [f"{figure.amount} {figure.period}" for figure in workspace_of(started).every(Figure)]


def test_dates_that_nothing_decides_are_asked_about_and_the_answer_is_remembered(
    qtbot: QtBot, started: Application, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("Date;Returned to France\n3/4/2025;12\n5/6/2025;14\n7/8/2025;9\n", encoding="utf-8")
    drop(started, path)
    wizard = wizard_at(qtbot, started, COLUMNS)
    press(wizard, KEY.Key_Down)
    press(wizard, KEY.Key_Return)
    wizard_at(qtbot, started, ROWS)
    assert figures(started) == []
    press(wizard, KEY.Key_Down)
    press(wizard, KEY.Key_Space)
    assert wizard.next.text() == "&Add 2 figures"
    press(wizard, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(figures(started)) == 2, timeout=20_000)
    assert figures(started) == ["12 2025-04-03", "9 2025-08-07"]
    assert started.desk is not None
    banner = started.desk.notices.banner
    qtbot.waitUntil(lambda: banner.words == "Added 2 figures and 1 source.", timeout=5_000)
    undo = next(button for button in banner.findChildren(QPushButton) if button.text() == "Undo")
    QTest.keyClick(undo, KEY.Key_Space)
    assert figures(started) == []
    qtbot.waitUntil(lambda: started.window.findChild(ImportWizard) is None)
    drop(started, path)
    wizard = wizard_at(qtbot, started, ROWS)
    assert wizard.rows.model.count == 3
    wizard.reject()


def test_a_workbook_with_a_cover_and_a_preamble_is_read_from_its_row_of_titles(
    qtbot: QtBot, started: Application, tmp_path: Path
) -> None:
    path = tmp_path / "weeks.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Cover").write(0, 0, "Weekly numbers")
        sheet = book.add_worksheet("Data")
        sheet.write(0, 0, "People by week")
        sheet.write_row(2, 0, ["Week ending", "People arrived", "Returned to France"])
        for week in range(4):
            day = date(2025, 3, 2) + timedelta(days=7 * week)
            sheet.write_row(3 + week, 0, [day.strftime("%d/%m/%Y"), 1000 + week, week])
        book.add_worksheet("Old").hide()
    drop(started, path)
    wizard = wizard_at(qtbot, started, SHEET)
    assert wizard.sheet.sheets.currentItem().text() == "Data (7 rows)"
    press(wizard, KEY.Key_Return)
    wizard_at(qtbot, started, COLUMNS)
    assert wizard.columns.titles.currentText().startswith("Row 3: Week ending")
    press(wizard, KEY.Key_Return, CONTROL)
    wizard_at(qtbot, started, ROWS)
    assert wizard.rows.model.count == 8
    press(wizard, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(figures(started)) == 8, timeout=20_000)
    assert "1000 2025-02-24/2025-03-02" in figures(started)


def test_rows_pasted_on_the_figures_table_are_shown_before_any_is_added(
    qtbot: QtBot, started: Application
) -> None:
    assert started.desk is not None
    started.desk.go_to_page("figures")
    page = part(started, FiguresPage, "figuresPage")
    QApplication.clipboard().setText(PASTED)
    QTest.keyClick(page.table, KEY.Key_V, CONTROL)
    wizard = wizard_at(qtbot, started, COLUMNS)
    press(wizard, KEY.Key_Return, CONTROL)
    wizard_at(qtbot, started, ROWS)
    assert figures(started) == []
    press(wizard, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: figures(started) == ["94 2025-11-08", "95 2025-11-09"], timeout=20_000)


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, started: Application) -> None:
    QApplication.clipboard().setText(PASTED)
    started.window.commands["paste_rows"].trigger()
    wizard = wizard_at(qtbot, started, COLUMNS)
    press(wizard, KEY.Key_Return, CONTROL)
    wizard_at(qtbot, started, ROWS)
    press(wizard, KEY.Key_Escape)
    qtbot.waitUntil(lambda: started.window.findChild(ImportWizard) is None)
    assert figures(started) == []
    assert workspace_of(started).undo_label is None


def test_an_own_export_comes_back_after_a_look(qtbot: QtBot, started: Application, tmp_path: Path) -> None:
    workspace = workspace_of(started)
    QApplication.clipboard().setText(PASTED)
    started.window.commands["paste_rows"].trigger()
    wizard = wizard_at(qtbot, started, COLUMNS)
    press(wizard, KEY.Key_Return, CONTROL)
    wizard_at(qtbot, started, ROWS)
    press(wizard, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(figures(started)) == 2, timeout=20_000)
    out = tmp_path / "ledger.zip"
    exporting.export(workspace, out, Wish(Format.PACKAGE))
    before = figures(started)
    workspace.undo()
    assert figures(started) == []
    drop(started, out)
    qtbot.waitUntil(lambda: started.window.findChild(ReturnDialog) is not None, timeout=20_000)
    dialog = part(started, ReturnDialog, "returnDialog")
    assert "New: 3" in dialog.counts.text()
    assert figures(started) == []
    QTest.keyClick(dialog.records, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: figures(started) == before, timeout=20_000)
