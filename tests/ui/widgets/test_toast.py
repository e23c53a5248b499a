from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets import toast as module
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.toast import Toast


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    layout = QVBoxLayout(host)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(host)
    host.resize(500, 300)
    host.show()
    return host


def test_it_says_what_was_done_and_takes_it_back_once(host: QWidget, qtbot: QtBot) -> None:
    taken_back: list[str] = []
    toast = Toast(host)
    toast.tell("Deleted 1 figure.", "Undo", lambda: taken_back.append("figure"))
    assert toast.words == "Deleted 1 figure."
    assert host.rect().contains(toast.geometry())
    qtbot.mouseClick(toast.findChild(Button), Qt.MouseButton.LeftButton)
    assert taken_back == ["figure"]
    assert toast.words == ""


def test_it_is_announced(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, text: spoken.append(text))
    Toast(host).tell("Added: 94 people returned")
    assert spoken == ["Added: 94 people returned"]


def test_it_goes_by_itself_but_not_from_under_the_focus(host: QWidget, qtbot: QtBot) -> None:
    toast = Toast(host)
    timer = toast.findChild(QTimer)
    assert timer is not None
    toast.tell("Deleted 1 figure.", "Undo", host.update)
    assert timer.interval() >= 10_000
    toast.findChild(Button).setFocus()
    qtbot.waitUntil(toast.findChild(Button).hasFocus)
    assert not timer.isActive()
    host.findChild(QLineEdit).setFocus()
    assert timer.isActive()
    timer.timeout.emit()
    assert toast.words == ""


def test_it_takes_no_focus_and_a_later_one_takes_its_place(host: QWidget, qtbot: QtBot) -> None:
    edit = host.findChild(QLineEdit)
    edit.setFocus()
    toast = Toast(host)
    toast.tell("Deleted 1 figure.", "Undo", host.update)
    toast.tell("Saved")
    assert toast.words == "Saved"
    assert toast.findChild(Button).isHidden()
    assert host.focusWidget() is edit


def test_it_stays_whole_when_the_text_grows_and_when_there_is_no_room_for_a_line(
    host: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(host)
    toast.tell("Deleted 12 figures that no source is left for.", "Undo", host.update)
    label = toast.findChild(TextLabel)
    for points in (10, 14, 22):
        font = host.font()
        font.setPointSizeF(points)
        host.setFont(font)
        QApplication.processEvents()
        assert label.height() >= label.heightForWidth(label.width())
        assert label.wordWrap() or label.width() >= label.sizeHint().width() - 2
        assert toast.findChild(Button).width() >= toast.findChild(Button).sizeHint().width()
        assert host.rect().contains(toast.geometry())


def test_nothing_is_taken_back_below_a_dialog_that_asks(host: QWidget, qtbot: QtBot) -> None:
    taken_back: list[str] = []
    toast = Toast(host)
    toast.tell("Deleted 1 figure.", "Undo", lambda: taken_back.append("figure"))
    dialog = QDialog(host)
    dialog.open()
    toast.findChild(Button).click()
    assert taken_back == []
    assert toast.words == "Deleted 1 figure."
    dialog.reject()
    toast.findChild(Button).click()
    assert taken_back == ["figure"]


def test_escape_dismisses_it(host: QWidget, qtbot: QtBot) -> None:
    toast = Toast(host)
    toast.tell("Deleted 1 figure.", "Undo", host.update)
    qtbot.keyClick(toast.findChild(Button), Qt.Key.Key_Escape)
    assert toast.words == ""
