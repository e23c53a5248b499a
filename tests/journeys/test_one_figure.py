"""One typed line: it reaches the file, the chart and the room, and one key takes it back everywhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET, Basis
from desktop_app.domain.sources import Reliability, Source, SourceKind
from desktop_app.services.workspace import Workspace
from tests.journeys.running import page_key, part, running, workspace_of

LINE = "94 returned since start, early nov 2025, anadolu"
CONTROL = Qt.KeyboardModifier.ControlModifier


def with_anadolu(path: Path) -> Path:
    source = Source(
        id="anadolu", publisher="Anadolu Ajansı", kind=SourceKind.WIRE_COPY, reliability=Reliability.B
    )
    with Workspace.create(path) as workspace, workspace.change("record source") as work:
        work.put(source)
    return path


def returned(workspace: Workspace) -> list[Figure]:
    return [figure for figure in workspace.every(Figure) if figure.measure == RET]


def headline(started: Application) -> str:
    return part(started, ComparisonPicture, "chartView").chart.headline


def presenter_headline() -> str:
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "presenterWindow" and window.isVisible():
            picture = window.findChild(QWidget, "presenterChart")
            assert isinstance(picture, ComparisonPicture)
            return picture.chart.headline
    raise AssertionError("nobody presents")


def press(started: Application, key: str) -> None:
    """A key of the window, as the keyboard gives it."""
    combination = QKeySequence(key)[0]
    target = started.window.focusWidget() or started.window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def type_line(started: Application) -> None:
    press(started, "Ctrl+N")
    line = part(started, QLineEdit, "quickLine")
    assert line.hasFocus()
    QTest.keyClicks(line, LINE)
    QTest.keyClick(line, Qt.Key.Key_Return, CONTROL)


def test_the_founding_line(qtbot: QtBot, tmp_path: Path) -> None:
    file = with_anadolu(tmp_path / "ledger.evenhand")
    with running(qtbot, tmp_path, file) as started:
        workspace = workspace_of(started)
        press(started, page_key(started, "charts"))
        empty = headline(started)
        press(started, "F5")
        assert presenter_headline() == empty
        started.window.activateWindow()
        type_line(started)
        added = returned(workspace)
        assert len(added) == 1
        assert str(added[0].amount) == "94"
        assert str(added[0].period) == "[2025-11-01..2025-11-10]"
        assert added[0].period_words == "early nov 2025"
        assert added[0].basis is Basis.CUMULATIVE
        assert str(added[0].counted_since) == "2025-08-06"
        assert [citation.source for citation in added[0].citations] == ["anadolu"]
        assert "94" in presenter_headline()
        press(started, page_key(started, "charts"))
        assert "94" in headline(started)
        press(started, "Ctrl+Z")
        assert returned(workspace) == []
        assert headline(started) == presenter_headline() == empty
        press(started, "Ctrl+Shift+Z")
        assert len(returned(workspace)) == 1
        press(started, "Ctrl+W")
    with running(qtbot, tmp_path, file) as started:
        workspace = workspace_of(started)
        assert len(returned(workspace)) == 1
        press(started, "Ctrl+Z")
        assert returned(workspace) == []


def test_another_process_reaches_the_room(qtbot: QtBot, tmp_path: Path) -> None:
    file = with_anadolu(tmp_path / "ledger.evenhand")
    with running(qtbot, tmp_path, file) as started:
        press(started, "F5")
        with Workspace.open(file) as colleague, colleague.change("record figure") as work:
            work.put(added_by_a_colleague())
        qtbot.waitUntil(lambda: "42" in presenter_headline(), timeout=3000)


def added_by_a_colleague() -> Figure:
    from desktop_app.domain.amounts import Amount
    from desktop_app.domain.dates import PartialDate

    return Figure(
        measure=RET,
        amount=Amount.exactly(42),
        basis=Basis.CUMULATIVE,
        period=PartialDate.parse("2025-10-19"),
        published=PartialDate.parse("2025-10-19"),
    )
