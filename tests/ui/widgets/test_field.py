from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.field import Field, TextBox

CONTROL = Qt.KeyboardModifier.ControlModifier


class Window(QMainWindow):
    """A window whose Ctrl+Z undoes what the workspace last did."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.undone = 0
        self.setCentralWidget(field)
        action = QAction("Undo", self)
        action.setShortcut(QKeySequence.StandardKey.Undo)
        action.triggered.connect(self.count)
        self.addAction(action)

    def count(self) -> None:
        self.undone += 1


@pytest.mark.parametrize("make", [Field, TextBox])
def test_undo_is_the_field_s_while_it_has_something_then_the_workspace_s(qtbot: QtBot, make: type) -> None:
    field = make("Value")
    window = Window(field)
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert window.undone == 1
    qtbot.keyClicks(field, "94")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert window.undone == 1
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert window.undone == 2


def test_escape_empties_a_field_and_undo_brings_it_back(qtbot: QtBot) -> None:
    field = Field("Quick entry", clears=True)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "94 returned")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.isUndoAvailable()
    field.undo()
    assert field.text() == "94 returned"


def test_a_text_box_tells_once_what_was_written_and_tab_leaves_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box, after = TextBox("Note"), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addWidget(after)
    window.show()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "seen at Dover")
    with qtbot.waitSignal(box.committed) as told:
        qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert told.args == ["seen at Dover"]
    assert window.focusWidget() is after
    with qtbot.assertNotEmitted(box.committed):
        box.setFocus()
        after.setFocus()
