"""The screen that audiences look at: chosen by name in the menu, kept, and used by the next talk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui import motion
from desktop_app.ui.presenter.screens import named
from desktop_app.ui.settings import AUDIENCE_SCREEN
from desktop_app.ui.window import screen_menu
from tests.journeys.running import running


def entries(menu: QMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    return menu.actions()


class Projector:
    """A screen of the kind that is plugged in."""

    def name(self) -> str:
        return "HDMI-1"

    def manufacturer(self) -> str:
        return "Beamer & Sons"

    def model(self) -> str:
        return "X1"

    def size(self) -> QSize:
        return QSize(960, 540)

    def devicePixelRatio(self) -> float:
        return 2.0


class Plugged:
    """Where the application finds its screens."""

    @staticmethod
    def screens() -> list[Projector]:
        return [Projector()]


def test_every_screen_is_offered_by_its_name_and_the_choice_is_kept(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(qtbot, tmp_path, None) as started:
        monkeypatch.setattr(screen_menu, "QGuiApplication", Plugged)
        menu = started.window.findChild(QMenu, "screenMenu")
        assert menu is not None
        first, *others = entries(menu)
        assert first.isChecked()
        assert [each.text() for each in others] == ["HDMI-1 (Beamer && Sons X1), 1920 × 1080"]
        others[0].trigger()
        assert started.settings.text(AUDIENCE_SCREEN) == "HDMI-1"
        assert entries(menu)[1].isChecked()
        started.settings.set_text(AUDIENCE_SCREEN, "projector")
        started.window.menus.show_screen("projector")
        assert entries(menu)[-1].text() == "projector (not plugged in)"
        own = QGuiApplication.primaryScreen()
        assert named("projector", own) is own


def test_less_motion_is_switched_on_and_off_in_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with running(qtbot, tmp_path, None) as started:
        switch = started.window.commands["reduce_motion"]
        assert switch.isEnabled()
        assert not switch.isChecked()
        switch.trigger()
        assert motion.is_reduced(started.settings)
        switch.trigger()
        assert not motion.is_off(started.settings)
