"""Charts over time on the page: their days are chosen, and a value names and opens the figures behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts.periods import Period, Preset
from desktop_app.charts.time_plot import TimePlot
from desktop_app.ui.charts.action_bar import DATA
from desktop_app.ui.charts.page import ChartsPage
from tests.domain.ledgers import NOVEMBER
from tests.ui.charts.opening import Opened


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> ChartsPage:
    opened.add(*NOVEMBER)
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.list.list.choose("balance")
    page.area.focus_tab()
    return page


def plot(page: ChartsPage) -> TimePlot:
    shown = page.area.sheet.chart
    assert shown is not None
    assert isinstance(shown.body, TimePlot)
    return shown.body


def test_a_value_names_its_figures_and_enter_opens_the_first(page: ChartsPage, opened: Opened) -> None:
    QTest.keyClick(page.area.sheet, Qt.Key.Key_Right)
    line = page.area.sheet.current
    assert line is not None
    assert len(line.records) >= 2
    assert page.panel.point.heading.text() == line.spoken.partition(": ")[0]
    assert len(page.panel.point.passages) == len(line.records)
    said = [passage.accessibleName() for passage in page.panel.point.passages]
    assert any("returned, " in words for words in said)
    assert any("admitted, " in words for words in said)
    QTest.keyClick(page.area.sheet, Qt.Key.Key_Return)
    assert [(place.page, place.record) for place in opened.places] == [("figures", line.records[0])]


def test_no_day_in_the_table_of_values_is_cut(page: ChartsPage) -> None:
    page.area.show_tab(DATA)
    table = page.area.values.front
    assert table is not None
    places = {column.key: place for place, column in enumerate(table.records.columns)}
    for key in ("first", "last", "mark"):
        assert table.columnWidth(places[key]) >= table.sizeHintForColumn(places[key])


def test_days_and_what_stands_along_them_are_chosen_in_the_panel(page: ChartsPage) -> None:
    assert not page.panel.period.isHidden()
    assert page.panel.series.isHidden()
    offered = {name for name, box in page.panel.marks.boxes.items() if not box.isHidden()}
    assert offered == {"milestones", "field_notes"}
    assert plot(page).milestones
    page.panel.marks.boxes["milestones"].click()
    assert not plot(page).milestones
    page.panel.marks.boxes["milestones"].click()
    page.list.list.choose("who-says")
    offered = {name for name, box in page.panel.marks.boxes.items() if not box.isHidden()}
    assert offered == {"withdrawn"}
    page.list.list.choose("balance")
    before = plot(page)
    page.panel._take_period(Period(Preset.LAST_12_WEEKS))
    assert plot(page).first > before.first
    page.list.list.choose("year-on-year")
    assert page.panel.period.isHidden()


def test_the_hint_speaks_of_sources(page: ChartsPage) -> None:
    assert not page.panel.point.is_of_cases
    page.list.list.choose("journeys")
    assert page.panel.point.is_of_cases
