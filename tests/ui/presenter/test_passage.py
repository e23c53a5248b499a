"""A change of the figures before a room: the new chart at once, its marks on their way, or still if asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts.drawing.passing import LASTS
from desktop_app.domain.scenes import Scene
from desktop_app.ui import motion
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.presenter.window import PresenterWindow
from tests.ui.charts.opening import Opened, new_total


@pytest.fixture
def window(
    page: ChartsPage, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PresenterWindow]:
    """A chart alone before the room, on a screen that somebody looks at."""
    monkeypatch.setattr(motion, "UNSEEN", ())
    page.present()
    window = page.presenting.window
    assert window is not None
    qtbot.waitExposed(window)
    yield window
    window.close()


def picture(window: PresenterWindow) -> QImage:
    return window.picture.grab().toImage()


def test_the_new_chart_is_there_at_once_and_its_marks_arrive(
    window: PresenterWindow, opened: Opened, qtbot: QtBot
) -> None:
    opened.add(new_total("330", "2026-02-16"))
    assert window.picture.chart.lines[0].labels[-1] == "330 returned"
    assert window.picture.passing.is_on
    on_its_way = picture(window)
    texts = window.picture.stage.labels.texts
    qtbot.waitUntil(lambda: not window.picture.passing.is_on)
    there = picture(window)
    assert on_its_way != there
    assert window.picture.stage.labels.texts == texts
    window.picture.show(window.picture.chart)
    assert picture(window) == there
    assert LASTS <= 400


def test_another_change_meanwhile_is_there_at_once_too(
    window: PresenterWindow, opened: Opened, qtbot: QtBot
) -> None:
    opened.add(new_total("330", "2026-02-16"))
    opened.add(new_total("331", "2026-02-17"))
    assert window.picture.chart.lines[0].labels[-1] == "331 returned"
    qtbot.waitUntil(lambda: not window.picture.passing.is_on)
    there = picture(window)
    window.picture.show(window.picture.chart)
    assert picture(window) == there


def test_nothing_moves_where_less_motion_is_asked_for(window: PresenterWindow, opened: Opened) -> None:
    motion.reduce(opened.context.settings, True)
    opened.add(new_total("330", "2026-02-16"))
    assert not window.picture.passing.is_on
    there = picture(window)
    window.picture.show(window.picture.chart)
    assert picture(window) == there


def test_a_key_that_draws_otherwise_ends_the_passage(window: PresenterWindow, opened: Opened) -> None:
    opened.add(new_total("330", "2026-02-16"))
    QTest.keyClick(window.picture, Qt.Key.Key_Plus)
    assert window.picture.stage._moving is None


def test_a_sheet_moves_too(
    page: ChartsPage, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(motion, "UNSEEN", ())
    opened.add(Scene(id="who", title="Balance", chart="balance", place=1))
    page.present()
    window = page.presenting.window
    assert window is not None
    qtbot.waitExposed(window)
    sheet = window.sheet.chart
    assert sheet is not None
    opened.add(new_total("330", "2026-02-16"))
    assert window.sheet.chart != sheet
    assert window.sheet.passing.is_on
    qtbot.waitUntil(lambda: not window.sheet.passing.is_on)
    there = window.sheet.grab().toImage()
    assert window.sheet.chart is not None
    window.sheet.show(window.sheet.chart)
    assert window.sheet.grab().toImage() == there
    window.close()
