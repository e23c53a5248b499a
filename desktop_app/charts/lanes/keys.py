"""What the keys mean in the timeline."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

Key = Qt.Key


class Deed(Enum):
    """What can be done by a key; some of it forwards or backwards."""

    ZOOM = auto()
    PAN = auto()
    EVENT = auto()
    CASE = auto()
    ROWS = auto()
    """Higher or lower rows."""
    ALL_ROWS = auto()
    PAGE = auto()
    RESET = auto()
    OPEN = auto()
    DELETE = auto()


_PLAIN = {
    Key.Key_Left: (Deed.EVENT, -1),
    Key.Key_Right: (Deed.EVENT, 1),
    Key.Key_Up: (Deed.CASE, -1),
    Key.Key_Down: (Deed.CASE, 1),
    Key.Key_PageUp: (Deed.PAGE, -1),
    Key.Key_PageDown: (Deed.PAGE, 1),
    Key.Key_Home: (Deed.RESET, 0),
    Key.Key_End: (Deed.ALL_ROWS, 0),
    Key.Key_Return: (Deed.OPEN, 0),
    Key.Key_Enter: (Deed.OPEN, 0),
    Key.Key_F2: (Deed.OPEN, 0),
    Key.Key_Delete: (Deed.DELETE, 0),
}
_SHIFTED = {
    Key.Key_Left: (Deed.PAN, -1),
    Key.Key_Right: (Deed.PAN, 1),
    Key.Key_Up: (Deed.ROWS, 1),
    Key.Key_Down: (Deed.ROWS, -1),
}
# With or without Shift: where plus and minus lie differs between keyboards.
_EITHER = {
    Key.Key_Plus: (Deed.ZOOM, 1),
    Key.Key_Equal: (Deed.ZOOM, 1),
    Key.Key_Minus: (Deed.ZOOM, -1),
    Key.Key_Underscore: (Deed.ZOOM, -1),
}


def command_of(event: QKeyEvent) -> tuple[Deed, int] | None:
    """What the key asks for, and which way; None for a key that means nothing here."""
    key, modifiers = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return _PLAIN.get(key) or _EITHER.get(key)
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        return _SHIFTED.get(key) or _EITHER.get(key)
    return None
