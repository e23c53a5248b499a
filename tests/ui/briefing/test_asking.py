"""The dialog of a briefing leads to a file, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts import registry
from desktop_app.services.workspace import Workspace
from desktop_app.ui.briefing.asking import BriefingExport
from desktop_app.ui.briefing.writing import Form
from tests.ui.charts.opening import Opened, first


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    opened = Opened(Workspace.in_memory(first=first()), tmp_path / "settings.ini")
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def answering(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda self: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda self: [str(path)])


def test_what_is_ticked_is_written_and_the_form_is_remembered(
    opened: Opened, window: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "briefing.odt"
    answering(monkeypatch, path)
    asking = BriefingExport(window, opened.context)
    asking.ask()
    assert asking.dialog.charts[0] == registry.FIRST
    assert "journeys" not in asking.dialog.charts
    asking.dialog.forms.choose(Form.ODT)
    qtbot.mouseClick(asking.dialog.save, Qt.MouseButton.LeftButton)
    assert path.read_bytes().startswith(b"PK")
    assert opened.told.texts == ["Wrote the briefing: briefing.odt"]
    assert BriefingExport(window, opened.context).dialog.form is Form.ODT


def test_charts_without_anything_to_draw_cannot_be_ticked_and_the_others_by_the_space_bar(
    opened: Opened, window: QWidget, qtbot: QtBot
) -> None:
    dialog = BriefingExport(window, opened.context).dialog
    dialog.open()
    row = registry.names().index("journeys")
    assert not dialog.list.item(row).flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.list.item(row).text() == "Journeys: nothing to draw"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert registry.FIRST not in dialog.charts
    dialog.reject()


def test_a_place_that_cannot_be_written_to_is_refused(
    opened: Opened, window: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, tmp_path / "nowhere" / "briefing.html")
    asking = BriefingExport(window, opened.context)
    asking.ask()
    qtbot.mouseClick(asking.dialog.save, Qt.MouseButton.LeftButton)
    assert len(opened.told.refusals) == 1
    assert opened.told.texts == []
