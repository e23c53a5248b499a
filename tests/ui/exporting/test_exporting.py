"""Export from the window: what is offered, what is asked, what is written, and what is said of it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import RefusalCode
from desktop_app.domain.views import Seen, Sight
from desktop_app.services.exchange import reading
from desktop_app.services.exchange.wishes import Format
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.page import CasesPage
from desktop_app.ui.context import Context
from desktop_app.ui.exporting import asking
from desktop_app.ui.exporting.dialog import LedgerExportDialog
from desktop_app.ui.figures.page import FiguresPage
from desktop_app.ui.overview.page import OverviewPage
from desktop_app.ui.page import Page
from desktop_app.ui.sources.page import SourcesPage
from tests.ui.pages import HeardNotices, context_for, example_workspace
from tests.ui.reach import unnamed


@pytest.fixture
def context(tmp_path: Path, qtbot: QtBot) -> Iterator[Context]:
    made = context_for(example_workspace(), tmp_path)
    yield made
    made.bridge.close()


@pytest.fixture
def page_of(context: Context, qtbot: QtBot) -> Iterator[Callable[[type[Page]], Page]]:
    kept: list[Page] = []

    def show(kind: type[Page]) -> Page:
        page = kind(context)  # type: ignore[call-arg]
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        return page

    yield show
    for page in kept:
        for dialog in page.findChildren(LedgerExportDialog):
            dialog.reject()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where the person says the file is to go: the last of the list; what was suggested stays behind."""
    answers: list[Path] = []

    def ask(parent: object, title: str, suggested: Path, kinds: str) -> Path:
        answers.append(tmp_path / suggested.name)
        return answers[-1]

    # A file dialog waits for a person.
    monkeypatch.setattr(asking, "ask_where", ask)
    return answers


def dialog_of(page: Page) -> LedgerExportDialog:
    page.export()
    found: LedgerExportDialog | None = page.findChild(LedgerExportDialog)
    assert found is not None
    return found


def choices(dialog: LedgerExportDialog) -> list[str]:
    return [dialog.what.itemText(place) for place in range(dialog.what.count())]


def notices(context: Context) -> HeardNotices:
    assert isinstance(context.notices, HeardNotices)
    return context.notices


def test_each_page_offers_its_own_first(page_of: Callable[[type[Page]], Page], context: Context) -> None:
    figures, sources = context.workspace.count(Figure), len(list(context.view.every(Measure)))
    assert sources
    offered = {kind: choices(dialog_of(page_of(kind))) for kind in (FiguresPage, SourcesPage, CasesPage)}
    assert offered[FiguresPage] == [f"All {figures} figures", "The whole ledger"]
    assert offered[SourcesPage][0].endswith("sources")
    assert offered[CasesPage][0] == "All 2 cases and all events"
    assert choices(dialog_of(page_of(OverviewPage))) == offered[FiguresPage]


def test_the_table_as_it_is_filtered(
    page_of: Callable[[type[Page]], Page], context: Context, target: list[Path], qtbot: QtBot
) -> None:
    page = page_of(FiguresPage)
    assert isinstance(page, FiguresPage)
    page.narrowing.by("RET")
    shown = page.table.records.rowCount()
    dialog = dialog_of(page)
    assert choices(dialog)[0] == f"The {shown} figures shown in the table"
    dialog.formats.choose(Format.CSV)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(notices(context).told))
    assert target[-1].name == "figures-2026-11-23.csv"
    with target[-1].open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == shown
    assert {row["measure"] for row in rows} == {"RET"}
    assert notices(context).told == [
        f"{shown} records exported: {target[-1].name}, in {target[-1].parent}",
    ]


def test_notes_and_private_records_go_only_when_asked(
    page_of: Callable[[type[Page]], Page], context: Context, target: list[Path], qtbot: QtBot
) -> None:
    page = page_of(OverviewPage)
    for wished in (False, True):
        dialog = dialog_of(page)
        dialog.what.setCurrentIndex(dialog.what.count() - 1)
        dialog.formats.choose(Format.JSON)
        assert not dialog.private.isChecked()
        dialog.private.setChecked(wished)
        assert ("left out" in dialog.remark.text()) is not wished
        dialog.export.click()
        qtbot.waitUntil(lambda wished=wished: len(notices(context).told) == 1 + wished)
        notes = {getattr(record, "note", "") for record in reading.bring_back(target[-1]).records}
        assert (notes != {""}) is wished


def test_where_nothing_is_private_nothing_is_asked(tmp_path: Path, qtbot: QtBot) -> None:
    context = context_for(Workspace.in_memory(), tmp_path)
    page = OverviewPage(context)
    qtbot.addWidget(page)
    page.show()
    dialog = dialog_of(page)
    assert dialog.private.isHidden()
    dialog.reject()
    context.bridge.close()


def test_the_export_is_of_the_day_that_is_shown(
    page_of: Callable[[type[Page]], Page], context: Context, target: list[Path], qtbot: QtBot
) -> None:
    context.lens.turn(Seen(Sight.KNOWN_ON, date(2025, 11, 6)))
    dialog = dialog_of(page_of(FiguresPage))
    assert "As known on 6 November 2025." in dialog.remark.text()
    dialog.formats.choose(Format.XLSX)
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(notices(context).told))
    assert target[-1].name == "figures-2025-11-06.xlsx"
    brought = reading.bring_back(target[-1])
    assert brought.recognised.facts is not None
    assert brought.recognised.facts.known_on == date(2025, 11, 6)
    assert {record.id for record in brought.records} == {record.id for record in context.view.every(Figure)}


def test_a_whole_ledger_is_no_csv_file(page_of: Callable[[type[Page]], Page]) -> None:
    dialog = dialog_of(page_of(FiguresPage))
    dialog.formats.choose(Format.CSV)
    dialog.what.setCurrentIndex(dialog.what.count() - 1)
    assert dialog.format is Format.PACKAGE
    assert not dialog.tags.isEnabled()


def test_what_was_chosen_is_offered_again_but_never_the_private(
    page_of: Callable[[type[Page]], Page], context: Context, target: list[Path], qtbot: QtBot
) -> None:
    page = page_of(FiguresPage)
    dialog = dialog_of(page)
    dialog.formats.choose(Format.CSV)
    dialog.tags.setChecked(True)
    dialog.private.setChecked(True)
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(notices(context).told))
    again = dialog_of(page)
    assert (again.format, again.hxl, again.everything) == (Format.CSV, True, False)


def test_a_place_that_cannot_be_written_to_is_refused(
    page_of: Callable[[type[Page]], Page], context: Context, target: list[Path], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "figures-2026-11-23.json").mkdir()
    dialog = dialog_of(page_of(FiguresPage))
    dialog.formats.choose(Format.JSON)
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(notices(context).refused))
    assert [refusal.code for refusal in notices(context).refused] == [RefusalCode.IS_A_FOLDER]
    assert notices(context).told == []


def test_everything_in_the_dialog_has_a_name(page_of: Callable[[type[Page]], Page]) -> None:
    assert unnamed(dialog_of(page_of(FiguresPage))) == []
