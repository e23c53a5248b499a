"""The page of the check: findings with their arithmetic, accepted with a reason, cured by an edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.amounts import Amount
from desktop_app.domain.cases import Case
from desktop_app.domain.checks.findings import Code
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, ARR, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation
from desktop_app.domain.views import Seen, Sight
from desktop_app.services.workspace import Workspace
from desktop_app.ui.checks.page import CheckPage
from desktop_app.ui.checks.reason_dialog import AcceptDialog
from desktop_app.ui.checks.rows import ACCEPTED, ASKING, REMARKS, FindingRow
from desktop_app.ui.places import TYPED, Place
from tests.domain.ledgers import HOME_OFFICE, PAPER, daily, figure
from tests.ui.pages import context_for

CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


def ledger() -> list[Record]:
    """Ten official days of 10, a total that is of the day before, and two values for one day."""
    return [
        HOME_OFFICE,
        PAPER,
        *daily("2025-01-01", [10] * 10),
        figure(
            ARR, "50", "2025-01-06", PAPER, id="slipped", counted_since="2025-01-01", basis=Basis.CUMULATIVE
        ),
        figure(ADM, "65", "2025-01-07", PAPER, id="more"),
        figure(ADM, "57", "2025-01-07", PAPER, id="fewer"),
    ]


@dataclass
class Desk:
    page: CheckPage
    workspace: Workspace
    went: list[Place]

    def codes(self) -> list[Code]:
        return [row.code for row in self.rows()]

    def rows(self) -> list[FindingRow]:
        records = self.page.table.records
        return [records.record_at(place) for place in range(records.rowCount())]

    def choose(self, code: Code) -> None:
        self.page.table.select(next(row.id for row in self.rows() if row.code is code))

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        modifiers = CONTROL if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.page.table, key, modifiers)

    def accept(self, reason: str) -> None:
        """Ctrl+Enter in the list, and a reason typed into the dialog that it opens."""
        QTimer.singleShot(0, partial(typed, reason))
        self.press(KEY.Key_Return, control=True)

    def revise(self, id: str, amount: int) -> None:
        found = self.workspace.get(Figure, id)
        assert found is not None
        with self.workspace.change("edit figure") as work:
            work.put(replace(found, amount=Amount.exactly(amount)))


def typed(reason: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AcceptDialog)
    assert not dialog.keep.isEnabled()
    dialog.field.setText(reason)
    dialog.keep.click()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with Workspace.in_memory(first=ledger()) as workspace:
        context = context_for(workspace, tmp_path)
        page = CheckPage(context)
        qtbot.addWidget(page)
        page.resize(1200, 700)
        went: list[Place] = []
        context.navigator.went.connect(went.append)
        with qtbot.waitExposed(page):
            page.show()
        page.focus_first()
        yield Desk(page, workspace, went)
        page.hide()
        context.bridge.close()


def test_findings_stand_in_order_each_with_its_arithmetic(desk: Desk) -> None:
    assert desk.codes()[:2] == [Code.FITS_OTHER_DAY, Code.RIVAL_VALUES]
    desk.choose(Code.FITS_OTHER_DAY)
    message = desk.page.panel.findChild(QLabel, "findingMessage")
    assert message.text() == "50 is the total to 5 January 2025; to 6 January 2025 it is 60, 10 more."
    (row,) = [each for each in desk.rows() if each.code is Code.FITS_OTHER_DAY]
    assert ("Equals the total on", "5 January 2025") in row.numbers
    assert ("Difference", "10") in row.numbers


def test_enter_goes_to_the_record(desk: Desk) -> None:
    desk.choose(Code.FITS_OTHER_DAY)
    desk.press(KEY.Key_Return)
    assert desk.went == [Place("figures", record="slipped")]


def test_an_arrival_on_an_empty_day_can_be_moved_to_the_nearest(qtbot: QtBot, tmp_path: Path) -> None:
    counts = daily("2025-11-08", [503, 349, 0, 0])
    case = Case(id="case", code="C-002", sharing=Sharing.CLEAR)
    arrival = Event(
        id="arrival",
        case="case",
        kind=EventKind.ARRIVED_BOAT,
        date=PartialDate("2025-11-10?"),
        sharing=Sharing.CLEAR,
        citations=(Citation(PAPER.id),),
    )
    with Workspace.in_memory(first=[HOME_OFFICE, PAPER, *counts, case, arrival]) as workspace:
        context = context_for(workspace, tmp_path)
        page = CheckPage(context)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        desk = Desk(page, workspace, [])
        desk.choose(Code.EVENT_ON_EMPTY_DAY)
        button = page.panel.findChild(QPushButton, "moveButton")
        assert button.text() == "Move to 9 Nov 2025"
        button.click()
        moved = workspace.get(Event, "arrival")
        assert moved is not None
        assert moved.date.edtf == "2025-11-09"
        assert Code.EVENT_ON_EMPTY_DAY not in desk.codes()
        page.hide()
        context.bridge.close()


def test_a_cure_removes_a_finding_at_once_and_undo_brings_it_back(desk: Desk) -> None:
    desk.revise("slipped", 60)
    assert Code.FITS_OTHER_DAY not in desk.codes()
    desk.workspace.undo()
    assert Code.FITS_OTHER_DAY in desk.codes()


def test_what_is_accepted_with_a_reason_is_asked_no_more_until_its_numbers_change(desk: Desk) -> None:
    asked = len(desk.page.context.checking.to_look_at)
    desk.choose(Code.RIVAL_VALUES)
    desk.accept("The later count includes a flight of that evening")
    assert Code.RIVAL_VALUES not in desk.codes()
    assert len(desk.page.context.checking.to_look_at) == asked - 1
    desk.page.standing.choose(ACCEPTED)
    (row,) = desk.rows()
    assert row.reason == "The later count includes a flight of that evening"
    desk.page.standing.choose(ASKING)
    desk.revise("fewer", 58)
    assert Code.RIVAL_VALUES in desk.codes()


def test_acceptance_can_be_undone_and_taken_back(desk: Desk) -> None:
    desk.choose(Code.RIVAL_VALUES)
    desk.accept("Known")
    desk.workspace.undo()
    assert Code.RIVAL_VALUES in desk.codes()
    desk.workspace.redo()
    desk.page.standing.choose(ACCEPTED)
    desk.choose(Code.RIVAL_VALUES)
    desk.press(KEY.Key_Delete)
    assert desk.rows() == []
    assert desk.workspace.count(Acceptance) == 0
    desk.page.standing.choose(ASKING)
    assert Code.RIVAL_VALUES in desk.codes()


def test_several_are_accepted_for_one_reason_in_one_step(desk: Desk) -> None:
    several = len(desk.rows())
    assert several > 1
    desk.page.table.selectAll()
    desk.accept("Looked through in January")
    assert desk.rows() == []
    assert desk.workspace.count(Acceptance) == several
    desk.workspace.undo()
    assert len(desk.rows()) == several


def test_kinds_narrow_the_list_and_escape_shows_all(desk: Desk, qtbot: QtBot) -> None:
    every = desk.codes()
    button = desk.page.kinds.findChild(QPushButton, "filter_rival_values")
    assert button.text() == "Rival values 1"
    button.click()
    assert desk.codes() == [Code.RIVAL_VALUES]
    desk.press(KEY.Key_Escape)
    assert desk.codes() == every


def test_words_find(desk: Desk) -> None:
    desk.page.search.set_text("65 57")
    assert desk.codes() == [Code.RIVAL_VALUES]


def test_remarks_stand_apart(desk: Desk) -> None:
    desk.revise("slipped", 60)
    assert Code.CONSISTENT not in desk.codes()
    desk.page.standing.choose(REMARKS)
    assert Code.CONSISTENT in desk.codes()


def test_a_finding_is_copied_as_text(desk: Desk) -> None:
    desk.choose(Code.FITS_OTHER_DAY)
    desk.press(KEY.Key_C, control=True)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Fits another day: 50 is the total to 5 January 2025")
    assert "Total on the day given: 60" in lines


def test_only_what_was_known_on_the_day_is_found(desk: Desk) -> None:
    desk.page.context.lens.turn(Seen(Sight.KNOWN_ON, date(2024, 12, 1)))
    assert desk.rows() == []


def test_nothing_to_look_at_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with Workspace.in_memory(first=[HOME_OFFICE, *daily("2026-11-01", [10] * 10)]) as workspace:
        context = context_for(workspace, tmp_path)
        page = CheckPage(context)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        assert page._nothing.isVisible()
        assert page._nothing.words.text() == "10 figures, all looked at."
        page.hide()
        context.bridge.close()


class TestStatement:
    def test_each_claim_is_marked_and_answered(self, desk: Desk) -> None:
        box = desk.page.statement
        box.day.setText("10 Jan 2025")
        box.text.setPlainText("50 people had arrived by small boat by 6 January 2025.")
        box.text.paused.emit()
        assert box.words == ["50 is the total to 5 January 2025; to 6 January 2025 it is 60, 10 more."]
        text = box.text.toPlainText()
        assert {text[mark.start : mark.end] for mark in box.text.marks} >= {"50", "by 6 January 2025"}

    def test_an_answer_follows_the_ledger(self, desk: Desk) -> None:
        box = desk.page.statement
        box.text.setPlainText("57 people had been admitted from France by 7 January 2025.")
        box.text.paused.emit()
        before = box.words
        desk.revise("fewer", 65)
        assert box.words != before

    def test_what_cannot_be_told_says_why(self, desk: Desk) -> None:
        desk.page.statement.text.setPlainText("Nobody counts.")
        desk.page.statement.text.paused.emit()
        assert desk.page.statement.words == ["Not checkable: it gives no number."]

    def test_a_claim_is_handed_over_to_the_line_of_figures(self, desk: Desk) -> None:
        box = desk.page.statement
        box.text.setPlainText("57 people had been admitted from France by 7 January 2025.")
        box.text.paused.emit()
        box.findChild(QPushButton, "keepAnswer0").click()
        (place,) = desk.went
        assert place.page == "figures"
        assert place.wish.startswith(TYPED + "57 ")

    def test_escape_empties_the_box(self, desk: Desk, qtbot: QtBot) -> None:
        box = desk.page.statement
        box.begin()
        box.text.setPlainText("57 people")
        qtbot.keyClick(box.text, KEY.Key_Escape)
        assert box.text.toPlainText() == ""
