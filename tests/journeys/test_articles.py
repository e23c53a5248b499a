"""From an article or a saved page to figures in the ledger, through the real window and the real file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from desktop_app.ui.articles.dialog import ArticleDialog
from tests.domain.articles.texts import FERRIES
from tests.journeys.running import drop, part, running, workspace_of
from tests.services.govuk.pages import WEEK, html

NINTH = ("Monday 9 November 2025", "30", "1", "0", "")


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    path = tmp_path / "new.evenhand"
    Workspace.create(path).close()
    with running(qtbot, tmp_path, path) as application:
        yield application


def test_an_article_is_pasted_reviewed_and_kept_by_keys_alone(qtbot: QtBot, started: Application) -> None:
    started.window.commands["paste_article"].trigger()
    dialog = part(started, ArticleDialog, "articleDialog")
    QApplication.clipboard().setText(FERRIES)
    assert dialog.focusWidget() is dialog.text
    QTest.keyClick(dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(dialog.review.rows) > 10)
    found = len(dialog.review.chosen)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace_of(started).count(Figure) == found
    workspace_of(started).undo()
    assert workspace_of(started).count(Figure) == 0


def test_a_dropped_text_is_opened_for_review_and_nothing_is_kept(
    qtbot: QtBot, started: Application, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(FERRIES, encoding="utf-8")
    drop(started, path)
    qtbot.waitUntil(lambda: started.window.findChild(ArticleDialog) is not None, timeout=20_000)
    dialog = part(started, ArticleDialog, "articleDialog")
    assert dialog.title.text() == "Harbour exchange under the lens"
    dialog.reject()
    assert workspace_of(started).count(Figure) == 0


def test_a_dropped_page_is_imported_and_what_was_left_out_is_said(
    qtbot: QtBot, started: Application, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(html((NINTH, *WEEK)), encoding="utf-8")
    drop(started, path)
    assert started.desk is not None
    bar = started.desk.notices
    qtbot.waitUntil(lambda: workspace_of(started).count(Figure) == 20, timeout=20_000)
    qtbot.waitUntil(lambda: "was left out" in bar.banner.words, timeout=5_000)
    assert "7 days added" in bar.banner.words


def test_a_page_without_such_a_table_is_refused_in_words(
    qtbot: QtBot, started: Application, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><h1>Nothing</h1></body></html>", encoding="utf-8")
    drop(started, path)
    assert started.desk is not None
    bar = started.desk.notices
    qtbot.waitUntil(lambda: "no table of small boat arrivals" in bar.banner.words, timeout=20_000)
    assert workspace_of(started).count(Figure) == 0
