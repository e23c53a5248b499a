"""A number typed or slid: a field that reads it as people write it, and a slider that shows the focus."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.ui.widgets.field import Field

FRAME = 2.0
_TYPED = re.compile(r"\s*([0-9]{1,9}(?:[.,][0-9]{1,9})?)[^0-9]*")
"""A number, and its unit if it is written."""


class StillSlider(QSlider):
    """The wheel scrolls the panel around it, and a frame says when the keys go here."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slider, and around it where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(tokens_for(self).focus), FRAME))
            inset = FRAME / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the panel."""
        event.ignore()


class NumberField(Field):
    """A number with its unit; Up and Down change it by one.

    `changed` carries the Decimal when another is finished with Enter or Tab, or reached by an arrow key.
    What is no number between the least and the most is put back.
    """

    changed = Signal(object)

    def __init__(
        self,
        name: str,
        value: Decimal,
        ends: tuple[Decimal, Decimal],
        words: Callable[[Decimal], str],
        places: int = 0,
    ) -> None:
        """`words` says a number with its unit; it is kept to so many decimal places."""
        super().__init__(name)
        self._value, self._ends, self._words, self._places = value, ends, words, places
        self.editingFinished.connect(self._finish)

    @property
    def value(self) -> Decimal:
        """The number shown last."""
        return self._value

    def show_value(self, value: Decimal) -> None:
        """Show a number."""
        self._value = value
        self.setText(self._words(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down change it."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        least, most = self._ends
        self._offer(min(max(self._value + by, least), most))
        event.accept()

    def _finish(self) -> None:
        if self.isModified():
            typed = _TYPED.fullmatch(self.text())
            if typed is None:
                self.show_value(self._value)
            else:
                self._offer(round(Decimal(typed[1].replace(",", ".")), self._places))

    def _offer(self, value: Decimal) -> None:
        before, (least, most) = self._value, self._ends
        self.show_value(value if least <= value <= most else before)
        if self._value != before:
            self.changed.emit(self._value)
