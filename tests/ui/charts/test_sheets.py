"""Charts of cases on the page: chosen, walked through by keys, opened, copied, saved and presented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts.sheets import Sheet
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from desktop_app.ui.charts.action_bar import DATA
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.sheet_front import SheetTable
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.ui.widgets.empty_state import EmptyState
from tests.charts.case_records import FOUNDING, REFUSED, records
from tests.domain.ledgers import PAPER
from tests.ui.charts.opening import Opened


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> Iterator[ChartsPage]:
    opened.add(*records(FOUNDING, REFUSED))
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.list.list.choose("journeys")
    page.area.focus_tab()
    yield page
    for window in page.findChildren(PresenterWindow):
        window.close()


def sheet(page: ChartsPage) -> Sheet:
    shown = page.area.sheet.chart
    assert shown is not None
    return shown


def table(page: ChartsPage) -> SheetTable:
    front = page.area.values.front
    assert front is not None
    return front


def test_the_list_offers_every_chart(page: ChartsPage) -> None:
    entries = [page.list.list.item(row).text() for row in range(page.list.list.count())]
    assert {"Returns against arrivals", "Balance", "Journeys", "One dot per person"} <= set(entries)
    assert page.area.is_sheet
    assert sheet(page).headline.startswith("Of 2 people in our cases")
    assert page.panel.period.isHidden()


def test_it_is_a_chart_to_a_screen_reader(page: ChartsPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.area.sheet)
    assert interface.role() is QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == sheet(page).headline
    assert interface.text(QAccessible.Text.Description) == sheet(page).alt


def test_the_arrow_keys_go_through_the_values_and_enter_opens_the_case(
    page: ChartsPage, opened: Opened
) -> None:
    QTest.keyClick(page.area.sheet, Qt.Key.Key_Right)
    line = page.area.sheet.current
    assert line is not None
    assert line.spoken == "Arrived: 2 journeys"
    assert page.panel.point.heading.text() == "Arrived"
    assert len(page.panel.point.passages) == 2
    QTest.keyClick(page.area.sheet, Qt.Key.Key_Return)
    assert [(place.page, place.record) for place in opened.places] == [("cases", "case 1")]


def test_a_click_chooses_what_is_under_it(page: ChartsPage) -> None:
    there = page.area.sheet.stage.arrangement
    assert there is not None
    spot = next(spot for spot in there.laid.spots if spot.key == "stage detained")
    middle = spot.box.x + spot.box.width / 2, spot.box.middle
    at = page.area.sheet.rect().topLeft()
    at.setX(round(middle[0]))
    at.setY(round(middle[1]))
    QTest.mouseClick(page.area.sheet, Qt.MouseButton.LeftButton, pos=at)
    line = page.area.sheet.current
    assert line is not None
    assert line.key == "stage detained"


def test_the_data_tab_holds_exactly_the_plotted_values(page: ChartsPage) -> None:
    page.area.show_tab(DATA)
    model = table(page).records
    shown = [model.record_at(row).key for row in range(model.rowCount())]
    assert shown == [line.key for line in sheet(page).table.lines]
    page.list.list.choose("time-to-return")
    assert [column.key for column in table(page).records.columns][:2] == ["series", "case"]


def test_what_is_copied_is_what_an_audience_may_see(page: ChartsPage) -> None:
    page.area.show_tab(DATA)
    page.copy()
    assert "C-001" not in QGuiApplication.clipboard().text()
    page.list.list.choose("time-to-return")
    page.copy()
    assert "C-001" in QGuiApplication.clipboard().text()


def test_a_step_redraws_what_it_touches(page: ChartsPage, opened: Opened) -> None:
    before = sheet(page)
    event = opened.workspace.get(Event, "case 1 3")
    assert event is not None
    with opened.workspace.change("delete event") as work:
        work.remove(event)
    detained = [line for line in sheet(page).table.lines if line.key == "stage detained"]
    assert before != sheet(page)
    assert detained[0].values["journeys"] == 1


def test_it_is_saved_under_its_own_name(page: ChartsPage) -> None:
    page.save_chart()
    dialog = page.saved._dialog
    assert dialog is not None
    dialog.field.setText("How far")
    dialog.keep.click()
    scene = page.saved.current
    assert scene is not None
    assert scene.chart == "journeys"
    page.list.list.choose("returns-arrivals")
    assert not page.area.is_sheet
    page.list.list.choose(scene.id)
    assert page.area.is_sheet


def test_the_room_sees_the_same_chart_without_small_counts(page: ChartsPage, qtbot: QtBot) -> None:
    page.present()
    window = page.presenting.window
    assert window is not None
    assert window.front is window.sheet
    shown = window.sheet.chart
    assert shown is not None
    assert shown.headline == "Too few people to show"
    page.list.list.choose("time-to-return")
    assert window.sheet.chart is not None
    assert window.sheet.chart.headline.startswith("Returned after")
    page.list.list.choose("returns-arrivals")
    assert window.front is window.picture
    window.close()


def test_without_figures_the_charts_of_cases_can_still_be_chosen(tmp_path: Path, qtbot: QtBot) -> None:
    opened = Opened(Workspace.in_memory(first=[PAPER, *records(FOUNDING)]), tmp_path / "settings.ini")
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitExposed(page):
        page.show()
    front = page.columns.front
    assert isinstance(front, EmptyState)
    assert front.isVisible()
    assert front.heading.text() == "No figures yet"
    page.list.list.choose("journeys")
    assert page.area.sheet.isVisible()
    page.hide()
    opened.close()


def test_a_figure_is_sought_on_the_chart_that_has_figures(page: ChartsPage, opened: Opened) -> None:
    figure = next(iter(opened.workspace.every(Figure)))
    page.seek(figure.id)
    assert not page.area.is_sheet


def test_where_the_list_has_no_room_the_panel_offers_the_charts(page: ChartsPage, qtbot: QtBot) -> None:
    assert page.panel.charts.isHidden()
    page.resize(700, 700)
    qtbot.waitUntil(page.list.isHidden)
    assert page.panel.charts.isVisible()
    assert page.panel.charts.currentData() == "journeys"
    page.panel.charts.setCurrentIndex(0)
    page.panel.charts.activated.emit(0)
    assert not page.area.is_sheet
