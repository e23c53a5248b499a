from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets import echo
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field


@pytest.fixture
def labelled(qtbot: QtBot) -> EchoField:
    labelled = EchoField("&Date", Field())
    qtbot.addWidget(labelled)
    return labelled


def test_the_label_names_the_field_and_leads_to_it(labelled: EchoField) -> None:
    assert labelled.field.accessibleName() == "Date"
    assert labelled.label.buddy() is labelled.field


def test_the_echo_is_the_field_s_description_too(labelled: EchoField) -> None:
    labelled.set_echo("some day 1–10 Nov 2025")
    assert labelled.field.accessibleDescription() == "some day 1–10 Nov 2025"
    assert labelled.state is Understood.WELL


def test_a_warning_shows_an_icon_beside_its_words(labelled: EchoField, qtbot: QtBot) -> None:
    labelled.show()
    height = labelled.sizeHint().height()
    for state in (Understood.WARN, Understood.PROBLEM):
        labelled.set_echo("Kept as written; not on charts until dated", state)
        assert labelled._icon.isVisible()
    labelled.set_echo("")
    assert labelled.state is Understood.NOTHING
    assert not labelled._icon.isVisible()
    assert labelled.sizeHint().height() == height


def test_it_is_spoken_once_typing_rests(
    labelled: EchoField, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(echo, "announce", lambda _widget, text: spoken.append(text))
    labelled.show()
    labelled.setFocus()
    qtbot.waitUntil(labelled.field.hasFocus)
    for words in ("a number", "a number and a day", "94 people"):
        labelled.set_echo(words)
    assert spoken == []
    qtbot.waitUntil(lambda: spoken == ["94 people"], timeout=3_000)


def test_any_widget_can_be_the_field(qtbot: QtBot) -> None:
    named = QLineEdit()
    named.setAccessibleName("Value of the figure")
    labelled = EchoField("&Value", named)
    qtbot.addWidget(labelled)
    assert named.accessibleName() == "Value of the figure"
