"""What is typed in a form is kept while it is typed, and a refusal to keep it is said once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.drafts import FileDrafts, NoDrafts
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.drafts import EVERY_MS, DraftKeeper
from tests.ui.pages import HeardNotices, context_for


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with Workspace.in_memory() as workspace:
        made = replace(context_for(workspace, tmp_path), drafts=window(tmp_path))
        yield made
        made.drafts.close()
        made.bridge.close()


def window(folder: Path) -> FileDrafts:
    return FileDrafts(folder / "drafts", folder / "a.evenhand")


def kept(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in (folder / "drafts").glob("*.json"))


def form_of(qtbot: QtBot, context: Context) -> tuple[QLineEdit, DraftKeeper]:
    line = QLineEdit()
    qtbot.addWidget(line)
    keeper = DraftKeeper(line, context, "line", lambda: {"text": line.text()} if line.text() else {})
    line.textChanged.connect(keeper.note_change)
    qtbot.addWidget(keeper.banner)
    return line, keeper


def test_what_is_typed_without_a_pause_is_kept_within_two_seconds(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    line, _keeper = form_of(qtbot, context)

    def goes_on() -> bool:
        QTest.keyClicks(line, "x")
        return bool(kept(tmp_path))

    qtbot.waitUntil(goes_on, timeout=EVERY_MS + 1500)


def test_a_form_that_was_emptied_leaves_nothing(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    line, keeper = form_of(qtbot, context)
    line.setText("x")
    keeper.keep()
    assert "x" in kept(tmp_path)
    line.clear()
    keeper.keep()
    assert kept(tmp_path) == ""


class _Full(NoDrafts):
    def keep(self, name: str, texts: Mapping[str, str]) -> None:
        raise Refusal(RefusalCode.DISK_FULL)


def test_where_there_is_no_room_that_is_said_once_and_typing_goes_on(qtbot: QtBot, context: Context) -> None:
    line, keeper = form_of(qtbot, replace(context, drafts=_Full()))
    for text in ("one", "two"):
        line.setText(text)
        keeper.keep()
    notices = context.notices
    assert isinstance(notices, HeardNotices)
    assert [refusal.code for refusal in notices.refused] == [RefusalCode.DISK_FULL]
    assert line.text() == "two"


def test_going_on_moves_what_was_left_to_this_window(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    before = window(tmp_path)
    before.keep("line", {"text": "half"})
    before.close()
    line, keeper = form_of(qtbot, context)
    keeper.continued.connect(lambda texts: line.setText(texts["text"]))
    keeper.offer("Something was kept.")
    assert keeper.banner.words == "Something was kept."
    keeper.go_on()
    assert line.text() == "half"
    assert "half" in kept(tmp_path)
    assert context.drafts.left("line") is None
