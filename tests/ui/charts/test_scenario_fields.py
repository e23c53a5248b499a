"""The scenario's slider, number and window: by keys, with names, drawn at once, and remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts.bodies import Supposed
from desktop_app.charts.choice import as_json, from_json
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.scenario import ASSUMED, Assumption
from desktop_app.ui import kept_choice
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.presenter.window import PresenterWindow
from tests.ui.charts.opening import Opened


@pytest.fixture
def scenario(page: ChartsPage) -> Iterator[ChartsPage]:
    page.list.list.choose("what-would-it-take")
    yield page
    for window in page.findChildren(PresenterWindow):
        window.close()


def sheet(page: ChartsPage) -> Sheet:
    shown = page.area.sheet.chart
    assert shown is not None
    return shown


def test_the_fields_stand_beside_this_chart_alone(page: ChartsPage) -> None:
    assert page.panel.scenario.isHidden()
    page.list.list.choose("what-would-it-take")
    assert page.panel.scenario.isVisible()
    assert isinstance(sheet(page).body, Supposed)
    page.list.list.choose("dots")
    assert page.panel.scenario.isHidden()


def test_each_has_a_name_and_room_for_a_hand(scenario: ChartsPage) -> None:
    fields = scenario.panel.scenario
    for part in (fields.slider, fields.number, fields.weeks, fields.weeks_slider):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name)
        assert part.height() >= 24
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_keys_on_the_slider_draw_another_share(scenario: ChartsPage) -> None:
    fields = scenario.panel.scenario
    QTest.keyClick(fields.slider, Qt.Key.Key_PageUp)
    assert fields.number.text() == "6%"
    assert sheet(scenario).headline.startswith("Scenario: 6% of arrivals")
    QTest.keyClick(fields.slider, Qt.Key.Key_Right)
    assert sheet(scenario).headline.startswith("Scenario: 6.1% of arrivals")
    QTest.keyClick(fields.slider, Qt.Key.Key_Home)
    assert sheet(scenario).headline.startswith("Scenario: 0.1% of arrivals")


def test_a_typed_number_is_drawn_when_it_is_finished(scenario: ChartsPage) -> None:
    fields = scenario.panel.scenario
    fields.number.setFocus()
    fields.number.selectAll()
    QTest.keyClicks(fields.number, "12")
    assert sheet(scenario).headline.startswith("Scenario: 5% of arrivals")
    QTest.keyClick(fields.number, Qt.Key.Key_Return)
    assert sheet(scenario).headline.startswith("Scenario: 12% of arrivals")
    assert fields.slider.value() == 120
    QTest.keyClick(fields.number, Qt.Key.Key_Up)
    assert sheet(scenario).headline.startswith("Scenario: 13% of arrivals")


@pytest.mark.parametrize("typed", ["", "many", "0", "101", "nan", "1e3"])
def test_what_is_no_share_is_put_back(typed: str, scenario: ChartsPage) -> None:
    field = scenario.panel.scenario.number
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "5%"
    assert sheet(scenario).headline.startswith("Scenario: 5% of arrivals")


def test_a_share_is_read_as_people_write_it(scenario: ChartsPage) -> None:
    field = scenario.panel.scenario.number
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2,54 %")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value == Decimal("2.5")


def test_the_choice_is_remembered_and_saved_with_a_chart(scenario: ChartsPage, opened: Opened) -> None:
    fields = scenario.panel.scenario
    fields.slider.setValue(75)
    fields.weeks_slider.setValue(26)
    chosen = Assumption(Decimal("7.5"), 26)
    assert kept_choice.load(opened.context.settings).assumed == chosen
    assert from_json(as_json(scenario.choice())).assumed == chosen
    assert "7.5%" in scenario.public_chart().headline


@pytest.mark.parametrize("kept", ["", "5", "0/12", "5/0", "5/105", "many/12", "NaN/4", "5/12/3"])
def test_what_cannot_be_read_is_as_at_first(kept: str, opened: Opened) -> None:
    opened.context.settings.set_text(kept_choice.CHOSEN, json.dumps({"scenario": kept}))
    assert kept_choice.load(opened.context.settings).assumed == ASSUMED


def test_the_room_sees_the_same_scenario(scenario: ChartsPage, qtbot: QtBot) -> None:
    scenario.present()
    window = scenario.presenting.window
    assert window is not None
    scenario.panel.scenario.slider.setValue(200)
    shown = window.sheet.chart
    assert shown is not None
    assert shown.headline == sheet(scenario).headline
    assert "20%" in shown.headline
    window.close()


def test_a_value_shows_its_figures(scenario: ChartsPage) -> None:
    scenario.area.focus_tab()
    QTest.keyClick(scenario.area.sheet, Qt.Key.Key_Right)
    assert scenario.panel.point.heading.text() == "Scenario"
    assert scenario.panel.point.passages


def test_the_weeks_are_typed_with_or_without_their_unit(scenario: ChartsPage) -> None:
    field = scenario.panel.scenario.weeks
    field.setFocus()
    for typed, shown in (("8", "8 weeks"), ("9 weeks", "9 weeks"), ("105", "9 weeks"), ("1", "1 week")):
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == shown
    assert scenario.choice().assumed.weeks == 1
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert (scenario.choice().assumed.weeks, scenario.panel.scenario.weeks_slider.value()) == (2, 2)
    QTest.keyClick(scenario.panel.scenario.weeks_slider, Qt.Key.Key_PageUp)
    assert field.text() == "15 weeks"
