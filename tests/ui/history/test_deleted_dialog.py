"""Records that are there no more: listed with who removed them, and brought back from their history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.measures import RET
from desktop_app.domain.sources import Source
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.history.deleted_dialog import DeletedDialog
from desktop_app.ui.history.dialog import HistoryDialog
from tests.domain.ledgers import PAPER, figure
from tests.ui.pages import context_for

FIGURE = figure(RET, "94", "2025-11-05", PAPER, id="ret")
OTHER = Source(id="other", publisher="Another paper", title="A report")


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    with Workspace.in_memory(who="mk") as workspace:
        with workspace.change("record figure") as work:
            work.put_all([PAPER, FIGURE, OTHER])
        with workspace.change("delete figure") as work:
            work.remove(FIGURE)
        with workspace.change("delete source") as work:
            work.remove(OTHER)
        made = context_for(workspace, tmp_path)
        yield made
        made.bridge.close()


@pytest.fixture
def dialog(qtbot: QtBot, context: Context) -> Iterator[DeletedDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = DeletedDialog(context, window)
    made.open()
    yield made
    made.close()
    window.hide()


def ids(dialog: DeletedDialog) -> list[str]:
    model = dialog.table.records
    return [model.id_at(row) for row in range(model.rowCount())]


def test_lists_what_went_the_newest_first_in_words(dialog: DeletedDialog) -> None:
    assert ids(dialog) == ["other", "ret"]
    row = dialog.table.records.record_at(0)
    assert (row.words, row.step.who, row.step.label) == ("Another paper · A report", "mk", "delete source")
    assert dialog.table.records.record_at(1).words.startswith("94")


def test_what_comes_back_is_no_longer_listed(dialog: DeletedDialog, context: Context) -> None:
    context.workspace.undo()
    assert ids(dialog) == ["ret"]
    assert context.workspace.get(Source, "other") == OTHER


def test_an_undone_addition_is_listed_too(dialog: DeletedDialog, context: Context) -> None:
    with context.workspace.change("record source") as work:
        work.put(Source(id="slip", publisher="A slip"))
    assert "slip" not in ids(dialog)
    context.workspace.undo()
    assert ids(dialog)[0] == "slip"


def test_enter_opens_the_history_from_which_it_is_restored(
    qtbot: QtBot, dialog: DeletedDialog, context: Context
) -> None:
    dialog.table.select("ret")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    history = dialog.findChild(HistoryDialog)
    assert history is not None
    qtbot.keyClick(history.table, Qt.Key.Key_Down)
    history.restore.click()
    assert ids(dialog) == ["other"]
    history.close()


def test_finds_as_one_types(dialog: DeletedDialog) -> None:
    dialog.search.set_text("report")
    assert ids(dialog) == ["other"]
