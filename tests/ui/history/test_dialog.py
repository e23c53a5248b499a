"""The history of a record: read field by field, followed while open, and gone back to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET
from desktop_app.domain.sources import Citation, Reliability, Source
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.history.dialog import HistoryDialog, show_history
from tests.domain.ledgers import BLOG, PAPER, figure
from tests.ui.pages import HeardNotices, context_for

ITV = Source(id="itv", publisher="ITV")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    with Workspace.in_memory(who="mk") as workspace:
        keep(workspace, ITV)
        keep(workspace, replace(ITV, title="A title"))
        made = context_for(workspace, tmp_path)
        yield made
        made.bridge.close()


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> Iterator[HistoryDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = show_history(context, Source, "itv", "ITV", window)
    yield made
    made.close()
    window.hide()


def keep(workspace: Workspace, source: Source) -> None:
    with workspace.change("edit source") as work:
        work.put(source)


def lines(dialog: HistoryDialog) -> list[tuple[str, str, str]]:
    model = dialog.table.records
    rows = [model.record_at(row) for row in range(model.rowCount())]
    return [(row.words, row.before, row.after) for row in rows]


def now(context: Context) -> Source | None:
    return context.workspace.get(Source, "itv")


def test_the_newest_is_first_and_a_record_begins_with_one_line(dialog: HistoryDialog) -> None:
    assert lines(dialog) == [("title", "", "A title"), ("the whole record", "", "entered")]


def test_one_field_has_its_first_value_too(dialog: HistoryDialog) -> None:
    dialog.field.setCurrentIndex(dialog.field.findData("publisher"))
    assert lines(dialog) == [("publisher", "", "ITV")]


def test_a_version_comes_back_by_keys_and_is_followed(
    qtbot: QtBot, dialog: HistoryDialog, context: Context
) -> None:
    assert not dialog.restore.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.restore.isEnabled()
    dialog.restore.setFocus()
    qtbot.keyClick(dialog.restore, Qt.Key.Key_Space)
    assert now(context) == ITV
    assert lines(dialog)[0] == ("title", "A title", "")
    notices = context.notices
    assert isinstance(notices, HeardNotices)
    assert notices.told[-1].startswith("Restored")
    context.workspace.undo()
    assert now(context) == replace(ITV, title="A title")


def test_what_others_change_shows_at_once(dialog: HistoryDialog, context: Context) -> None:
    keep(context.workspace, replace(ITV, reliability=Reliability.B))
    assert lines(dialog)[:2] == [
        ("title", "A title", ""),
        ("reliability", "F: cannot be judged", "B: usually reliable"),
    ]


def test_a_change_not_yet_seen_is_told_with_both_values(
    qtbot: QtBot, dialog: HistoryDialog, context: Context
) -> None:
    context.bridge.blockSignals(True)
    keep(context.workspace, replace(ITV, title="Theirs"))
    context.bridge.blockSignals(False)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.restore.click()
    assert now(context) == replace(ITV, title="Theirs")
    assert "“Theirs” now" in dialog.news.text()
    dialog.restore.click()
    assert now(context) == ITV


def test_of_several_sources_only_what_changed_is_told_and_in_full(qtbot: QtBot, context: Context) -> None:
    paper, blog = Citation(source=PAPER.id), Citation(source=BLOG.id, excerpt="so far 94 people")
    cited = replace(
        figure(RET, "94", "2025-11-07", PAPER, id="ret"), citations=(paper, replace(blog, excerpt=""))
    )
    with context.workspace.change("record figure") as work:
        work.put_all([PAPER, BLOG, cited])
    with context.workspace.change("edit source of figure") as work:
        work.put(replace(cited, citations=(paper, blog)))
    window = QWidget()
    qtbot.addWidget(window)
    dialog = show_history(context, Figure, "ret", "94", window)
    field, before, after = lines(dialog)[0]
    assert (field, before.split(",")[0], after.split(",")[0]) == ("sources", "A blog", "A blog")
    assert "so far 94 people" in dialog.whole.toPlainText()
    assert "A paper" not in dialog.whole.toPlainText()
    dialog.close()


def test_a_whole_record_is_read_field_by_field(qtbot: QtBot, dialog: HistoryDialog) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert "publisher: ITV" in dialog.whole.toPlainText().splitlines()
