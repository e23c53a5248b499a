from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.ui.theme.theme import Mode, Theme
from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.ui.widgets.labels import TextLabel


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    font, palette = qapp.font(), qapp.palette()
    theme = Theme(Mode.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)
    theme.deleteLater()


def test_choosing_dark_changes_the_window_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme.changed) as told:
        theme.set_mode(Mode.DARK)
    assert told.args == [DARK]
    assert tokens_for(label) is DARK
    assert DARK.surface in qapp.styleSheet()
    theme.set_mode(Mode.LIGHT)
    assert tokens_for(label) is LIGHT


def test_larger_text_reaches_titles_too(theme: Theme, qtbot: QtBot) -> None:
    title, body = TextLabel("Figures", "title"), TextLabel("Figures")
    for label in (title, body):
        qtbot.addWidget(label)
        label.ensurePolished()
    small = title.font().pointSizeF()
    assert small == pytest.approx(body.font().pointSizeF() * 1.4, rel=0.02)
    theme.set_zoom(2.0)
    assert title.font().pointSizeF() == pytest.approx(small * 2, rel=0.02)
    assert body.font().pointSizeF() * 1.4 == pytest.approx(small * 2, rel=0.02)


def test_zoom_stays_within_reason(theme: Theme) -> None:
    theme.set_zoom(99)
    assert theme.zoom == 3.0


def test_one_window_can_be_dark_in_a_light_application(theme: Theme, qtbot: QtBot) -> None:
    window, inside = QLabel(), QLabel()
    inside.setParent(window)
    qtbot.addWidget(window)
    theme.dress(window, DARK)
    assert tokens_for(inside) is DARK
    assert theme.tokens is LIGHT


def test_a_mode_is_read_from_its_saved_word(qapp: QApplication) -> None:
    assert Theme(Mode("dark")).tokens is DARK
