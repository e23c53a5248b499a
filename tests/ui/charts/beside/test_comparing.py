"""Charts side by side on the page, by keys: chosen, seen, taken out, and back to one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.texts import worded
from desktop_app.charts.texts.worded import Edit, Words
from desktop_app.domain.scenes import Scene
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import NOW, Seen, Sight
from desktop_app.services import scenes
from desktop_app.ui.charts.beside.dialog import CompareDialog
from desktop_app.ui.charts.export_dialog import ExportDialog
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.taking_out import ExportWish, Kind, write
from desktop_app.ui.places import Place
from desktop_app.ui.presenter.window import PresenterWindow
from tests.charts.samples import TODAY
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, Opened, first, new_total, private

Key = Qt.Key
EARLY = date(2025, 11, 6)
MINE = "A few of the many were returned"


def ask(page: ChartsPage) -> CompareDialog:
    page.compare_chart()
    dialogs = page.window().findChildren(CompareDialog)
    return [dialog for dialog in dialogs if dialog.isVisible()][-1]


def compare_early(page: ChartsPage) -> None:
    """The chart in front as known on 6 November beside itself as it is known now."""
    dialog = ask(page)
    dialog.days.setFocus()
    dialog.days.selectAll()
    QTest.keyClicks(dialog.days, "6 nov 2025")
    QTest.keyClick(dialog.days, Key.Key_Return)


def tick(page: ChartsPage, *rows: int) -> None:
    dialog = ask(page)
    for row in rows:
        dialog.list.setCurrentRow(row)
        QTest.keyClick(dialog.list, Key.Key_Space)
    QTest.keyClick(dialog.list, Key.Key_Return)


def shown(page: ChartsPage) -> list[str]:
    return [cell.title.text() for cell in page.beside.cells]


def subtitles(page: ChartsPage) -> list[str]:
    return [cell.front.chart.subtitle for cell in page.beside.cells if cell.front.chart is not None]


def ctrl_click(page: ChartsPage, key: str) -> None:
    rows = page.list.list
    row = next(row for row in range(rows.count()) if rows.item(row).data(Qt.ItemDataRole.UserRole) == key)
    at = rows.visualItemRect(rows.item(row)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)


def test_the_same_chart_as_known_on_an_earlier_day_beside_today(page: ChartsPage, opened: Opened) -> None:
    compare_early(page)
    assert page.beside.isVisible()
    assert shown(page) == ["Returns against arrivals · known on 6 Nov 2025", "Returns against arrivals"]
    assert subtitles(page)[0].startswith("As known on 6 Nov 2025 · ")
    early, now = (cast(ComparisonChart, cell.front.chart) for cell in page.beside.cells)
    assert early.lines[0].labels[-1] == "94 returned"
    assert now.lines[0].labels[-1] == "305 returned"
    assert (early.first, early.last) == (now.first, now.last)
    assert page.beside.cells[0].front.hasFocus()
    assert not page.panel.isVisible()
    assert page.status == "2 charts side by side · Esc shows one"


def test_escape_shows_one_chart_again(page: ChartsPage) -> None:
    compare_early(page)
    QTest.keyClick(page.beside.cells[0].front, Key.Key_Escape)
    assert not page.comparing.is_on
    assert page.area.isVisible()
    assert page.panel.isVisible()
    assert page.area.picture.hasFocus()
    compare_early(page)
    page.beside.one.click()
    assert not page.comparing.is_on


def test_charts_are_ticked_by_keys_and_stand_in_their_order(page: ChartsPage) -> None:
    tick(page, 0, 2)
    assert shown(page) == ["Returns against arrivals", "Balance", "Share returned"]
    dialog = ask(page)
    assert len(dialog.keys) == 2
    dialog.reject()


def test_nothing_ticked_a_future_day_and_too_many_cannot_be_compared(page: ChartsPage) -> None:
    dialog = ask(page)
    assert not dialog.compare.isEnabled()
    dialog.days.selectAll()
    QTest.keyClicks(dialog.days, "6 nov 2035")
    assert dialog.earlier.isChecked()
    assert not dialog.compare.isEnabled()
    assert dialog.remark.text().startswith("Write a past day")
    dialog.days.selectAll()
    QTest.keyClicks(dialog.days, "6 nov 2025")
    assert dialog.compare.isEnabled()
    for row in range(3):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert not dialog.compare.isEnabled()
    assert dialog.remark.text().startswith("At most 4")
    dialog.reject()


def test_up_and_down_go_through_the_days_of_publication(page: ChartsPage) -> None:
    dialog = ask(page)
    last = dialog.days.text()
    QTest.keyClick(dialog.days, Key.Key_Down)
    earlier = dialog.days.text()
    assert earlier != last
    assert dialog.day is not None
    QTest.keyClick(dialog.days, Key.Key_Up)
    assert dialog.days.text() == last
    dialog.reject()


def test_a_click_with_ctrl_adds_takes_away_and_stops_at_four(page: ChartsPage, opened: Opened) -> None:
    ctrl_click(page, "balance")
    assert shown(page) == ["Returns against arrivals", "Balance"]
    assert page.list.list.choice == "returns-arrivals"
    for key in ("share", "dots", "pace"):
        ctrl_click(page, key)
    assert len(shown(page)) == 4
    assert opened.told.texts[-1] == "At most 4 charts stand side by side."
    for key in ("share", "dots", "balance"):
        ctrl_click(page, key)
    assert not page.comparing.is_on


def test_another_chart_of_the_list_ends_it(page: ChartsPage) -> None:
    compare_early(page)
    page.list.list.choose("balance")
    assert not page.comparing.is_on
    assert page.area.is_sheet


def test_a_frozen_saved_chart_keeps_its_day_and_its_words(page: ChartsPage, opened: Opened) -> None:
    words = worded.in_settings("", Words(headline=Edit(MINE, TODAY)))
    scene = scenes.save(opened.workspace, "Early November", "returns-arrivals", words, EARLY)
    ctrl_click(page, scene.id)
    assert shown(page) == ["Returns against arrivals", "Early November · known on 6 Nov 2025"]
    assert page.beside.cells[1].front.chart.headline == MINE  # type: ignore[union-attr]
    opened.context.lens.turn(Seen(Sight.KNOWN_ON, date(2025, 12, 20)))
    assert shown(page)[0].endswith("known on 20 Dec 2025")
    assert shown(page)[1].endswith("known on 6 Nov 2025")
    opened.context.lens.turn(NOW)
    scenes.rename(opened.workspace, scene, "November")
    assert shown(page)[1].startswith("November")
    scenes.remove(opened.workspace, scene)
    assert not page.comparing.is_on
    assert page.area.isVisible()
    assert page.panel.isVisible()


def test_a_step_is_drawn_at_once(page: ChartsPage, opened: Opened) -> None:
    compare_early(page)
    opened.add(new_total("400", "2026-02-19"))
    early, now = (cast(ComparisonChart, cell.front.chart) for cell in page.beside.cells)
    assert now.lines[0].labels[-1] == "400 returned"
    assert early.lines[0].labels[-1] == "94 returned"
    assert early.lower_top == now.lower_top


def test_where_it_is_narrow_they_stand_below_each_other(page: ChartsPage, qtbot: QtBot) -> None:
    compare_early(page)
    page.resize(1200, 760)
    assert page.beside.columns == 2
    page.resize(760, 760)
    assert page.beside.columns == 1
    one, other = page.beside.cells
    qtbot.waitUntil(lambda: one.y() < other.y())
    assert one.x() == other.x()


def test_all_of_them_are_copied_as_one_picture_with_both_words(page: ChartsPage, opened: Opened) -> None:
    compare_early(page)
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert isinstance(data.imageData(), QImage)
    for said in ("As known on 6 Nov 2025", "As known on 20 Feb 2026", "94 people returned"):
        assert said in data.text()
        assert said in data.html()
    assert data.html().count("<table") == 2
    assert opened.told.texts[-1].startswith("Copied the charts as one picture")


def test_all_of_them_are_exported_as_one_picture(page: ChartsPage) -> None:
    compare_early(page)
    page.export()
    dialog = [d for d in page.findChildren(ExportDialog) if d.isVisible()][-1]
    enabled = {button.text(): button.isEnabled() for button in dialog.kinds.findChildren(QAbstractButton)}
    pictures, others = ("PNG", "SVG", "PDF"), ("PowerPoint", "CSV", "Excel")
    assert enabled == dict.fromkeys(pictures, True) | dict.fromkeys(others, False)
    assert "|" in dialog.alt.toPlainText()
    dialog.reject()


@pytest.mark.parametrize("kind", [Kind.PNG, Kind.SVG, Kind.PDF])
def test_nothing_private_is_in_what_leaves(opened: Opened, qtbot: QtBot, tmp_path: Path, kind: Kind) -> None:
    words = worded.in_settings("", Words(headline=Edit(CANARY, TODAY)))
    red = Scene(id="red", title=CANARY, chart="balance", settings=words, sharing=Sharing.RED)
    page = ChartsPage(opened.over(Ledger(*first(), *private(), red)))
    qtbot.addWidget(page)
    page.resize(1200, 760)
    with qtbot.waitExposed(page):
        page.show()
    ctrl_click(page, "red")
    assert CANARY in repr([cell.front.chart for cell in page.beside.cells])
    assert CANARY not in repr(page.comparing.public())
    path = tmp_path / f"out.{kind.value}"
    write(page.comparing.public(), path, ExportWish(kind), (640, 480))
    assert CANARY.encode() not in path.read_bytes()
    page.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert CANARY not in data.text() + data.html()


def test_a_room_is_shown_one_and_that_is_said(page: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    compare_early(page)
    page.present()
    assert opened.told.texts[-1] == "A room is shown one chart at a time; a comparison can be exported."
    window = cast(PresenterWindow, page.presenting.window)
    qtbot.waitExposed(window)
    window.close()


def test_the_menu_of_the_list_leads_there(page: ChartsPage) -> None:
    page.list.compare.trigger()
    dialog = [d for d in page.window().findChildren(CompareDialog) if d.isVisible()][-1]
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not page.comparing.is_on


def test_a_figure_that_is_looked_for_is_shown_on_one_chart(page: ChartsPage, opened: Opened) -> None:
    compare_early(page)
    page.go(Place("charts", record="RET 2026-02-09"))
    assert not page.comparing.is_on
    assert page.area.picture.current is not None


def test_all_days_are_shown_again_in_each(page: ChartsPage) -> None:
    compare_early(page)
    pictures = [cell.picture for cell in page.beside.cells]
    for picture in pictures:
        picture.setFocus()
        QTest.keyClick(picture, Key.Key_Plus)
        assert picture.stage.days != picture.stage.whole
    page.reset_view()
    assert all(picture.stage.days == picture.stage.whole for picture in pictures)
