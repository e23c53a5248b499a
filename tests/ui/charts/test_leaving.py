"""How a chart leaves the window: files, clipboard, dialog; and that nothing private leaves with it."""

from __future__ import annotations

import csv
import html
import importlib.util
import io
import zipfile
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import SafeToShow
from desktop_app.ui.charts.action_bar import DATA, TEXT
from desktop_app.ui.charts.export_dialog import ExportDialog
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.taking_out import SVG_TYPE, TSV_TYPE, ExportWish, Kind, Shape, mime_data, write
from desktop_app.ui.places import Place
from desktop_app.ui.presenter import drawing
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, Opened, first, private

ON_SCREEN = (640, 480)


@pytest.fixture
def secretive(opened: Opened, qtbot: QtBot) -> ChartsPage:
    """A page over records of which some are not for an audience, as in a file with a passphrase."""
    records = Ledger(*first(), *private())
    context = opened.over(records)
    page = ChartsPage(context)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    return page


def offered() -> QMimeData:
    """What is on the clipboard."""
    return cast(QMimeData, QGuiApplication.clipboard().mimeData())


def everything(data: QMimeData) -> bytes:
    return b"".join(bytes(data.data(form).data()) for form in data.formats())


def unpacked(contents: bytes) -> bytes:
    """The bytes, those of an archive without its compression, also of one that is within another."""
    if not zipfile.is_zipfile(io.BytesIO(contents)):
        return contents
    archive = zipfile.ZipFile(io.BytesIO(contents))
    return b"".join(unpacked(archive.read(name)) for name in archive.namelist())


def test_what_the_page_shows_privately_is_not_in_what_leaves(secretive: ChartsPage) -> None:
    shown, public = secretive.area.picture.chart, secretive.public_chart()
    assert shown.lines[0].labels[-1] == "777 returned"
    assert public.lines[0].labels[-1] == "305 returned"
    assert CANARY in repr(shown)
    assert CANARY not in repr(public)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_file_is_written_without_anything_private(
    secretive: ChartsPage, tmp_path: Path, kind: Kind
) -> None:
    if kind is Kind.PPTX:
        pytest.importorskip("pptx")
    path = tmp_path / f"chart.{kind}"
    write(secretive.public_chart(), path, ExportWish(kind, Shape.SCREEN), ON_SCREEN)
    contents = path.read_bytes()
    contents = unpacked(contents)
    assert contents.startswith({Kind.PNG: b"\x89PNG", Kind.SVG: b"<?xml", Kind.PDF: b"%PDF"}.get(kind, b""))
    assert CANARY.encode() not in contents
    assert b"777 returned" not in contents
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (Shape.SLIDE, (1920, 1080)),
        (Shape.A4, (2246, 1588)),
        (Shape.SQUARE, (1080, 1080)),
        (Shape.SCREEN, ON_SCREEN),
    ],
)
def test_pictures_have_the_size_asked_for(
    page: ChartsPage, tmp_path: Path, shape: Shape, size: tuple[int, int]
) -> None:
    path = tmp_path / "chart.png"
    write(page.public_chart(), path, ExportWish(Kind.PNG, shape, dark=True), ON_SCREEN)
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == size
    assert picture.pixelColor(2, 2).lightness() < 60


def test_powerpoint_is_offered_only_where_it_can_be_written(
    page: ChartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    dialog = ExportDialog(page.public_chart(), ExportWish(Kind.PPTX), differs=False, parent=page)
    button = next(b for b in dialog.kinds.findChildren(QAbstractButton) if b.text() == "PowerPoint")
    assert not button.isEnabled()
    assert "evenhand[slides]" in button.toolTip()
    assert dialog.wish.kind is Kind.PNG
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: object())
    again = ExportDialog(page.public_chart(), ExportWish(Kind.PPTX), differs=False, parent=page)
    assert again.wish.kind is Kind.PPTX
    assert not again.shapes.isEnabled()


def test_the_table_as_csv_holds_the_plotted_rows(page: ChartsPage, tmp_path: Path) -> None:
    path = tmp_path / "chart.csv"
    write(page.public_chart(), path, ExportWish(Kind.CSV), ON_SCREEN)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert [row["last"] for row in rows] == [row.last.isoformat() for row in page.public_chart().rows]


def test_a_place_that_cannot_be_written_to_is_refused_and_nothing_is_left_behind(
    page: ChartsPage, tmp_path: Path
) -> None:
    with pytest.raises(Refusal) as refused:
        write(page.public_chart(), tmp_path / "nowhere" / "chart.svg", ExportWish(Kind.SVG), ON_SCREEN)
    assert refused.value.code is RefusalCode.NOT_FOUND
    with pytest.raises(Refusal) as refused:
        write(page.public_chart(), tmp_path, ExportWish(Kind.SVG), ON_SCREEN)
    assert refused.value.code is RefusalCode.IS_A_FOLDER
    assert list(tmp_path.iterdir()) == []


