"""The check by keys alone: a finding looked at, accepted, undone; a sentence answered; a colleague's cure."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.amounts import Amount
from desktop_app.domain.checks.findings import Code
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, ARR, Basis
from desktop_app.services.workspace import Workspace
from desktop_app.ui.checks.marked_text import MarkedText
from desktop_app.ui.checks.page import CheckPage
from desktop_app.ui.checks.reason_dialog import AcceptDialog
from tests.domain.ledgers import HOME_OFFICE, PAPER, daily, figure
from tests.journeys.running import part, running, workspace_of


def ledger(path: Path) -> Path:
    claim = figure(ARR, "50", "2025-01-06", id="claim", counted_since="2025-01-01", basis=Basis.CUMULATIVE)
    records = [
        HOME_OFFICE,
        PAPER,
        *daily("2025-01-01", [10] * 10),
        claim,
        figure(ADM, "65", "2025-01-07", id="more"),
        figure(ADM, "57", "2025-01-07", id="fewer"),
    ]
    with Workspace.create(path) as workspace, workspace.change("add sample") as work:
        work.put_all(records)
    return path


def press(started: Application, key: str) -> None:
    combination = QKeySequence(key)[0]
    target = started.window.focusWidget() or started.window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def codes(started: Application) -> list[Code]:
    records = part(started, CheckPage, "checkPage").table.records
    return [records.record_at(row).code for row in range(records.rowCount())]


def type_reason(words: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AcceptDialog)
    QTest.keyClicks(dialog.field, words)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)


def test_a_finding_is_accepted_and_asked_about_again_after_undo(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, ledger(tmp_path / "ledger.evenhand")) as started:
        press(started, "Ctrl+7")
        first = codes(started)[0]
        assert first is Code.FITS_OTHER_DAY
        QTimer.singleShot(0, partial(type_reason, "the paper went to print a day late"))
        press(started, "Ctrl+Return")
        assert first not in codes(started)
        assert workspace_of(started).count(Acceptance) == 1
        qtbot.waitUntil(lambda: started.window.findChild(AcceptDialog) is None)
        started.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is started.window)
        press(started, "Ctrl+Z")
        assert first in codes(started)


def test_enter_goes_to_the_figure(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, ledger(tmp_path / "ledger.evenhand")) as started:
        press(started, "Ctrl+7")
        press(started, "Return")
        assert started.window.stack.currentWidget() is part(started, QWidget, "figuresPage")


def test_a_sentence_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, ledger(tmp_path / "ledger.evenhand")) as started:
        press(started, "Ctrl+Alt+T")
        box = part(started, MarkedText, "statementText")
        assert box.hasFocus()
        QTest.keyClicks(box, "50 people had arrived by small boat by 6 January 2025.")
        page = part(started, CheckPage, "checkPage")
        answer = ["50 is the total to 5 January 2025; to 6 January 2025 it is 60, 10 more."]
        qtbot.waitUntil(lambda: page.statement.words == answer)


def test_a_colleagues_cure_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    file = ledger(tmp_path / "ledger.evenhand")
    with running(qtbot, tmp_path, file) as started:
        press(started, "Ctrl+7")
        assert Code.FITS_OTHER_DAY in codes(started)
        with Workspace.open(file) as colleague, colleague.change("edit figure") as work:
            claim = colleague.get(Figure, "claim")
            assert claim is not None
            work.put(replace(claim, amount=Amount.exactly(60)))
        qtbot.waitUntil(lambda: Code.FITS_OTHER_DAY not in codes(started), timeout=3000)
