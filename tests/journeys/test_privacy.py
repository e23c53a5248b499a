"""Private cases through the real window: a passphrase when one is needed, asked for again, and forgetting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.cases import Case
from desktop_app.domain.sharing import Sharing
from desktop_app.services import backups, sample
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from desktop_app.ui.privacy.backups_dialog import BackupsDialog
from desktop_app.ui.privacy.forget_dialog import ForgetDialog
from desktop_app.ui.privacy.forgotten_dialog import ForgottenDialog
from desktop_app.ui.privacy.passphrase_dialog import PassphraseDialog
from desktop_app.ui.privacy.unlock_dialog import UnlockDialog
from desktop_app.ui.widgets.buttons import Button
from tests.journeys.running import part, running, workspace_of

Key = Qt.Key
PASSPHRASE = "three herons, one pier"
CANARY = "canary-of-a-private-case"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "example.evenhand"
    path.parent.mkdir()
    sample.create(path)
    return path


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path, file: Path) -> Iterator[Application]:
    with running(qtbot, tmp_path, file) as application:
        yield application


def in_clear(folder: Path) -> list[str]:
    return [
        path.name for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


def answer(kind: type[QDialog], act: Callable[[Any], None]) -> list[QDialog]:
    """Has a dialog that is about to keep the caller waiting answered; says which one it was."""
    met: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, look)
            return
        met.append(dialog)
        act(dialog)

    QTimer.singleShot(0, look)
    return met


def set_it(dialog: PassphraseDialog) -> None:
    for field in (dialog.first, dialog.again):
        QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(dialog.again, Key.Key_Return)


def new_case(started: Application) -> CasesPage:
    started.window.commands["add_case"].trigger()
    page = cast(CasesPage, part(started, CasesPage, "casesPage"))
    QTest.keyClicks(page.form.description, CANARY)
    assert "passphrase" in page.form.echoes["sharing"].echo
    QTest.keyClick(page.form.description, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return page


def banner(started: Application) -> str:
    assert started.desk is not None
    return started.desk.notices.banner.words


def test_the_first_private_case_asks_for_a_passphrase_and_is_kept(
    qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    with running(qtbot, tmp_path, file) as started:
        assert started.desk is not None
        backups.make(workspace_of(started))
        met = answer(PassphraseDialog, set_it)
        page = new_case(started)
        assert met
        assert not page.form.isVisible()
        kept = page.list.current_record()
        assert (kept.code, kept.sharing) == ("C-003", Sharing.AMBER)
        assert workspace_of(started).is_protected
        assert "encrypted now" in banner(started)
        assert "1 backup made before is not encrypted" in banner(started)
        way = next(
            button for button in started.desk.notices.banner.findChildren(Button) if "Delete" in button.text()
        )
        way.click()
        assert backups.of(file) == []
        # The next one asks for nothing.
        started.window.commands["add_case"].trigger()
        assert "passphrase" not in page.form.echoes["sharing"].echo
        QTest.keyClick(page.form.description, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert workspace_of(started).count(Case) == 4
    assert in_clear(tmp_path) == []
    assert [one.is_protected for one in backups.of(file)] == [True]
    with Workspace.open(file, passphrase=PASSPHRASE) as workspace:
        assert workspace.count(Case) == 4


def test_without_a_passphrase_nothing_is_kept_and_what_was_typed_stays(started: Application) -> None:
    met = answer(PassphraseDialog, lambda dialog: QTest.keyClick(dialog, Key.Key_Escape))
    page = new_case(started)
    assert met
    assert page.form.isVisible()
    assert page.form.description.text() == CANARY
    assert "passphrase" in banner(started)
    assert workspace_of(started).count(Case) == 2


def test_a_passphrase_must_be_typed_twice_alike_and_is_not_too_short(started: Application) -> None:
    def look(dialog: PassphraseDialog) -> None:
        QTest.keyClicks(dialog.first, "short")
        QTest.keyClicks(dialog.again, "short")
        assert not dialog.keep.isEnabled()
        assert "8 letters" in dialog.echoes["first"].echo
        QTest.keyClicks(dialog.first, " no more")
        assert not dialog.keep.isEnabled()
        QTest.keyClicks(dialog.again, " no mire")
        assert "not the same" in dialog.echoes["again"].echo
        dialog.again.setText("short no more")
        assert dialog.keep.isEnabled()
        dialog.reject()

    met = answer(PassphraseDialog, look)
    started.window.commands["set_passphrase"].trigger()
    assert met
    assert not workspace_of(started).is_protected


def test_a_file_that_is_open_elsewhere_too_is_told_in_the_dialog(started: Application, file: Path) -> None:
    def look(dialog: PassphraseDialog) -> None:
        set_it(dialog)
        assert dialog.isVisible()
        assert "open in another window" in dialog.refusal.text()
        assert dialog.first.text() == PASSPHRASE
        dialog.reject()

    with workspace_of(started).change("record case") as work:
        work.put(Case(code="C-9", sharing=Sharing.CLEAR))
    with Workspace.open(file):
        met = answer(PassphraseDialog, look)
        started.window.commands["set_passphrase"].trigger()
    assert met


def test_it_is_asked_for_when_the_file_is_opened(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    with Workspace.open(file) as workspace:
        workspace.protect(PASSPHRASE)
    with running(qtbot, tmp_path, file) as started:
        assert started.desk is not None
        assert started.desk.workspace is None
        dialog = part(started, UnlockDialog, "unlockDialog")
        QTest.keyClicks(dialog.field, "three herons")
        QTest.keyClick(dialog.field, Key.Key_Return)
        assert "not its passphrase" in dialog.echo.echo
        assert dialog.field.selectedText() == dialog.field.text()
        QTest.keyClicks(dialog.field, PASSPHRASE)
        assert dialog.echo.echo == ""
        QTest.keyClick(dialog.field, Key.Key_Return)
        assert workspace_of(started).path == file

        def change(asked: PassphraseDialog) -> None:
            QTest.keyClicks(asked.present, "wrong")
            set_it(asked)
            assert asked.isVisible()
            assert "present passphrase" in asked.echoes["present"].echo
            asked.present.setText(PASSPHRASE)
            for field in (asked.first, asked.again):
                field.setText("seven gulls, one mast")
            asked.keep.click()

        met = answer(PassphraseDialog, change)
        started.window.commands["set_passphrase"].trigger()
        assert met
    Workspace.open(file, passphrase="seven gulls, one mast").close()


def test_a_forgotten_case_is_in_no_byte_of_file_or_backups(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    with running(qtbot, tmp_path, file) as started:
        workspace = workspace_of(started)
        with workspace.change("record case") as work:
            work.put(Case(id="c", code="A-1", note=CANARY, sharing=Sharing.CLEAR))
        backups.make(workspace)
        started.window.commands["page_figures"].trigger()
        started.window.commands["page_cases"].trigger()
        assert started.desk is not None
        page = cast(CasesPage, part(started, CasesPage, "casesPage"))
        page.list.select("c")
        started.window.commands["forget_case"].trigger()
        asked = part(started, ForgetDialog, "forgetDialog")
        assert asked.focusWidget() is asked.cancel
        QTest.keyClick(asked, Key.Key_Escape)
        assert workspace.get(Case, "c") is not None
        page.forget_case()
        asked = started.window.findChildren(ForgetDialog)[-1]
        asked.forget.click()
        assert workspace.get(Case, "c") is None
        assert list(started.desk.pages) == ["cases"]
        report = part(started, ForgottenDialog, "forgottenDialog")
        assert "A-1 is forgotten" in report.said.text()
        assert report.list.count() == 1
        assert not workspace.undo_label
        report.delete.click()
        assert backups.of(file) == []
        report.accept()
    assert in_clear(tmp_path) == []
    assert in_clear(backups.everywhere()) == []
    assert len(backups.of(file)) == 1


def test_a_backup_is_opened_to_be_read(started: Application, file: Path) -> None:
    assert started.desk is not None
    backups.make(workspace_of(started))
    started.window.commands["backups"].trigger()
    dialog = part(started, BackupsDialog, "backupsDialog")
    dialog.open_button.click()
    assert workspace_of(started).path == backups.of(file)[0].path
    assert workspace_of(started).read_only
    assert "This is a backup" in banner(started)
    assert started.desk.settings.recent() == [file]


def test_closing_leaves_a_backup_of_what_was_kept_last(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    with running(qtbot, tmp_path, file) as started, workspace_of(started).change("record case") as work:
        work.put(Case(id="c", code="A-1", note=CANARY, sharing=Sharing.CLEAR))
    with Workspace.open(backups.of(file)[0].path, read_only=True) as copy:
        assert copy.get(Case, "c") is not None
    with running(qtbot, tmp_path, file):
        pass
    assert len(backups.of(file)) == 1


def test_a_backup_that_fails_is_told_and_closes_all_the_same(started: Application, file: Path) -> None:
    assert started.desk is not None
    backups.everywhere().parent.mkdir(parents=True, exist_ok=True)
    backups.everywhere().write_text("in the way", encoding="utf-8")
    started.window.commands["close_workspace"].trigger()
    assert started.desk.workspace is None
    assert banner(started).startswith("No backup could be made.")