def test_copy_offers_picture_drawing_table_and_words(page: ChartsPage, opened: Opened) -> None:
    page.copy()
    data, chart = offered(), page.public_chart()
    assert data.hasImage()
    assert bytes(data.data(SVG_TYPE).data()).startswith(b"<?xml")
    lines = bytes(data.data(TSV_TYPE).data()).decode().splitlines()
    assert len(lines) == len(chart.rows) + 1
    assert "\t" in lines[1]
    table, _blank, words = data.text().partition("\n\n")
    assert table.splitlines() == lines
    assert words.splitlines()[0] == chart.headline
    for form in (words, html.unescape(data.html())):
        assert chart.alt in form
        assert chart.footer in form
        assert "As known on" in form
    assert f"<table><caption>{html.escape(chart.headline)}</caption>" in data.html()
    assert opened.told.texts == ["Copied the chart as picture, drawing, table and words"]


@pytest.mark.parametrize("name", registry.names())
def test_every_chart_can_be_copied_with_its_table_and_words(name: str) -> None:
    view = SafeToShow(Ledger(*first(), *private()))
    chart = registry.build(name, Asked(view, PlainFormats(), TODAY))
    data = mime_data(chart)
    assert data.hasImage()
    assert b"<title>" in bytes(data.data(SVG_TYPE).data())
    assert chart.headline in data.text()
    assert html.escape(chart.footer) in data.html()
    assert "<th>" in data.html()
    assert CANARY.encode() not in everything(data)


def test_nothing_private_is_copied_from_chart_data_or_text(secretive: ChartsPage) -> None:
    secretive.copy()
    assert CANARY.encode() not in everything(offered())
    for tab in (DATA, TEXT):
        secretive.area.show_tab(tab)
        secretive.area.focus_tab()
        secretive.area.table.selectAll()
        secretive.copy()
        assert "305" in offered().text() or tab == TEXT
        assert CANARY.encode() not in everything(offered())
        assert "777" not in offered().text()


def test_the_data_tab_copies_the_chosen_rows_with_their_bounds(page: ChartsPage, qtbot: QtBot) -> None:
    page.area.show_tab(DATA)
    page.area.table.selectRow(0)
    qtbot.keyClick(page.area.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    title, row, *rest = offered().text().splitlines()
    assert title.split("\t") == ["Series", "Days", "Value", "Mark", "Least", "Most", "Source"]
    assert row.split("\t")[0] == "Arrived by small boat"
    assert rest == []


def test_the_dialog_leads_to_a_file_and_says_so(
    page: ChartsPage, opened: Opened, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(dialog: QFileDialog) -> int:
        asked.append(Path(dialog.selectedFiles()[0]).name)
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("returns.svg")
        return int(QFileDialog.DialogCode.Accepted)

    monkeypatch.setattr(QFileDialog, "exec", answer)
    page.go(Place("charts", wish="export"))
    dialog = page.findChild(ExportDialog)
    assert dialog.alt.toPlainText() == page.public_chart().alt
    dialog.kinds.choose(Kind.SVG)
    qtbot.keyClick(dialog.export, Qt.Key.Key_Return)
    assert asked == ["returns-arrivals-2026-02-20.svg"]
    assert (tmp_path / "returns.svg").read_bytes().startswith(b"<?xml")
    assert opened.told.texts == ["Exported returns.svg"]
    qtbot.waitUntil(lambda: page.findChild(ExportDialog) is None)
    page.export()
    again = page.findChild(ExportDialog)
    assert again.wish.kind is Kind.SVG
    again.reject()


def test_the_dialog_says_when_something_is_left_out(secretive: ChartsPage) -> None:
    secretive.export()
    dialog = secretive.findChild(ExportDialog)
    assert "What is not for an audience is left out" in dialog.remark.text()
    assert CANARY not in dialog.alt.toPlainText()
    dialog.reject()


def test_a_table_has_neither_size_nor_theme(page: ChartsPage) -> None:
    page.export()
    dialog = page.findChild(ExportDialog)
    dialog.kinds.choose(Kind.CSV)
    assert not dialog.shapes.isEnabled()
    dialog.kinds.choose(Kind.PDF)
    assert dialog.shapes.isEnabled()
    dialog.reject()


def test_the_clipboard_of_a_safe_view_has_no_note_of_a_public_record(opened: Opened) -> None:
    view = SafeToShow(Ledger(*first(), *private()))
    page = ChartsPage(opened.context)
    chart = drawing.build(view, opened.context, page.choice())
    assert CANARY.encode() not in everything(mime_data(chart))
    page.deleteLater()
