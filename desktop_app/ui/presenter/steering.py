"""What each key of a talk does: one list for the audience's window, the console, and the sheet of keys."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop_app.words.translate import _

MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class Deed(Enum):
    """What can be done while presenting."""

    NEXT = "next"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    POINT_ON = "point on"
    POINT_BACK = "point back"
    BLACK = "black"
    WHITE = "white"
    LASER = "laser"
    HIGHLIGHT = "highlight"
    DATA = "data"
    REPLAY = "replay"
    NOTE = "note"
    SWAP = "swap"
    NORMAL = "normal"
    KEYS = "keys"
    END = "end"


MOVES = frozenset({Deed.NEXT, Deed.BACK, Deed.FIRST, Deed.LAST, Deed.POINT_ON, Deed.POINT_BACK})
"""Those that a chart shown alone leaves to the chart."""

_LETTERS = {
    " ": Deed.NEXT,
    "b": Deed.BLACK,
    ".": Deed.BLACK,
    "w": Deed.WHITE,
    ",": Deed.WHITE,
    "l": Deed.LASER,
    "h": Deed.HIGHLIGHT,
    "d": Deed.DATA,
    "r": Deed.REPLAY,
    "n": Deed.NOTE,
    "s": Deed.SWAP,
    "z": Deed.NORMAL,
    "?": Deed.KEYS,
}
_KEYS = {
    Qt.Key.Key_Right: Deed.NEXT,
    Qt.Key.Key_PageDown: Deed.NEXT,
    Qt.Key.Key_Return: Deed.NEXT,
    Qt.Key.Key_Enter: Deed.NEXT,
    Qt.Key.Key_Left: Deed.BACK,
    Qt.Key.Key_PageUp: Deed.BACK,
    Qt.Key.Key_Backspace: Deed.BACK,
    Qt.Key.Key_Home: Deed.FIRST,
    Qt.Key.Key_End: Deed.LAST,
    Qt.Key.Key_Down: Deed.POINT_ON,
    Qt.Key.Key_Up: Deed.POINT_BACK,
    Qt.Key.Key_Escape: Deed.END,
}


def deed(event: QKeyEvent) -> Deed | None:
    """What a key asks for; None for one that means nothing here."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers not in PLAIN:
        return None
    by_letter = _LETTERS.get(event.text().lower())
    if by_letter is not None:
        return by_letter
    shifted = modifiers == Qt.KeyboardModifier.ShiftModifier
    return None if shifted else _KEYS.get(Qt.Key(event.key()))


class Number:
    """The number that is being typed; Enter then goes to the scene of that number."""

    def __init__(self) -> None:
        self._digits = ""

    def take(self, event: QKeyEvent) -> bool:
        """Add a digit. False, and nothing is kept any more, for another key."""
        text = event.text()
        if len(text) == 1 and text.isdecimal():
            self._digits += str(int(text))
            return True
        return False

    def finish(self, event: QKeyEvent) -> int | None:
        """The number typed before this key, if the key is Enter; in any case the number is forgotten."""
        digits, self._digits = self._digits, ""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return int(digits) if digits and enter else None


def talk_keys(*, beside_list: bool = False) -> tuple[tuple[str, str], ...]:
    """Every key of a talk with what it does; up and down are the list's own `beside_list` of the scenes."""
    page_down, page_up, back, enter, home, end, esc = (
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        for key in (
            Qt.Key.Key_PageDown,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_Escape,
        )
    )
    in_list, points = _("another scene of the list"), _("the points of the chart, with who said so")
    return (
        (_("→ {page_down} Space {enter}").format(page_down=page_down, enter=enter), _("next scene")),
        (_("← {page_up} {back}").format(page_up=page_up, back=back), _("scene before")),
        (_("{home} {end}").format(home=home, end=end), _("first scene, last scene")),
        (_("a number, {enter}").format(enter=enter), _("the scene of that number")),
        ("↑ ↓", in_list if beside_list else points),
        (_("B or ."), _("black screen; any key brings the chart back")),
        (_("W or ,"), _("white screen; any key brings the chart back")),
        *tools(),
        ("?", _("these keys")),
        (esc, _("end")),
    )


def tools() -> tuple[tuple[str, str], ...]:
    """The keys that do something to the chart in front, or to its window."""
    return (
        ("L", _("laser dot that follows the mouse")),
        ("H", _("highlight one series, then the next")),
        ("D", _("the values as a table")),
        ("R", _("replay day by day; any key stops")),
        ("S", _("swap screens")),
        ("Z", _("normal window, full screen")),
    )
