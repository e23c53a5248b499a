"""The public case of the Iranian man, entered by keys alone from a new workspace: nine steps, two cycles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.charts.lanes.view import LanesView
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import labels
from tests.journeys.running import part, running, workspace_of

LINES = (
    "arrived 6 aug 2025, anadolu",
    "returned 19 sep 2025, guardian",
    "arrived again 18 oct 2025, anadolu",
    "detained 18 oct 2025",
    "identified by biometrics 18 oct 2025, reuters",
    "readmission requested 21 oct, guardian",
    "accepted 24 oct",
    "NRM decision 27 oct",
    "returned 5 nov 2025, bbc news",
)
STEPS = [
    (EventKind.ARRIVED_BOAT, "2025-08-06", "anadolu"),
    (EventKind.RETURNED, "2025-09-19", "guardian"),
    (EventKind.ARRIVED_BOAT, "2025-10-18", "anadolu"),
    (EventKind.BIOMETRICS, "2025-10-18", "reuters"),
    (EventKind.DETAINED, "2025-10-18", "anadolu"),
    (EventKind.REQUESTED, "2025-10-21", "guardian"),
    (EventKind.ACCEPTED, "2025-10-24", "guardian"),
    (EventKind.NRM_DECISION, "2025-10-27", "guardian"),
    (EventKind.RETURNED, "2025-11-05", "bbc news"),
]
BESIDE_TEXT = 40
"""Keys that may be pressed besides the letters themselves."""


class Hands:
    """A keyboard, and nothing else: every key goes to whatever has the focus, and is counted."""

    def __init__(self, started: Application) -> None:
        self._started = started
        self.letters = 0
        self.others = 0

    def press(self, key: str, times: int = 1) -> None:
        combination = QKeySequence(key)[0]
        for _time in range(times):
            QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())
            self.others += 1

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._target(), letter)
            self.letters += 1

    def choose(self, words: str) -> None:
        """Go down or up a list of choices that has the focus, until it says these words."""
        combo = self._target()
        assert isinstance(combo, QComboBox)
        way = "Down" if combo.findText(words) > combo.currentIndex() else "Up"
        while combo.currentText() != words:
            self.press(way)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._started.window


def new_case(started: Application, hands: Hands) -> None:
    hands.press("Ctrl+Shift+N")
    form = part(started, QWidget, "caseForm")
    while not (isinstance(QApplication.focusWidget(), QLineEdit) and form.isAncestorOf(focused())):
        hands.press("Tab")
    hands.type("Iranian man, first known re-entry")
    while not isinstance(QApplication.focusWidget(), QComboBox):
        hands.press("Tab")
    # A file without a passphrase keeps only what anybody may see.
    hands.choose(labels.sharing(Sharing.CLEAR))
    hands.press("Ctrl+Return")


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def line_of(started: Application) -> QLineEdit:
    return part(started, QLineEdit, "eventLine")


def recorded(workspace: Workspace) -> list[tuple[EventKind, str, str]]:
    (case,) = workspace.every(Case)
    found = []
    for event in cases.timelines(workspace)[case.id].events:
        (citation,) = event.citations
        source = workspace.get(Source, citation.source)
        assert source is not None
        found.append((event.kind, str(event.date), source.publisher))
    return found


def durations(started: Application) -> str:
    return part(started, TextLabel, "caseDurations").text()


def drawn_lengths(started: Application) -> list[str]:
    (track,) = part(started, LanesView, "caseTimeline").chart.tracks
    return [stay.words for stay in track.stays if stay.words]


def test_the_public_case_by_keys_alone(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ledger.evenhand"
    Workspace.create(file).close()
    with running(qtbot, tmp_path, file) as started:
        workspace, hands = workspace_of(started), Hands(started)
        new_case(started, hands)
        for line in LINES:
            assert focused() is line_of(started), "the keyboard is back in the line"
            hands.type(line)
            hands.press("Ctrl+Return")
        assert recorded(workspace) == STEPS
        (case,) = workspace.every(Case)
        assert (case.code, case.sharing) == ("C-001", Sharing.CLEAR)
        timeline = cases.timelines(workspace)[case.id]
        assert (timeline.cycles, timeline.doubts) == (2, ())
        assert durations(started) == "44 days to return · 29 days to re-arrival · 18 days to second return"
        assert drawn_lengths(started)[:3] == ["44 days", "29 days", "18 days"]
        assert hands.others <= BESIDE_TEXT
        # Three minutes at a slow two keys a second.
        assert hands.letters + hands.others <= 3 * 60 * 2
        make_vague(started, hands)
        assert durations(started).endswith("14–23 days to second return")
        assert drawn_lengths(started)[:3] == ["44 days", "29 days", "14–23 days"]
        hands.press("Ctrl+Z")
        assert durations(started).endswith("18 days to second return")
        for _step in (*LINES, "the case"):
            hands.press("Ctrl+Z")
        assert (workspace.count(Case), workspace.count(Event), workspace.count(Source)) == (0, 0, 0)


def make_vague(started: Application, hands: Hands) -> None:
    """The last event is known to be early in November and no more."""
    line = line_of(started)
    assert focused() is line
    hands.press("Esc")
    hands.press("F2")
    assert focused() is not line, "the date of the event that was added last"
    hands.type("early November 2025")
    hands.press("Ctrl+Return")


def test_what_is_half_typed_is_there_after_another_page(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ledger.evenhand"
    Workspace.create(file).close()
    with running(qtbot, tmp_path, file) as started:
        hands = Hands(started)
        new_case(started, hands)
        hands.type("returned early nov")
        hands.press("Ctrl+2")
        hands.press("Ctrl+3")
        hands.press("Ctrl+Alt+E")
        assert focused() is line_of(started)
        hands.type(" 2025, anadolu")
        hands.press("Ctrl+Return")
        assert recorded(workspace_of(started)) == [
            (EventKind.RETURNED, "[2025-11-01..2025-11-10]", "anadolu")
        ]
