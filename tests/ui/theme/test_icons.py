from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.ui.theme import icons

SIDEBAR = ("overview", "figures", "cases", "notes", "statements", "sources", "charts")
ACTIONS = ("search", "present", "add", "undo", "redo", "import", "export", "more", "close", "warning")
OTHERS = ("check", "info", "calendar", "link", "history", "delete", "edit", "known-on")


def colours(image: QImage) -> set[str]:
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


@pytest.mark.parametrize("name", [*SIDEBAR, *ACTIONS, *OTHERS])
def test_every_icon_is_drawn_in_one_colour_that_follows_the_theme(qapp: QApplication, name: str) -> None:
    for tokens in (LIGHT, DARK):
        drawn = icons.icon(name, tokens).pixmap(QSize(32, 32)).toImage()
        assert colours(drawn) == {QColor(tokens.muted).name()}


def test_a_disabled_icon_is_paler_and_a_selected_one_stronger(qapp: QApplication) -> None:
    icon = icons.icon("undo", LIGHT)
    size = QSize(32, 32)
    assert colours(icon.pixmap(size, QIcon.Mode.Disabled).toImage()) == {QColor(LIGHT.disabled).name()}
    assert colours(icon.pixmap(size, QIcon.Mode.Selected).toImage()) == {QColor(LIGHT.ink).name()}


def test_an_icon_stays_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    assert icons.icon("figures", LIGHT).pixmap(QSize(16, 16), 2.0).toImage().width() == 32


def test_a_name_that_was_never_drawn_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn", LIGHT)


def test_names_are_the_icons_and_not_the_parts_of_controls() -> None:
    names = icons.names()
    assert {*SIDEBAR, *ACTIONS, *OTHERS} <= set(names)
    assert not any(name.startswith(("control", "evenhand")) for name in names)
