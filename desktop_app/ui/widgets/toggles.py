"""Any number of choices out of a few, side by side: one stop of the Tab key, arrows go along, Space turns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.widgets.buttons import draw_inner_ring
from desktop_app.ui.widgets.flow import FlowLayout


class Toggles(QWidget):
    """One button for each (key, words); `changed` after every turn."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[tuple[Hashable, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons = {key: _Toggle(words, self) for key, words in choices}
        row = FlowLayout(self, spacing=4)
        for button in self._buttons.values():
            button.setAccessibleDescription(name)
            button.toggled.connect(self._tell)
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # Only what takes the keyboard itself is reached by the letter of a label beside it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stop_at(next(iter(self._buttons.values())))

    @property
    def chosen(self) -> tuple[Hashable, ...]:
        """The keys of what is turned on, in the order shown."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, keys: Sequence[Hashable]) -> None:
        """Turn on these and no others, without telling."""
        self.blockSignals(True)
        for key, button in self._buttons.items():
            button.setChecked(key in keys)
        self.blockSignals(False)

    def go(self, button: QPushButton, by: int) -> None:
        """Give the keyboard to the button so many places further on."""
        buttons = list(self._buttons.values())
        target = buttons[(buttons.index(button) + by) % len(buttons)]  # type: ignore[arg-type]
        self._stop_at(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def stop_at(self, button: QPushButton) -> None:
        """Have Tab come to this one."""
        if isinstance(button, _Toggle):
            self._stop_at(button)

    def _stop_at(self, stop: _Toggle) -> None:
        for button in self._buttons.values():
            tab = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)
        self.setFocusProxy(stop)

    def _tell(self, _checked: bool = False) -> None:
        if not self.signalsBlocked():
            self.changed.emit()


class _Toggle(QPushButton):
    """One of them, high enough to hit and never narrower than its words."""

    def __init__(self, words: str, toggles: Toggles) -> None:
        super().__init__(words.replace("&", "&&"), toggles)
        self._toggles = toggles
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("look", "toggle")

    def sizeHint(self) -> QSize:
        """At least 26 pixels high."""
        return super().sizeHint().expandedTo(QSize(26, 26))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along; Enter is left to the form."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is not None:
            self._toggles.go(self, -by if self.isRightToLeft() and event.key() in _ACROSS else by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to the one that had the keyboard last."""
        super().focusInEvent(event)
        self._toggles.stop_at(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; the ground of one that is turned on hides the border that shows the keyboard."""
        super().paintEvent(event)
        if self.hasFocus() and self.isChecked():
            draw_inner_ring(self)


_ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
