"""That everything on the page can be named, hit and reached without a mouse, also with large text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.charts.export_dialog import ExportDialog
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.places import Place


def focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_everything_that_takes_the_keyboard_has_a_name(page: ChartsPage) -> None:
    page.go(Place("charts", record="rival"))
    page.export()
    dialog = page.findChild(ExportDialog)
    for widget in [*focusable(page), *focusable(dialog)]:
        assert spoken(widget), widget
    dialog.reject()


def test_the_chart_is_a_chart_to_a_screen_reader(page: ChartsPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.area.picture)
    assert interface.role() is QAccessible.Role.Chart


def test_tab_goes_round_the_page_in_reading_order(page: ChartsPage, qtbot: QtBot) -> None:
    page.go(Place("charts", record="rival"))
    panel = page.panel
    qtbot.waitUntil(panel.point.passages[-1].isVisible)
    met: list[QWidget] = []
    while page.focusWidget() not in met:
        met.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is met[0]
    expected = [
        page.area.picture,
        page.area.bar.copy,
        panel.period.first,
        *panel.series.boxes.values(),
        *panel.marks.boxes.values(),
        *panel.point.passages,
        page.list.list,
        page.area.notes.first,
    ]
    assert [widget for widget in met if widget in expected] == expected


def test_a_narrow_page_keeps_the_chart_and_leaves_out_what_menus_have(page: ChartsPage, qtbot: QtBot) -> None:
    page.resize(720, 500)
    bar = page.area.bar
    qtbot.waitUntil(lambda: bar.export.isVisible() and not bar.present.isVisible())
    assert not page.list.isVisible()
    assert page.area.picture.width() >= 240
