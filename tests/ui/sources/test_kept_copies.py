"""Kept copies on the page of sources: kept by a drop, listed, handed out read-only, taken out."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.sources import Source
from desktop_app.services.workspace import Workspace
from desktop_app.ui.attachments.handing_out import HandedOut
from desktop_app.ui.places import Place
from desktop_app.ui.sources.page import SourcesPage
from desktop_app.ui.widgets.buttons import Button, IconButton
from tests.ui.pages import HeardNotices, context_for


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[SourcesPage]:
    with Workspace.in_memory() as workspace:
        with workspace.change("record source") as work:
            work.put(Source(id="itv", publisher="ITV"))
        context = context_for(workspace, tmp_path)
        made = SourcesPage(context)
        qtbot.addWidget(made)
        made.resize(1180, 660)
        with qtbot.waitExposed(made):
            made.show()
        made.go(Place("sources", record="itv"))
        yield made
        made.side.copies.handed_out.clear()
        made.hide()
        context.bridge.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def drop(page: SourcesPage, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.side.dropEvent(event)


def kept(page: SourcesPage) -> list[Attachment]:
    return list(page.context.workspace.every(Attachment))


def told(page: SourcesPage) -> list[str]:
    notices = page.context.notices
    assert isinstance(notices, HeardNotices)
    return notices.told


def choose(page: SourcesPage, words: str) -> None:
    """Take an entry from the menu of the first copy."""
    menu = page.side.copies.findChildren(IconButton)[-1].menu()
    next(action for action in menu.actions() if words in action.text().replace("&", "")).trigger()


def test_a_dropped_file_is_kept_and_listed_and_undo_takes_it_back(page: SourcesPage, file: Path) -> None:
    drop(page, file)
    assert [one.name for one in kept(page)] == ["page.pdf"]
    assert told(page)[-1] == "Kept a copy of 1 file"
    assert "page.pdf" in [button.text() for button in page.side.copies.findChildren(Button)]
    page.context.workspace.undo()
    assert kept(page) == []


def test_opening_asks_first_and_hands_out_a_read_only_copy(page: SourcesPage, file: Path) -> None:
    handed: list[Path] = []
    page.side.copies.handed_out = HandedOut(lambda path: handed.append(path) is None)
    drop(page, file)
    choose(page, "Open")
    box = page.window().findChild(QMessageBox, "openOutside")
    assert box is not None
    assert not handed
    answers = {button.text().replace("&", ""): button for button in box.buttons()}
    button: QAbstractButton = answers["Open"]
    button.click()
    (copy,) = handed
    assert copy.read_bytes() == file.read_bytes()
    assert copy.name == "page.pdf"
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parents[1].stat().st_mode) == 0o700
    page.side.copies.handed_out.clear()
    assert not copy.exists()


def test_what_a_desktop_might_run_is_not_opened(page: SourcesPage, file: Path) -> None:
    script = file.with_name("page.desktop")
    script.write_text("[Desktop Entry]")
    drop(page, script)
    choose(page, "Open")
    assert page.window().findChild(QMessageBox, "openOutside") is None
    assert "Save a copy" in told(page)[-1]


def test_the_hash_is_checked_copied_and_the_copy_removed(page: SourcesPage, file: Path) -> None:
    drop(page, file)
    choose(page, "Check")
    assert "the same" in told(page)[-1]
    choose(page, "Copy the SHA-256")
    assert QGuiApplication.clipboard().text() == kept(page)[0].sha256
    choose(page, "Remove")
    assert kept(page) == []
