from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens import speaking
from desktop_app.charts.screens.picture import ComparisonPicture


def test_a_widget_gets_its_name_and_description(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    speaking.describe(widget, "94 people returned", "Two step lines.")
    assert (widget.accessibleName(), widget.accessibleDescription()) == (
        "94 people returned",
        "Two step lines.",
    )


def test_only_pictures_become_charts(qtbot: QtBot) -> None:
    picture, widget = ComparisonPicture(ChartStyle.page(LIGHT)), QWidget()
    for one in (picture, widget):
        qtbot.addWidget(one)
    assert QAccessible.queryAccessibleInterface(picture).role() == QAccessible.Role.Chart
    assert QAccessible.queryAccessibleInterface(widget).role() != QAccessible.Role.Chart


def test_a_kind_of_picture_is_a_chart_too(qtbot: QtBot) -> None:
    class Larger(ComparisonPicture):
        pass

    picture = Larger(ChartStyle.page(LIGHT))
    qtbot.addWidget(picture)
    assert QAccessible.queryAccessibleInterface(picture).role() == QAccessible.Role.Chart


@pytest.mark.parametrize("number", range(3))
def test_pictures_come_and_go(qtbot: QtBot, number: int) -> None:
    for _ in range(5):
        picture = ComparisonPicture(ChartStyle.page(LIGHT))
        assert QAccessible.queryAccessibleInterface(picture).isValid()
        speaking.announce(picture, f"{number}")
        picture.deleteLater()
