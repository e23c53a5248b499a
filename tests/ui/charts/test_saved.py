"""Saved charts on the page: listed, frozen on a day of their own, renamed and taken away by keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts.choice import ChartChoice, from_json
from desktop_app.charts.kinds.comparison import NAME, Show
from desktop_app.charts.periods import Period, Preset
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import NOW, Seen, Sight
from desktop_app.services import scenes
from desktop_app.ui.charts.chart_rows import ChartRows
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.save_chart_dialog import SaveChartDialog
from tests.ui.charts.opening import Opened

NOVEMBER = date(2025, 11, 7)


@pytest.fixture
def page(opened: Opened, qtbot: QtBot) -> Iterator[ChartsPage]:
    page = ChartsPage(opened.context)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    for dialog in page.window().findChildren(SaveChartDialog):
        dialog.reject()


def dialog_of(page: ChartsPage) -> SaveChartDialog:
    return [d for d in page.window().findChildren(SaveChartDialog) if d.isVisible()][-1]


def save(page: ChartsPage, title: str, *, frozen: bool) -> Scene:
    page.save_chart()
    dialog = dialog_of(page)
    dialog.field.setText(title)
    dialog.freeze.setChecked(frozen)
    dialog.keep.click()
    scene = page.saved.current
    assert scene is not None
    return scene


def entries(page: ChartsPage) -> list[str]:
    return [page.list.list.item(row).text() for row in range(page.list.list.count())]


def test_a_chart_is_saved_with_its_choices(page: ChartsPage, opened: Opened) -> None:
    page.panel.changed.emit(ChartChoice(Period(Preset.ALL), Show(milestones=False)))
    scene = save(page, "All of it", frozen=False)
    assert scene.chart == NAME
    assert from_json(scene.settings) == ChartChoice(Period(Preset.ALL), Show(milestones=False))
    assert entries(page)[-1] == "All of it"
    assert opened.told.texts[-1] == "Saved: All of it"


def test_a_frozen_chart_ignores_the_lens_and_says_its_own_day(page: ChartsPage, opened: Opened) -> None:
    opened.context.lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
    save(page, "Early November", frozen=True)
    frozen = page.area.picture.chart
    opened.context.lens.turn(NOW)
    assert page.area.picture.chart == frozen
    assert frozen.subtitle.startswith("As known on 7 Nov 2025")
    assert page.public_chart().footer.endswith("As known on 7 Nov 2025.")
    assert entries(page)[-1] == "Early November · 7 Nov 2025"
    page.list.list.choose(NAME)
    assert page.area.picture.chart != frozen


def test_freezing_and_letting_go(page: ChartsPage, opened: Opened) -> None:
    save(page, "So far", frozen=False)
    opened.context.lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
    page.freeze_chart()
    assert page.saved.pinned == NOVEMBER
    page.freeze_chart()
    assert page.saved.pinned is None
    opened.workspace.undo()
    assert page.saved.pinned == NOVEMBER


def test_f2_renames_and_delete_takes_away(page: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    save(page, "So far", frozen=False)
    focused: QWidget = page.list.list
    QTest.keyClick(focused, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    dialog.field.setText("Until now")
    dialog.keep.click()
    assert entries(page)[-1] == "Until now"
    QTest.keyClick(focused, Qt.Key.Key_Delete)
    assert scenes.saved(opened.workspace) == []
    assert page.list.list.choice == NAME
    opened.workspace.undo()
    assert entries(page)[-1] == "Until now"


def test_a_title_is_needed(page: ChartsPage) -> None:
    page.save_chart()
    dialog = dialog_of(page)
    dialog.field.setText("  ")
    assert not dialog.keep.isEnabled()
    QApplication.processEvents()


@pytest.mark.parametrize("text", ["", "nonsense", "[1, 2]", '{"shown": 3, "period": null}'])
def test_settings_that_cannot_be_read_are_as_at_first(text: str) -> None:
    assert from_json(text) == ChartChoice()


def context_keys(page: ChartsPage) -> list[str]:
    return [
        action.text().replace("&", "")
        for action in page.list.menu.actions()
        if action.isVisible() and action.text()
    ]


def test_a_double_is_made_and_shown_and_undone(page: ChartsPage, opened: Opened) -> None:
    page.duplicate_chart()
    assert opened.told.texts[-1] == "Choose a saved chart to duplicate it."
    save(page, "So far", frozen=True)
    page.duplicate_chart()
    assert opened.told.texts[-1] == "Duplicated: So far 2"
    assert page.saved.current is not None
    assert page.saved.current.title == "So far 2"
    assert page.saved.pinned is not None
    opened.workspace.undo()
    assert page.list.list.choice == NAME


def test_the_menu_of_a_saved_chart_has_every_deed_with_its_key(page: ChartsPage, opened: Opened) -> None:
    scene = save(page, "So far", frozen=False)
    save(page, "Later on", frozen=False)
    page.list.list.choose(scene.id)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(page.list.list.viewport(), event)
    assert page.list.menu.isVisible()
    assert [text.split("\t")[0] for text in context_keys(page)] == [
        "Rename…",
        "Freeze as known on 20 Feb 2026",
        "Scene…",
        "Duplicate",
        "Earlier",
        "Later",
        "Compare with…",
        "Delete",
    ]
    page.list.menu.close()
    page.list.later.trigger()
    assert entries(page)[-2:] == ["Later on", "So far"]
    page.list.duplicate.trigger()
    assert entries(page)[-1] == "So far 2"
    page.list.remove.trigger()
    assert entries(page)[-1] == "So far"
    page.list.list.choose(NAME)
    assert [text.split("\t")[0] for text in context_keys(page)] == ["Save chart…", "Compare with…"]


def test_a_saved_chart_is_dragged_to_another_place_and_back_by_undo(page: ChartsPage, opened: Opened) -> None:
    made = [save(page, title, frozen=False) for title in ("A", "B", "C")]
    rows = page.list.list
    tops = {rows.item(row).text(): rows.visualItemRect(rows.item(row)) for row in range(rows.count())}
    rows.choose(made[2].id)
    drop(rows, tops["A"].top() + 1)
    assert entries(page)[-3:] == ["C", "A", "B"]
    assert rows.choice == made[2].id
    drop(rows, tops["Balance"].top())
    assert entries(page)[-3:] == ["C", "A", "B"]
    drop(rows, tops["C"].bottom() + 40)
    assert entries(page)[-3:] == ["A", "B", "C"]
    opened.workspace.undo()
    opened.workspace.undo()
    assert entries(page)[-3:] == ["A", "B", "C"]


def drop(rows: ChartRows, height: float) -> None:
    data = rows.mimeData(rows.selectedItems())
    none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    rows.dropEvent(QDropEvent(QPointF(20, height), Qt.DropAction.MoveAction, data, button, none))


def test_only_saved_charts_can_be_dragged(page: ChartsPage) -> None:
    save(page, "A", frozen=False)
    rows = page.list.list
    flags = [bool(rows.item(row).flags() & Qt.ItemFlag.ItemIsDragEnabled) for row in range(rows.count())]
    assert flags == [False] * (rows.count() - 1) + [True]


def test_a_narrow_page_offers_saved_charts_as_well(page: ChartsPage) -> None:
    scene = save(page, "A", frozen=False)
    page.resize(700, 760)
    picker = page.panel.charts
    assert picker.isVisibleTo(page)
    assert picker.currentText() == "A"
    picker.setCurrentIndex(0)
    picker.activated.emit(0)
    assert page.saved.current is None
    picker.setCurrentIndex(picker.count() - 1)
    picker.activated.emit(picker.count() - 1)
    assert page.saved.current == scene
