"""A protected workspace is locked by key and by itself: nothing of it is left to see, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.cases import Case
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import Seen, Sight
from desktop_app.services import passphrases, sample
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from desktop_app.ui.places import Place
from desktop_app.ui.window.help_window import HelpWindow
from desktop_app.ui.window.idleness import LOOKS_EVERY_S, SLEPT_S
from desktop_app.ui.window.lock_page import LockPage
from tests.journeys.running import part, running, workspace_of

PASSPHRASE = "three herons, one pier"
CANARY = "canary-of-a-private-case"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "work" / "example.evenhand"
    path.parent.mkdir()
    sample.create(path)
    with Workspace.open(path) as workspace:
        workspace.protect(PASSPHRASE)
        with workspace.change("record case") as work:
            work.put(Case(code=CANARY, sharing=Sharing.AMBER))
    return path


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path, file: Path) -> Iterator[Application]:
    with running(qtbot, tmp_path, passphrases.unlocked_file(file, PASSPHRASE)) as application:
        yield application


def locked(started: Application) -> LockPage | None:
    front = started.window.stack.currentWidget()
    return front if isinstance(front, LockPage) else None


def unlock(started: Application) -> None:
    page = locked(started)
    assert page is not None
    assert page.form.field.hasFocus()
    QTest.keyClicks(page.form.field, PASSPHRASE)
    QTest.keyClick(page.form.field, Qt.Key.Key_Return)


def wait_until_deleted() -> None:
    """Until what is to be deleted later is deleted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said(widget: QWidget) -> str:
    """Every word that a widget and its children show or tell."""
    parts = [widget, *widget.findChildren(QWidget)]
    texts = [each.windowTitle() + each.accessibleName() + each.toolTip() for each in parts]
    actions = [action.text() + action.toolTip() for action in widget.findChildren(QAction)]
    return " ".join([*texts, *actions, *(str(each.property("text") or "") for each in parts)])


def open_files() -> list[str]:
    folder = Path("/proc/self/fd")
    if not folder.exists():
        return []
    links = folder.iterdir()
    return [str(link.readlink()) for link in links if link.is_symlink()]


def test_what_was_open_is_gone_and_comes_back_with_the_passphrase(
    started: Application, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A screen that is not there cannot say whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    assert started.desk is not None
    assert started.desk.context is not None
    started.desk.navigator.go(Place("cases"))
    page = part(started, CasesPage, "casesPage")
    page.bar.line.setText(f"detained 9 nov 2025 {CANARY}")
    started.desk.context.lens.turn(Seen(Sight.KNOWN_ON, date(2025, 11, 6)))
    started.window.commands["keys"].trigger()
    QGuiApplication.clipboard().setText(CANARY)
    started.window.commands["lock"].trigger()
    assert locked(started) is not None
    assert started.desk.workspace is None
    assert str(file) not in open_files()
    assert CANARY not in QGuiApplication.clipboard().text()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert not any(isinstance(each, HelpWindow) for each in shown)
    wait_until_deleted()
    assert [each for each in shown if CANARY in said(each)] == []
    drafts = [each for each in file.parents[1].rglob("*") if each.is_file()]
    assert all(CANARY.encode() not in each.read_bytes() for each in drafts)
    unlock(started)
    assert locked(started) is None
    assert workspace_of(started).path == file
    again = part(started, CasesPage, "casesPage")
    assert started.window.stack.currentWidget() is again
    assert started.desk.context is not None
    assert started.desk.context.lens.day == date(2025, 11, 6)
    buttons = again.unfinished.banner.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Continue").click()
    assert CANARY in again.bar.line.text()


def test_a_wrong_passphrase_leaves_it_locked(started: Application) -> None:
    started.window.commands["lock"].trigger()
    page = locked(started)
    assert page is not None
    QTest.keyClicks(page.form.field, "three herons")
    page.form.keep.click()
    assert locked(started) is page
    assert "not its passphrase" in page.form.echo.echo
    page.leave.click()
    assert started.desk is not None
    assert started.window.stack.currentWidget() is started.desk.start_page


def test_without_a_passphrase_there_is_nothing_to_lock(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "open.evenhand"
    sample.create(path)
    with running(qtbot, tmp_path, path) as started:
        started.window.commands["lock"].trigger()
        assert started.desk is not None
        assert "Only a workspace with a passphrase" in started.desk.notices.banner.words
        assert workspace_of(started).path == path


class TestByItself:
    @pytest.fixture
    def clock(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        now = [1_000_000.0]
        monkeypatch.setattr("desktop_app.ui.window.idleness.time.time", lambda: now[0])
        return now

    def test_after_five_minutes_without_a_touch(self, started: Application, clock: list[float]) -> None:
        assert started.desk is not None
        idleness = started.desk.locking._idleness
        idleness.touch()
        for _look in range(round(290 / LOOKS_EVERY_S)):
            clock[0] += LOOKS_EVERY_S
            idleness.look()
        assert locked(started) is None
        QTest.mouseMove(started.window.windowHandle(), QPoint(300, 300))
        QTest.keyClick(started.window.windowHandle(), Qt.Key.Key_Shift)
        for _look in range(round(295 / LOOKS_EVERY_S)):
            clock[0] += LOOKS_EVERY_S
            idleness.look()
        assert locked(started) is None
        clock[0] += LOOKS_EVERY_S
        idleness.look()
        assert locked(started) is not None

    def test_when_the_computer_has_slept(self, started: Application, clock: list[float]) -> None:
        assert started.desk is not None
        idleness = started.desk.locking._idleness
        idleness.touch()
        clock[0] += LOOKS_EVERY_S + SLEPT_S + 1
        idleness.look()
        assert locked(started) is not None

    def test_not_while_a_room_is_watching(self, started: Application, clock: list[float]) -> None:
        assert started.desk is not None
        started.window.commands["present"].trigger()
        idleness = started.desk.locking._idleness
        clock[0] += 3600
        idleness.look()
        assert locked(started) is None
        started.window.commands["lock"].trigger()
        assert locked(started) is not None
        assert not any(
            each.objectName() == "presenterWindow" and each.isVisible()
            for each in QApplication.topLevelWidgets()
        )

    def test_never_where_that_is_chosen_and_it_is_remembered(
        self, started: Application, clock: list[float]
    ) -> None:
        assert started.desk is not None
        locking = started.desk.locking
        assert locking.after == 5
        started.window.menus.lockAfterChosen.emit(0)
        assert locking.after == 0
        assert not locking._idleness._looks.isActive()
        assert started.settings.text("window/lock_after") == "0"
