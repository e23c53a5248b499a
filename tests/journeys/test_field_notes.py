"""A note on a beach: by keys alone, few of them, and what was typed survives the death of the process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Source, SourceKind
from desktop_app.services import sample, sources
from desktop_app.services.workspace import Workspace
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.table import RecordTableView
from tests.journeys.running import part, running, workspace_of


class Keyboard:
    """Presses keys of the window and counts those that are no letters of a text."""

    def __init__(self, started: Application) -> None:
        self._window = started.window
        self.pressed = 0

    def press(self, keys: str) -> None:
        for key in keys.split():
            combination = QKeySequence(key)[0]
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            self.pressed += 1

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def focus(self) -> QWidget:
        return self._window.focusWidget() or self._window


def notes(started: Application) -> list[FieldNote]:
    return list(workspace_of(started).every(FieldNote))


def test_a_note_takes_few_keys_besides_its_text(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ledger.evenhand"
    Workspace.create(file).close()
    with running(qtbot, tmp_path, file) as started:
        keyboard = Keyboard(started)
        keyboard.press("Ctrl+2")
        # The first note of a watch also says where, and how far it may travel.
        keyboard.press("Ctrl+Shift+O")
        keyboard.type("Two boats left, officers watched from the dune.")
        keyboard.press("Tab")
        keyboard.type("about 70")
        keyboard.press("Tab Tab Tab Tab")
        keyboard.type("Gravelines")
        keyboard.press("Tab")
        QTest.keyClick(keyboard.focus, Qt.Key.Key_C)
        keyboard.press("Ctrl+Return")
        assert [(note.place, note.people_words) for note in notes(started)] == [("Gravelines", "about 70")]
        # Every further one from there: begin, what was seen, how many, keep.
        keyboard.press("Ctrl+1")
        keyboard.pressed = 0
        keyboard.press("Ctrl+Shift+O")
        keyboard.type("One boat came back.")
        keyboard.press("Tab")
        keyboard.type("30")
        keyboard.press("Ctrl+Return")
        assert keyboard.pressed <= 4
        second = notes(started)[-1]
        assert (second.seen, second.place, str(second.people)) == ("One boat came back.", "Gravelines", "30")
        assert second.date.is_dated
        assert second.time
        keyboard.press("Ctrl+Z")
        assert len(notes(started)) == 1


def test_a_note_becomes_a_figure_and_an_event_that_cite_it(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "example.evenhand"
    sample.create(file)
    with running(qtbot, tmp_path, file) as started:
        keyboard, workspace = Keyboard(started), workspace_of(started)
        keyboard.press("Ctrl+Shift+O")
        keyboard.type("One boat came ashore.")
        keyboard.press("Tab")
        keyboard.type("41")
        keyboard.press("Tab Tab Tab")
        keyboard.type("9 nov 2025 05:40")
        keyboard.press("Tab Tab")
        QTest.keyClick(keyboard.focus, Qt.Key.Key_C)
        keyboard.press("Ctrl+Return")
        (note,) = notes(started)
        # As a figure: what is counted is still to be said.
        part(started, QPushButton, "noteToFigure").click()
        line = part(started, QLineEdit, "quickLine")
        assert line.text() == "41, 2025-11-09"
        assert part(started, QLineEdit, "sourceCombo").text() == "Field note, 9 Nov 2025"
        before = workspace.count(Figure)
        measure = part(started, QLineEdit, "measureCombo")
        assert measure.hasFocus()
        line.setFocus()
        line.setCursorPosition(2)
        keyboard.type(" arrived")
        assert measure.text() == "Arrived by small boat"
        assert part(started, QLineEdit, "sourceCombo").text() == "Field note, 9 Nov 2025"
        keyboard.press("Ctrl+Return")
        assert workspace.count(Figure) == before + 1
        # As an event of the chosen case.
        keyboard.press("Ctrl+4")
        part(started, RecordTableView, "notesTable").select(note.id)
        part(started, QPushButton, "noteToEvent").click()
        keyboard.press("Ctrl+Return")
        source = workspace.get(Source, f"note-{note.id}")
        assert source is not None
        assert source.kind is SourceKind.OWN_OBSERVATION
        made = sources.used_by(workspace, source.id)
        assert [type(each) for each in made] == [Figure, Event]
        figure, event = made
        assert isinstance(figure, Figure)
        assert isinstance(event, Event)
        assert (str(figure.amount), str(figure.period), figure.measure) == ("41", "2025-11-09", "ARR")
        assert (event.kind, str(event.date), event.summary) == (
            EventKind.OBSERVATION,
            "2025-11-09",
            "One boat came ashore.",
        )


_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from desktop_app.app import Application, Opening, make_application
from desktop_app.ui.places import Place
from desktop_app.ui.settings import Settings

folder = Path(sys.argv[1])
application = make_application(["evenhand"])
running = Application(application, Settings(folder / "settings.ini"), Opening(folder / "a.evenhand"))

def type_it():
    running.window.activateWindow()
    running.desk.navigator.go(Place("notes", wish="add"))
    QTest.keyClicks(running.desk.page.form.fields.seen, "Two boats left the beach")
    running.desk.page.form.fields.place.setText("Gravelines")
    look()

def look():
    # Two seconds at most, by the promise: not told to keep, only waited for.
    if any((Path.home() / ".local/share/evenhand/drafts").glob("*.json")):
        print("kept", flush=True)
    else:
        QTimer.singleShot(50, look)

running.ready = type_it
running.show()
application.exec()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_an_unfinished_note_survives_the_death_of_the_window(
    qtbot: QtBot, tmp_path: Path, home: Path
) -> None:
    Workspace.create(tmp_path / "a.evenhand").close()
    command = [sys.executable, "-c", _TYPIST, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ}) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "kept\n"
        os.kill(typist.pid, signal.SIGKILL)
        typist.wait()
    with running(qtbot, tmp_path, tmp_path / "a.evenhand") as started:
        keyboard = Keyboard(started)
        keyboard.press("Ctrl+4")
        banner = part(started, Banner, "unfinishedBanner")
        assert banner.words == "An unfinished field note was kept."
        go_on = next(each for each in banner.findChildren(QPushButton) if each.text() == "Continue")
        go_on.setFocus()
        keyboard.press("Return")
        assert part(started, QPlainTextEdit, "note_seen").toPlainText() == "Two boats left the beach"
        assert part(started, QLineEdit, "note_place").text() == "Gravelines"
        sharing = part(started, QComboBox, "note_sharing")
        sharing.setCurrentIndex(0)
        sharing.setFocus()
        keyboard.press("Ctrl+Return")
        assert [note.seen for note in notes(started)] == ["Two boats left the beach"]
    assert not list((home / ".local/share/evenhand/drafts").iterdir())
