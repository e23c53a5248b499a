"""One choice out of a few, side by side ("Panels | One axis | Log")."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.widgets.buttons import draw_inner_ring


class Segment(QPushButton):
    """One of the buttons, high enough to hit and never narrower than its words."""

    def sizeHint(self) -> QSize:
        """At least 28 pixels high."""
        return super().sizeHint().expandedTo(QSize(28, 28))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; the chosen one's ground hides the border that shows the keyboard on others."""
        super().paintEvent(event)
        if self.hasFocus() and self.isChecked():
            draw_inner_ring(self)


class Segmented(QWidget):
    """Exclusive buttons in a row: one tab stop, arrow keys choose. `chosen` carries the choice's key."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Make one button for each (key, words), the first of them chosen."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _words in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (_key, words) in enumerate(choices):
            button = Segment(words)
            button.setCheckable(True)
            # Enter is for the main button of a dialog; the choice is made by then.
            button.setAutoDefault(False)
            button.setChecked(place == 0)
            button.setProperty("look", "segment")
            button.setAccessibleDescription(name)
            self._group.addButton(button, place)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._round_ends()
        self._group.idToggled.connect(self._tell)
        self.setFocusProxy(self._group.button(0))
        # Only what takes the keyboard itself is reached by the letter of a label beside it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def choice(self) -> str:
        """The key of what is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose the button with this key; ValueError for a key that is not there."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def say(self, key: str, words: str) -> None:
        """Change the words of a choice; ValueError for a key that is not there."""
        self._group.button(self._keys.index(key)).setText(words)
        self.updateGeometry()

    def enable(self, key: str, enabled: bool, why_not: str = "") -> None:
        """Whether this choice can be made, and else why not; ValueError for a key that is not there."""
        button = self._group.button(self._keys.index(key))
        button.setEnabled(enabled)
        button.setToolTip("" if enabled else why_not)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the outer corners round when the reading direction turns."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._round_ends()

    def _round_ends(self) -> None:
        buttons = self._group.buttons()
        if self.isRightToLeft():
            buttons.reverse()
        for place, button in enumerate(buttons):
            button.setProperty("end", "first" if place == 0 else "last" if place == len(buttons) - 1 else "")
            button.style().unpolish(button)
            button.style().polish(button)

    def _tell(self, place: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(place))
            self.chosen.emit(self._keys[place])
