"""What a chart is asked for beside it: typed, chosen by keys, drawn at once, kept, saved and presented."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop_app.charts import registry
from desktop_app.charts.choice import Per, Scale, Subject, from_json
from desktop_app.charts.registry import Option
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.measures import ARR, RET
from desktop_app.services import scenes
from desktop_app.ui import kept_choice
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.places import CHANGES, Place
from tests.domain.ledgers import HOME_OFFICE, figure
from tests.ui.charts.opening import Opened

CHANGED = (
    figure(ARR, "390", "2024-07-15", HOME_OFFICE, id="first", published="2025-08-07"),
    figure(ARR, "322", "2024-07-15", HOME_OFFICE, id="less", published="2025-11-14", revises="first"),
    figure(ARR, "50", "2024-07-16", HOME_OFFICE, id="other", published="2025-08-07"),
    figure(ARR, "60", "2024-07-16", HOME_OFFICE, id="more", published="2025-12-14", revises="other"),
)


@pytest.fixture
def desk(page: ChartsPage, opened: Opened) -> ChartsPage:
    with opened.workspace.change("add") as work:
        for one in CHANGED:
            work.put(one)
    page.refresh()
    return page


def show(page: ChartsPage, name: str) -> None:
    assert page.list.list.choose(name)


def sheet(page: ChartsPage) -> Sheet:
    shown = page.area.sheet.chart
    assert shown is not None
    return shown


def choose(combo: QComboBox, key: str) -> None:
    """By keys alone: down until it is there."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _step in range(combo.count()):
        if combo.currentData() == key:
            return
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentData() == key


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_each_chart_has_the_fields_of_its_options_and_no_dead_ones(desk: ChartsPage) -> None:
    panel = desk.panel
    fields = {
        Option.PERIOD: panel.period,
        Option.SCALE: panel.scale,
        Option.PER: panel.per,
        Option.FIGURE: panel.changed_number,
        Option.MEASURE: panel.said_number,
        Option.PERCENT: panel.scenario,
    }
    for kind in registry.kinds():
        show(desk, kind.name)
        for option, field in fields.items():
            assert field.isVisible() == (option in kind.options), (kind.name, option)
        assert panel.no_period.isVisible() == bool(kind.days())
        assert panel.no_period.text() == kind.days()
        has_days = {Option.PERIOD, Option.DAYS, Option.WEEKS} & kind.options
        assert bool(has_days) != panel.no_period.isVisible(), kind.name


def test_the_scale_is_chosen_by_keys_kept_and_shown_to_the_room(desk: ChartsPage, opened: Opened) -> None:
    desk.present()
    window = desk.presenting.window
    assert window is not None
    for scale, words in ((Scale.ONE_AXIS, "on one axis"), (Scale.LOG, "on an axis of steps of ten")):
        choose(desk.panel.scale.combo, scale.value)
        assert words in sheet(desk).alt
        assert kept_choice.load(opened.context.settings).scale is scale
        assert window.fronts.chart is not None
        assert words in window.fronts.chart.alt
        assert words in desk.public_chart().alt
        assert not desk.panel.marks.boxes["balance"].isVisible()
        assert desk.panel.marks.boxes["ranges"].isVisible()
    window.close()
    choose(desk.panel.scale.combo, Scale.PANELS.value)
    assert not desk.area.is_sheet
    assert desk.panel.marks.boxes["balance"].isVisible()


def test_a_figure_is_found_on_one_axis_and_else_in_panels(desk: ChartsPage) -> None:
    choose(desk.panel.scale.combo, Scale.ONE_AXIS.value)
    assert desk.seek("RET 2025-10-31")
    assert desk.choice().scale is Scale.ONE_AXIS
    line = desk.area.sheet.current
    assert line is not None
    assert "RET 2025-10-31" in line.records
    assert not desk.seek("nowhere")
    assert desk.choice().scale is Scale.ONE_AXIS


def test_months_are_chosen_by_keys(desk: ChartsPage) -> None:
    show(desk, "pace")
    choose(desk.panel.per.combo, Per.MONTH.value)
    assert sheet(desk).subtitle.startswith("People a month")
    assert desk.choice().per is Per.MONTH


def test_a_number_is_found_as_it_is_typed_and_drawn(desk: ChartsPage, opened: Opened) -> None:
    show(desk, "vintages")
    most = sheet(desk).subtitle
    field = desk.panel.changed_number.field
    offered = desk.panel.changed_number._offer("")
    assert [each.value for each in offered] == [Subject(figure="other"), Subject(figure="first")]
    type_in(field, "arrivals 15 Jul 2024")
    assert sheet(desk).headline == "Published 2 times: 390, then 322"
    type_in(field, "arrivals 16 Jul 2024")
    assert sheet(desk).headline == "Published 2 times: 50, then 60"
    assert "16 Jul 2024" in field.text()
    type_in(field, "the weather")
    assert "16 Jul 2024" in field.text(), "what means nothing is put back"
    type_in(field, "")
    assert (sheet(desk).subtitle, desk.choice().subject) == (most, Subject())


def test_a_number_of_the_workspace_never_goes_into_the_settings(desk: ChartsPage, opened: Opened) -> None:
    show(desk, "vintages")
    type_in(desk.panel.changed_number.field, "arrivals 16 Jul 2024")
    assert desk.choice().subject == Subject(figure="other")
    assert kept_choice.load(opened.context.settings).subject == Subject()
    assert "other" not in opened.context.settings.text(kept_choice.CHOSEN)
    show(desk, "balance")
    show(desk, "vintages")
    assert desk.choice().subject == Subject(figure="other"), "in this window it stays"


def test_any_measure_and_days_are_understood_as_they_are_typed(desk: ChartsPage) -> None:
    show(desk, "who-says")
    part = desk.panel.said_number
    part.field.setFocus()
    part.field.selectAll()
    QTest.keyClicks(part.field, "returned 31 oct 2025")
    assert part.echo.text() == "Returned to France, 31 Oct 2025"
    QTest.keyClick(part.field, Qt.Key.Key_Return)
    day = date(2025, 10, 31)
    assert desk.choice().subject == Subject(measure=RET, days=(day, day))
    assert sheet(desk).headline.startswith("Returned to France, 31 Oct 2025")


def test_a_saved_chart_comes_back_with_all_that_was_chosen(desk: ChartsPage, opened: Opened) -> None:
    show(desk, "vintages")
    type_in(desk.panel.changed_number.field, "arrivals 16 Jul 2024")
    desk.save_chart()
    dialog = desk.saved._dialog
    assert dialog is not None
    dialog.field.setText("Sixteenth of July")
    dialog.accept()
    (scene,) = scenes.saved(opened.workspace)
    assert from_json(scene.settings).subject == Subject(figure="other")
    show(desk, "returns-arrivals")
    assert desk.list.list.choose(scene.id)
    assert sheet(desk).headline == "Published 2 times: 50, then 60"


def test_a_place_that_asks_for_changes_draws_them_with_the_cursor_on_the_figure(desk: ChartsPage) -> None:
    desk.go(Place("charts", record="less", wish=CHANGES))
    assert desk.saved.name == "vintages"
    assert desk.choice().subject == Subject(figure="first")
    line = desk.area.sheet.current
    assert line is not None
    assert line.records == ("less",)


def test_a_figure_that_never_changed_says_so(desk: ChartsPage, opened: Opened) -> None:
    assert not desk.show_changes("RET 2025-10-31")
    assert opened.told.texts[-1] == "That figure was published only once."
