"""Our cases against the totals, in the window: rows, arithmetic, and an arrival moved a day back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.case_totals import Verdict
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.records import Record
from desktop_app.domain.sharing import Sharing
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.totals_dialog import TotalsDialog
from desktop_app.ui.cases.totals_rows import TotalRow
from desktop_app.ui.places import Place
from tests.domain.ledgers import SOURCES
from tests.domain.test_case_totals import ARRIVALS, ARRIVED, RETURNED, SCHEME, TOTALS, case
from tests.ui.charts.opening import Opened


def public(*found: Record) -> list[Record]:
    return [
        replace(record, sharing=Sharing.CLEAR) if isinstance(record, Case | Event) else record
        for record in found
    ]


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    first = case(1, (ARRIVED, "2025-10-20"), (RETURNED, "2025-11-05"))
    second = case(2, (ARRIVED, "2025-11-10?"))
    records = public(*first, *second)
    workspace = Workspace.in_memory(first=[*SOURCES, SCHEME, *ARRIVALS, *TOTALS, *records])
    opened = Opened(workspace, tmp_path / "settings.ini")
    yield opened
    opened.close()


@pytest.fixture
def dialog(opened: Opened, qtbot: QtBot) -> Iterator[TotalsDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TotalsDialog(opened.context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    # The parent has to live as long as the dialog.
    dialog.close()
    parent.close()


def rows(dialog: TotalsDialog) -> list[TotalRow]:
    records = dialog.table.records
    return [records.record_at(place) for place in range(records.rowCount())]


def test_it_begins_at_the_row_that_does_not_fit(dialog: TotalsDialog) -> None:
    row = dialog.table.current_record()
    assert row is not None
    assert (row.days, row.logged, row.published, row.verdict) == ("10 Nov 2025", "1", "0", "does not fit")
    assert "on 9 November 2025 it counts 349" in dialog.sentence.text()
    assert dialog.counts.text().startswith("1 row does not fit.")


def test_a_row_of_totals_says_the_subtraction(dialog: TotalsDialog) -> None:
    row = next(each for each in rows(dialog) if each.what == "Returned to France")
    dialog.table.select(row.id)
    assert dialog.sentence.text() == (
        "1 logged event, 5 Nov 2025. Published: 0–19, for the total was 94 by 5 Nov 2025, "
        "less 75 by 31 Oct 2025."
    )
    assert not dialog.move_button.isVisible()


def test_the_arrival_is_moved_and_both_accounts_are_kept(dialog: TotalsDialog, opened: Opened) -> None:
    assert dialog.move_button.text() == "Move to 9 Nov 2025"
    QTest.mouseClick(dialog.move_button, Qt.MouseButton.LeftButton)
    event = opened.workspace.get(Event, "case 2 event 0")
    assert event is not None
    assert event.date.edtf == "2025-11-09"
    assert "2025-11-10?" in event.note
    row = dialog.table.current_record()
    assert row is not None
    assert (row.days, row.published, row.beside.verdict) == ("9 Nov 2025", "349", Verdict.FITS)
    assert opened.told.texts == ["Moved to 9 Nov 2025; both accounts are kept"]
    opened.workspace.undo()
    assert dialog.counts.text().startswith("1 row does not fit.")


def test_enter_goes_to_the_event_and_a_button_to_the_figure(
    dialog: TotalsDialog, opened: Opened, qtbot: QtBot
) -> None:
    asked: list[Place] = []
    dialog.placeAsked.connect(asked.append)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked == [Place("cases", record="case 2 event 0")]
    dialog.show_figure.click()
    assert asked[-1].page == "figures"
    assert asked[-1].record in {figure.id for figure in ARRIVALS}


def test_by_week_the_empty_day_is_still_questioned(dialog: TotalsDialog) -> None:
    dialog.grains.choose("week")
    assert [row.days for row in rows(dialog) if row.beside.verdict is Verdict.CONFLICT] == ["10–16 Nov 2025"]
